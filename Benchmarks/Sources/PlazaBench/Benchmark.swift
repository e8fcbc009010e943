import Glibc

/// The run: every work on our side and on each peer's, interleaved, best of several, as one table.
struct Benchmark {
  var plaza: String
  var root: String
  var data: String
  var runs = 3
  var workloads: [Workload] = [.metro, .country]
  /// Nil measures no peer; otherwise the names to measure, empty for all that are installed.
  var peers: [String]? = []

  private var table = Table()
  private var notes: [String] = []
  private var failures: [String] = []

  init(plaza: String, root: String, data: String) {
    self.plaza = plaza
    self.root = root
    self.data = data
  }

  /// - Returns: what to print, and whether every count agreed.
  mutating func measure() throws(BenchError) -> (table: Table, notes: [String], agreed: Bool) {
    for workload in workloads {
      let prefix = try prepare(workload)
      try join(workload, prefix)
      if workload.name == Workload.country.name { try readAreas("\(prefix)_areas.geojson") }
      if workload.name == Workload.metro.name { try gzip(prefix) }
    }
    return (table, notes + failures, failures.isEmpty)
  }

  // MARK: Files

  private func prepare(_ workload: Workload) throws(BenchError) -> String {
    let prefix = "\(data)/\(workload.name)"
    if !exists("\(prefix)_areas.geojson") || !exists("\(prefix)_points.csv") {
      // In a child: a large parent would show in the peak memory of every child after it.
      try harness(["make-workload", String(workload.areas), String(workload.points), String(workload.vertices), prefix])
    }
    if !exists("\(prefix)_points_utm.csv") { try harness(["project", "\(prefix)_points.csv", "\(prefix)_points_utm.csv"]) }
    if workload.points > 1_000_000, !exists("\(prefix)_points_1m.csv") {
      try harness(["head", "\(prefix)_points.csv", "1000000", "\(prefix)_points_1m.csv"])
    }
    return prefix
  }

  private func harness(_ arguments: [String]) throws(BenchError) {
    note(arguments.joined(separator: " "))
    if try run([CommandLine.arguments[0]] + arguments).status != 0 { throw BenchError("plaza-bench \(arguments[0]) failed") }
  }

  // MARK: The join

  private func ours(_ points: String, areas: String, output: String, _ more: [String] = []) -> [String] {
    [plaza, "join", points, "--areas", areas, "--by", "delito", "--code", "code", "--table", output, "--force", "--quiet"] + more
  }

  private mutating func join(_ workload: Workload, _ prefix: String) throws(BenchError) {
    let areas = "\(prefix)_areas.geojson"
    let utm = ["--easting", "easting", "--northing", "northing", "--assume-crs", "EPSG:32616"]
    let degrees = ours("\(prefix)_points.csv", areas: areas, output: "\(prefix)_plaza.csv")
    let metres = ours("\(prefix)_points_utm.csv", areas: areas, output: "\(prefix)_plaza_utm.csv", utm)
    let fewer =
      workload.points > 1_000_000 ? ours("\(prefix)_points_1m.csv", areas: areas, output: "\(prefix)_plaza_1m.csv") : nil

    // One run of each of ours outside the clock: it warms the page cache and gives the account.
    let summary = try succeed(degrees + ["--json"], capture: true).output
    let onBorder = Int(jsonNumber("on_border", in: summary) ?? 0)
    _ = try succeed(metres)

    var others = Peer.joins + [Peer.scan]
    others = wanted(others)
    var own = Best()
    var ownMetres = Best()
    var ownFewer = Best()
    var theirs = [Best](repeating: Best(), count: others.count)
    for turn in 1...runs {
      own.add(try succeed(degrees))
      ownMetres.add(try succeed(metres))
      if let fewer { ownFewer.add(try succeed(fewer)) }
      for (i, peer) in others.enumerated() {
        note("\(workload.name), run \(turn) of \(runs): \(peer.name)")
        try add(peer, [prefix], to: &theirs[i])
      }
    }
    let name = "join \(workload.title)"
    let goals: [String: Double] = ["SedonaDB": 8, "DuckDB spatial": 20, "GeoPandas": 40]
    let fastest = others.indices.filter { others[$0].work == .join }.min { theirs[$0].work < theirs[$1].work }
    if others.isEmpty { table.rows.append(Row(work: name, ours: cell(own), other: "–", ratio: "–", goal: "–", met: nil)) }
    for (i, peer) in others.enumerated() {
      let ratio = theirs[i].work / own.work
      if peer.work == .scan {
        let times = own.work / theirs[i].work
        let goal = workload.points > 1_000_000
        table.rows.append(
          Row(
            work: "\(name), against the mere scan of its CSV", ours: cell(own), other: "\(peer.name) \(cell(theirs[i]))",
            ratio: "\(fixed(times, 2)) × its time", goal: goal ? "≤ 2 ×" : "–", met: goal ? times <= 2 : nil))
        continue
      }
      var goal = workload.points > 1_000_000 ? nil : goals[peer.name]
      if workload.points > 1_000_000, i == fastest { goal = 8 }
      table.rows.append(
        Row(
          work: name, ours: cell(own), other: "\(peer.name) \(cell(theirs[i]))", ratio: "\(fixed(ratio, 1)) × faster",
          goal: goal.map { "≥ \(fixed($0, 0)) ×" } ?? "–", met: goal.map { ratio >= $0 }))
      let agreement = try Agreement(ours: "\(prefix)_plaza.csv", theirs: "\(prefix)_\(stem(of: peer)).csv")
      let line =
        "\(workload.name): \(agreement.ours) joined, \(peer.name) \(agreement.theirs), differing \(agreement.difference), on_border \(onBorder)"
      notes.append(line)
      // A peer counts a point on a border in each area that touches it, we count it once.
      if agreement.difference > 3 * onBorder { failures.append("COUNTS DIFFER: \(line)") }
    }
    if let fewer {
      _ = fewer
      table.rows.append(
        Row(
          work: "memory of that join", ours: "\(fixed(own.peak, 0)) MB", other: "–", ratio: "–", goal: "≤ 300 MB",
          met: own.peak <= 300))
      let growth = own.peak / ownFewer.peak
      table.rows.append(
        Row(
          work: "its memory against 1 M points, same areas", ours: "\(fixed(own.peak, 0)) MB",
          other: "plaza, 1 M \(cell(ownFewer))", ratio: "\(fixed(growth, 2)) ×", goal: "≤ 1.1 ×", met: growth <= 1.1))
    }
    let slower = ownMetres.work / own.work
    table.rows.append(
      Row(
        work: "\(name), points in UTM metres", ours: cell(ownMetres), other: "plaza, degrees \(cell(own))",
        ratio: "\(fixed(slower, 2)) × its time", goal: "≤ 1.6 ×", met: slower <= 1.6))
    let metric = try Agreement(ours: "\(prefix)_plaza.csv", theirs: "\(prefix)_plaza_utm.csv", column: 3)
    notes.append(
      "\(workload.name): \(metric.ours) joined in degrees, \(metric.theirs) in UTM millimetres, differing \(metric.difference)")
    // Half a millimetre of rounding moves a point over a border about once in ten thousand.
    if metric.difference * 1000 > metric.ours { failures.append("COUNTS DIFFER in \(workload.name) between degrees and UTM") }
  }

