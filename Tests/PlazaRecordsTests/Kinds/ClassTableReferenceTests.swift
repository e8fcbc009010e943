import Foundation
import PlazaRecords
import PlazaTesting
import Testing

@Suite("The classes that ship")
struct ClassTableReferenceTests {
  @Test("read without a problem, with every code in the list of codes and the title it has there")
  func read() throws {
    let table = try ReferenceTables.classes()
    #expect(table.countries == ["BO", "CO", "MX", "PE", "SV"])
    #expect(table.names(ofCountry: "MX").count == 317)
  }

  @Test("list the eleven sections and only codes whose sections and divisions are listed too")
  func codes() throws {
    let titles = try ReferenceTables.titles()
    #expect(titles.keys.filter { $0.count == 2 }.sorted() == (1...11).map { $0 < 10 ? "0\($0)" : "\($0)" })
    for (code, title) in titles {
      #expect([2, 4, 5, 6].contains(code.count) && code.allSatisfy(\.isNumber) && !title.isEmpty)
      #expect(titles[String(code.prefix(2))] != nil, "\(code)")
      if code.count > 4 { #expect(titles[String(code.prefix(4))] != nil, "\(code)") }
    }
    let rows = try ReferenceTables.rows("iccs.csv").dropFirst()
    #expect(rows.allSatisfy { ["title", "subject", "parent"].contains($0.cells[3]) && !$0.cells[2].isEmpty })
  }

  @Test("are written in NFC, without blanks at the ends of cells, each country, name and code once, all as proposals")
  func form() throws {
    let rows = try ReferenceTables.rows("classes.csv")
    #expect(
      rows[0].cells.joined(separator: ",")
        == "country,source,name,iccs,iccs_name,share,intentional,completed,sensitive,unit,status,note")
    var seen: Set<[String]> = []
    for row in rows.dropFirst() {
      #expect(row.cells.count == 12, "line \(row.line)")
      for cell in row.cells {
        // Strings compare by canonical equivalence, so their bytes are compared.
        #expect(Array(cell.utf8) == Array(cell.precomposedStringWithCanonicalMapping.utf8), "line \(row.line)")
        #expect(cell == cell.trimmingCharacters(in: .whitespaces), "line \(row.line)")
      }
      #expect(seen.insert([row.cells[0], row.cells[2], row.cells[3]]).inserted, "line \(row.line)")
      #expect(row.cells[10] == "proposal" && !row.cells[1].isEmpty, "line \(row.line)")
      if row.cells[3].isEmpty { #expect(!row.cells[11].isEmpty, "line \(row.line) has neither class nor note") }
    }
  }

  @Test(
    "put crimes where the classification's definitions do",
    arguments: [
      ("HOMICIDIO POR ARMA DE FUEGO", "0101"), ("FEMINICIDIO", "0101"), ("TENTATIVA DE HOMICIDIO", "0102"),
      ("HOMICIDIO CULPOSO POR TRÁNSITO VEHICULAR (ATROPELLADO)", "01032"), ("LESIONES CULPOSAS", "0206"),
      ("LESIONES INTENCIONALES POR ARMA DE FUEGO", "020111"), ("AMENAZAS", "0201"), ("VIOLENCIA FAMILIAR", "0201"),
      ("EXTORSION", "0205"), ("SECUESTRO", "020221"), ("DESAPARICION FORZADA DE PERSONAS", "020222"),
      ("VIOLACION", "03011"), ("ABUSO SEXUAL", "03012"), ("ACOSO SEXUAL", "030122"), ("INCESTO", "0802"),
      ("ROBO A TRANSEUNTE EN VIA PUBLICA CON VIOLENCIA", "0401"), ("ROBO DE MERCANCIA A TRANSPORTISTA C/V", "0401"),
      ("ROBO A CASA HABITACION CON VIOLENCIA", "0401"), ("ROBO A CASA HABITACION SIN VIOLENCIA", "05012"),
      ("ROBO DE MOTOCICLETA SIN VIOLENCIA", "050211"), ("ROBO DE ACCESORIOS DE AUTO", "05021"),
      ("NARCOMENUDEO POSESION SIMPLE", "0601"), ("FRAUDE", "0701"), ("DAÑO EN PROPIEDAD AJENA INTENCIONAL", "0504"),
      ("TALA", "1004"), ("TORTURA", "11011"),
    ])
  func samples(name: String, code: String) throws {
    #expect(try ReferenceTables.classes().classes(ofKind: name, country: "MX").map(\.code) == [code])
  }

  @Test("mark as sensitive every class of section 03 and every name of family, sexual or child crimes")
  func sensitive() throws {
    let table = try ReferenceTables.classes()
    let words = ["SEXUAL", "FAMILIAR", "FEMINICIDIO", "MENOR", "INFANTE", "INTRAFAMILIAR", "DOMÉSTICA"]
    for country in table.countries {
      for name in table.names(ofCountry: country) {
        let isOfSection = table.classes(ofKind: name, country: country).contains { $0.code(atLevel: 1) == "03" }
        let isNamed = words.contains { name.uppercased().contains($0) }
        if isOfSection || isNamed { #expect(table.isSensitive(kind: name, country: country) == true, "\(name)") }
      }
    }
    #expect(table.isSensitive(kind: "FRAUDE", country: "MX") == false)
  }

  @Test("call attempted what a name calls an attempt, and unintended what it calls culposo")
  func attempts() throws {
    let table = try ReferenceTables.classes()
    for name in table.names(ofCountry: "MX") {
      for found in table.classes(ofKind: name, country: "MX") where found.code != nil {
        #expect((found.completion == .attempted) == name.hasPrefix("TENTATIVA"), "\(name)")
        #expect((found.isIntentional == .no) == name.contains("CULPOS"), "\(name)")
      }
    }
  }

  @Test(
    "have every crime name of Mexico City's records, and a division of the classification for nine records in ten",
    .enabled(if: ReferenceTables.hasCrimes, "the shared data are not beside the repository"))
  func crimes() throws {
    let table = try ReferenceTables.classes()
    let names = try ReferenceTables.crimeNames()
    #expect(names.values.reduce(0, +) == 1_302_640)
    #expect(table.unmapped(kinds: names.keys, country: "MX").isEmpty)
    #expect(Set(names.keys.map { $0.trimmingCharacters(in: .whitespaces) }) == Set(table.names(ofCountry: "MX")))
    var atDivision = 0
    var withoutClass = 0
    for (name, count) in names {
      let classes = table.classes(ofKind: name, country: "MX")
      if classes.allSatisfy({ $0.code(atLevel: 2) != nil }) { atDivision += count }
      if classes.allSatisfy({ $0.code == nil }) { withoutClass += count }
    }
    #expect(atDivision == 1_173_715)
    #expect(withoutClass == 24_882)
  }
}
