internal import CPROJ

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// One PROJ context with its database: what names and definitions are asked of.
///
/// A context serves one thread at a time and is not `Sendable`; opening the database takes milliseconds, so a run makes one,
/// chooses its operations and gives its workers the `Transformation`, from which each makes a `Transformer`.
public final class ProjContext {
  let library: ProjLibrary
  var handle: OpaquePointer { library.handle }
  /// The folder that was chosen, or nil for PROJ's own search.
  public let folder: String?
  /// The database in use.
  public let databasePath: String

  /// Finds proj.db: in `folder`, else in the folder named by `PLAZA_PROJ_DATA`, else in `share/proj` beside the executable
  /// or one folder up, else wherever PROJ itself looks (`PROJ_DATA`, `PROJ_LIB`, its installation).
  ///
  /// A folder that somebody named is not passed over: without a database that opens there, it is an error.
  /// - Throws: `ProjError.noDatabase` with the places that were looked at.
  public init(folder: String? = nil) throws(ProjError) {
    var tried: [String] = []
    for candidate in ProjContext.candidates(explicit: folder) {
      if let place = candidate.folder, access(place + "/proj.db", R_OK) != 0 {
        tried.append(candidate.label)
        if candidate.isNamed { break }
        continue
      }
      let library = ProjLibrary(folder: candidate.folder)
      if let path = library.openDatabase() {
        self.library = library
        self.folder = candidate.folder
        databasePath = path
        return
      }
      tried.append(candidate.label)
      if candidate.isNamed { break }
    }
    throw .noDatabase(tried: tried)
  }

  private struct Candidate {
    var folder: String?
    var label: String
    /// Whether a person asked for this place.
    var isNamed: Bool
  }

  private static func candidates(explicit: String?) -> [Candidate] {
    if let explicit { return [Candidate(folder: explicit, label: explicit, isNamed: true)] }
    if let named = environment("PLAZA_PROJ_DATA") {
      return [Candidate(folder: named, label: "PLAZA_PROJ_DATA=\(named)", isNamed: true)]
    }
    var result: [Candidate] = []
    if let home = executableFolder() {
      for place in [home + "/share/proj", home + "/../share/proj"] where access(place + "/proj.db", F_OK) == 0 {
        result.append(Candidate(folder: place, label: place, isNamed: false))
      }
    }
    let variables = ["PROJ_DATA", "PROJ_LIB"].compactMap { name in environment(name).map { "\(name)=\($0)" } }
    let label = variables.first ?? String(cString: proj_info().searchpath)
    result.append(Candidate(folder: nil, label: label, isNamed: false))
    return result
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func executableFolder() -> String? {
    var path = [UInt8](repeating: 0, count: 4096)
    let count = path.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    guard count > 0, let slash = path[..<count].lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(decoding: path[..<slash], as: UTF8.self)
  }

  /// The error for the call that just failed, with the message that PROJ logged.
  func failure(_ operation: String) -> ProjError { .failed(operation: operation, message: library.takeMessage()) }
}

/// The C context itself: silent, offline, with its search path; keeps PROJ's last message instead of printing it.
final class ProjLibrary {
  let handle: OpaquePointer
  private var lastMessage = ""

  init(folder: String?) {
    // Fails only when memory has run out, which Swift does not survive either.
    handle = proj_context_create()
    proj_log_func(handle, Unmanaged.passUnretained(self).toOpaque()) { library, _, message in
      guard let library, let message else { return }
      Unmanaged<ProjLibrary>.fromOpaque(library).takeUnretainedValue().lastMessage = String(cString: message)
    }
    // The same input gives the same bytes, with a network or without one.
    proj_context_set_enable_network(handle, 0)
    if let folder {
      folder.withCString { text in
        var paths: [UnsafePointer<CChar>?] = [text]
        proj_context_set_search_paths(handle, 1, &paths)
      }
    }
  }

  deinit { proj_context_destroy(handle) }

  /// The path of the database when it opens and knows EPSG.
  func openDatabase() -> String? {
    guard let path = proj_context_get_database_path(handle), metadata("EPSG.VERSION") != nil else { return nil }
    guard let object = proj_create_from_database(handle, "EPSG", "4326", PJ_CATEGORY_CRS, 0, nil) else { return nil }
    proj_destroy(object)
    return String(cString: path)
  }

  func metadata(_ key: String) -> String? {
    proj_context_get_database_metadata(handle, key).map { String(cString: $0) }
  }

  func takeMessage() -> String {
    defer { lastMessage = "" }
    return lastMessage
  }
}
