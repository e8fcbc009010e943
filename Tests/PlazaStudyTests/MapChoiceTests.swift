import Foundation
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaReport
@testable import PlazaStudy

/// What a map shows is chosen: field, level, classes; and what lies over it is drawn.
@Suite struct MapChoiceTests {
  private let folder = TemporaryFolder()
  private static let studies = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "GeoData/studies").path

  private func run(_ steps: String) async throws {
    let yaml = "study: s\nlanguage: es\nsteps:\n" + steps.replacing("STUDIES", with: Self.studies)
    let study = try Study(path: folder.write("study.yaml", yaml))
    _ = try await StudyRun.run(
      study, folder: folder.path + "/out", force: true, language: "es", jobs: 2, progress: SilentProgress())
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/out/" + name, encoding: .utf8)
  }

  /// - Returns: what the run was refused with.
  private func refused(_ steps: String) async -> Diagnostic? {
    do {
      try await run(steps)
      return nil
    } catch {
      return (error as? Failure)?.diagnostic
    }
  }

  private static let levels = """
      - join: niveles
        points: STUDIES/la-paz/data/delitos.csv
        areas: [STUDIES/la-paz/data/distritos.geojson, STUDIES/la-paz/data/macrodistritos.geojson]
        level-name: [distrito, macrodistrito]
        code: [codigo, codigo]
        name: [nombre, nombre]
        parent: [macrodistrito]
        map: true

    """

  @Test func `the level, the field and the limits of the classes are chosen`() async throws {
    try await run(
      Self.levels + """
            map-level: macrodistrito
            map-field: count
            map-breaks: [0, 100, 1000000]
        """)
    let svg = try text("niveles.svg")
    #expect(svg.contains("Mapa de 11 áreas. Registros: "))
    for label in [">0<", ">1 a 100<", ">101 a 1\u{202F}000\u{202F}000<", ">más de 1\u{202F}000\u{202F}000<"] {
      #expect(svg.contains(label), "\(label)")
    }
    #expect(svg.contains("Límites fijos"))
    // The style for a GIS shows the same.
    #expect(try text("niveles.qml").contains("attr=\"CASE WHEN &quot;level&quot; = 'macrodistrito' THEN &quot;count&quot; END\""))
    // The names of its own level, and the file that it is from.
    #expect(svg.contains("Áreas: macrodistritos.geojson."))
    // The finest level has the coarser one around it.
    try await run(Self.levels + "    map-method: natural\n    map-classes: 3\n")
    #expect(try text("niveles.svg").contains("Mapa de 23 áreas. Registros por km²: "))
    #expect(try text("niveles.svg").contains("Cortes naturales (Jenks)"))
    // Classes of the finest level say nothing of the sums above it, which are not shown.
    #expect(try text("niveles.qml").contains("CASE WHEN &quot;level&quot; = 'distrito' THEN "))
  }

  @Test func `what is not there is refused with what is`() async throws {
    let field = await refused(Self.levels + "    map-field: nada\n")
    #expect(field?.id == "map.no_field" && field?.values["fields"]?.contains("per_km2") == true)
    let level = await refused(Self.levels + "    map-level: barrio\n")
    #expect(level?.id == "map.no_level" && level?.values["levels"] == "distrito, macrodistrito")
    #expect(await refused(Self.levels + "    map-field: nombre\n")?.id == "map.many_texts")
    #expect(await refused(Self.levels + "    map-field: nombre\n    map-classes: 3\n")?.id == "map.no_numbers")
    let flat = """
        - join: distritos
          points: STUDIES/la-paz/data/delitos.csv
          areas: STUDIES/la-paz/data/distritos.geojson
          code: codigo
          map: true
          map-level: distrito
      """
    #expect(await refused(flat)?.id == "map.no_levels")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/niveles.svg"))
  }

  @Test(arguments: [
    (["--map", "m.svg", "--map-breaks", "1,2", "--map-method", "equal"], "usage.excludes"),
    (["--map", "m.svg", "--map-breaks", "1,2", "--map-classes", "3"], "usage.excludes"),
    (["--map", "m.svg", "--map-breaks", "1,2,3,4,5,6,7,8,9"], "map.many_breaks"), (["--map-field", "count"], "usage.needs"),
    (["--map", "m.svg", "--map-method", "deviation", "--map-classes", "5"], "usage.excludes"),
  ])
  func `options that do not go together are refused before anything is read`(_ words: [String], _ id: String) {
    let refused = refusal { _ = try step(JoinVerb.self, ["p.csv", "--areas", "a.geojson", "--table", "t.csv"] + words) }
    #expect(refused?.id == id)
  }

  @Test func `zones of a hazard, spaces and the ground that they serve lie over the areas`() async throws {
    let data = "STUDIES/mercociudades/data"
    try await run(
      """
        - exposure: expuestos
          areas: \(data)/distritos.geojson
          code: codigo
          name: nombre
          hazards: [inundacion=\(data)/inundacion.geojson:clase]
          order: ["inundacion=baja,media,alta"]
          spaces: \(data)/refugios.geojson
          map: true

        - exposure: toda-clase
          areas: \(data)/distritos.geojson
          code: codigo
          hazards: [inundacion=\(data)/inundacion.geojson:clase]
          order: ["inundacion=baja,media,alta"]
          map-field: inundacion_any_share
          map: true

        - coverage: cobertura
          spaces: \(data)/refugios.geojson
          areas: \(data)/vecinales.geojson
          code: codigo
          name: nombre
          distance: [500, 1000]
          service: true
          map: true
      """)
    let exposed = try text("expuestos.svg")
    for label in [">Zonas de inundacion<", ">alta<", ">Espacios en alguna zona<", ">Otros espacios<"] {
      #expect(exposed.contains(label), "\(label)")
    }
    // The ground of the class that the colours are about, and no other.
    #expect(!exposed.contains(">media<") && !exposed.contains(">baja<"))
    let any = try text("toda-clase.svg")
    for label in [">baja<", ">media<", ">alta<"] { #expect(any.contains(label), "\(label)") }
    // Hatched without a pattern, which would need an id.
    #expect(exposed.contains("stroke=\"#0b5c9c\"") && !exposed.contains(" id=") && !exposed.contains("url("))
    let covered = try text("cobertura.svg")
    #expect(covered.contains("A 500 m o menos de un"))
    #expect(covered.contains(">Espacios públicos<") && covered.contains(">0\u{202F}%<"))
    let service = try text("cobertura-service.svg")
    #expect(service.contains(">más lejos<") && service.contains(">más de 500 a 1\u{202F}000 m<"))
    #expect(service.contains(">Espacios públicos<"))
  }

  @Test func `what the records say of their time stands under the title as people say it`() async throws {
    try await run(
      """
        - join: delitos
          points: STUDIES/amss/data/delitos.csv
          areas: STUDIES/amss/data/municipios.geojson
          code: codigo
          when: fecha
          map: true
      """)
    #expect(try text("delitos.svg").contains(">Enero de 2015 a diciembre de 2016<"))
  }
}
