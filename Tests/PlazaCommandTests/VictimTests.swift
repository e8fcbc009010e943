import Foundation
import PlazaStudy
import PlazaTesting
import Testing

/// Somebody who looks for a victim runs every verb on a registry and reads everything that comes out of it.
///
/// Sensitive records bear names, numbers, places and a day that no other record has: none of them may leave by any door.
@Suite struct VictimTests {
  private let command = CommandRunner()

  private static let header =
    "folio,NOM_VIC,ofendido,A. PATERNO,cel,C.C.,hechos,fecha,tipo_penal,contexto,domestic,relacion_victima,edad,barrio,lon,lat"
  /// What makes a record sensitive: kind, context, domestic, relation, age.
  private static let sensitive = [
    ["VIOLACION", "", "False", "", "33"], ["Acceso carnal violento", "", "False", "", "41"], ["V.I.F.", "", "False", "", "29"],
    ["Lei Maria da Penha", "", "", "", ""], ["LESIONES", "Violencia intrafamiliar", "False", "", "35"],
    ["ROBO", "", "True", "", "35"], ["ROBO", "", "False", "Cónyuge", "50"], ["HOMICIDIO", "", "False", "", "15"],
    ["0301", "", "False", "", "22"], ["", "", "False", "", "23"],
  ]
  private static let harmless = ["ROBO", "HURTO", "LESIONES"]
  /// The day of all sensitive records, within the span of the others.
  private static let day = "2024-03-17"

  /// What must not be found in anything that is written or said.
  private static let planted: [String] =
    ["SECRETA", "Secreta", "F7700", "C5599", "4135791", "4436879", day, "17/03/2024", "17/3/2024", "apuntó"]

