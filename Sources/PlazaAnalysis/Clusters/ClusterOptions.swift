internal import PlazaLayers

/// What counts as a cluster, and how chance is tried; the names are those of the command line and of `study.yaml`.
public struct ClusterOptions: Hashable, Sendable {
  /// How near records lie, in metres; nil chooses it by the study area.
  public var radius: Double?
  /// How much the records within that distance of one weigh at least, its own weight among them; nil chooses it by the records.
  public var minimum: Double?
  /// How many times as many records are spread anew; 0 tests nothing.
  public var simulations = 99
  public var seed: UInt64 = 1

  public init() {}
}

/// The distance and the least weight of clusters, and the rule that they were chosen by.
///
/// What is not stated is chosen so that around a core the records are ten times as dense as in the whole study area, and that a core has at least
/// one in a hundred of them around it, five at the least.
public struct ClusterScale: Hashable, Sendable {
  /// In metres.
  public let radius: Double
  public let minimum: Double
  /// The sentence that says how they were chosen.
  let reason: String

  /// How many times as dense as the study area a core's surroundings are.
  static let density = 10.0
  /// The share of all records around a core, and their least number.
  static let share = 0.01
  static let least = 5.0
  /// Positions are no better than this, and the index of clusters has numbers down to it.
  static let shortest = 1.0

  /// - Parameters:
  ///   - records: how many, and `total` what they weigh together.
  ///   - surface: of the study area, in m², above 0.
  /// - Throws: `Failure` `clusters.bad_radius`.
  init(_ options: ClusterOptions, records: Int, total: Double, isWeighted: Bool, surface: Double) throws {
    let one = records > 0 && total > 0 ? total / Double(records) : 1
    func rounded(_ weight: Double) -> Double { isWeighted ? Self.rounded(weight, digits: 3) : weight.rounded(.up) }
    if let stated = options.radius {
      guard stated >= Self.shortest, stated.isFinite else { throw Failure(.usage, "clusters.bad_radius") }
      radius = stated
      minimum = options.minimum ?? rounded(max(Self.least * one, Self.density * total * .pi * stated * stated / surface))
      reason = options.minimum == nil ? "clusters.minimum_chosen" : "clusters.scale_stated"
      return
    }
    let weight = options.minimum ?? rounded(max(Self.least * one, Self.share * total))
    // Fewer records than a cluster needs have none at any distance: the distance stays within the study area.
    let part = weight / max(weight, total) / Self.density
    minimum = weight
    radius = max(Self.shortest, Self.rounded((surface * part / .pi).squareRoot(), digits: 2))
    reason = options.minimum == nil ? "clusters.scale_chosen" : "clusters.radius_chosen"
  }

  /// A number above 0 by its first digits.
  private static func rounded(_ value: Double, digits: Int) -> Double {
    var (unit, top) = (1.0, 1.0)
    for _ in 0..<digits { top *= 10 }
    while value / unit >= top { unit *= 10 }
    while value / unit < top / 10 { unit /= 10 }
    return (value / unit).rounded() * unit
  }

  var note: Diagnostic {
    Diagnostic(
      .note, reason, ["radius": NumberText.text(radius) ?? "", "minimum": NumberText.text(minimum) ?? ""])
  }
}
