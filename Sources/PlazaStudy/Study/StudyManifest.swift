internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaRecords

/// What a run did: versions, inputs and outputs with their digests, parameters, CRS operations, accounts.
enum StudyManifest {
  static let schema = "plaza.manifest/1"

  static func json(_ study: Study, _ steps: [StudyRun.Done], language: String, outputs: OutputSet, folder: String) throws
    -> JSONValue
  {
    var members: [(String, JSONValue)] = [
      ("schema", .text(schema)), ("study", .text(study.name)), ("title", .optional(study.title)),
      ("notice", .optional(study.notice)), ("language", .text(language)), ("release", .text("internal")),
      ("version", .text(PlazaVersion.current)),
      ("libraries", .object(libraries().map { ($0.name, .optional($0.version)) })),
      ("study_file", .text(studyFile(study, folder: folder))),
      ("variables", .object(study.variables.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
    ]
    members.append(("inputs", .array(try inputs(study))))
    members.append(("steps", .array(steps.map { self.step($0, folder: folder) })))
    members.append(
      (
        "outputs",
        .array(
          try outputs.written.map { path, temporary in
            try digest(FileDigest(path: temporary, name: path), path: fileName(path, in: folder))
          })
      ))
    return .object(members)
  }

  /// What another version of could change a result: the database of PROJ too.
  static func libraries() -> [(name: String, version: String?)] {
    let status = try? ProjContext().status
    return Library.all.filter(\.decidesResults).map { ($0.name, $0.version) } + [("epsg", status?.epsgVersion)]
  }

  /// The way from the outputs to the study, so that `plaza verify` finds it; without one, the path as the user wrote it, which may
  /// lead there from where `plaza verify` is called.
  private static func studyFile(_ study: Study, folder: String) -> String {
    let path = study.file.path
    if let way = RelativePath.from(folder: folder, to: path) { return way }
    return path.hasPrefix("/") ? String(path.dropFirst(RelativePath.folder(of: path).count)) : path
  }

  private static func inputs(_ study: Study) throws -> [JSONValue] {
    var seen: Set<String> = []
    let files = [study.file] + study.steps.flatMap(\.inputs)
    let folder = study.file.path.lastIndex(of: "/").map { String(study.file.path[...$0]) } ?? ""
    return try files.filter { !$0.isStream && seen.insert($0.path).inserted }.map { file in
      try digest(FileDigest(path: file.path, name: file.name), path: fileName(file.path, in: folder))
    }
  }

  private static func digest(_ digest: FileDigest, path: String) -> JSONValue {
    .object([("path", .text(path)), ("bytes", .integer(digest.bytes)), ("sha256", .text(digest.sha256))])
  }

  /// Paths are told from the study's folder, so that a manifest says nothing of the machine.
  private static func fileName(_ path: String, in folder: String) -> String {
    guard !folder.isEmpty, path.hasPrefix(folder) else { return path }
    return String(path.dropFirst(folder.count).drop { $0 == "/" })
  }

  private static func step(_ done: StudyRun.Done, folder: String) -> JSONValue {
    let (step, outcome) = (done.step, done.outcome)
    var members: [(String, JSONValue)] = [
      ("name", .text(step.name)), ("verb", .text(step.verbName)),
      ("parameters", .object(VerbDescription.parameters(step.parameters, of: type(of: step.verb)))),
    ]
    if let records = outcome.records { members.append(("points", .account(records.account))) }
    members += outcome.facts
    members += [
      ("warnings", .array(outcome.warnings.map(JSONValue.diagnostic))),
      ("outputs", .array(step.destinations.named.map { .text(fileName($0.name, in: folder)) })),
    ]
    return .object(members)
  }
}
