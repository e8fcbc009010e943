import Foundation
import Testing

@testable import PlazaWords

/// Whoever says a sentence fills its places: the sources are read for what they say, with the values that they give.
@Suite struct SentencePlacesTests {
  /// One `Failure(…)` or `Diagnostic(…)` with a literal id.
  struct Said: Hashable {
    var id: String
    /// Nil when the values are put together elsewhere.
    var values: Set<String>?
    var line: Int
  }

  /// What whoever refuses a word adds to what the word's type takes.
  private static let ofRefusals: Set = ["option", "given"]

  @Test func `every sentence that the sources say has its places filled`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      for said in Self.said(in: try String(contentsOf: file, encoding: .utf8)) {
        guard let sentence = Catalogue.byID[said.id], var values = said.values else { continue }
        count += 1
        if said.id.hasPrefix("takes.") { values.formUnion(Self.ofRefusals) }
        let open = Set(Template(sentence.en).places.map(\.name)).subtracting(values)
        #expect(open.isEmpty, "\(file.lastPathComponent):\(said.line) says \(said.id) without \(open.sorted())")
      }
    }
    #expect(count > 300)
  }

  @Test func `the scan finds what is said, however it is broken into lines`() {
    let source = #"""
      throw Failure(.usage, "a.b")
      notes.append(Diagnostic(
        .warning, "c.d",
        ["file": name, "text": "a \"b\" (\(other.map { ["x": $0] } ?? [:]))"]))
      throw Failure(kind(of: cause), "e.f", ["line": String(line)].merging(more) { own, _ in own })
      let g = Diagnostic(.note, id, ["h": i])
      let j = Diagnostic(.note, "k.\(l)", ["m": n])
      throw Failure(.usage, "o.p", values)
      throw Failure(.usage, "q.r", [:])
      """#
    #expect(
      Self.said(in: source) == [
        Said(id: "a.b", values: [], line: 1), Said(id: "c.d", values: ["file", "text"], line: 2),
        Said(id: "e.f", values: nil, line: 5), Said(id: "o.p", values: nil, line: 8), Said(id: "q.r", values: [], line: 9),
      ])
  }

  private static func said(in source: String) -> [Said] {
    source.matches(of: /(?:Diagnostic|Failure)\(/).compactMap { match in
      let arguments = divided(source[match.range.upperBound...])
      // The kind, the id, the values.
      guard arguments.count >= 2, arguments[1].hasPrefix("\""), arguments[1].hasSuffix("\""), !arguments[1].contains("\\")
      else { return nil }
      return Said(
        id: String(arguments[1].dropFirst().dropLast()), values: arguments.count < 3 ? [] : keys(of: arguments[2]),
        line: source[..<match.range.lowerBound].count { $0 == "\n" } + 1)
    }
  }

  /// The keys of a literal dictionary; nil for anything else.
  private static func keys(of text: String) -> Set<String>? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    let inner = text.dropFirst()
    let members = divided(inner)
    if members == [":"] { return [] }
    var keys: Set<String> = []
    for member in members where !member.isEmpty {
      guard let key = member.prefixMatch(of: /"([A-Za-z0-9_]+)"\s*:/) else { return nil }
      keys.insert(String(key.1))
    }
    return keys
  }

  /// What stands between commas up to the bracket that closes, with brackets and literals within whole.
  private static func divided(_ text: Substring) -> [String] {
    var parts = [""]
    var depth = 0
    /// How deep each literal that is open stands, for what is interpolated within it.
    var literals: [Int] = []
    var isEscaped = false
    for character in text {
      if literals.last == depth {
        parts[parts.count - 1].append(character)
        if isEscaped {
          isEscaped = false
          if character == "(" { depth += 1 }
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          literals.removeLast()
        }
        continue
      }
      switch character {
      case "\"": literals.append(depth)
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        if depth == 0 { return trimmed(parts) }
        depth -= 1
      case "," where depth == 0:
        parts.append("")
        continue
      default: break
      }
      parts[parts.count - 1].append(character)
    }
    return trimmed(parts)
  }

  private static func trimmed(_ parts: [String]) -> [String] {
    parts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }
}
