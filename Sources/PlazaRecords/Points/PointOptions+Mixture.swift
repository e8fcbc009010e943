package import PlazaLayers

extension PointOptions {
  /// Kinds have places of their own; a map of all together shows the commonest.
  package func mixture(kinds: Int) -> [Diagnostic] {
    // Whoever names several kinds wants them together.
    guard kinds > 1, let field = by, !conditions.contains(where: { $0.field == field }) else { return [] }
    return [Diagnostic(.warning, "hotspots.mixed_kinds", ["count": String(kinds), "field": field])]
  }
}
