internal import PlazaRecords
import Foundation
import PlazaAnalysis
import PlazaFormats
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaStudy

/// The published schema and the reader say the same.
@Suite struct StudySchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let studies: [URL] = {
    let folder = root.appending(path: "GeoData/studies")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
    return names.map { folder.appending(path: "\($0)/study.yaml") }.filter { FileManager.default.fileExists(atPath: $0.path) }
  }()

  private let schema: [String: Any]
  /// The keys of a step, by its verb.
  private let verbs: [String: [String: [String: Any]]]
  private var stepKeys: [String: [String: Any]] { verbs["join"] ?? [:] }

  init() throws {
    let data = try Data(contentsOf: Self.root.appending(path: "GeoData/reference/study.schema.json"))
    schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    var verbs: [String: [String: [String: Any]]] = [:]
    for type in Study.verbs {
      let definition = try #require(definitions[type.verb], "\(type.verb)")
      #expect(definition["additionalProperties"] as? Bool == false, "\(type.verb)")
      verbs[type.verb] = try #require(definition["properties"] as? [String: [String: Any]]).mapValues { key in
        // What two verbs share is told once, at the first.
        guard let way = (key["$ref"] as? String)?.split(separator: "/").map(String.init), way.count == 5 else { return key }
        let shared = (definitions[way[2]]?["properties"] as? [String: [String: Any]])?[way[4]]
        return (shared ?? [:]).merging(key) { _, own in own }
      }
    }
    self.verbs = verbs
  }

  /// The texts that a key takes, when they are a closed list.
  private func choices(_ key: [String: Any]?) -> [String]? {
    let alternatives = key?["anyOf"] as? [[String: Any]] ?? []
    return alternatives.lazy.compactMap { $0["enum"] as? [String] }.first
  }

  @Test func `the schema has the keys that the reader has`() throws {
    let keys = try #require(schema["properties"] as? [String: Any]).keys
    #expect(keys.sorted() == Study.keys.sorted())
    #expect(schema["additionalProperties"] as? Bool == false)
    for type in Study.verbs { #expect(verbs[type.verb]?.keys.sorted() == type.keys.sorted(), "\(type.verb)") }
    let steps = (schema["properties"] as? [String: [String: Any]])?["steps"]?["items"] as? [String: Any]
    let references = (steps?["oneOf"] as? [[String: String]])?.compactMap { $0["$ref"] }
    #expect(references == Study.verbs.map { "#/$defs/\($0.verb)" })
  }

  @Test func `the schema has the choices that the reader has`() {
    #expect(choices(stepKeys["period"]) == Period.allCases.map(\.rawValue))
    #expect(choices(stepKeys["date-order"]) == DateOrder.allCases.map(\.rawValue))
    #expect(choices(stepKeys["assign"]) == JoinOptions.Assignment.allCases.map(\.rawValue))
    #expect(choices(stepKeys["rate-basis"]) == JoinOptions.RateBasis.allCases.map(\.rawValue))
    #expect(choices(stepKeys["wide"]) == JoinOptions.Wide.allCases.map(\.rawValue))
    #expect(choices(stepKeys["encoding"]) == TextEncoding.allCases.map(\.rawValue))
    #expect(choices(stepKeys["delimiter"])?.allSatisfy { CSVOptions.delimiter(named: $0) != nil } == true)
    #expect(choices(stepKeys["decimal"])?.allSatisfy { CSVOptions.decimalMark(named: $0) != nil } == true)
  }

  @Test func `every key says what it is for`() {
    for (verb, keys) in verbs {
      for (key, value) in keys { #expect((value["description"] as? String)?.isEmpty == false, "\(verb): \(key)") }
    }
  }

  @Test(arguments: studies)
  func `a sample study has only keys and choices of the schema`(_ file: URL) throws {
    let root = try StudyNode(yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    let keys = try #require(schema["properties"] as? [String: Any])
    for key in root.keys { #expect(keys[key] != nil, "\(key)") }
    for key in try #require(schema["required"] as? [String]) { #expect(root.keys.contains(key), "\(key)") }
    for step in try root.mappings("steps") {
      let verb = try #require(Study.verb(of: step)).verb
      for key in step.keys {
        let known = try #require(verbs[verb]?[key], "\(key)")
        if let choices = choices(known) { #expect(choices.contains(try step.required(key)), "\(key)") }
      }
    }
    // And the reader takes it.
    #expect(try !Study(path: file.path).steps.isEmpty)
  }
}
