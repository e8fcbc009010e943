import Foundation
import PlazaTesting
import Testing

@Suite struct BacktestCommandTests {
  private let command = CommandRunner()

  @Test func `a map of ours is held against later records, in words and in numbers`() throws {
    let map = try command.run(["join", "points.csv", "--areas", "areas.geojson", "--where", "delito=robo", "-o", "map.geojson"])
    #expect(map.code == 0, "\(map.error)")
    let arguments = ["hotspots", "backtest", "map.geojson", "points.csv", "--budgets", "50,100"]
    let outcome = try command.run(arguments + ["-o", "tested.geojson", "--table", "-"])
    #expect(outcome.code == 0, "\(outcome.error)")
    let lines = outcome.output.split(whereSeparator: \.isNewline)
    // Both areas are as large, one of three records lies in each, and one in none.
    #expect(lines.count == 3)
    #expect(
      lines.dropFirst().first?.hasPrefix("0.5,1,") == true
        && lines.dropFirst().first?.contains(",1,0.333333333333,0.66666666666") == true)
    #expect(outcome.error.contains("33.3") && outcome.error.contains("--boundary"))
    let layer = try String(contentsOfFile: command.folder.path + "/tested.geojson", encoding: .utf8)
    #expect(layer.contains("\"predicted_rank\":1,\"hits\":1,\"selected_at\":0.5"))
    let bounded = try command.run(arguments + ["--boundary", "areas.geojson", "--json"])
    #expect(bounded.output.contains("\"schema\": \"plaza.hotspots-backtest/1\"") && bounded.output.contains("\"records\": 2"))
    for language in ["es", "pt"] {
      let words = try command.run(arguments + ["--lang", language])
      #expect(words.code == 0 && words.error.contains("PAI"), "\(words.error)")
    }
    let drawn = try command.run(arguments + ["--curve", "curve.svg", "--map", "drawn.svg", "--title", "Prueba", "--lang", "es"])
    #expect(drawn.code == 0, "\(drawn.error)")
    for name in ["curve.svg", "drawn.svg"] {
      let drawing = try String(contentsOfFile: command.folder.path + "/" + name, encoding: .utf8)
      #expect(drawing.hasPrefix("<svg") && drawing.contains("Prueba"), "\(name)")
    }
    let curve = try String(contentsOfFile: command.folder.path + "/curve.svg", encoding: .utf8)
    #expect(curve.contains("Parte de los incidentes posteriores dentro de ella"))
    #expect(try command.run(Array(arguments.dropLast()) + ["0,5"]).code == 64)
  }

  @Test func `in a study a map is a step's output and its backtest another step`() throws {
    command.folder.write(
      "study.yaml",
      """
      study: prueba
      steps:
        - hotspots-backtest: prueba
          prediction: map.geojson
          map: true
          points: points.csv
          field: count
          budgets: [50, 100]
          boundary: areas.geojson

      """)
    #expect(try command.run(["join", "points.csv", "--areas", "areas.geojson", "-o", "map.geojson"]).code == 0)
    let outcome = try command.run(["run", "study.yaml", "-o", "out"])
    #expect(outcome.code == 0, "\(outcome.error)")
    let table = try String(contentsOfFile: command.folder.path + "/out/prueba.csv", encoding: .utf8)
    #expect(table.contains("\n1,2,") && table.hasPrefix("budget_share,units,"))
    #expect(command.folder.text("out/prueba.svg")?.hasPrefix("<svg") == true)
    command.folder.write(
      "study.yaml", "study: x\nsteps:\n  - hotspots-backtest: x\n    prediction: m\n    points: p\n    budgets: [0]\n")
    let refused = try command.run(["run", "study.yaml", "-o", "other"])
    #expect(refused.code == 64 && refused.error.contains("line 6") && refused.error.contains("--budgets"), "\(refused.error)")
  }
}
