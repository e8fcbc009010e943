import Foundation
import PlazaLayers
import Testing

@testable import PlazaWords

@Suite struct CatalogueTests {
  @Test func `ids are unique, dotted and lower case`() {
    var seen: Set<String> = []
    for sentence in Catalogue.sentences {
      #expect(seen.insert(sentence.id).inserted, "\(sentence.id) stands twice")
      #expect(sentence.id.wholeMatch(of: /[a-z0-9_]+(\.[a-z0-9_]+)*/) != nil, "\(sentence.id)")
    }
  }

  @Test(arguments: Catalogue.sentences)
  func `a sentence has text in every language, with the same places of the same kind`(_ sentence: Sentence) {
    let english = kinds(of: sentence.en)
    for language in Language.allCases {
      let text = sentence.text(in: language)
      #expect(!text.isEmpty && text.first != " " && text.last != " " && !text.contains("\n"), "\(sentence.id) in \(language)")
      #expect(kinds(of: text) == english, "\(sentence.id) in \(language)")
    }
  }

  @Test(arguments: Catalogue.sentences)
  func `a sentence has no brace left over beside its places`(_ sentence: Sentence) {
    for language in Language.allCases {
      for case .text(let text) in Template(sentence.text(in: language)).pieces {
        #expect(!text.contains("{") && !text.contains("}"), "\(sentence.id) in \(language): \(text)")
      }
    }
  }

  @Test(arguments: Catalogue.sentences)
  func `no sentence calls crime a risk: that is a priority zone`(_ sentence: Sentence) {
    // Hazard, exposure and vulnerability are what risk is made of; their sentences may say so.
    guard !sentence.id.hasPrefix("hazard."), !sentence.id.hasPrefix("exposure.") else { return }
    #expect(!sentence.en.lowercased().contains(/\brisks?\b/), "\(sentence.id)")
    #expect(!sentence.es.lowercased().contains("riesgo"), "\(sentence.id)")
    #expect(!sentence.pt.lowercased().contains("risco"), "\(sentence.id)")
  }

  @Test(arguments: Account.Reason.allCases)
  func `every reason of the account is explained`(_ reason: Account.Reason) {
    #expect(Words.has(id: "account.reason.\(reason.rawValue)"))
  }

  @Test(arguments: Account.WithheldReason.allCases)
  func `every reason to withhold a record is explained`(_ reason: Account.WithheldReason) {
    #expect(Words.has(id: "account.withheld.\(reason.rawValue)"))
  }

  @Test func `every id that the sources name has its sentence`() throws {
    let uses = try sourceIDs()
    for use in uses {
      // An id that is put together begins with a group: then the group must exist.
      let isKnown = use.id.hasSuffix(".") ? Catalogue.sentences.contains { $0.id.hasPrefix(use.id) } : Words.has(id: use.id)
      #expect(isKnown, "\(use.file) says \(use.id), which no catalogue file has")
    }
  }

  @Test func `the scan finds ids however the call is broken into lines`() {
    let source = """
      throw Failure(.notUnderstood, "csv.columns", ["path": name])
      notes.append(Diagnostic(
        .warning,
        "csv.delimiter"))
      throw Failure(kind(of: cause), "crs.unknown")
      words.render(id: "output.exists") + words.render(id: "account.reason.\\(reason)")
      """
    #expect(ids(in: source) == ["csv.columns", "csv.delimiter", "crs.unknown", "output.exists"])
  }

  /// The places of a text as `name:kind`, sorted: the words of a plural differ by language, and a place may move.
  private func kinds(of text: String) -> [String] {
    // A sentence may need the agreeing word more often in one language than in another.
    Set(
      Template(text).places.map { place in
        switch place.form {
        case .plain: "\(place.name)"
        case .int, .counted, .plural: "\(place.name):int"
        case .number: "\(place.name):number"
        case .percent: "\(place.name):percent"
        case .share: "\(place.name):share"
        case .date: "\(place.name):date"
        case .id: "\(place.name):id"
        }
      }
    ).sorted()
  }

  private func sourceIDs() throws -> [(file: String, id: String)] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let sources = root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var result: [(file: String, id: String)] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      for id in ids(in: try String(contentsOf: file, encoding: .utf8)) { result.append((file.lastPathComponent, id)) }
    }
    return result
  }

  /// The literal ids in calls of `Diagnostic`, `Failure`, `render` and `StyleText.sentence`; an id with an interpolation is for a test of its own.
  private func ids(in source: String) -> [String] {
    let call = /(?:(?:Diagnostic|Failure)\([^",]+,\s*|render\(\s*id:\s*|\.sentence\(\s*)"([^"\\]+)"/
    return source.matches(of: call).map { String($0.output.1) }
  }
}
