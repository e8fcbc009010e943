/// How a layer shows one of its fields: classes with a colour and a label each, the same on a map of ours and in a GIS.
public struct LayerStyle: Hashable, Sendable {
  /// The values that one class holds.
  public enum Values: Hashable, Sendable {
    /// One value, compared by its text: the numbers `2` and `2.0` and the text `2` are one.
    case value(FieldValue)
    /// The numbers from `lower` to `upper`, both included: a number that ends one class and begins the next is in the first.
    case range(lower: Double, upper: Double)
    /// Whatever the field itself holds, the features that lie within all of these bounds of other fields: asked before all other classes.
    case apart([Bound])
  }

  /// Numbers of a field, from `lower` to `upper`, both included.
  public struct Bound: Hashable, Sendable {
    public var field: String
    public var lower: Double
    public var upper: Double

    public init(_ field: String, _ range: ClosedRange<Double>) {
      (self.field, lower, upper) = (field, range.lowerBound, range.upperBound)
    }
  }

  /// One entry of the legend.
  public struct Class: Hashable, Sendable {
    public var values: Values
    public var color: RGBColor
    public var label: StyleText

    public init(_ values: Values, _ color: RGBColor, _ label: StyleText) {
      self.values = values
      self.color = color
      self.label = label
    }
  }

  /// What is left to show for a value that is null, or in no class.
  public struct Missing: Hashable, Sendable {
    public var color: RGBColor
    public var label: StyleText

    public init(_ color: RGBColor, _ label: StyleText) {
      self.color = color
      self.label = label
    }
  }

  /// The column that is shown.
  public var field: String
  /// What the numbers are, with their unit: the legend's title.
  public var title: StyleText
  /// In the order of the legend: the first class that holds a value shows it.
  public var classes: [Class]
  public var missing: Missing
  public var outline: RGBColor
  /// In millimetres.
  public var outlineWidth: Double
  /// Of the fill, 0 … 1.
  public var opacity: Double
  /// The features that are shown, of a layer that has others too; nil shows all.
  public var only: Only?
  /// How the classes were made, where a reader has to know; nil where their names say it.
  public var note: StyleText?

  /// Features that have a value in a field.
  public struct Only: Hashable, Sendable {
    public var field: String
    public var value: String

    public init(field: String, value: String) {
      self.field = field
      self.value = value
    }
  }

  public init(
    field: String, title: StyleText, classes: [Class], missing: Missing, outline: RGBColor, outlineWidth: Double = 0.1,
    opacity: Double = 1
  ) {
    self.field = field
    self.title = title
    self.classes = classes
    self.missing = missing
    self.outline = outline
    self.outlineWidth = outlineWidth
    self.opacity = opacity
  }

  /// Whether the classes are intervals of numbers; a style without classes has none.
  public var isGraduated: Bool {
    switch classes.first?.values {
    case .range, .apart: true
    case .value, nil: false
    }
  }
}

/// A piece of text on a map, not yet in a language.
public enum StyleText: Hashable, Sendable {
  /// The id of a sentence, and what fills its places.
  case sentence(String, [String: String] = [:])
  /// What stands in the data, as the name of a kind.
  case verbatim(String)
  /// What a field is called where people read it; one that came with the data by its own name.
  case field(String)
}

/// A colour, opaque.
public struct RGBColor: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  /// - Parameter hex: `0xB3242C`; bits above the lowest 24 are not looked at.
  public init(_ hex: UInt32) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
  }

  /// As `#b3242c`.
  public var hex: String {
    let text = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - text.count) + text
  }
}
