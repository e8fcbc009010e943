public import PlazaFormats
public import PlazaLayers
public import PlazaPROJ

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What Plaza stands on here, and what is missing.
public struct DoctorReport: Sendable {
  public static let schema = "plaza.doctor/1"

  public var plaza = PlazaVersion.current
  public var libraries = Library.all
  /// Nil when no proj.db could be opened; then `triedForDatabase` has the places.
  public var database: ProjStatus?
  public var triedForDatabase: [String] = []
  public var processors: Int
  /// Where `ogr2ogr` is; nil when it is not on `PATH`, which is no fault.
  public var ogr2ogr: String?

  /// Looks around; nothing is changed.
  /// - Parameter searchPath: the value of `PATH`.
  public init(searchPath: String?, processors: Int) {
    self.processors = processors
    do {
      database = try ProjContext().status
    } catch {
      if case .noDatabase(let tried) = error { triedForDatabase = tried } else { triedForDatabase = [error.description] }
    }
    ogr2ogr = (searchPath ?? "").split(separator: ":").map { "\($0)/ogr2ogr" }.first { access($0, X_OK) == 0 }
  }

  /// What is missing, with the next step: errors first.
  public var problems: [Diagnostic] {
    guard let database else {
      return [Diagnostic(.error, "doctor.no_database", ["tried": triedForDatabase.joined(separator: ", ")])]
    }
    var problems: [Diagnostic] = []
    if database.gridCount == 0 { problems.append(Diagnostic(.note, "doctor.no_grids")) }
    if ogr2ogr == nil { problems.append(Diagnostic(.note, "doctor.no_ogr2ogr")) }
    return problems
  }

  /// Whether every verb can work.
  public var isHealthy: Bool { database != nil }

  /// - Parameter language: what is spoken, and which option or variable says so.
  public func json(language: (code: String, source: String)) -> JSONValue {
    .object([
      ("schema", .text(Self.schema)), ("plaza", .text(plaza)),
      ("libraries", .object(libraries.map { ($0.name, .optional($0.version)) })),
      (
        "proj_database",
        database.map {
          .object([
            ("path", .text($0.databasePath)), ("epsg", .text($0.epsgVersion)), ("epsg_date", .text($0.epsgDate)),
            ("layout", .text($0.layoutVersion)), ("grids", .integer($0.gridCount)),
          ])
        } ?? .null
      ),
      ("processors", .integer(processors)),
      ("language", .object([("code", .text(language.code)), ("source", .text(language.source))])),
      ("ogr2ogr", .optional(ogr2ogr)), ("healthy", .bool(isHealthy)),
      (
        "problems",
        .array(
          problems.map { problem in
            .object(
              [("severity", .text(problem.severity.rawValue)), ("id", .text(problem.id))]
                + problem.values.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.text($0.value)) })
          })
      ),
    ])
  }
}
