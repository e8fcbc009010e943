internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGEOS
internal import PlazaLayers
internal import PlazaPROJ

/// What a run did: versions, inputs and outputs with their digests, parameters, CRS operations, accounts.
enum StudyManifest {
  static let schema = "plaza.manifest/1"

  static func json(_ study: Study, _ steps: [StudyRun.Step], outputs: OutputSet, folder: String) throws -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("schema", .text(schema)), ("study", .text(study.name)), ("title", .optional(study.title)),
      ("notice", .optional(study.notice)), ("release", .text("internal")), ("version", .text(PlazaVersion.current)),
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

  static func libraries() -> [(name: String, version: String?)] {
    let status = try? ProjContext().status
    return [("geos", GEOS.version), ("proj", PROJ.version), ("epsg", status?.epsgVersion)]
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
    return try files.filter { !Input($0.name, path: $0.path).isStream && seen.insert($0.path).inserted }.map { file in
      try digest(FileDigest(path: file.path, name: file.name), path: fileName(file.path, in: folder))
    }
  }

  private static func digest(_ digest: FileDigest, path: String) -> JSONValue {
    .object([("path", .text(path)), ("bytes", .integer(digest.bytes)), ("sha256", .text(digest.sha256))])
  }

  /// Paths are told from the study's folder, so that a manifest says nothing of the machine.
  private static func fileName(_ path: String, in folder: String) -> String {
    guard path.hasPrefix(folder) else { return path }
    return String(path.dropFirst(folder.count).drop { $0 == "/" })
  }

  private static func step(_ step: StudyRun.Step, folder: String) -> JSONValue {
    .object([
      ("name", .text(step.step.name)), ("verb", .text("join")), ("parameters", parameters(step.step)),
      ("points", JoinSummary.points(step.result.account)), ("areas", JoinSummary.areas(step.result.areas)),
      ("as_of", .optional(step.result.areas.asOf)), ("carried", step.result.carried.map(JoinSummary.carried) ?? .null),
      ("crs", JoinSummary.coordinates(step.result.coordinates)), ("years", JoinSummary.number(step.result.years)),
      ("warnings", .array(step.result.warnings.map(JoinSummary.diagnostic))),
      ("outputs", .array(step.step.outputs.all.map { .text(fileName($0.path, in: folder)) })),
    ])
  }

  /// The step's options under the names of the command line; what was not stated is left out.
  private static func parameters(_ step: JoinStep) -> JSONValue {
    let options = step.options
    var members: [(String, JSONValue)] = [
      ("points", .text(step.points.name)),
      ("areas", step.areas.count == 1 ? .text(step.areas[0].name) : .array(step.areas.map { .text($0.name) })),
    ]
    func add(_ name: String, _ value: String?) { if let value { members.append((name, .text(value))) } }
    func list(_ name: String, _ values: [String]) {
      if !values.isEmpty { members.append((name, .array(values.map(JSONValue.text)))) }
    }
    func flag(_ name: String, _ isSet: Bool) { if isSet { members.append((name, .bool(true))) } }
    if options.coarserAreas.isEmpty {
      list("code", options.areas.code)
      add("name", options.areas.name)
      add("population", options.areas.population)
      add("parent", options.areas.parent)
    } else {
      let fields = [options.areas] + options.coarserAreas
      func levels(_ name: String, _ values: [String?]) {
        if values.contains(where: { $0 != nil }) { list(name, values.map { $0 ?? "" }) }
      }
      levels("code", fields.map { $0.code.isEmpty ? nil : $0.code.joined(separator: ",") })
      levels("name", fields.map(\.name))
      levels("population", fields.map(\.population))
      levels("parent", fields.map(\.parent))
    }
    add("level", options.levelField)
    list("level-name", step.levelNames)
    list("locate", options.keys.locate.map(\.rawValue))
    list("key", options.keys.codes)
    list("key-name", options.keys.names)
    add("key-width", options.keys.width.map(String.init))
    add("aliases", step.aliases?.name)
    add("min-match", options.keys.minimumMatch.flatMap(NumberText.text))
    add("declared", options.keys.declared)
    add("count", options.count)
    add("wide", options.wide?.rawValue)
    add("year", options.year)
    flag("merge-codes", options.areas.mergesCodes)
    flag("strict", options.areas.isStrict)
    add("by", options.by)
    add("when", options.when)
    add("period", options.period?.rawValue)
    add("date-order", options.dateOrder?.rawValue)
    add("from", options.from)
    add("to", options.to)
    if !options.conditions.isEmpty {
      members.append(("where", .object(options.conditions.map { ($0.field, .array($0.values.map(JSONValue.text))) })))
    }
    add("weight", options.weight)
    add("accuracy", options.accuracy?.text)
    add("assign", options.assignment.rawValue)
    flag("explode", options.explodes)
    if options.areas.population != nil { add("rate-basis", options.rateBasis.rawValue) }
    list("keep", options.keep)
    add("valid-from", options.areas.validFrom)
    add("valid-to", options.areas.validTo)
    add("as-of", options.areas.asOf)
    if let carrying = step.carrying {
      add("correspondence", carrying.correspondence.name)
      add("to-areas", carrying.areas.name)
      list("to-code", carrying.fields.code)
      add("to-name", carrying.fields.name)
      add("to-population", carrying.fields.population)
      add("to-as-of", carrying.fields.asOf)
    }
    add("assume-crs", step.assumedCRS)
    add("encoding", step.csv.encoding?.rawValue)
    add("lon", step.csv.longitude)
    add("lat", step.csv.latitude)
    add("easting", step.csv.easting)
    add("northing", step.csv.northing)
    add("delimiter", step.csv.delimiter.map { String(UnicodeScalar($0)) })
    add("decimal", step.csv.decimalMark.map { String(UnicodeScalar($0)) })
    return .object(members)
  }
}
