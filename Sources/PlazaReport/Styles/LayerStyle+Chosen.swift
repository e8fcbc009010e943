public import PlazaLayers

/// The style of a field that somebody chose, whatever it holds.
extension LayerStyle {
  /// More texts than this cannot be told apart by colour.
  public static var mostTexts: Int { Palette.categories.count }

  /// The classes of a field of ours that always has the same ones, those of its numbers, or one for each of its texts.
  ///
  /// - Parameter title: nil takes what the field is called.
  /// - Returns: nil for more texts than can be told apart.
  public static func chosen(_ layer: Layer, field: String, title: StyleText? = nil, choice: ClassChoice) -> LayerStyle? {
    let values = layer.column(named: field)?.values ?? []
    let hasNumbers = values.contains { if case .number = $0 { true } else { false } }
    if choice.isOwn {
      if field == "verdict" || field.hasPrefix("verdict_") { return .verdicts(field: field) }
      if field == "bin" { return .hotSpotBins() }
    }
    guard hasNumbers || !choice.isOwn else {
      guard Set(values.compactMap(\.text)).count <= mostTexts else { return nil }
      return .categories(layer, field: field, title: title ?? .field(field))
    }
    return .sequence(layer, field: field, Sequence(ofField: field), title: title ?? .field(field), choice: choice)
  }
}

extension LayerStyle.Sequence {
  /// By the words that fields of ours are named with.
  init(ofField name: String) {
    let parts = name.split(separator: "_").map(String.init)
    if parts.contains("share") {
      self = .shares
    } else if parts.contains("population") || parts.first == "people" {
      self = .people
    } else if ["rate", "per", "density", "access"].contains(parts.first) {
      self = .rates
    } else {
      self = .counts
    }
  }
}