  // MARK: Reading

  private mutating func readAreas(_ path: String) throws(BenchError) {
    let command = [plaza, "info", path, "--json"]
    _ = try succeed(command)
    let others = wanted([Peer.read])
    var own = Best()
    var theirs = Best()
    for _ in 1...runs {
      own.add(try succeed(command))
      for peer in others { try add(peer, [path], to: &theirs) }
    }
    let ratio = theirs.work / own.work
    table.rows.append(
      Row(
        work: "GeoJSON areas, \(bytes(of: path) / 1_000_000) MB, read", ours: cell(own),
        other: others.isEmpty ? "–" : "pyogrio \(cell(theirs))",
        ratio: others.isEmpty ? "–" : "\(fixed(ratio, 1)) × faster", goal: "≥ 12 ×", met: others.isEmpty ? nil : ratio >= 12))
  }

  private mutating func gzip(_ prefix: String) throws(BenchError) {
    let packed = "\(prefix)_points.csv.gz"
    if !exists(packed), try run(["gzip", "-k", "\(prefix)_points.csv"]).status != 0 {
      return notes.append("no gzip: that row is left out")
    }
    let command = ours(packed, areas: "\(prefix)_areas.geojson", output: "\(prefix)_plaza_gz.csv")
    var own = Best()
    for _ in 1...runs { own.add(try succeed(command)) }
    table.rows.append(
      Row(work: "join \(Workload.metro.title), points in .gz", ours: cell(own), other: "–", ratio: "–", goal: "–", met: nil))
    let agreement = try Agreement(ours: "\(prefix)_plaza.csv", theirs: "\(prefix)_plaza_gz.csv", column: 3)
    if agreement.difference > 0 { failures.append("COUNTS DIFFER between the points and their .gz") }
  }

  // MARK: Running

  private func wanted(_ all: [Peer]) -> [Peer] {
    guard let peers else { return [] }
    return all.filter { peer in
      peer.python(root: root) != nil
        && (peers.isEmpty || peers.contains { stem(of: peer).hasSuffix($0) || peer.name.lowercased() == $0.lowercased() })
    }
  }

  private func stem(of peer: Peer) -> String { String(peer.script.dropLast(3).split(separator: "_").last ?? "") }

  private func add(_ peer: Peer, _ arguments: [String], to best: inout Best) throws(BenchError) {
    guard let python = peer.python(root: root) else { return }
    let result = try succeed([python, "\(root)/Benchmarks/peers/\(peer.script)"] + arguments, capture: true)
    guard let work = jsonNumber("work", in: result.output) else { throw BenchError("\(peer.script) printed no figures") }
    best.add(result, work: work)
  }

  private func succeed(_ command: [String], capture: Bool = false) throws(BenchError) -> ChildResult {
    let result = try run(command, capture: capture)
    if result.status != 0 { throw BenchError("exit \(result.status): \(command.joined(separator: " "))") }
    return result
  }

  /// Seconds of the work, of the whole process when that differs, and peak memory.
  private func cell(_ best: Best) -> String {
    let whole = best.wall > best.work * 1.01 ? " (\(fixed(best.wall, 2)) s whole)" : ""
    return "\(fixed(best.work, 3)) s\(whole), \(fixed(best.peak, 0)) MB"
  }

  private func note(_ text: String) { complain(text) }
}
