import Foundation
import PlazaFormats
import Testing

@testable import PlazaStudy

/// The published schema is what the verbs' declarations say, and the sample studies are studies.
@Suite struct StudySchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let studies: [URL] = {
    let folder = root.appending(path: "GeoData/studies")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
    return names.map { folder.appending(path: "\($0)/study.yaml") }.filter { FileManager.default.fileExists(atPath: $0.path) }
  }()

  @Test func `the published schema is made of the declarations`() throws {
    let published = try String(contentsOf: Self.root.appending(path: "GeoData/reference/study.schema.json"), encoding: .utf8)
    #expect(published == StudySchema.json.serialized + "\n", "make manual writes it anew")
  }

  @Test func `the schema is JSON in which every reference leads somewhere`() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(StudySchema.json.serialized.utf8)) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    var references: Set<String> = []
    func walk(_ value: Any) {
      if let object = value as? [String: Any] {
        if let reference = object["$ref"] as? String { references.insert(reference) }
        object.values.forEach(walk)
      } else if let array = value as? [Any] {
        array.forEach(walk)
      }
    }
    walk(schema)
    #expect(references.count > Verbs.all.count)
    for reference in references { #expect(definitions[reference.replacing("#/$defs/", with: "")] != nil, "\(reference)") }
  }

  @Test func `every key of every verb says what it is for, and every range is in the schema`() throws {
    for verb in Verbs.all {
      for argument in VerbDescription(verb).arguments { #expect(!argument.help.isEmpty, "\(verb.name): \(argument.shape.name)") }
    }
    let text = StudySchema.json.compact
    for range in [
      #""minimum": 1, "maximum": 500"#, #""minimum": 99, "maximum": 99999"#, #""exclusiveMinimum": 0, "maximum": 24"#,
      #""enum": ["utf-8""#, #""enum": ["square", "hexagon"]"#,
    ] { #expect(text.contains(range), "\(range)") }
  }

  @Test(arguments: studies)
  func `a sample study is a study`(_ file: URL) throws { #expect(try !Study(path: file.path).steps.isEmpty) }
}
