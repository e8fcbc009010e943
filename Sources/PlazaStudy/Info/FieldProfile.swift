public import PlazaLayers
internal import PlazaRecords

/// What one field of a file seems to hold, by its values.
public struct FieldProfile: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case integer, number, date, text, boolean, json, empty
  }

  public var name: String
  public var kind: Kind
  /// How dates are written; nil for other kinds, and for dates that can be read day first and month first alike.
  public var dateOrder: DateOrder?
  /// Values that are not of the kind: at most 2 % of them.
  public var unlike: Int
  /// Whether digits begin with a zero that a number would lose: a code, which is text.
  public var hasLeadingZeros: Bool
  /// How many values were looked at, and how many of them are empty.
  public var values: Int
  public var empty: Int
  /// How many different values there are among those that are not empty.
  public var distinct: Int
  /// The first three different values, at most 60 characters each; `•••` where they could identify a person.
  public var samples: [String]
  public var isMasked: Bool
  /// Whether its name is that of a field that identifies people: it is proposed for nothing.
  public var isIdentifying = false
  /// Whether the field is one of the two that hold the position.
  public var isCoordinate = false
  /// Of numbers: which marks they are written with.
  var marks = NumberColumn.Evidence()

  public var emptyShare: Double { values == 0 ? 0 : Double(empty) / Double(values) }
  /// Whether every value is there and different from all others, so that the field can be a code.
  public var isKey: Bool { values > 0 && empty == 0 && distinct == values }
  /// Whether its different values are few enough to be kinds, and come back often enough.
  public func isKindCandidate(upTo limit: Int) -> Bool {
    (kind == .text || kind == .boolean) && !isIdentifying && !isCoordinate && !hasLeadingZeros && emptyShare < 0.5
      && distinct >= 2
      && distinct <= limit && distinct * 3 <= values - empty
  }

  public static let mask = PlainText.mask

  /// Shows of the samples only those that say nothing of a person.
  mutating func mask(unless mayShow: (String) -> Bool) {
    guard !samples.allSatisfy(mayShow) else { return }
    isMasked = true
    samples = samples.map { mayShow($0) ? $0 : Self.mask }
    if samples.allSatisfy({ $0 == Self.mask }) { samples = Array(samples.prefix(1)) }
  }
}