  private func writeFiles() {
    var random = SplitMix64(seed: 42)
    var rows = [Self.header]
    for row in 0..<600 {
      let date = "\(2023 + row % 2)-\(row % 3 == 0 ? "03" : "02")-\(18 + row % 9)"
      let place = (Double.random(in: -0.0199...0.0199, using: &random), Double.random(in: -0.0199...0.0199, using: &random))
      // Half of them crowd, so that there is something to find.
      let share = row % 2 == 0 ? 0.1 : 1
      rows.append(
        "\(10_000 + row),Ana \(row),Luis \(row),Paz \(row),555\(row),80\(row),Le quitaron el bolso \(row),\(date),"
          + "\(Self.harmless[row % 3]),,False,desconocido,\(20 + row % 50),Barrio \(row % 4),"
          + String(format: "%.5f,%.5f", -88.42 + place.0 * share, 13.45 + place.1 * share))
    }
    for (number, flags) in (Self.sensitive + Self.sensitive + Self.sensitive).enumerated() {
      rows.append(
        "F7700\(number),Rosa SECRETA,Secreta \(number),SECRETA,C5599\(number),SECRETA\(number),Le apuntó en la casa \(number),\(Self.day),"
          + "\(flags[0]),\(flags[1]),\(flags[2]),\(flags[3]),\(flags[4]),Barrio 1,"
          + String(format: "-88.4135791%d,13.4436879%d", number % 10, number % 7))
    }
    // A separator too many, and cells that are no numbers: names where a place should be.
    rows.append("F77001,SECRETA,Rosa,x,x,x,x,x,\(Self.day),VIOLACION,,,,,Barrio 1,-88.4135791,13.4436879")
    rows.append("F77002,x,x,x,x,x,x,2024-02-01,ROBO,,False,,30,Barrio 1,Rosa SECRETA,13.4436879")
    rows.append("F77003,x,x,x,x,x,x,Secreta,ROBO,,False,,30,Barrio 1,-88.4,13.45")
    command.folder.write("r.csv", rows.joined(separator: "\n") + "\n")
    func square(_ code: String, _ west: Double, _ south: Double, _ size: Double, _ more: String = "") -> String {
      """
      {"type":"Feature","properties":{"codigo":"\(code)","nombre":"Zona \(code)","poblacion":12000\(more)},"geometry":{"type":"Polygon",\
      "coordinates":[[[\(west),\(south)],[\(west + size),\(south)],[\(west + size),\(south + size)],[\(west),\(south + size)],\
      [\(west),\(south)]]]}}
      """
    }
    func collection(_ features: [String]) -> String {
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}"
    }
    let corners = [(-88.44, 13.43), (-88.42, 13.43), (-88.44, 13.45), (-88.42, 13.45)]
    command.folder.write("a.geojson", collection(corners.enumerated().map { square("0\($0)", $1.0, $1.1, 0.02) }))
    var fine: [String] = []
    for row in 0..<8 {
      for column in 0..<8 {
        fine.append(square("f\(row)\(column)", -88.44 + Double(column) * 0.005, 13.43 + Double(row) * 0.005, 0.005))
      }
    }
    command.folder.write("fine.geojson", collection(fine))
    command.folder.write("flood.geojson", collection([square("z", -88.43, 13.44, 0.012, ",\"clase\":\"alta\"")]))
    command.folder.write("e.csv", "codigo,nombre,lon,lat\na,Parque A,-88.415,13.445\nb,Parque B,-88.43,13.455\n")
  }

  /// Every verb with every file that it can write; some twice, by other fields.
  private static let calls: [[String]] = [
    ["join", "r.csv", "--areas", "a.geojson", "--when", "fecha"],
    ["join", "r.csv", "--areas", "a.geojson", "--by", "barrio", "--period", "month", "--when", "fecha", "--declared", "barrio"],
    ["join", "r.csv", "--areas", "fine.geojson", "--by", "tipo_penal", "--population", "poblacion", "--when", "fecha"],
    ["compare", "r.csv", "--areas", "a.geojson", "--by", "tipo_penal", "--when", "fecha", "--until", "2024-03"],
    [
      "compare", "r.csv", "--boundary", "a.geojson", "--grid", "square", "--cell", "250", "--when", "fecha", "--until", "2024-03",
      "--by", "barrio",
    ],
    ["hotspots", "r.csv", "--boundary", "a.geojson", "--piles", "keep"],
    ["hotspots", "gi", "r.csv", "--boundary", "a.geojson", "--cell", "250", "--by", "barrio", "--piles", "keep"],
    ["hotspots", "gi", "r.csv", "--areas", "fine.geojson", "--code", "codigo"],
    ["hotspots", "moran", "r.csv", "--areas", "fine.geojson", "--code", "codigo"],
    ["hotspots", "density", "r.csv", "--boundary", "a.geojson", "--bandwidth", "300", "--cell", "100", "--piles", "keep"],
    ["hotspots", "clusters", "r.csv", "--boundary", "a.geojson", "--piles", "keep"],
    ["hotspots", "backtest", "map.geojson", "r.csv", "--boundary", "a.geojson"],
    ["check", "r.csv"], ["check", "a.geojson", "--repair"], ["convert", "r.csv"], ["convert", "a.geojson"],
    ["concentration", "r.csv", "--areas", "fine.geojson", "--by", "tipo_penal"],
    ["spaces", "e.csv", "--incidents", "r.csv", "--areas", "a.geojson", "--by", "barrio"],
    ["coverage", "e.csv", "--areas", "a.geojson", "--incidents", "r.csv"],
    ["exposure", "a.geojson", "--hazards", "inundacion=flood.geojson:clase", "--incidents", "r.csv", "--spaces", "e.csv"],
  ]

  /// The outputs of every verb by its name.
  private static func outputs() -> [String: [(name: String, suffix: String)]] {
    var outputs: [String: [(name: String, suffix: String)]] = [:]
    for verb in Verbs.all { outputs[verb.name] = verb.outputs.map { ($0.name, $0.suffix) } }
    return outputs
  }

  private static func verb(_ call: [String]) -> String {
    call[0] == "hotspots" && !call[1].contains(".") ? "hotspots-\(call[1])" : call[0]
  }

  @Test func `no record of a sensitive kind leaves by any door of any verb`() throws {
    writeFiles()
    let outputs = Self.outputs()
    let tried = Set(Self.calls.map(Self.verb))
    #expect(tried == Set(outputs.keys), "a verb is not tried")
    let made = try command.run(
      ["hotspots", "gi", "r.csv", "--boundary", "a.geojson", "--cell", "500", "--piles", "keep", "-o", "map.geojson"])
    #expect(made.code == 0, "\(made.error)")
    for (number, call) in Self.calls.enumerated() {
      var words = call
      for output in outputs[Self.verb(call)] ?? [] {
        if output.name == "disagree", !call.contains("--declared") { continue }
        if output.name == "problems", !call.contains("--repair") { continue }
        let ending = output.suffix.split(separator: ".").last.map { "." + $0 } ?? ""
        words += ["--\(output.name)", "o\(number)-\(output.name)\(ending)"]
      }
      let outcome = try command.run(words + ["--json"])
      #expect(outcome.code == 0, "\(words.joined(separator: " ")): \(outcome.error)")
      expectNothing(in: outcome.output, "\(call) --json")
      expectNothing(in: outcome.error, "\(call) stderr")
    }
    for (file, words) in [("info.txt", ["info", "r.csv"]), ("info.json", ["info", "r.csv", "--json"])] {
      let outcome = try command.run(words)
      #expect(outcome.code == 0)
      expectNothing(in: outcome.output, file)
      expectNothing(in: outcome.error, file)
    }
    let written = command.folder.names.filter { $0.hasPrefix("o") || $0.hasPrefix("map") }
    #expect(written.count > 60)
    for name in written {
      expectNothing(in: try #require(command.folder.read(name).map { String(decoding: $0, as: UTF8.self) }), name)
    }
    // The tagged files have the others, and nothing of them but what is allowed.
    for number in [0, 1] {
      let tagged = try #require(command.folder.read("o\(number)-tagged.csv").map { String(decoding: $0, as: UTF8.self) })
      let rows = tagged.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      #expect(rows[0].map(String.init) == ["id", "fecha", "tipo_penal", "contexto", "lon", "lat", "area_code", "area_name"])
      #expect(rows.count == 601)
      #expect(!tagged.contains("Ana") && !tagged.contains("bolso"))
    }
    let rejects = try #require(command.folder.read("o0-rejects.csv").map { String(decoding: $0, as: UTF8.self) })
    #expect(
      rejects.split(separator: "\n").dropFirst().map(String.init).sorted() == [
        "632,bad_row,,", "633,bad_number,lon,•••", "634,bad_date,fecha,•••",
      ])
  }

  private func expectNothing(in text: String, _ place: String) {
    for secret in Self.planted {
      let found = text.range(of: secret).map { text[$0.lowerBound...].prefix(60) }
      #expect(found == nil, "\(place): \(secret) in \(found ?? "")")
    }
  }

  @Test func `a tagged file is refused where nothing says what kind its records are`() throws {
    command.folder.write("k.csv", "id,calle,lon,lat\n1,Calle 1,-88.5,13.5\n2,Calle 2,-87.5,13.5\n3,Calle 1,-88.4,13.5\n")
    let words = ["join", "k.csv", "--areas", "areas.geojson", "--tagged", "t.csv"]
    for more in [[], ["--by", "calle"]] {
      let refused = try command.run(words + more)
      #expect(refused.code == 64 && refused.error.contains("--kinds none"), "\(refused.error)")
      #expect(!command.folder.names.contains("t.csv"))
    }
    let stated = try command.run(words + ["--kinds", "none"])
    #expect(stated.code == 0, "\(stated.error)")
    #expect(
      command.folder.read("t.csv").map { String(decoding: $0, as: UTF8.self) }?.hasPrefix(
        "id,lon,lat,area_code,area_name\n2,-88.5,13.5,01,Uno\n") == true)
    let kept = try command.run(words + ["--kinds", "calle", "--keep", "id", "--force"])
    #expect(kept.code == 0, "\(kept.error)")
    #expect(
      command.folder.read("t.csv").map { String(decoding: $0, as: UTF8.self) }?.hasPrefix(
        "record,id,calle,lon,lat,area_code,area_name\n") == true)
  }

  @Test func `small counts of sensitive kinds are said in three languages, and their files are their owner's`() throws {
    var rows = "delito,lon,lat\n"
    for row in 0..<40 { rows += "\(row < 37 ? "robo" : "violación"),-88.5,13.\(100 + row)\n" }
    command.folder.write("s.csv", rows)
    func mode(_ name: String) throws -> Int {
      try #require(FileManager.default.attributesOfItem(atPath: command.folder.path + "/" + name)[.posixPermissions] as? Int)
        & 0o077
    }
    let base = ["join", "s.csv", "--areas", "areas.geojson", "--table", "t.csv", "-o", "o.geojson", "--map", "m.svg", "--force"]
    #expect(try command.run(base).code == 0)
    #expect(try mode("t.csv") != 0 && mode("o.geojson") != 0)
    for (language, words) in [("en", "sensitive kind"), ("es", "tipos sensibles"), ("pt", "tipos sensíveis")] {
      let outcome = try command.run(base + ["--by", "delito", "--lang", language])
      #expect(outcome.code == 0 && outcome.error.contains(words), "\(outcome.error)")
      #expect(try mode("t.csv") == 0 && mode("o.geojson") == 0 && mode("m.svg") == 0)
    }
    let filtered = try command.run(base + ["--where", "delito=violación"])
    #expect(filtered.code == 0 && filtered.error.contains("sensitive kind"), "\(filtered.error)")
    #expect(try mode("t.csv") == 0)
    let many = try command.run(base + ["--where", "delito=robo"])
    #expect(many.code == 0 && !many.error.contains("sensitive kind"))
    #expect(try mode("t.csv") != 0)
  }

  @Test func `every file says that it is internal`() throws {
    let outcome = try command.run([
      "join", "points.csv", "--areas", "areas.geojson", "--by", "delito", "-o", "o.geojson", "--table", "t.csv", "--map", "m.svg",
      "--tagged", "g.csv", "--rejects", "r.csv", "--lang", "es",
    ])
    #expect(outcome.code == 0, "\(outcome.error)")
    func text(_ name: String) throws -> String {
      String(decoding: try #require(command.folder.read(name), "\(name)"), as: UTF8.self)
    }
    #expect(try text("o.geojson").contains("\"release\": \"internal\""))
    #expect(try text("o.qml").contains("<!-- release: internal -->"))
    #expect(try text("m.svg").contains(">Uso interno") && text("m.svg").contains("<metadata>release: internal</metadata>"))
    for name in ["t.csv", "g.csv", "r.csv"] {
      let mark = try text(name + ".release.json")
      #expect(mark.contains("\"release\": \"internal\"") && mark.contains(name) && mark.contains("Uso interno"), "\(mark)")
    }
  }
}
