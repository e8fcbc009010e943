import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite("JSON scanner")
struct JSONScannerTests {
  private func fault(_ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
      try JSONScanner.validate(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "The JSON test suite: every y_ file is read, every n_ file refused inside itself",
    .enabled(if: SharedData.isPresent, "no shared data"))
  func testSuite() throws {
    let files = SharedData.files(under: "nasty/json_test_suite/test_parsing")
    #expect(files.count > 100)
    for path in files {
      let name = String(path.split(separator: "/").last!)
      let bytes = try #require(SharedData.bytes(path))
      let fault = fault(bytes)
      if name.hasPrefix("y_") { #expect(fault == nil, "\(name)") }
      if name.hasPrefix("n_") {
        #expect(fault != nil, "\(name)")
        #expect((fault?.byteOffset ?? -1) <= bytes.count, "\(name)")
        #expect((fault?.byteOffset ?? -1) >= 0, "\(name)")
      }
      // As a layer: an error or a result, never a crash.
      _ = try? readLayer(bytes)
    }
  }

  @Test(
    "Errors name the reason and the byte",
    arguments: [
      ("", JSONError.Reason.unexpectedEnd, 0), ("[1,]", .unexpectedByte(0x5D), 3), ("[1 2]", .unexpectedByte(0x32), 3),
      ("{\"a\" 1}", .unexpectedByte(0x31), 5), ("{a:1}", .unexpectedByte(0x61), 1), ("[tru]", .unexpectedByte(0x5D), 4),
      ("[01]", .badNumber, 2), ("[-]", .badNumber, 2), ("[1.]", .badNumber, 3), ("[\"\\q\"]", .badEscape, 3),
      ("[\"\\u12g4\"]", .badEscape, 6), ("[\"a\nb\"]", .controlCharacter(0x0A), 3), ("[\"abc", .unexpectedEnd, 5),
      ("[1] 2", .unexpectedByte(0x32), 4), ("{\"a\":1,}", .unexpectedByte(0x7D), 7), ("nul", .unexpectedEnd, 3),
      ("\"\\", .unexpectedEnd, 2), ("[1", .unexpectedEnd, 2),
    ])
  func reasons(text: String, reason: JSONError.Reason, offset: Int) {
    #expect(fault(Array(text.utf8)) == JSONError(reason, byteOffset: offset))
  }

  @Test("UTF-8 is neither overlong, nor of surrogates, nor beyond U+10FFFF, nor cut")
  func utf8() {
    let bad: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xFF], [0xC3, 0x28],
    ]
    for bytes in bad {
      for lead in 0...9 {
        let text = [0x22] + [UInt8](repeating: 0x61, count: lead) + bytes + [0x22]
        #expect(fault(text) == JSONError(.badUTF8, byteOffset: 1 + lead))
      }
    }
    var random = SplitMix64(seed: 4)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0x80...0xFF, using: &random) : UInt8.random(in: 0x61...0x7A, using: &random)
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((fault([0x22] + bytes + [0x22]) == nil) == isValid, "\(bytes)")
    }
    #expect(fault(Array("\"ñandú 😀 \u{10FFFF}\"".utf8)) == nil)
  }

  @Test("Depth is limited to 128, whatever nests")
  func depth() {
    func nested(_ open: String, _ close: String, _ count: Int) -> [UInt8] {
      Array((String(repeating: open, count: count) + "1" + String(repeating: close, count: count)).utf8)
    }
    #expect(fault(nested("[", "]", 128)) == nil)
    #expect(fault(nested("[", "]", 129)) == JSONError(.tooDeep, byteOffset: 128))
    #expect(fault(nested("{\"a\":", "}", 128)) == nil)
    #expect(fault(nested("{\"a\":", "}", 129)) == JSONError(.tooDeep, byteOffset: 640))
    #expect(fault([UInt8](repeating: 0x5B, count: 100_000)) == JSONError(.tooDeep, byteOffset: 128))
  }

  @Test("Escapes stand for what RFC 8259 says; half a surrogate pair for U+FFFD")
  func escapes() throws {
    func text(_ json: String) throws -> String {
      let bytes = PaddedBytes(Array(json.utf8))
      let base = UnsafePointer(bytes.base)
      var scanner = JSONScanner(base, end: base + bytes.count, base: base, origin: 0)
      return try scanner.string().text
    }
    #expect(try text(#""a\"b\\c\/d\b\f\n\r\t""#) == "a\"b\\c/d\u{8}\u{C}\n\r\t")
    #expect(try text(#""\u00e1\uD83D\uDE00\u20AC""#) == "á😀€")
    #expect(try text(#""\ud83d x \ude00\ud83d\u0041""#) == "\u{FFFD} x \u{FFFD}\u{FFFD}A")
  }

  @Test("What is written as a JSON string is read back the same")
  func stringRoundTrip() throws {
    var random = SplitMix64(seed: 9)
    for _ in 0..<2000 {
      let text = String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...30, using: &random)).map { _ in
            Unicode.Scalar(UInt32.random(in: 0...0x2FF, using: &random)) ?? "x"
          }))
      var bytes: [UInt8] = []
      appendJSONString(text, to: &bytes)
      let padded = PaddedBytes(bytes)
      let base = UnsafePointer(padded.base)
      var scanner = JSONScanner(base, end: base + padded.count, base: base, origin: 0)
      #expect(try scanner.string().text == text)
      #expect(scanner.p == scanner.end)
    }
  }
}
