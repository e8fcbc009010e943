/// Which class of a style shows each feature of a layer.
public struct LayerClassing: Hashable, Sendable {
  /// The class of each feature; nil for a value that is null or in no class.
  public let classes: [Int?]
  /// How many features each class shows.
  public let counts: [Int]
  public let missingCount: Int

  /// A field that the layer does not have is null everywhere.
  /// - Complexity: O(features × classes) for intervals, O(features) for single values.
  public init(_ layer: Layer, _ style: LayerStyle) {
    let values = layer.column(named: style.field)?.values ?? Array(repeating: .null, count: layer.featureCount)
    var apart = [Int?](repeating: nil, count: values.count)
    for (index, entry) in style.classes.enumerated().reversed() {
      guard case .apart(let bounds) = entry.values else { continue }
      for feature in layer.features(within: bounds) { apart[feature] = index }
    }
    self.init(values, style, apart: apart)
  }

  public init(_ values: [FieldValue], _ style: LayerStyle) {
    self.init(values, style, apart: Array(repeating: nil, count: values.count))
  }

  /// - Parameter apart: the class of a feature that other fields decide.
  private init(_ values: [FieldValue], _ style: LayerStyle, apart: [Int?]) {
    var byText: [String: Int] = [:]
    var ranges: [(lower: Double, upper: Double, index: Int)] = []
    for (index, entry) in style.classes.enumerated() {
      switch entry.values {
      case .value(let value): if let text = value.text, byText[text] == nil { byText[text] = index }
      case .range(let lower, let upper): ranges.append((lower, upper, index))
      case .apart: break
      }
    }
    var counts = Array(repeating: 0, count: style.classes.count)
    classes = zip(values, apart).map { value, apart in
      var found = apart ?? value.text.flatMap { byText[$0] }
      if found == nil, !ranges.isEmpty, let number = value.shownNumber {
        found = ranges.first { $0.lower <= number && number <= $0.upper }?.index
      }
      if let found { counts[found] += 1 }
      return found
    }
    self.counts = counts
    missingCount = values.count - counts.reduce(0, +)
  }
}

extension Layer {
  /// The features that lie within all of some bounds; none within no bound.
  public func features(within bounds: [LayerStyle.Bound]) -> [Int] {
    guard !bounds.isEmpty else { return [] }
    let columns = bounds.map { column(named: $0.field)?.values }
    return (0..<featureCount).filter { feature in
      zip(bounds, columns).allSatisfy { bound, values in
        values?[feature].shownNumber.map { bound.lower <= $0 && $0 <= bound.upper } ?? false
      }
    }
  }
}

extension FieldValue {
  /// The number that a value is, also one that a file holds as text; nil for what is none.
  public var shownNumber: Double? {
    switch self {
    case .number(let digits): Double(digits)
    case .text(let text) where text.utf8.allSatisfy({ 0x2D...0x39 ~= $0 && $0 != 0x2F }): Double(text)
    default: nil
    }
  }
}
