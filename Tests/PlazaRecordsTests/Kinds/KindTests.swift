import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaRecords

@Suite struct KindTests {
  @Test func `the interner numbers values as a dictionary does, through its growth`() {
    for seed in 0..<4 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var interner = Interner()
      var known: [[UInt8]: Int] = [:]
      for _ in 0..<6_000 {
        let length = Int.random(in: 0...(seed == 0 ? 2 : 24), using: &random)
        let value = (0..<length).map { _ in UInt8.random(in: seed == 1 ? 0...1 : 0...255, using: &random) }
        let number = value.withUnsafeBufferPointer {
          interner.number(of: $0.baseAddress ?? UnsafePointer(bitPattern: 1)!, count: $0.count)
        }
        let wanted = known[value] ?? known.count
        known[value] = wanted
        #expect(number == wanted, "seed \(seed)")
        #expect(Array(interner.value(number)) == value)
      }
      #expect(interner.count == known.count)
    }
  }

  @Test func `one text in two Unicode forms is one kind, and blanks around it do not matter`() {
    let composed = CanonicalText.of(" extorsi\u{F3}n\t".utf8)
    let decomposed = CanonicalText.of("\u{A0}extorsio\u{301}n \r\n".utf8)
    #expect(Array(composed.utf8) == Array("extorsi\u{F3}n".utf8))
    #expect(Array(decomposed.utf8) == Array(composed.utf8))
    #expect(CanonicalText.of(" \t ".utf8) == "")
    #expect(CanonicalText.of("dos  palabras".utf8) == "dos  palabras")
    #expect(CanonicalText.precedes("Z", "a") && CanonicalText.precedes("z", "ñ") && !CanonicalText.precedes("a", "a"))
  }

  @Test(arguments: [
    ("Robo", "robo"), ("robo a mano armada", "robo_a_mano_armada"), ("Extorsión", "extorsion"), ("Extorsio\u{301}n", "extorsion"),
    ("Ñandú / çedilha", "nandu_cedilha"), ("São João", "sao_joao"), ("Nº 5", "n_5"), ("--x--", "x"), ("", "blank"),
    ("¿?", "blank"),
    ("Þing", "ing"), ("Nguyễn", "nguyen"), ("ŁÓDŹ", "odz"), ("Straße", "strasse"), ("Søren", "soren"), ("Кража", "blank"),
  ])
  func `slugs are plain lower-case letters`(kind: String, slug: String) {
    #expect(Slug.slug(kind) == slug)
  }

  @Test func `slugs are cut at 48 bytes and equal ones are numbered`() {
    let long = String(repeating: "palabra ", count: 10)
    #expect(Slug.slug(long).utf8.count <= 48)
    #expect(!Slug.slug(long).hasSuffix("_"))
    #expect(Slug.unique(["", "ROBO", "Robo", "robo", "¿?"]) == ["blank", "robo", "robo_2", "robo_3", "blank_2"])
    #expect(Slug.unique(["robo", "robo 2", "róbo"]) == ["robo", "robo_2", "robo_3"])
    var random = SplitMix64(seed: 9)
    let kinds = (0..<300).map { _ in
      String((0..<Int.random(in: 0...3, using: &random)).map { _ in "aAá-".randomElement(using: &random)! })
    }
    #expect(Set(Slug.unique(kinds)).count == kinds.count)
  }

  @Test func `kinds keep their numbers when more spellings come than are remembered`() {
    var kinds = CanonicalKinds(remembering: 64)
    for row in 0..<2_000 {
      let text = (String(repeating: " ", count: row / 40) + "robo \(row % 2)" + String(repeating: " ", count: row % 40))
      let bytes = Array(text.utf8)
      let number = bytes.withUnsafeBufferPointer { kinds.number(of: $0.baseAddress!, count: $0.count) }
      if number != row % 2 { Issue.record("row \(row) is \(number)") }
    }
    #expect(kinds.names == ["robo 0", "robo 1"] && kinds.counts() == [["robo 0": 1_000], ["robo 1": 1_000]])
  }
}
