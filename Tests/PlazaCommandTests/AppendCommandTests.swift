import Foundation
import PlazaFormats
import PlazaLayers
import PlazaTesting
import Testing

/// Several layers in one GeoPackage, as the command and a study write them.
@Suite struct AppendCommandTests {
  let runner = CommandRunner()

  private func layer(_ name: String, of file: String) throws -> Layer {
    var reading = Reading()
    reading.layer = name
    return try Formats.open(runner.folder.path + "/" + file, as: reading).layer(jobs: 1).layer
  }

  @Test func `a verb adds its layer to a file of layers`() throws {
    let first = try runner.run(["convert", "areas.geojson", "-o", "all.gpkg|layername=zonas"])
    #expect(first.code == 0 && first.error.contains("all.gpkg|layername=zonas"), "\(first.error)")
    let refused = try runner.run(["join", "points.csv", "--areas", "areas.geojson", "-o", "all.gpkg"])
    #expect(refused.code == 73)
    let second = try runner.run(["join", "points.csv", "--areas", "areas.geojson", "-o", "all.gpkg|layername=hechos", "--append"])
    #expect(second.code == 0, "\(second.error)")
    #expect(try layer("zonas", of: "all.gpkg").columns.map(\.name) == ["codigo", "nombre"])
    #expect(try layer("hechos", of: "all.gpkg").column(named: "count") != nil)
    let none = try runner.run(["convert", "areas.geojson", "-o", "a.geojson", "--append"])
    #expect(none.code == 64 && none.error.contains(".gpkg"))
    #expect(try runner.run(["convert", "areas.geojson", "-o", "a.geojson|layername=x"]).code == 64)
  }

  @Test func `a study has one file for all its layers`() throws {
    runner.folder.write(
      "study.yaml",
      """
      study: s
      geopackage: capas.gpkg
      steps:
        - {convert: zonas, from: areas.geojson}
        - {join: hechos, points: points.csv, areas: areas.geojson, accuracy: none}
        - {convert: aparte, from: areas.geojson, output: aparte.geojson}
      """)
    for folder in ["out", "again"] {
      let done = try runner.run(["run", "study.yaml", "-o", folder])
      #expect(done.code == 0, "\(done.error)")
    }
    #expect(try layer("zonas", of: "out/capas.gpkg").featureCount == 2)
    #expect(try layer("hechos", of: "out/capas.gpkg").column(named: "count") != nil)
    #expect(runner.folder.text("out/aparte.geojson") != nil && runner.folder.text("out/hechos.geojson") == nil)
    #expect(runner.folder.read("out/capas.gpkg") == runner.folder.read("again/capas.gpkg"))
    let manifest = try #require(runner.folder.text("out/manifest.json"))
    #expect(manifest.contains("capas.gpkg|layername=zonas") && manifest.contains("\"path\": \"capas.gpkg\""))
    #expect(try runner.run(["verify", "out/manifest.json"]).code == 0)
    runner.folder.write("bad.yaml", "study: s\ngeopackage: capas.shp\nsteps:\n  - {convert: zonas, from: areas.geojson}\n")
    #expect(try runner.run(["run", "bad.yaml", "-o", "bad"]).code == 65)
    runner.folder.write(
      "twice.yaml",
      "study: s\nsteps:\n  - {convert: a, from: areas.geojson, output: x.gpkg}\n  - {convert: b, from: areas.geojson, output: x.gpkg}\n"
    )
    #expect(try runner.run(["run", "twice.yaml", "-o", "twice"]).code == 64)
  }
}
