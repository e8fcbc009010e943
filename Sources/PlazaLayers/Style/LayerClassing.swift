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
    self.init(values, style)
  }

  public init(_ values: [FieldValue], _ style: LayerStyle) {
    var byText: [String: Int] = [:]
    var ranges: [(lower: Double, upper: Double, index: Int)] = []
    for (index, entry) in style.classes.enumerated() {
      switch entry.values {
      case .value(let value): if let text = value.text, byText[text] == nil { byText[text] = index }
      case .range(let lower, let upper): ranges.append((lower, upper, index))
      }
    }
    var counts = Array(repeating: 0, count: style.classes.count)
    classes = values.map { value in
      guard let text = value.text else { return nil }
      var found = byText[text]
      if found == nil, !ranges.isEmpty, case .number(let digits) = value, let number = Double(digits) {
        found = ranges.first { $0.lower <= number && number <= $0.upper }?.index
      }
      if let found { counts[found] += 1 }
      return found
    }
    self.counts = counts
    missingCount = values.count - counts.reduce(0, +)
  }
}
