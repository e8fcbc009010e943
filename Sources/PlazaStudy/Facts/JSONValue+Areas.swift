internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// Facts of areas, kinds and reference systems, as all verbs tell them.
extension JSONValue {
  static func areas(_ areas: AreaAccount) -> JSONValue {
    .object([
      ("read", .integer(areas.read)), ("used", .integer(areas.used)), ("not_valid", .integer(areas.notValid)),
      ("repaired", .integer(areas.repaired)),
      ("without_geometry", .integer(areas.withoutGeometry)), ("without_records", .integer(areas.withoutRecords)),
    ])
  }

  /// From which division to which, by which table, and what became of the new areas.
  static func carried(_ carried: CrosswalkedJoin) -> JSONValue {
    .object([
      ("from", .text(carried.from)), ("to", .text(carried.to)), ("table", .text(carried.table)),
      ("divided", .integer(carried.dividedCount)), ("areas", .areas(carried.areas)), ("as_of", .optional(carried.areas.asOf)),
    ])
  }

  static func level(_ level: JoinResult.Level) -> JSONValue {
    .object([
      ("level", .text(level.name)), ("areas", .areas(level.areas)), ("count", .integer(Int(level.count))),
      ("unknown", .integer(Int(level.unknown))),
    ])
  }

  static func unmatched(_ item: Unmatched) -> JSONValue {
    .object([
      ("field", .text(item.field)), ("level", .text(item.level)), ("value", .text(item.value)),
      ("within", .text(item.within)), ("count", .integer(item.count)), ("areas", .integer(item.bearers)),
      ("nearest", .optional(item.nearest)),
    ])
  }

  static func categories(_ kinds: [JoinResult.Kind]) -> JSONValue { .object(kinds.map { ($0.name, kind($0)) }) }

  private static func kind(_ kind: JoinResult.Kind) -> JSONValue {
    .object(
      [("slug", .text(kind.slug)), ("total", .integer(Int(kind.total))), ("assigned", .integer(Int(kind.assigned)))]
        + (kind.meaning.map { JSONValue.meaning($0) } ?? []))
  }

  static func coordinates(_ crs: CRSFacts) -> JSONValue {
    .object([
      ("points", .text(crs.points?.description ?? "")), ("areas", .text(crs.areas.description)),
      ("operation", .text(crs.operation)),
      ("accuracy_m", .real(crs.accuracyMetres)),
    ])
  }
}
