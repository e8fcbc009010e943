import PlazaLayers
import Testing

@Suite struct WordsOfTablesTests {
  @Test(arguments: [
    "", "  ", "NULL", "n/a", "#N/A", "\\N", "(null)", "S/D", "sin dato", "SIN  DATO", "No disponible", "Não informado", "-", "–",
    "*", "\u{A0}", "ignorado",
  ])
  func `words for nothing known are one list`(text: String) { #expect(MissingText.matches(text)) }

  @Test(arguments: ["0", "5", "-5", "robo", "nada", "norte", "2024-01-01", "no"])
  func `what says something is not among them`(text: String) { #expect(!MissingText.matches(text)) }

  @Test func `kinds are compared without case, accents and repeated blanks, and with their signs`() {
    let robo = ["ROBO A CASA", "Robo a casa", "RÓBO  A CASA", "robo\u{A0}a casa ", "ro\u{301}bo a casa"]
    #expect(Set(robo.map(KindName.folded)) == ["robo a casa"])
    #expect(KindName.folded("LESIONES > 30") != KindName.folded("LESIONES < 30") && KindName.folded("-") == "-")
  }

  @Test(arguments: [
    "TOTAL", "Total", "Subtotal", "sub-total", "Suma", "Total general", "GRAN TOTAL", "geral", "Total geral", "Grand total",
  ])
  func `words of totals are found`(text: String) { #expect(TotalWords.part(of: text) == "") }

  @Test func `a total says of what it is, and other words are no totals`() {
    #expect(TotalWords.part(of: "Total Milpa Alta") == "milpa alta" && TotalWords.part(of: "Total de robos") == "robos")
    for text in ["robo", "Totana", "Sumapaz", "General Belgrano", "Geraldo", "Robo total", ""] {
      #expect(!TotalWords.isTotal(text), "\(text)")
    }
  }

  private func date(_ text: String, _ order: DateOrder = .yearMonthDay) -> DateText.Result {
    var text = text
    return text.withUTF8 { DateText.parse($0.baseAddress!, count: $0.count, order: order) }
  }

  @Test(
    arguments: [
      "13-ene-24", "13/ene/2024", "13 de enero de 2024", "13-Jan-24", "13.ENE.2024", "Jan 13, 2024", "2024-ene-13", "13ene2024",
      "sábado 13 de enero de 2024", "13 de janeiro de 2024", "13 January 2024",
    ], DateOrder.allCases)
  func `months in words are read in every order`(text: String, order: DateOrder) {
    let day = CivilDate.day(year: 2024, month: 1, day: 13)!
    #expect(date(text, order) == .moment(Moment(day: day, secondOfDay: 0, precision: .day)))
  }

  @Test func `a month in words may have a time, or no day`() {
    let day = CivilDate.day(year: 2024, month: 10, day: 1)!
    #expect(date("01-Oct-24 16:30") == .moment(Moment(day: day, secondOfDay: 59_400, precision: .minute)))
    #expect(date("octubre de 2024") == .moment(Moment(day: day, secondOfDay: 0, precision: .month)))
    for text in ["32-ene-24", "13-xyz-24", "ene", "13 ene", "ene 24", "13-ene-24x"] {
      #expect(date(text) == .unreadable, "\(text)")
    }
  }

  @Test(arguments: ["S/D", "NULL", "sin fecha", "0000-00-00", "00/00/0000", "\\N"])
  func `a date that says that nobody knows is blank`(text: String) { #expect(date(text, .dayMonthYear) == .blank) }

  @Test func `a column of months in words has no doubtful order`() throws {
    let values = ["01-Oct-24", "S/D", "03-feb-24"].map { Array($0.utf8) }
    #expect(try DateOrderGuess.order(of: values, field: "f", file: "p") == .yearMonthDay)
    let mixed = ["S/D", "S/D", "S/D", "13/02/2024"].map { Array($0.utf8) }
    #expect(try DateOrderGuess.order(of: mixed, field: "f", file: "p") == .dayMonthYear)
  }
}
