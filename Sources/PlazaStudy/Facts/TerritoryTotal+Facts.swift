internal import PlazaAnalysis
internal import PlazaFormats

extension TerritoryTotal {
  /// What the whole territory tells of itself.
  /// - Parameter kinds: the names of its kinds.
  func fact(kinds names: [String]) -> JSONValue {
    .object(
      Self.members(whole) + [
        ("population", .real(population)),
        (
          "by_category",
          .object(zip(names, kinds).map { ($0, .object(Self.members($1))) })
        ),
      ])
  }

  private static func members(_ part: Part) -> [(String, JSONValue)] {
    [
      ("count", .integer(Int(part.count))), ("in_areas", .integer(Int(part.inAreas))), ("outside", .integer(Int(part.outside))),
      ("unlocated", .integer(Int(part.unlocated))), ("located_share", .real(part.locatedShare)), ("weight", .real(part.weight)),
      ("rate", .real(part.rate)), ("rate_low", .real(part.rateLow)), ("rate_high", .real(part.rateHigh)),
    ]
  }
}
