internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers

extension CheckResult {
  /// What is still wrong: with a repair, what is left of the geometry and everything that a repair does not touch.
  var standing: Int {
    guard let repair else { return problemCount }
    let mended: Set<CheckProblem.Kind> = [.invalid, .overlap, .overlapSliver, .gap, .gapSliver]
    let others = files.reduce(0) { sum, file in
      sum + file.counts.reduce(0) { $0 + (mended.contains($1.key) ? 0 : $1.value) }
    }
    return others + repair.remaining.values.reduce(0, +)
  }

  var facts: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("tolerance_m", .real(options.tolerance)), ("problems", .integer(problemCount)),
      ("files", .array(files.map(Self.file))),
    ]
    if let repair { members.append(("repair", Self.repair(repair))) }
    return members
  }

  private static func file(_ file: CheckedFile) -> JSONValue {
    .object([
      ("file", .text(file.file)), ("content", .text(file.content.rawValue)), ("features", .integer(file.count)),
      ("problems", counts(file.counts)),
      (
        "ground_m2",
        .object(
          CheckProblem.Kind.allCases.compactMap { kind in
            let areas = file.problems.compactMap { $0.kind == kind ? $0.area : nil }
            return areas.isEmpty ? nil : (kind.rawValue, .real(areas.reduce(0, +)))
          })
      ), ("rounding_places", .integer(file.dust.places)), ("rounding_m2", .real(file.dust.area)),
    ])
  }

  private static func repair(_ repair: CheckRepair) -> JSONValue {
    .object([
      ("invalid", .integer(repair.repaired)), ("repeated_vertices", .integer(repair.repeatedVertices)),
      ("gap_slivers", .integer(repair.gaps)), ("overlap_slivers", .integer(repair.overlaps)),
      ("changed_m2", .real(repair.changed)), ("most_changed", repair.most.map { .text($0.label) } ?? .null),
      ("most_changed_m2", .real(repair.most?.area)), ("most_changed_share", .real(repair.most?.share)),
      ("remaining", counts(repair.remaining)),
    ])
  }

  private static func counts(_ counts: [CheckProblem.Kind: Int]) -> JSONValue {
    .object(CheckProblem.Kind.allCases.compactMap { kind in counts[kind].map { (kind.rawValue, .integer($0)) } })
  }
}
