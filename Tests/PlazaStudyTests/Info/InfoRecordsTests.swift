import PlazaAnalysis
import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaStudy

@Suite struct InfoRecordsTests {
  private let folder = TestFolder()

  @Test func `every record is counted in its state, and the states add up`() async throws {
    var text = "id;lon;lat;tipo;fecha\n"
    var random = SplitMix64(seed: 7)
    var expected: [RecordState: Int] = [:]
    for row in 0..<5_000 {
      let place: (String, RecordState)
      switch Int.random(in: 0..<20, using: &random) {
      case 0: place = (";", .noCoordinates)
      case 1: place = ("0;0", .nullIsland)
      case 2: place = ("-89,2;91", .outOfRange)
      case 3: place = ("oeste;13,7", .badNumber)
      case 4: place = ("-89,2", .badRow)
      default: place = ("-89,\(100 + row % 800);13,\(100 + row % 700)", .located)
      }
      expected[place.1, default: 0] += 1
      text += "\(row);\(place.0);\(["robo", "hurto", "extorsión"][row % 3]);\(1 + row % 28)/05/2019\n"
    }
    let file = try folder.file("a.csv", text)
    let info = try await FileInfo.read(file, jobs: 2)
    let counts = try #require(info.records).counts
    #expect(counts.read == 5_000)
    for state in RecordState.allCases { #expect(counts[state] == expected[state, default: 0], "\(state)") }
    #expect(counts.located + counts.unlocated + counts.rejected == counts.read)
    #expect(info.extent.minX < -89.1 && info.extent.maxY > 13.7)
    let alone = try await FileInfo.read(file, jobs: 1)
    #expect(InfoSummary.json(info).serialized == InfoSummary.json(alone).serialized)
  }

  @Test func `dialect, types, date order and suggestions are found`() async throws {
    var text = "Informe de prueba;;;;;;\ncodigo;longitud;latitud;delito;fecha_hecho;monto;nombre\n"
    for row in 0..<200 {
      text +=
        "0500\(row % 10);-75,\(500 + row);6,\(200 + row);\(["robo", "hurto"][row % 2]);\(13 + row % 15)/02/2020;\(row),5;Ana\(row)\n"
    }
    let info = try await FileInfo.read(try folder.file("b.csv", text), jobs: 1)
    let records = try #require(info.records)
    #expect(records.dialect?.delimiter == 0x3B && records.dialect?.decimalMark == 0x2C && records.dialect?.skippedLines == 1)
    #expect(info.field("codigo")?.hasLeadingZeros == true && info.field("codigo")?.kind == .text)
    #expect(info.field("monto")?.kind == .number)
    #expect(info.field("fecha_hecho")?.kind == .date && info.field("fecha_hecho")?.dateOrder == .dayMonthYear)
    #expect(info.field("delito")?.distinct == 2)
    #expect(info.field("longitud")?.isCoordinate == true)
    #expect(records.kindFields == ["delito"] && records.dateFields == ["fecha_hecho"])
    #expect(records.positions.first == Coordinate(x: -75.5, y: 6.2))
    #expect(info.crs.crs == .wgs84 && info.crs.source == .fieldNames)
    #expect(info.problems.isEmpty)
  }

  @Test func `nothing that could name a person is shown`() async throws {
    let secret = "SECRETO"
    let names = ["nombre", "MailingAddress1", "Phone2Number", "SeniorWorkerName", "direccion_hecho", "correo2", "contacto"]
    let values = names.map { $0 == "contacto" ? "\(secret)@example.org" : "\(secret) 12" }
    let text = (["lon", "lat"] + names).joined(separator: ",") + "\n-89.2,13.7," + values.joined(separator: ",") + "\n"
    let info = try await FileInfo.read(try folder.file("c.csv", text), jobs: 1)
    for name in names { #expect(info.field(name)?.isMasked == true, "\(name)") }
    #expect(!InfoSummary.json(info).serialized.contains(secret))
  }

  @Test func `what is wrong with a header is said, and its names are made distinct`() async throws {
    let info = try await FileInfo.read(try folder.file("d.csv", ",a,a_2,a,lon,lat\n1,2,3,4,-89.2,13.7\n"), jobs: 1)
    #expect(info.fields.map(\.name) == ["column_1", "a", "a_2", "a_3", "lon", "lat"])
    #expect(info.problemIDs.isSuperset(of: ["info.problem.blank_names", "info.problem.repeated_names"]))
    #expect(info.records?.counts.read == 1)
  }

  @Test func `a file without a header is noticed`() async throws {
    let info = try await FileInfo.read(try folder.file("e.csv", "1,-89.2,13.7\n2,-89.3,13.8\n3,-89.4,13.9\n"), jobs: 1)
    #expect(info.problemIDs.contains("info.problem.no_header"))
  }

  @Test(arguments: [
    ("lon,lat\n13.7,-89.2\n13.8,-95.1\n", "info.problem.swapped"),
    ("lon,lat\n480000,1510000\n480100,1510100\n", "info.problem.not_degrees"),
    ("x,y\n-89.2,13.7\n", "info.problem.degrees"), ("x,y\n480000,1510000\n", "info.problem.metres"),
    ("a,b\n1,2\n", "info.problem.no_position"), ("lat,lon,latitude\n1,2,3\n", "info.problem.doubtful_position"),
    ("lon,lat\n0,0\n-89.2,13.7\n", "info.problem.null_island"), ("lon,lat\n-89.2,13.7\n-89.2,13,7\n", "info.problem.bad_row"),
  ])
  func `positions that look wrong are a problem with a next step`(_ text: String, _ id: String) async throws {
    let info = try await FileInfo.read(try folder.file("f.csv", text), jobs: 1)
    #expect(info.problemIDs.contains(id), "\(info.problems)")
  }

  @Test func `the decimal mark of the position counts, not that of the amounts`() async throws {
    let text = "x;y;monto;precio\n-58.387;-34.631;17,5;1,5\n-58.372;-34.584;1030,3;2,5\n"
    let info = try await FileInfo.read(try folder.file("g.csv", text), jobs: 1)
    #expect(info.records?.counts.located == 2)
  }

  @Test func `many records at one place are pointed out`() async throws {
    var text = "lon,lat\n"
    for row in 0..<100 { text += row < 40 ? "-89.2,13.7\n" : "-89.\(100 + row),13.\(100 + row)\n" }
    let info = try await FileInfo.read(try folder.file("h.csv", text), jobs: 1)
    let pile = try #require(info.problems.first { $0.id == "info.problem.pile" })
    #expect(pile.values["count"] == "40" && pile.values["x"] == "-89.2")
  }

  @Test(arguments: [
    ("", "input.empty"), ("<html><body>404</body></html>", "input.form"), ("PK\u{3}\u{4}abc", "zip.damaged"),
    ("[1, 2]", nil as String?),
  ])
  func `what is no table and no GeoJSON fails with a sentence`(_ text: String, _ id: String?) async throws {
    let file = try folder.file("i.csv", text)
    let failure = await #expect(throws: Failure.self) { try await FileInfo.read(file, jobs: 1) }
    if let id { #expect(failure?.diagnostic.id == id) }
  }

  @Test func `an option gives the CRS`() async throws {
    var file = try folder.file("j.csv", "x,y\n480000,1510000\n")
    file.reading.assumedCRS = CRS("EPSG:32616")
    let info = try await FileInfo.read(file, jobs: 1)
    #expect(info.crs.source == .option && info.crs.title == "WGS 84 / UTM zone 16N" && info.crs.unit == "metre")
    #expect(info.problems.isEmpty)
    var other = try folder.file("k.csv", "x,y\n-89.2,13.7\n")
    other.reading.assumedCRS = CRS("EPSG:32616")
    let wrong = try await FileInfo.read(other, jobs: 1)
    #expect(wrong.problemIDs == ["info.problem.degrees_as_metres"])
  }
}
