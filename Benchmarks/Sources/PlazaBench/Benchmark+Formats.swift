/// The rows of the formats: a layer read and written, a workbook read, records into a GeoPackage, a layer checked.
extension Benchmark {
  private static let areas = 100_000
  private static let sheetRows = 200_000

  mutating func formats() throws(BenchError) {
    let made = "\(data)/formats"
    if !exists("\(made)_areas.geojson") {
      try harness(["make-workload", String(Self.areas), "1000", "30", made])
    }
    let source = "\(made)_areas.geojson"
    for (ending, name) in [("gpkg", "GeoPackage"), ("shp", "shapefile")] {
      let file = "\(made)_in.\(ending)"
      if !exists(file) { try run([plaza, "convert", source, "-o", file, "--force", "--quiet"]) }
      row(
        "\(name) of \(Self.areas) polygons read and written",
        ours([plaza, "convert", file, "-o", "\(made)_plaza.\(ending)", "--force", "--quiet"]),
        Peer.convert, [file, "\(made)_pyogrio.\(ending)"])
    }
    try workbook(made)
    guard let large = workloads.first(where: \.isLarge) else { return }
    let prefix = try prepare(large)
    row(
      "check of \(large.areas) areas", ours([plaza, "check", "\(prefix)_areas.geojson", "--quiet"]), Peer.check,
      ["\(prefix)_areas.geojson"])
    let package = "\(prefix)_points.gpkg"
    var groups = [[ours([plaza, "convert", "\(prefix)_points.csv", "-o", package, "--force", "--quiet"])]]
    time(&groups, "records into a GeoPackage")
    table.add("\(large.points / 1_000_000) M records of a CSV into a GeoPackage", groups[0][0])
  }

  private mutating func workbook(_ made: String) throws(BenchError) {
    guard let python = Peer.workbook.python(root: root) else { return }
    guard let metro = workloads.first(where: { !$0.isLarge }) else { return }
    let book = "\(made).xlsx"
    if !exists(book) {
      try run([
        python, "\(root)/Benchmarks/peers/\(Peer.workbook.script).py", "make", "\(try prepare(metro))_points.csv",
        String(Self.sheetRows), book,
      ])
    }
    row("workbook of \(Self.sheetRows) rows read", ours([plaza, "info", book, "--json"]), Peer.workbook, [book])
  }

  private mutating func row(_ title: String, _ own: Contestant, _ peer: Peer, _ arguments: [String]) {
    var groups = [[own], contestants([peer], arguments)]
    time(&groups, title)
    guard let other = groups[1].first else { return table.add(title, groups[0][0]) }
    table.add(title, groups[0][0], fasterThan: other, goal: peer.goal)
  }

  private func run(_ command: [String]) throws(BenchError) {
    if try runChild(command).status != 0 { throw BenchError("failed: \(command.joined(separator: " "))") }
  }
}
