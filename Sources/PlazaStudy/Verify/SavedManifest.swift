internal import PlazaFormats
internal import PlazaLayers

/// A manifest read again: what a run says of itself.
struct SavedManifest {
  struct Entry: Hashable {
    var path: String
    var sha256: String
  }

  /// The manifest's folder, as `out/` or empty: outputs stand in it.
  var folder: String
  var studyFile: String
  var variables: [String: String]
  /// Of what people read in the outputs.
  var language: String
  /// The versions that it was written by, plaza first.
  var versions: [(name: String, version: String)]
  var inputs: [Entry]
  var outputs: [Entry]

  private static let sizeLimit = 16 << 20

  /// - Throws: `Failure` `verify.not_a_manifest`, and what reading a file throws.
  init(path: String) throws {
    let bytes = try Input(path).head(Self.sizeLimit)
    let notManifest = Failure(.notUnderstood, "verify.not_a_manifest", ["file": path, "schema": StudyManifest.schema])
    do {
      guard let node = JSONDocument.read(bytes) else { throw notManifest }
      let root = try StudyNode(node, file: path, key: path)
      guard try root.text("schema") == StudyManifest.schema else { throw notManifest }
      folder = RelativePath.folder(of: path)
      studyFile = try root.text("study_file") ?? ""
      variables = try root.mapping("variables").map { try Self.texts($0) } ?? [:]
      language = try root.text("language") ?? "en"
      versions = [("plaza", try root.required("version"))]
      if let libraries = try root.mapping("libraries") {
        versions += try libraries.keys.map { ($0, try libraries.text($0) ?? "") }
      }
      inputs = try root.mappings("inputs").map { Entry(path: try $0.required("path"), sha256: try $0.required("sha256")) }
      outputs = try root.mappings("outputs").map { Entry(path: try $0.required("path"), sha256: try $0.required("sha256")) }
    } catch is Failure {
      throw notManifest
    }
    guard !inputs.isEmpty else { throw notManifest }
  }

  private static func texts(_ node: StudyNode) throws -> [String: String] {
    try Dictionary(node.keys.map { ($0, try node.text($0) ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the study is: told from the manifest's folder, else from the working folder.
  /// - Throws: `Failure` `verify.no_study`.
  func findStudy(stated: String?, manifest: String) throws -> String {
    if let stated { return stated }
    let candidates = studyFile.isEmpty ? [] : [folder + studyFile, studyFile]
    guard let found = candidates.first(where: RelativePath.exists) else {
      throw Failure(.noInput, "verify.no_study", ["file": manifest, "study": studyFile])
    }
    return found
  }
}
