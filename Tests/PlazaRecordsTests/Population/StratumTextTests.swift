import Testing

@testable import PlazaRecords

@Suite struct StratumTextTests {
  @Test(arguments: [
    ("0-4", "0-4"), ("00 a 04", "0-4"), ("5–9", "5-9"), ("De 5 a 9 años", "5-9"), ("10 to 14 years", "10-14"),
    ("15 e 19 anos", "15-19"),
    ("80+", "80+"), ("80 y más", "80+"), ("80 ou mais", "80+"), ("80 años y más", "80+"), ("85 and over", "85+"),
    ("60 a más", "60+"),
    ("menores de 5 años", "0-4"), ("Menos de 1", "0"), ("<1", "0"), ("under 15", "0-14"), ("47", "47"), ("47.0", "47"),
    ("47,9", "47"),
    (" 7 ", "7"), ("7 años", "7"), ("3 meses", "0"), ("18 meses", "1"), ("20 días", "0"), ("100 y más", "100+"),
  ])
  func `an age is read as people write it`(_ text: String, _ label: String) {
    guard case .group(let group) = AgeText.read(text) else {
      Issue.record("\(text) was not read")
      return
    }
    #expect(group.label == label, "\(text)")
  }

  @Test(arguments: ["05-sep", "9-5", "-1", "999", "1-2-3", "adulto", "5/9"])
  func `what is no age is not read as one`(_ text: String) { #expect(AgeText.read(text) == .unreadable) }

  @Test func `unknown and total have words of their own`() {
    for text in ["", "  ", "No especificado", "Ignorado", "n/a", "sin dato", "NS"] {
      #expect(AgeText.read(text) == .unknown, "\(text)")
    }
    for text in ["Total", "todas", "Todas las edades", "all ages"] { #expect(AgeText.read(text) == .total, "\(text)") }
    #expect(SexText.read("Ambos sexos") == .total && SexText.read("") == .unknown && SexText.read("gato") == .unreadable)
  }

  @Test func `M beside H is women, beside F men`() throws {
    func meaning(_ texts: [String]) throws -> Sex {
      try texts.reduce(into: SexEvidence()) { $0.formUnion(SexEvidence.of($1)) }.meaningOfM(file: "", field: "")
    }
    #expect(try meaning(["M", "H"]) == .female)
    #expect(try meaning(["m", " f "]) == .male)
    #expect(try meaning(["M", "Hombre"]) == .female)
    #expect(try meaning(["M", "Femenino"]) == .male)
    #expect(throws: (any Error).self) { try meaning(["M", "mujer"]) }
  }
}
