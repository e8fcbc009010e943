import Testing

@testable import PlazaStudy

@Suite struct YAMLDocumentTests {
  private func read(_ text: String) throws(YAMLError) -> YAMLNode? { try YAMLDocument.read(Array(text.utf8)) }

  private func error(_ bytes: [UInt8]) -> YAMLError? {
    do {
      _ = try YAMLDocument.read(bytes)
      return nil
    } catch { return error }
  }

  private func error(_ text: String) -> YAMLError? { error(Array(text.utf8)) }

  /// A node as one line: scalars in quotes, with the line that each begins in.
  private func told(_ node: YAMLNode?) -> String {
    switch node {
    case nil: "nothing"
    case .scalar(let text, let line): "'\(text)'@\(line)"
    case .sequence(let items, _): "[" + items.map { told($0) }.joined(separator: ", ") + "]"
    case .mapping(let members, _): "{" + members.map { "\(told($0.key)): \(told($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  @Test(
    arguments: [
      ("", "nothing"), ("# a comment\n\n", "nothing"),
      (
        "a: no\nb: 007\nc: 1_000\nd: ~\ne: 2016-10-01\n",
        "{'a'@1: 'no'@1, 'b'@2: '007'@2, 'c'@3: '1_000'@3, 'd'@4: '~'@4, 'e'@5: '2016-10-01'@5}"
      ),
      ("a:\nb: ''\n", "{'a'@1: ''@1, 'b'@2: ''@2}"),
      ("a:\n  - x\n  - [y, z]\n", "{'a'@1: ['x'@2, ['y'@3, 'z'@3]]}"),
      ("a: |\n  one\n  two\nb: 'it''s'\n", "{'a'@1: 'one\ntwo\n'@1, 'b'@4: 'it's'@4}"),
      ("{\"a\": [1, 2.50, true], \"b\": \"\\u00e9\"}", "{'a'@1: ['1'@1, '2.50'@1, 'true'@1], 'b'@1: 'é'@1}"),
      ("--- \na: 1\n...\n", "{'a'@2: '1'@2}"), ("%YAML 1.1\n---\na: 1\n", "{'a'@3: '1'@3}"),
    ])
  func `every scalar is its text, with its line`(text: String, wanted: String) throws {
    #expect(told(try read(text)) == wanted)
  }

  @Test func `lines end as they do on any system, and a mark of byte order is none of the text`() throws {
    let wanted = "{'a'@1: '1'@1, 'b'@2: ['x'@3, 'y'@4]}"
    for end in ["\n", "\r\n", "\r"] {
      let text = ["a: 1", "b:", "  - x", "  - y", ""].joined(separator: end)
      #expect(told(try read(text)) == wanted, "\(end.debugDescription)")
      #expect(told(try read("\u{FEFF}" + text)) == wanted, "\(end.debugDescription) after a mark of byte order")
    }
  }

  @Test func `a file that an editor wrote as UTF-16 is the same`() throws {
    let text = "a: 1\nñ: [x, 😀]\n"
    for isLittle in [true, false] {
      let bytes = [0xFEFF] + text.utf16
      let written = bytes.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isLittle ? [low, high] : [high, low]
      }
      #expect(told(try YAMLDocument.read(written)) == "{'a'@1: '1'@1, 'ñ'@2: ['x'@2, '😀'@2]}", "little end first: \(isLittle)")
    }
  }

  @Test func `a tab parts words, and indents nothing`() throws {
    #expect(told(try read("a:\tx\ty\n")) == "{'a'@1: 'x\ty'@1}")
    #expect(error("a:\n\tb: 1\n")?.line == 2)
    #expect(error("a:\n  b: 1\n\tc: 2\n")?.line == 3)
  }

  @Test func `an alias is what it stands for, wherever it stands`() throws {
    #expect(told(try read("a: &x [1, 2]\nb: *x\n")) == "{'a'@1: ['1'@1, '2'@1], 'b'@2: ['1'@1, '2'@1]}")
    // The nearest before it, when a name is given twice.
    #expect(told(try read("a: &x 1\nb: &x 2\nc: *x\n")) == "{'a'@1: '1'@1, 'b'@2: '2'@2, 'c'@3: '2'@2}")
    #expect(told(try read("&k a: 1\nb: *k\n")) == "{'a'@1: '1'@1, 'b'@2: 'a'@1}")
    #expect(error("a: 1\nb: *x\n") == YAMLError(reason: "unknown alias: x", line: 2))
    // Nothing is part of itself.
    #expect(error("a: &x\n  - *x\n") == YAMLError(reason: "unknown alias: x", line: 2))
  }

  @Test func `what would grow beyond all measure is refused where it begins to`() {
    // Ten to the ninth values in ten lines.
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(error(text) == YAMLError(reason: "too many values", line: 6))
    // As many as are allowed are read.
    let few = text.split(separator: "\n").prefix(5).joined(separator: "\n")
    #expect(error(few) == nil)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", 3), ("a: 1\n\"a\": 2\n", 2), ("&k a: 1\nb: 2\n*k : 3\n", 3), ("{a: 1,\n a: 2}", 2),
  ])
  func `a key stands once in its mapping`(text: String, line: Int) throws {
    let found = try #require(error(text))
    #expect(found.reason == "repeated key: a" && found.line == line, "\(found)")
    #expect(error("x: {a: 1}\ny: {a: 2}\n") == nil)
  }

  @Test(arguments: [("a: 1\n---\nb: 2\n", 2), ("a: 1\n...\n---\nb: 2\n", 3), ("---\n---\n", 2)])
  func `a file is one document`(text: String, line: Int) {
    #expect(error(text) == YAMLError(reason: "a second document begins here", line: line))
  }

  @Test func `values are nested to a depth, by aliases too`() {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(error(nested(YAMLDocument.depthLimit)) == nil)
    #expect(error("\n" + nested(YAMLDocument.depthLimit + 1)) == YAMLError(reason: "nested too deeply", line: 2))
    for depth in [1_000, 100_000] { #expect(error(nested(depth)) != nil, "\(depth)") }
    let chain = ["- &a0 x"] + (1...100).map { "- &a\($0) [*a\($0 - 1)]" }
    #expect(error(chain.joined(separator: "\n")) == YAMLError(reason: "nested too deeply", line: 64))
  }

  @Test(
    arguments: [
      ("a: [1, 2\nb: 3\n", 2), ("a: 'x\n", 2), ("a: 1\n  b: 2\n", 2), ("a: @x\n", 1), ("a: 1\n- b\n", 2), ("a: }\n", 1),
      ("a: 1\nb: 2\nc: \"\\q\"\n", 3), ("a: 1\nb: \u{1}\n", 2),
    ])
  func `what is wrong is told with its line`(text: String, line: Int) throws {
    let found = try #require(error(text), "\(text)")
    #expect(found.line == line && !found.reason.isEmpty, "\(text.debugDescription): \(found)")
  }

  @Test func `bytes that are no text are told with their line`() throws {
    let found = try #require(error(Array("a: 1\nb: 2\nc: ".utf8) + [0xFF, 0x0A]))
    #expect(found.line == 3 && !found.reason.isEmpty, "\(found)")
    #expect(error(Array("a: \u{D7FF}\u{10000}\n".utf8)) == nil)
  }
}
