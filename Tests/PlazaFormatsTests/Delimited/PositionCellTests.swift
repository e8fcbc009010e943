import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct PositionCellTests {
  private let folder = TemporaryFolder()

  @Test(
    arguments: [
      (#"19°11'51.0"N"#, 19 + 11.0 / 60 + 51.0 / 3600, "latitude"),
      (#"99° 08' 12,5" O"#, -(99 + 8.0 / 60 + 12.5 / 3600), "longitude"),
      ("W 99 08 12", -(99 + 8.0 / 60 + 12.0 / 3600), "longitude"), ("13º41′S", -(13 + 41.0 / 60), "latitude"),
      ("-89:12:36", -(89 + 12.0 / 60 + 36.0 / 3600), nil), ("89.2 W", -89.2, "longitude"), ("+19.43°", 19.43, nil),
      (#"19°11'60.0"N"#, 19.2, "latitude"),
    ] as [(String, Double, String?)])
  func `a coordinate in degrees, minutes and seconds is read`(_ text: String, _ value: Double, _ axis: String?) throws {
    let found = try #require(WrittenCoordinate(text, mark: 0x2E))
    #expect(abs(found.value - value) < 1e-12)
    #expect(found.axis.map { "\($0)" } == axis)
  }

  @Test(arguments: [
    "19.43", "19°61'", "19.5°30'", "200°W", "19°N°E", "calle 5", "N", "", "12-15", "1 2 3 4", "--5 10", "13 7o2", "19 26 10",
    "16°30'",
    "-68,13 O", "19°11'51\"X", "5.5.5 N",
  ])
  func `what is no coordinate, or needs no mending, is left alone`(_ text: String) {
    #expect(WrittenCoordinate(text, mark: 0x2E) == nil)
  }

  @Test(arguments: [
    ("19.43, -99.13", -99.13, 19.43), ("(19.43,-99.13)", -99.13, 19.43), ("19,43; -99,13", -99.13, 19.43),
    ("19,43, -99,13", -99.13, 19.43), ("19.43 -99.13", -99.13, 19.43), ("POINT (-99.13 19.43)", -99.13, 19.43),
    ("point z(-99.13 19.43)", -99.13, 19.43), ("[19.43|-99.13]", -99.13, 19.43), (#"19°30'N 99°15'O"#, -99.25, 19.5),
    (#"99°15'W, 19°30'N"#, -99.25, 19.5),
  ])
  func `a position in one cell is read`(_ text: String, _ x: Double, _ y: Double) throws {
    let found = try #require(WrittenPosition(text, mark: 0x2E)?.coordinates(.latitudeFirst))
    #expect(found.x == x && found.y == y)
  }

  @Test(arguments: ["19.43", "calle 5, 7", "POINT EMPTY", "100, 200", "19.43, -99.13, 5", "", "LINESTRING (1 2, 3 4)", "a, b"])
  func `a cell that holds no position is none`(_ text: String) {
    #expect(WrittenPosition(text, mark: 0x2E) == nil)
  }

  private func records(_ text: String, _ reading: Reading = Reading()) throws -> (CSVPointSource, PointBatch) {
    let source = try CSVPointSource(Input(folder.write("p.csv", text)), options: reading)
    return (source, try source.sample(PointRequest()))
  }

  @Test func `one column with both coordinates is found by what it holds, and its order by what is beyond 90`() throws {
    let text =
      "delito;ubicacion\nrobo;19.4326, -99.1332\nhurto;\nrobo;19.5001, -99.2002\nrobo;en la esquina\nrobo;19.1,-99.1\nrobo;19.2,-99.3\n"
    let (source, batch) = try records(text)
    #expect(source.schema.coordinateFields == ["ubicacion", "ubicacion"] && source.schema.crs == .wgs84)
    #expect(source.schema.notes.contains { $0.id == "csv.position_whole" && $0.values["order"] == "lat, lon" })
    #expect(Array(batch.states.prefix(6)) == [.located, .noCoordinates, .located, .badNumber, .located, .located])
    #expect(batch.x[0] == -99.1332 && batch.y[0] == 19.4326 && batch.x[2] == -99.2002)
    #expect(batch.faults.map(\.cell) == ["en la esquina"])
    // Nothing says which stands first: the assumption is said aloud.
    let (assumed, place) = try records("delito;lugar\nrobo;13.69, -89.21\nrobo;13.7, -89.25\n")
    #expect(assumed.schema.notes.contains { $0.id == "csv.position_whole_assumed" && $0.severity == .warning })
    #expect(place.x[0] == -89.21)
    let (_, known) = try records("delito;geom\nrobo;POINT(-89.21 13.69)\n")
    #expect(known.x[0] == -89.21 && known.y[0] == 13.69)
    // Two such columns are a doubt, lists of whole numbers are no positions, and fields with names win.
    #expect(throws: Failure.self) { try records("a;b\n1.5, 2.5;3.5, 4.5\n") }
    #expect(throws: Failure.self) { try records("a;b\n1, 2;x\n") }
    #expect(try records("lon;lat;b\n1;2;3.5, 4.5\n").0.schema.coordinateFields == ["lon", "lat"])
    var stated = Reading()
    (stated.longitude, stated.latitude) = ("b", "b")
    #expect(try records("lon;lat;b\n1;2;3.5, -94.5\n", stated).1.x[0] == -94.5)
    (stated.longitude, stated.latitude) = ("lon", "lon")
    #expect { try records("lon;lat;b\n1;2;3.5, 4.5\n", stated) } throws: {
      ($0 as? Failure)?.diagnostic.id == "csv.no_whole_position"
    }
  }

  @Test func `degrees and changed places are mended, counted, and left as they are on request`() throws {
    let others = (0..<12).map { "-99.\(10 + $0),19.\(20 + $0)\n" }.joined()
    let text =
      "lon,lat\n-99.13,19.43\n\"99°08'12\"\"O\",\"19°11'51.0\"\"N\"\n19.5,-99.25\n\"19°30'N\",\"99°15'O\"\n-89.2,95\n" + others
    let (_, batch) = try records(text)
    // 95 is a slip, and no longitude of this city.
    #expect(Array(batch.states.prefix(5)) == [.located, .located, .located, .located, .outOfRange])
    #expect(abs(batch.x[1] + 99.13666666666667) < 1e-12 && abs(batch.y[1] - 19.1975) < 1e-12)
    #expect(batch.x[2] == -99.25 && batch.y[2] == 19.5 && batch.x[3] == -99.25 && batch.y[3] == 19.5)
    #expect(batch.mendings[.degrees] == 2 && batch.mendings[.swapped] == 1 && batch.mendings.line(.swapped) == 4)
    var plain = Reading()
    plain.asWritten = [.degrees, .swapped]
    #expect(Array(try records(text, plain).1.states.prefix(5)) == [.located, .badNumber, .outOfRange, .badNumber, .outOfRange])
  }
}
