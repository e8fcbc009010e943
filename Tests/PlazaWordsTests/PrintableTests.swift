import Testing

@testable import PlazaWords

@Suite struct PrintableTests {
  private func line(_ value: String) -> String { Words(.en).render(id: "input.missing", values: ["path": value]) }

  @Test func `what a file holds is shown and does nothing`() {
    #expect(line("a\u{1B}[2Jb").contains("a\\u{1b}[2Jb"))
    #expect(line("a\u{9B}31m").contains("\\u{9b}31m"))
    #expect(line("a\u{202E}b").contains("a\\u{202e}b"))
    #expect(!line("a\nplaza: all is well").contains("\n") && line("a\r\nb").contains("a  b"))
    #expect(line("Peñón «ñ» 中").contains("Peñón «ñ» 中"))
  }

  @Test func `a value without end is cut, and an unknown id too`() {
    #expect(line(String(repeating: "á", count: 100_000)).count < 1_000)
    #expect(!Words(.en).render(id: "nothing.such", values: ["a": "x\u{1B}c"]).contains("\u{1B}"))
  }
}
