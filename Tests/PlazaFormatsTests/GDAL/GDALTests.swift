import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct GDALTests {
  private let folder = TemporaryFolder()

  private static let kml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>plazas</name>
    <Placemark><name>Plaza Mayor</name><Point><coordinates>-89.2,13.7</coordinates></Point></Placemark>
    <Placemark><name>Peñón</name><Point><coordinates>-89.1,13.6</coordinates></Point></Placemark>
    </Folder></Document></kml>
    """

  private func failure(_ body: () throws -> Void) -> Failure? {
    do {
      try body()
      return nil
    } catch { return error as? Failure }
  }

  @Test(arguments: [
    (kml, "", "KML"), ("<gpx version='1.1'>", "", "GPX"), ("<gml:FeatureCollection xmlns:gml='x'>", "", "GML"),
    ("<?xml version='1.0'?>\n<ogr:FeatureCollection\n     xmlns:gml='x'>", "", "GML"),
    ("fgb\u{3}", "", "FlatGeobuf"), ("PAR1", "", "Parquet"), ("!table\n!version 300\n", "tab", "MapInfo TAB"),
    ("Version 300\n", "mif", "MapInfo MIF"), ("  0\nSECTION\n", "dxf", "DXF"), (#"{"type":"Topology"}"#, "", nil),
    ("!table\n", "csv", nil), ("lon,lat\n", "", nil),
    (#"{"type":"FeatureCollection"}"#, "", nil), ("<html>", "", nil),
  ])
  func `a form is known by how it begins`(_ text: String, _ ending: String, _ form: String?) {
    #expect(GDALForm.name(of: FileHead(Array(text.utf8), ending: ending)) == form)
  }

  @Test func `an archive is one file where its readers take it for one`() {
    #expect(GDALForm.name(ofArchive: ["mimetype", "content.xml", "meta.xml"]) == "ODS")
    #expect(GDALForm.name(ofArchive: ["x.gdb/a00000001.gdbtable", "x.gdb/gdb"]) == "FileGDB")
    #expect(GDALForm.name(ofArchive: ["doc.kml", "files/a.png"]) == nil)
  }

  @Test(arguments: [
    ("1: plazas (Point)", "plazas"), ("12: Comisarías (norte) (3D Multi Polygon)", "Comisarías (norte)"),
    ("2: hoja 1", "hoja 1"), ("3: a: b (None)", "a: b"), ("INFO: Open of `x'", nil), ("1: ", nil),
    ("4: zona (sur)", "zona (sur)"),
  ])
  func `a layer is what stands between its number and its geometry`(_ line: String, _ name: String?) {
    #expect(GDALCopy.layer(in: line) == name)
  }

  @Test func `a program is run to its end, with what it says and how it ends`() throws {
    let said = try #require(ChildProcess.run("sh", ["-c", "printf 'ho la'; printf no >&2; exit 3"]))
    #expect(said.status == 3 && said.output == "ho la" && said.errors == "no")
    let much = try #require(ChildProcess.run("sh", ["-c", "head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2"]))
    #expect(much.status == 0 && much.output.utf8.count <= 1 << 21 && much.errors.utf8.count <= 1 << 21)
    #expect(ChildProcess.run("sh", ["-c", "kill -9 $$"])?.status == 137)
    #expect(ChildProcess.run("plaza-no-such-program", []) == nil)
    #expect(ChildProcess.run("sh", ["-c", "printf %s \"$PLAZA_TOLD\""], environment: ["PLAZA_TOLD=x"])?.output == "x")
  }

  @Test func `a stream is refused, and what is said of a table`() throws {
    var reading = Reading()
    reading.delimiter = 0x3B
    let path = folder.write("a.kml", Self.kml)
    #expect(failure { _ = try Formats.open("a.kml", path: path, as: reading) }?.diagnostic.id == "input.not_delimited")
  }

  @Test func `a layer comes as ogr2ogr copies it, or its absence is said with how to install it`() throws {
    let path = folder.write("a.kml", Self.kml)
    guard GDAL.version != nil else {
      let found = failure { _ = try Formats.open("a.kml", path: path) }
      #expect(
        found?.kind == .missingComponent && found?.diagnostic.id == "gdal.absent" && found?.diagnostic.values["form"] == "KML")
      print("skipped: ogr2ogr is not installed")
      return
    }
    let source = try Formats.open("a.kml", path: path).records()
    let batch = try source.sample(PointRequest(fields: [0]))
    #expect(batch.count == 2 && batch.x[0] == -89.2 && batch.y[1] == 13.6)
    let damaged = folder.write("b.kml", String(Self.kml.prefix(300)))
    #expect(failure { _ = try Formats.open("b.kml", path: damaged) }?.diagnostic.id == "gdal.failed")
    var reading = Reading()
    reading.layer = "calles"
    let unknown = failure { _ = try Formats.open("a.kml", path: path, as: reading) }?.diagnostic
    #expect(unknown?.id == "layers.unknown" && unknown?.values["layers"] == "plazas")
  }
}
