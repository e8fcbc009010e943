internal import CPROJ

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The library as a whole.
public enum PROJ {
  /// The version of the PROJ library that is loaded, as `9.1.1`.
  public static var version: String { String(cString: proj_info().version) }
}

/// What `plaza doctor` says about PROJ.
public struct ProjStatus: Hashable, Sendable {
  public var version: String
  public var databasePath: String
  /// Version and date of the EPSG data in the database, as `v10.076` and `2022-08-31`.
  public var epsgVersion: String
  public var epsgDate: String
  /// Layout of the database, as `1.2`.
  public var layoutVersion: String
  /// How many grid files stand beside the database.
  public var gridCount: Int
}

extension ProjContext {
  public var status: ProjStatus {
    let major = library.metadata("DATABASE.LAYOUT.VERSION.MAJOR") ?? ""
    let minor = library.metadata("DATABASE.LAYOUT.VERSION.MINOR") ?? ""
    return ProjStatus(
      version: PROJ.version, databasePath: databasePath, epsgVersion: library.metadata("EPSG.VERSION") ?? "",
      epsgDate: library.metadata("EPSG.DATE") ?? "", layoutVersion: "\(major).\(minor)", gridCount: countGrids())
  }

  private func countGrids() -> Int {
    guard let slash = databasePath.lastIndex(of: "/"), let folder = opendir(String(databasePath[..<slash])) else { return 0 }
    defer { closedir(folder) }
    var count = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) { String(cString: $0) }
      }
      if [".tif", ".gsb", ".gtx", ".gvb"].contains(where: name.hasSuffix) { count += 1 }
    }
    return count
  }
}
