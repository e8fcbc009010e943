import Foundation
import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

/// `convert` as its users run it.
@Suite struct ConvertCommandTests {
  let runner = CommandRunner()

  private func convert(_ words: String..., code: Int32 = 0) throws -> CommandRunner.Outcome {
    let outcome = try runner.run(["convert"] + words)
    #expect(outcome.code == code, "\(words.joined(separator: " ")): \(outcome.error)")
    return outcome
  }

  private func features(_ name: String) throws -> Features {
    try Formats.open(runner.folder.path + "/" + name).features(jobs: 1).features
  }

  private func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: runner.folder.path + "/" + name)
    return try #require(attributes[.posixPermissions] as? Int) & 0o077
  }

  private static let mixed = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"codigo":"007","n":3,"share":0.25,"ok":true,"uso":"vía"},"geometry":{"type":"LineString","coordinates":[[-89.2,13.7],[-89.1,13.7],[-89.1,13.75]]}},
    {"type":"Feature","properties":{"codigo":"008","n":-4,"share":null,"ok":false,"uso":"vía"},"geometry":{"type":"MultiLineString","coordinates":[[[-89.3,13.7],[-89.3,13.8]],[[-89.31,13.7],[-89.31,13.8]]]}},
    {"type":"Feature","properties":{"codigo":"009","n":null,"share":1.5,"ok":null,"uso":null},"geometry":null}]}
    """

  // MARK: Round trips

  @Test(arguments: ["gpkg", "shp", "shp.zip", "geojson"])
  func `a layer is itself again from every format and back`(_ ending: String) throws {
    runner.folder.write("lines.geojson", Self.mixed)
    runner.folder.write(
      "points.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codigo":"01","cupo":40},"geometry":{"type":"Point","coordinates":[-89.2,13.7]}}]}"#
    )
    for name in ["areas", "lines", "points"] {
      _ = try convert("\(name).geojson", "-o", "\(name)-there.\(ending)")
      _ = try convert("\(name)-there.\(ending)", "-o", "\(name)-back.geojson")
      let (first, last) = (try features("\(name).geojson"), try features("\(name)-back.geojson"))
      #expect(first == last, "\(name) \(ending)")
      // And once more by a projected CRS: a tenth of a millimetre at most.
      if ending != "geojson" {
        _ = try convert("\(name).geojson", "-o", "\(name)-utm.\(ending)", "--to-crs", "EPSG:32616")
        #expect(try features("\(name)-utm.\(ending)").crs == .epsg(32616))
        _ = try convert("\(name)-utm.\(ending)", "-o", "\(name)-utm-back.geojson")
        #expect(try features("\(name)-utm-back.geojson") == first, "\(name) \(ending) by EPSG:32616")
      }
    }
  }

  @Test(arguments: ["xlsx", "csv"])
  func `a table is itself again, codes with their zeros`(_ ending: String) throws {
    let text = "codigo,anio,casos,tasa\n007,2020,5,\"1,5\"\n010,2021,,2.50\n"
    runner.folder.write("t.csv", text)
    _ = try convert("t.csv", "-o", "there.\(ending)")
    _ = try convert("there.\(ending)", "-o", "back.csv")
    #expect(runner.folder.text("back.csv") == text)
  }

  @Test func `a table with positions becomes points with typed fields, and a table again`() throws {
    runner.folder.write("p.csv", "codigo;cupo;tasa;longitud;latitud\n007;40;1,5;-89,2;13,7\n008;;2,25;-89,1;13,75\n009;7;3,0;;\n")
    let outcome = try convert("p.csv", "-o", "p.gpkg")
    #expect(outcome.error.contains("3 rows or features read, 3 written") && outcome.error.contains("1 of them has no geometry"))
    let points = try features("p.gpkg")
    #expect(points.columns.map(\.name) == ["codigo", "cupo", "tasa"])
    #expect(points.columns[0].values == [.text("007"), .text("008"), .text("009")])
    #expect(points.columns[1].values == [.number("40"), .null, .number("7")])
    #expect(points.columns[2].values == [.number("1.5"), .number("2.25"), .number("3")])
    #expect(points.points.coordinates == [-89.2, 13.7, -89.1, 13.75])
    _ = try convert("p.gpkg", "-o", "back.csv")
    #expect(
      runner.folder.text("back.csv")
        == "codigo,cupo,tasa,longitude,latitude\n007,40,1.5,-89.2,13.7\n008,,2.25,-89.1,13.75\n009,7,3,,\n")
    let metres = try convert("p.gpkg", "-o", "metres.csv", "--to-crs", "EPSG:32616")
    #expect(metres.error.contains("--assume-crs EPSG:32616"))
    _ = try convert("metres.csv", "--assume-crs", "EPSG:32616", "-o", "again.geojson")
    #expect(try features("again.geojson").points == points.points)
  }

  // MARK: Parts

  @Test func `fields, values and a box choose what is written, and every other row is accounted for`() throws {
    runner.folder.write("lines.geojson", Self.mixed)
    let outcome = try convert(
      "lines.geojson", "-o", "part.geojson", "--select", "uso,codigo", "--where", "uso=VIA", "--bbox=-89.25,13,-89,14", "--json")
    let part = try features("part.geojson")
    #expect(part.columns.map(\.name) == ["uso", "codigo"] && part.columns[1].values == [.text("007")])
    #expect(outcome.output.contains("\"read\": 3") && outcome.output.contains("\"written\": 1"))
    #expect(outcome.output.contains("\"filtered\": 1") && outcome.output.contains("\"outside\": 1"))
    _ = try convert("lines.geojson", "-o", "x.geojson", "--select", "nada", code: 65)
    _ = try convert("lines.geojson", "-o", "x.geojson", "--where", "nada=1", code: 65)
    for bad in ["1,2,3", "0,10,5,-10", "-181,0,0,1", "a,b,c,d"] {
      _ = try convert("lines.geojson", "-o", "x.geojson", "--bbox=\(bad)", code: 64)
    }
    #expect(!runner.folder.names.contains("x.geojson"))
  }

  @Test func `an area that holds all of the box meets it, one beside does not`() throws {
    _ = try convert("areas.geojson", "-o", "one.geojson", "--bbox=-88.6,13.4,-88.5,13.5")
    #expect(try features("one.geojson").columns[0].values == [.text("01")])
    _ = try convert("areas.geojson", "-o", "none.gpkg", "--bbox=170,13.4,-170,13.5")
    #expect(runner.folder.names.contains("none.gpkg"))
  }

  // MARK: What cannot be

  @Test func `what a format cannot hold is refused or said`() throws {
    let refused = try convert("areas.geojson", "-o", "a.geojson", "--to-crs", "EPSG:32616", code: 64)
    #expect(refused.error.contains("RFC 7946"))
    let lost = try convert("areas.geojson", "-o", "a.csv")
    #expect(lost.error.contains("shape of 2 features"))
    #expect(runner.folder.text("a.csv") == "codigo,nombre\n01,Uno\n02,Dos\n")
    runner.folder.write("g.asc", "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n5\n")
    #expect(try convert("g.asc", "-o", "g.geojson", code: 64).error.contains("raster"))
    runner.folder.write("t.csv", "codigo,casos\n1,2\n")
    _ = try convert("t.csv", "-o", "t.gpkg", code: 65)
    _ = try convert("areas.geojson", "-o", "a.kml", code: 64)
    runner.folder.write("long.geojson", Self.mixed.replacing("share", with: "participacion_total"))
    #expect(try convert("long.geojson", "-o", "long.shp").error.contains("participacion_total →"))
  }

  // MARK: Single records

  private static let registry = """
    folio,nombre,tipo_delito,fecha,barrio,lon,lat
    F1,Ana Secreta,ROBO,2024-01-03,Centro,-89.2,13.7
    F2,Rosa Secreta,VIOLACION,2024-03-17,Centro,-89.21,13.71
    F3,Luz Secreta,ROBO,2024-01-05,Norte,-89.22,13.72

    """

  @Test(arguments: ["geojson", "gpkg", "shp", "csv", "xlsx"])
  func `single records leave as join would let them, into every format`(_ ending: String) throws {
    runner.folder.write("r.csv", Self.registry)
    let outcome = try convert("r.csv", "-o", "out.\(ending)", "--json")
    #expect(outcome.output.contains("\"withheld\": 1") && outcome.error.contains("only its owner"))
    #expect(try mode("out.\(ending)") == 0)
    for name in runner.folder.names where name.hasPrefix("out.") {
      let text = try #require(runner.folder.text(name))
      for secret in ["Secreta", "F1", "VIOLACION", "2024-03-17", "Centro"] {
        #expect(!text.contains(secret), "\(secret) in \(name)")
      }
    }
    let back = try convert("out.\(ending)", "-o", "back.csv", "--keep", "id")
    let text = try #require(runner.folder.text("back.csv"))
    // A shapefile cuts the name by which two values are known as kinds.
    let kind = ending == "shp" ? "" : "ROBO"
    for wanted in ["\(kind),2024-01-03", "\(kind),2024-01-05"] { #expect(text.contains(wanted), "\(text) \(back.error)") }
    #expect(!text.contains("2024-03-17"))
  }

  @Test func `a field that is kept is written, a kind that is kept too`() throws {
    runner.folder.write("r.csv", Self.registry)
    _ = try convert("r.csv", "-o", "k.geojson", "--keep", "barrio", "--keep-kind", "violacion")
    let kept = try features("k.geojson")
    #expect(kept.count == 3 && kept.columns.map(\.name) == ["id", "tipo_delito", "fecha", "barrio"])
    _ = try convert("r.csv", "-o", "s.geojson", "--select", "nombre,barrio,tipo_delito")
    #expect(try features("s.geojson").columns.map(\.name) == ["tipo_delito"])
    _ = try convert("r.csv", "-o", "x.geojson", "--keep", "nada", code: 65)
  }

  @Test func `records of a layer, of lines and of areas pass the same gate`() throws {
    runner.folder.write("r.csv", Self.registry)
    runner.folder.write(
      "buffers.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"folio":"F2","tipo_delito":"VIOLACION","fecha":"2024-03-17"},"geometry":{"type":"Polygon","coordinates":[[[-89,13],[-88,13],[-88,14],[-89,14],[-89,13]]]}},{"type":"Feature","properties":{"folio":"F1","tipo_delito":"ROBO","fecha":"2024-03-18"},"geometry":{"type":"LineString","coordinates":[[-89,13],[-88,13]]}}]}"#
    )
    _ = try convert("buffers.geojson", "-o", "b.geojson")
    let left = try features("b.geojson")
    #expect(left.count == 1 && left.columns.map(\.name) == ["id", "tipo_delito", "fecha"])
  }

  /// Rows of a person each, under names of fields that say nothing.
  private static func unnamed(_ geometry: (Int) -> String) -> String {
    let rows = (0..<40).map { row in
      #"{"type":"Feature","properties":{"c1":"\#(row)","c2":"\#(row % 2 == 0 ? "VIOLACION" : "ROBO")","c3":"2024-03-\#(10 + row % 20)","c4":"María Pérez","c5":"0\#(1_234_567 + row)-\#(row % 10)"},"geometry":\#(geometry(row))}"#
    }
    return #"{"type":"FeatureCollection","features":["# + rows.joined(separator: ",") + "]}"
  }

  @Test func `areas and lines of single records are known by what they hold`() throws {
    runner.folder.write(
      "areas.geojson",
      Self.unnamed { #"{"type":"Polygon","coordinates":[[[\#($0),13],[\#($0).5,13],[\#($0).5,13.5],[\#($0),13]]]}"# })
    runner.folder.write("lines.geojson", Self.unnamed { #"{"type":"LineString","coordinates":[[\#($0),13],[\#($0).5,13]]}"# })
    for name in ["areas", "lines"] {
      _ = try convert("\(name).geojson", "-o", "\(name)-out.geojson")
      let text = try #require(runner.folder.text("\(name)-out.geojson"))
      #expect(!text.contains("Pérez") && !text.contains("VIOLACION") && !text.contains("1234567"))
      #expect(try features("\(name)-out.geojson").count == 20 && mode("\(name)-out.geojson") == 0)
    }
  }

  @Test func `a list of people is one whatever its fields are called`() throws {
    let rows = (0..<30).map { "\($0),María Pérez,7\(100 + $0)-\(1000 + $0),-89.2,13.7" }
    runner.folder.write("p.csv", "a,b,c,lon,lat\n" + rows.joined(separator: "\n") + "\n")
    _ = try convert("p.csv", "-o", "p.geojson", code: 64)
    _ = try convert("p.csv", "-o", "p.geojson", "--kinds", "none")
    #expect(
      runner.folder.text("p.geojson")?.contains("Pérez") == false && runner.folder.text("p.geojson")?.contains("7100") == false)
  }

  private static let people = [
    "María Pérez López", "José Antonio Chávez", "Rosa Elena Flores", "PÉREZ LÓPEZ, Ana", "Hernández Cruz Juan Carlos",
    "Kevin Alexander Ramos", "Sandra Yamileth Díaz", "Wilber Ayala", "Oscar Armando Rivas", "Daniela Umaña",
  ]
  private static let schools = [
    "Centro Escolar José Martí", "Complejo Educativo Católico San José", "Centro Escolar Cantón El Rosario",
    "Hogar del Niño San Vicente", "Instituto Nacional de la Mujer", "Centro Escolar María Pérez", "Escuela Juan Pablo II",
    "Kínder Familia Feliz", "Colegio Roberto Clemente", "Centro de Cuidado Infantil La Esperanza",
  ]

  private func table(_ header: String, _ rows: [String]) -> String {
    header + "\n" + rows.enumerated().map { "\($0),\($1),-89.\($0),13.7" }.joined(separator: "\n") + "\n"
  }

  @Test(arguments: ["campo1", "c", "beneficiario", "nombre", "asistente al taller"])
  func `names of people alone make rows single records, whatever their field is called`(_ field: String) throws {
    runner.folder.write("p.csv", table("n,\(field),lon,lat", Self.people.map { "\"\($0)\"" }))
    let refused = try convert("p.csv", "-o", "p.geojson", code: 64)
    #expect(refused.error.contains(field) && refused.error.contains("--kinds none") && refused.error.contains("--keep"))
    for name in ["p.geojson", "p2.csv"] {
      _ = try convert("p.csv", "-o", name, "--kinds", "none")
      let text = try #require(runner.folder.text(name))
      for person in ["Pérez", "PÉREZ", "Hernández", "Daniela"] { #expect(!text.contains(person)) }
      #expect(try mode(name) == 0)
    }
    // And the same where it comes as a layer.
    _ = try convert("p.csv", "-o", "kept.geojson", "--kinds", "none", "--keep", "\(field),n")
    #expect(runner.folder.text("kept.geojson")?.contains("Daniela") == true)
    _ = try convert("kept.geojson", "-o", "again.csv", code: 64)
  }

  @Test(arguments: ["nombre", "escuela", "campo1"])
  func `a list of schools is one of places, whatever words their names hold`(_ field: String) throws {
    runner.folder.write("s.csv", table("codigo,\(field),lon,lat", Self.schools))
    _ = try convert("s.csv", "-o", "s.geojson")
    let written = try features("s.geojson")
    #expect(written.count == 10 && written.columns.map(\.name) == ["codigo", field])
    _ = try convert("s.geojson", "-o", "s.csv.xlsx")
    // With what places have beside their name.
    if field != "campo1" {
      let rows = Self.schools.enumerated().map { row, name in
        "\(name),\(["parque infantil", "centro escolar", "hogar de ancianos"][row % 3]),Calle \(row),2280-100\(row),20\(10 + row)-01-15"
      }
      runner.folder.write("d.csv", table("codigo,\(field),tipo,direccion,telefono,fecha_fundacion,lon,lat", rows))
      let told = try convert("d.csv", "-o", "d.geojson")
      #expect(try features("d.geojson").count == 10 && features("d.geojson").columns.count == 6)
      #expect(told.error.contains("direccion") && told.error.contains("--select"))
    }
    // Where something else makes them records, they can be kept, and the message says how.
    let rows = Self.schools.enumerated().map { "\($1),0123456\($0)-\($0)" }
    runner.folder.write("r.csv", table("codigo,\(field),dui_director,lon,lat", rows))
    let refused = try convert("r.csv", "-o", "r.geojson", code: 64)
    #expect(refused.error.contains("dui_director") && refused.error.contains("--kinds none"))
    _ = try convert("r.csv", "-o", "r.geojson", "--kinds", "none", "--keep", "codigo,\(field)")
    #expect(try features("r.geojson").columns.map(\.name) == ["id", "codigo", field] && features("r.geojson").count == 10)
  }

  @Test(arguments: ["nombre", "name", "nome", "nombre_es"])
  func `a field of names makes no record of a place`(_ field: String) throws {
    let places = [
      "Centro", "San José", "La Libertad", "Sopocachi", "Villa María", "Miraflores", "Simón Bolívar", "Parque José Martí",
      "Calle José Pérez", "Obrajes", "Achumani", "Nueva Esperanza",
    ]
    runner.folder.write("b.csv", table("codigo,\(field),lon,lat", places))
    _ = try convert("b.csv", "-o", "b.geojson")
    #expect(try features("b.geojson").columns.map(\.name) == ["codigo", field])
    runner.folder.write("t.csv", "codigo,\(field),poblacion\n" + places.map { "1,\($0),20\n" }.joined())
    _ = try convert("t.csv", "-o", "t2.csv")
    #expect(runner.folder.text("t2.csv") == runner.folder.text("t.csv"))
  }

  @Test func `fields that are asked for and may not be written are named with what writes them`() throws {
    runner.folder.write("r.csv", Self.registry)
    for language in ["en", "es", "pt"] {
      let told = try convert("r.csv", "-o", "s-\(language).geojson", "--select", "barrio,folio,tipo_delito", "--lang", language)
      #expect(told.error.contains("--keep barrio,folio") && !told.error.contains("{"), "\(told.error)")
    }
    let kept = try convert("r.csv", "-o", "k.geojson", "--select", "barrio,tipo_delito", "--keep", "folio,barrio")
    #expect(try features("k.geojson").columns.map(\.name) == ["barrio", "tipo_delito"] && !kept.error.contains("--select asks"))
  }

  // MARK: What is lost, and what stands in the way

  @Test func `names that a database has simpler are said once, with two of them`() throws {
    runner.folder.write("f.csv", "Código DANE,Nombre Corto,Área km2,lon,lat\n01,Uno,3,-89,13\n")
    let told = try convert("f.csv", "-o", "f.gpkg")
    #expect(told.error.contains("3 columns have a simpler name") && told.error.contains("Código DANE → codigo_dane"))
    #expect(!told.error.contains("area_km2"))
    #expect(try features("f.gpkg").columns.map(\.name) == ["Código DANE", "Nombre Corto", "Área km2"])
    runner.folder.write("g.csv", "codigo,uso,lon,lat\n01,Uno,-89,13\n")
    #expect(try !convert("g.csv", "-o", "g.gpkg").error.contains("simpler"))
  }

  @Test func `positions that fields say are written once, also after a journey to metres`() throws {
    runner.folder.write("p.csv", "codigo,longitud,latitud\n01,-89.2,13.7\n02,-89.1,13.75\n")
    runner.folder.write(
      "p.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codigo":"01","lon":-89.2,"lat":13.7},"geometry":{"type":"Point","coordinates":[-89.2,13.7]}}]}"#
    )
    _ = try convert("p.geojson", "-o", "utm.gpkg", "--to-crs", "EPSG:32616")
    _ = try convert("utm.gpkg", "-o", "back.csv")
    #expect(runner.folder.text("back.csv") == "codigo,lon,lat\n01,-89.2,13.7\n")
    _ = try convert("p.geojson", "-o", "metres.csv", "--to-crs", "EPSG:32616")
    #expect(runner.folder.text("metres.csv")?.hasPrefix("codigo,lon,lat,easting,northing\n") == true)
  }

  @Test(arguments: ["geojson", "gpkg", "shp"]) func `heights are dropped, and that is said`(_ ending: String) throws {
    runner.folder.write(
      "h.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"c":"1"},"geometry":{"type":"Point","coordinates":[-89,13,650]}},{"type":"Feature","properties":{"c":"2"},"geometry":{"type":"Point","coordinates":[-89,13.5]}},{"type":"Feature","properties":{"c":"3"},"geometry":{"coordinates":[-88,13,1,2],"type":"Point"}}]}"#
    )
    #expect(try convert("h.geojson", "-o", "h2.\(ending)").error.contains("2 features have heights"))
    #expect(try !convert("h2.\(ending)", "-o", "h3.geojson").error.contains("heights"))
  }

  @Test(arguments: ["geojson", "gpkg", "shp", "csv"]) func `an empty layer is written as one, with a warning`(_ ending: String)
    throws
  {
    runner.folder.write("e.geojson", #"{"type":"FeatureCollection","features":[]}"#)
    let told = try convert("e.geojson", "-o", "e2.\(ending)")
    #expect(told.error.contains("e.geojson has no row or feature"))
    if ending != "csv" {
      #expect(try convert("e2.\(ending)", "-o", "e3.geojson").error.contains("has no row or feature"))
      #expect(runner.folder.text("e3.geojson")?.contains("\"features\"") == true)
    }
    runner.folder.write("t.csv", "codigo,lon,lat\n")
    #expect(try convert("t.csv", "-o", "t2.\(ending)").error.contains("t.csv has no row or feature"))
    // Rows without places are rows.
    runner.folder.write(
      "n.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"c":"1"},"geometry":null}]}"#)
    #expect(try convert("n.geojson", "-o", "n2.\(ending)").error.contains("1 written"))
  }

  @Test func `the style of another layer of that name stays, and is in nobody's way`() throws {
    runner.folder.write("a.qml", "mine")
    _ = try convert("areas.geojson", "-o", "a.shp")
    _ = try convert("areas.geojson", "-o", "a.geojson")
    #expect(runner.folder.text("a.qml") == "mine")
    _ = try convert("areas.geojson", "-o", "b.geojson")
    #expect(!runner.folder.names.contains("b.qml"))
  }

  @Test func `what is asked for with an option is refused by its name`() throws {
    let crs = try convert("areas.geojson", "-o", "a.gpkg", "--to-crs", "EPSG:999999", code: 64)
    #expect(crs.error.contains("--to-crs") && !crs.error.contains("--assume-crs"))
    runner.folder.write("t.csv", "codigo,casos\n1,2\n")
    let places = try convert("t.csv", "-o", "t.gpkg", code: 65)
    #expect(places.error.contains("--lon") && !places.error.contains("--key"))
  }

  @Test func `a table for a spreadsheet has its numbers as numbers`() throws {
    runner.folder.write("n.csv", "codigo,monto,clase\n007,1234.5,1-2\n010,0.3,x\n")
    _ = try convert("n.csv", "-o", "n.xlsx")
    _ = try convert("n.csv", "-o", "regional.csv", "--csv-excel", "es-CO")
    #expect(runner.folder.text("regional.csv")?.contains("1234,5") == true)
    _ = try convert("n.xlsx", "-o", "back.csv")
    #expect(runner.folder.text("back.csv") == "codigo,monto,clase\n007,1234.5,1-2\n010,0.3,x\n")
  }

  @Test func `where nothing tells which records would expose a victim none is written`() throws {
    runner.folder.write("v.csv", "id,nombre,lon,lat\n1,Ana,-89.2,13.7\n2,Luz,-89.3,13.7\n")
    let refused = try convert("v.csv", "-o", "v.geojson", code: 64)
    #expect(refused.error.contains("--kinds none") && !runner.folder.names.contains("v.geojson"))
    _ = try convert("v.csv", "-o", "v.geojson", "--kinds", "none")
    #expect(runner.folder.text("v.geojson")?.contains("Ana") == false)
  }

  @Test func `what its owner alone could read stays so`() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: runner.folder.path + "/areas.geojson")
    _ = try convert("areas.geojson", "-o", "a.gpkg")
    #expect(try mode("a.gpkg") == 0)
  }

  @Test func `a study converts, and says its parameters`() throws {
    runner.folder.write(
      "study.yaml",
      "study: s\nsteps:\n  - convert: zonas\n    from: areas.geojson\n    output: zonas.gpkg\n    where: {nombre: Uno}\n    select: [codigo]\n"
    )
    let done = try runner.run(["run", "study.yaml", "-o", "out"])
    #expect(done.code == 0, "\(done.error)")
    let zones = try features("out/zonas.gpkg")
    #expect(zones.count == 1 && zones.columns.map(\.name) == ["codigo"])
    #expect(runner.folder.text("out/manifest.json")?.contains("\"written\": 1") == true)
  }

  @Test func `standard input is read once, whatever it holds`() throws {
    for (text, ending) in [(Self.mixed, "geojson"), ("codigo,lon,lat\n1,-89.2,13.7\n", "csv")] {
      let outcome = try runner.run(["convert", "-", "-o", "from-\(ending).geojson"], input: text)
      #expect(outcome.code == 0, "\(outcome.error)")
      #expect(try features("from-\(ending).geojson").count > 0)
    }
  }
}
