import Testing

@testable import PlazaWords

@Suite struct NumberStyleTests {
  @Test(arguments: [
    ("0", "0"), ("7", "7"), ("999", "999"), ("1000", "1 000"), ("10423", "10 423"), ("1302640", "1 302 640"),
    ("-1302640.5", "-1 302 640.5"), ("+5", "5"), ("1234.50", "1 234.50"), ("0.0312", "0.0312"), ("1e-05", "1e-05"),
    ("nan", "nan"), ("inf", "inf"), ("", ""), ("12 areas", "12 areas"), ("2016-01", "2016-01"),
  ])
  func `thousands are grouped by a narrow space and the rest stays`(_ machine: String, _ shown: String) {
    #expect(NumberStyle(.es).number(machine) == shown.replacing(" ", with: machine.contains(" ") ? " " : "\u{202F}"))
    #expect(NumberStyle(.en).number(machine) == NumberStyle(.es).number(machine))
  }

  @Test func `Portuguese has the decimal comma`() {
    #expect(NumberStyle(.pt).number("1302640.5") == "1\u{202F}302\u{202F}640,5")
    #expect(NumberStyle(.pt).number("0.5", decimals: 2) == "0,50")
    #expect(NumberStyle(.pt).percent("0.0312") == "3,1\u{202F}%")
  }

  @Test(arguments: [
    ("12.3456789012", 1, "12.3"), ("12.35", 1, "12.4"), ("-0.04", 1, "0.0"), ("-0.06", 1, "-0.1"), ("0.999", 2, "1.00"),
    ("1234.5678", 0, "1 235"), ("5", 3, "5.000"), ("1e300", 1, "1e300"), ("x", 1, "x"),
  ])
  func `decimals are rounded`(_ machine: String, _ decimals: Int, _ shown: String) {
    #expect(NumberStyle(.en).number(machine, decimals: decimals) == shown.replacing(" ", with: "\u{202F}"))
  }

  @Test(arguments: [
    ("0", "0 %"), ("1", "100 %"), ("0.0312", "3.1 %"), ("0.5", "50.0 %"), ("0.0005", "0.1 %"), ("0.0004", "< 0.1 %"),
    ("0.9996", "> 99.9 %"), ("0.9994", "99.9 %"), ("-0.25", "-25.0 %"), ("13.5", "1 350.0 %"), ("nan", "nan"),
  ])
  func `a share never rounds to nothing or to everything`(_ machine: String, _ shown: String) {
    let expected = shown.replacing("< ", with: "<").replacing("> ", with: ">").replacing(" ", with: "\u{202F}")
    #expect(NumberStyle(.es).percent(machine).replacing("< ", with: "<").replacing("> ", with: ">") == expected)
  }
}

@Suite struct DateStyleTests {
  @Test(arguments: [
    (Language.es, "2024-10-15", "15 de octubre de 2024"), (.es, "2024-01-01", "1 de enero de 2024"),
    (.pt, "2024-10-15", "15 de outubro de 2024"), (.pt, "2024-03-01", "1º de março de 2024"),
    (.en, "2024-10-05", "5 October 2024"), (.es, "2024", "2024"), (.es, "2024-10", "2024-10"), (.es, "2024-13-01", "2024-13-01"),
    (.es, "barrios.csv", "barrios.csv"), (.es, "", ""),
  ])
  func `a day is said, and what is no day stays`(_ language: Language, _ machine: String, _ said: String) {
    #expect(Words(language).date(machine) == said)
  }

  @Test func `a share that is whole has no decimal`() {
    for (machine, said) in [("0.2", "20 %"), ("0.039", "3.9 %"), ("0", "0 %"), ("1", "100 %")] {
      #expect(NumberStyle(.es).share(machine) == said.replacing(" ", with: "\u{202F}"))
    }
    #expect(NumberStyle(.pt).share("0.2") == "20\u{202F}%")
  }
}
