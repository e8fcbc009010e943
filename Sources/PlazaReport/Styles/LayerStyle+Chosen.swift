public import PlazaLayers

/// The style of a field that somebody chose, whatever it holds.
extension LayerStyle {
  /// More texts than this cannot be told apart by colour.
  public static var mostTexts: Int { Palette.categories.count }

  /// The classes of a field of ours that always has the same ones, those of its numbers, or one for each of its texts.
  ///
  /// Numbers that a file holds as texts are numbers, where there are more of them than can be told apart as texts.
  /// - Parameter title: nil takes what the field is called.
  /// - Parameter basis: from how many records its numbers are.
  /// - Returns: nil for more texts than can be told apart.
  public static func chosen(
    _ layer: Layer, field: String, title: StyleText? = nil, choice: ClassChoice, basis: Basis? = nil
  ) -> LayerStyle? {
    let title = title ?? .field(field)
    let values = (layer.column(named: field)?.values ?? []).filter { !$0.isNull }
    if choice.isOwn {
      if field == "verdict" || field.hasPrefix("verdict_") { return .verdicts(field: field, title: title) }
      if field == "bin" { return .hotSpotBins() }
      if field == "cumulative_share" || field.hasPrefix("cumulative_share_") { return .heldShares(field: field) }
      if Sequence(ofField: field) == .served { return .coveredShares(field: field, title: title) }
      let isOfTexts = values.contains { if case .number = $0 { false } else { true } }
      let texts = Set(values.compactMap(\.text))
      if isOfTexts, texts.count <= mostTexts || !values.allSatisfy({ $0.shownNumber != nil }) {
        return texts.count <= mostTexts ? .categories(layer, field: field, title: title) : nil
      }
    }
    return .sequence(layer, field: field, Sequence(ofField: field), title: title, choice: choice, basis: basis)
  }
}

extension LayerStyle.Sequence {
  /// By the words that fields of ours are named with.
  init(ofField name: String) {
    let parts = name.split(separator: "_").map(String.init)
    if parts.contains("share") {
      self = parts.first == "covered" ? .served : .shares
    } else if parts.contains("population") || parts.first == "people" {
      self = .people
    } else if parts.first == "change" || ["z", "local_i"].contains(name) {
      self = .changes
    } else if ["rate", "density", "access"].contains(parts.first) {
      self = .rates
    } else {
      self = .counts
    }
  }
}
