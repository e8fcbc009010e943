internal import PlazaLayers

/// How many values of a field of records are codes or names of areas: evidence for which field is a key.
public struct KeyEvidence: Sendable {
  private let codes: AreaCodes
  private let names: Set<String>

  /// - Parameters:
  ///   - codes: the codes of the areas.
  ///   - names: their names, in any order; may be empty.
  public init(codes: [String], names: [String]) {
    self.codes = AreaCodes(Set(codes).sorted(by: CanonicalText.precedes))
    self.names = Set(names.map(PlaceName.folded)).subtracting([""])
  }

  /// The shares of the values that are filled and are codes, and names; zero without any.
  public func shares(of values: some Sequence<String>) -> (code: Double, name: Double) {
    var (filled, coded, named) = (0, 0, 0)
    for value in values {
      let folded = PlaceName.folded(value)
      guard !folded.isEmpty else { continue }
      filled += 1
      if codes.find(value, recordWidth: nil) != nil { coded += 1 }
      if names.contains(folded) { named += 1 }
    }
    guard filled > 0 else { return (0, 0) }
    return (Double(coded) / Double(filled), Double(named) / Double(filled))
  }
}
