public import PlazaGeometry
public import PlazaLayers

/// A layer of zones with a class each, as the caller names it.
public struct Hazard: Sendable {
  /// The name that fields begin with.
  public var name: String
  /// The file as the user named it.
  public var file: String
  /// With valid polygons.
  public var features: Features
  /// The field with the class.
  public var field: String
  public var about: HazardOptions
  /// What the zones were made of: of ground beyond it nobody knows. Nil for a layer of zones, which does not say where it was looked.
  public var raster: (any RasterSource)?

  public init(name: String, file: String, features: Features, field: String, about: HazardOptions) {
    self.name = name
    self.file = file
    self.features = features
    self.field = field
    self.about = about
  }
}

extension Hazard {
  /// The zones of a hazard as a file has them.
  public enum Zones: Sendable {
    case features(Features)
    case raster(any RasterSource)
  }
}

/// What the caller says of one hazard.
public struct HazardOptions: Hashable, Sendable {
  /// Whether it tells where something can happen, or how often as well.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case susceptibility, hazard
  }

  /// The classes from the lowest to the highest; empty takes the usual words in their usual order.
  public var order: [String] = []
  /// Classes that expose nobody, beside those whose words say so.
  public var notExposed: [String] = []
  /// The lowest class that counts; nil counts all.
  public var fromClass: String?
  /// Numbers above 0, ascending, that divide a field of numbers into classes; empty takes every number as a class.
  public var breaks: [Double] = []
  public var kind: Kind?
  /// When the zones were drawn.
  public var date: String?
  /// The scale that they were drawn at, as 1:50000.
  public var scale: String?
  /// How often in a year ground of a class is reached: the inverse of its return period.
  public var frequencies: [ClassFrequency] = []

  public struct ClassFrequency: Hashable, Sendable {
    public var name: String
    public var perYear: Double

    public init(name: String, perYear: Double) {
      self.name = name
      self.perYear = perYear
    }
  }

  public init() {}
}
