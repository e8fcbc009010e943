import Foundation
import PlazaLayers

@testable import PlazaStudy

/// Files for one test, removed with it.
final class TestFolder {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "plaza-info-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ text: String) throws -> InputFile { try file(name, Array(text.utf8)) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> InputFile {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    return InputFile(name, path: path + "/" + name)
  }
}

/// The data that lies beside the repository, where it does.
enum SharedData {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")
    .path

  static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }
  static func file(_ name: String) -> InputFile { InputFile(name, path: folder + "/" + name) }
}

extension FileInfo {
  var records: RecordsInfo? { if case .records(let records) = content { records } else { nil } }
  var areas: AreasInfo? { if case .areas(let areas) = content { areas } else { nil } }
  func field(_ name: String) -> FieldProfile? { fields.first { $0.name == name } }
  var problemIDs: Set<String> { Set(problems.map(\.id)) }
}
