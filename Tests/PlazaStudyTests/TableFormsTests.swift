import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

/// Layers and tables in the form that their names ask for.
@Suite struct TableFormsTests {
  private let folder = TemporaryFolder()

  private func words(_ outputs: String...) -> [String] {
    folder.write(
      "a.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]},"properties":{"codigo":"001","poblacion":5000}},{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1,0],[2,0],[2,1],[1,1],[1,0]]]},"properties":{"codigo":"002","poblacion":7000}}]}"#
    )
    folder.write(
      "p.csv",
      "lon,lat,delito,fecha\n0.2,0.5,robo,2020-01-02\n0.4,0.5,robo,2020-05-02\n1.5,0.5,hurto con violencia,2020-07-01\n9,9,robo,2020-12-31\nx,9,robo,2020-12-31\n"
    )
    return ["p.csv", "--areas", "a.geojson", "--by", "delito", "--when", "fecha", "--population", "poblacion"] + outputs
  }

  private func run(_ outputs: [String], language: String = "es") async throws {
    let files = OutputSet(force: true)
    var step = try step(JoinVerb.self, words() + outputs, folder: folder.path)
    step.destinations = step.destinations.prefixed { folder.path + "/" + $0 }
    _ = try await step.run(into: files, StepContext(language: language, jobs: 2))
    try files.commit()
  }

  private func notes(_ name: String) throws -> String {
    let archive = try ZipArchive(path: folder.path + "/" + name, name: name)
    let sheet = try #require(archive.entries.first { $0.name == "xl/worksheets/sheet2.xml" })
    return String(decoding: try archive.bytes(sheet, limit: 1 << 20), as: UTF8.self)
  }

  private func table(_ name: String) throws -> [[String]] {
    let table = try Formats.open(folder.path + "/" + name).table()
    return [table.header] + table.rows.map { row in table.header.indices.map { row[$0] } }
  }

  @Test func `a workbook holds the rows of the CSV, and a sheet that explains them`() async throws {
    try await run(["--table", "t.csv", "--tagged", "g.csv"])
    let (rows, tagged) = (try table("t.csv"), try table("g.csv"))
    try await run(["--table", "t.xlsx", "--tagged", "g.xlsx", "--rejects", "r.xlsx"])
    #expect(try table("t.xlsx") == rows && table("g.xlsx") == tagged && rows.count > 3)
    #expect(try table("r.xlsx")[1].prefix(2) == ["6", "bad_number"])
    // The sheet says who may see the table, so no file does.
    #expect(folder.read("t.csv.release.json") != nil && folder.read("t.xlsx.release.json") == nil)
    let told = try notes("t.xlsx")
    #expect(told.contains("<t>Uso interno: sin revisión para publicarse, puede delatar a personas.</t>"))
    #expect(told.contains("<t>leídos</t></is></c><c r=\"B") && told.contains("<v>5</v>"))
    #expect(told.contains("<t>Registros</t>") && told.contains("<t>Código del área</t>"))
    try await run(["--table", "e.xlsx"], language: "en")
    #expect(try notes("e.xlsx").contains("<t>Code of the area</t>"))
  }

  @Test(arguments: [("es-CO", true), ("es-SV", false), ("en", false)])
  func `a table is written for the Excel of a country`(_ region: String, _ comma: Bool) async throws {
    try await run(["--table", "plain.csv"])
    try await run(["--table", "x.csv", "--csv-excel", region])
    let text = try #require(folder.text("x.csv"))
    #expect(text.hasPrefix(comma ? "\u{FEFF}code;category;" : "\u{FEFF}code,category,") && text.hasSuffix("\r\n"))
    let (plain, own) = (try table("plain.csv"), try table("x.csv"))
    #expect(plain[0] == own[0] && plain.count == own.count)
    let rate = try #require(plain[0].firstIndex(of: "rate"))
    for (mine, theirs) in zip(own.dropFirst(), plain.dropFirst()) {
      #expect(mine[rate] == (comma ? String(theirs[rate].map { $0 == "." ? "," : $0 }) : theirs[rate]))
    }
  }

  @Test func `countries have the marks that they write with`() {
    let comma = ["es", "es-ES", "es-AR", "es_CL", "es-BO", "es-CR", "pt", "pt-BR", "en-ZA"]
    let point = ["en", "en-US", "es-MX", "es-sv", "es-GT", "es-PE", "es-419"]
    for tag in comma { #expect(ExcelRegion(argument: tag)?.form == .excel(decimalComma: true), "\(tag)") }
    for tag in point { #expect(ExcelRegion(argument: tag)?.form == .excel(decimalComma: false), "\(tag)") }
    for tag in ["", "fr", "es-", "es-MEX", "es-M1", "es-MX-x"] { #expect(ExcelRegion(argument: tag) == nil, "\(tag)") }
  }

  @Test func `what is not written in a form is refused before the work`() {
    #expect(refusal { _ = try step(JoinVerb.self, words("--csv-excel", "es-MX")) }?.id == "usage.needs")
    #expect(refusal { _ = try step(JoinVerb.self, words("--csv-excel", "es-MX", "--table", "t.xlsx")) }?.id == "usage.needs")
    for name in ["t.shp", "t.ods", "t.geojson"] {
      let found = refusal { _ = try step(JoinVerb.self, words("--table", name)) }
      #expect(found?.id == "output.form" && found?.values["endings"] == ".csv, .xlsx", "\(name)")
    }
    let found = refusal { _ = try step(JoinVerb.self, words("-o", "t.xlsx")) }
    #expect(found?.id == "output.form" && found?.values["endings"]?.contains(".shp.zip") == true)
  }

  @Test func `a shapefile's style uses the names that its fields have`() async throws {
    try await run(["-o", "m.shp"])
    let fields = try Formats.open(folder.path + "/m.shp").layer().layer.columns.map(\.name)
    let style = try #require(folder.text("m.qml"))
    let attribute = try #require(style.split(separator: "attr=\"").dropFirst().first?.prefix { $0 != "\"" })
    let used = attribute.split(separator: "&quot;").map(String.init).first { fields.contains($0) } ?? String(attribute)
    #expect(fields.contains(used), "\(attribute)")
    // The whole name is what people read.
    #expect(style.contains("name=\"Tasa por 100") && folder.read("m.shp.release.json") != nil)
    let aliases = style.split(separator: "<alias ").dropFirst().map { $0.split(separator: "field=\"")[1].prefix { $0 != "\"" } }
    #expect(!aliases.isEmpty && aliases.allSatisfy { fields.contains(String($0)) })
  }
}
