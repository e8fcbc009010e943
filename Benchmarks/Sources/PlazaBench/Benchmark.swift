import Glibc

/// The run: every work on our side and on each peer's, interleaved, best of several, as one table.
struct Benchmark {
  /// Parts that can run alone.
  enum Section: String, CaseIterable {
    /// `plaza` as a process: the join and the reading of areas.
    case join
    /// The methods on columns in memory, and `compare`.
    case kernels
    /// Of these the zonal sums of a raster, which are read from a file.
    case zonal
    /// `plaza convert`, `check` and `info` on files.
    case formats
  }

  var plaza: String
  var root: String
  var data: String
  var runs = 3
  var workloads: [Workload] = [.metro, .country]
  var sections: Set<Section> = Set(Section.allCases)
  /// Nil measures no peer; otherwise the names to measure, empty for all that are installed.
  var peers: [String]? = []

  var table = Table()
  /// How far the counts agree.
  var notes: [String] = []
  /// Commands that failed and counts that differ.
  var failures: [String] = []

  init(plaza: String, root: String, data: String) {
    self.plaza = plaza
    self.root = root
    self.data = data
  }

  /// The peers of the sections that run.
  var wantedPeers: [Peer] {
    (sections.contains(.join) ? Peer.joins + [Peer.scan, Peer.read] : []) + (sections.contains(.kernels) ? Peer.kernels : [])
      + (sections.contains(.zonal) ? [Peer.zonal] : []) + (sections.contains(.formats) ? Peer.formats : [])
  }

  mutating func measure() throws(BenchError) {
    for workload in workloads where sections.contains(.join) {
      let prefix = try prepare(workload)
      try copy(workload, prefix)
      try join(workload, prefix)
      if workload.isLarge { readAreas("\(prefix)_areas.geojson") } else { try joinPacked(workload, prefix) }
    }
    if sections.contains(.kernels) { try kernels() }
    if sections.contains(.formats) { try formats() }
    if sections.contains(.zonal), let metro = workloads.first(where: { !$0.isLarge }) { try zonal(metro) }
  }

  // MARK: Files

  func prepare(_ workload: Workload) throws(BenchError) -> String {
    let prefix = "\(data)/\(workload.name)"
    if !exists("\(prefix)_areas.geojson") || !exists("\(prefix)_points.csv") {
      try harness(["make-workload", String(workload.areas), String(workload.points), String(workload.vertices), prefix])
    }
    return prefix
  }

  /// The same points in metres, and fewer of them.
  private func copy(_ workload: Workload, _ prefix: String) throws(BenchError) {
    if !exists("\(prefix)_points_utm.csv") { try harness(["project", "\(prefix)_points.csv", "\(prefix)_points_utm.csv"]) }
    if workload.isLarge, !exists("\(prefix)_points_1m.csv") {
      try harness(["head", "\(prefix)_points.csv", "1000000", "\(prefix)_points_1m.csv"])
    }
  }

  /// Makes a file in a child process: what a large parent holds would show in the peak memory of every child after it.
  func harness(_ arguments: [String]) throws(BenchError) {
    complain(arguments.joined(separator: " "))
    if try runChild([CommandLine.arguments[0]] + arguments).status != 0 { throw BenchError("plaza-bench \(arguments[0]) failed") }
  }

  // MARK: Reading areas

  private mutating func readAreas(_ path: String) {
    var groups = [[ours([plaza, "info", path, "--json"])], contestants([Peer.read], [path])]
    time(&groups, "reading areas")
    let own = groups[0][0]
    let title = "read GeoJSON areas, \(bytes(of: path) / 1_000_000) MB"
    guard let other = groups[1].first else { return table.add(title, own) }
    table.add(title, own, fasterThan: other, goal: Peer.read.goal)
  }

  private mutating func joinPacked(_ workload: Workload, _ prefix: String) throws(BenchError) {
    let packed = "\(prefix)_points.csv.gz"
    if !exists(packed), try runChild(["gzip", "-k", "\(prefix)_points.csv"]).status != 0 {
      return failures.append("gzip failed: the row of the packed points is left out")
    }
    var groups = [[ours(joinCommand(packed, prefix, output: "gz"))]]
    time(&groups, "\(workload.name), .gz")
    table.add("join \(workload.title), points in .gz", groups[0][0])
    guard groups[0][0].isMeasured else { return }
    let agreement = try Agreement(ours: "\(prefix)_plaza.csv", theirs: "\(prefix)_plaza_gz.csv", column: 3)
    if agreement.difference > 0 { failures.append("COUNTS DIFFER between the points and their .gz: \(agreement.difference)") }
  }

  // MARK: Running

  func ours(_ command: [String]) -> Contestant { Contestant(name: "plaza", command: command) }

  func joinCommand(_ points: String, _ prefix: String, output: String? = nil, _ more: [String] = []) -> [String] {
    let table = "\(prefix)_plaza\(output.map { "_\($0)" } ?? "").csv"
    return [
      plaza, "join", points, "--areas", "\(prefix)_areas.geojson", "--by", "delito", "--code", "code", "--table", table,
      "--force", "--quiet",
    ] + more
  }

  /// The wanted ones among those that are installed.
  func contestants(_ all: [Peer], _ arguments: [String]) -> [Contestant] {
    guard let peers else { return [] }
    return all.filter { peer in peers.isEmpty || peers.contains { peer.stem == $0 || peer.name.lowercased() == $0.lowercased() } }
      .compactMap { $0.contestant(root: root, arguments: arguments) }
  }

  mutating func time(_ groups: inout [[Contestant]], _ title: String) {
    interleave(&groups, runs: runs) { complain("\(title), \($0)") }
    for contestant in groups.joined() {
      if let failure = contestant.failure { failures.append("FAILED: \(failure)") }
    }
  }
}
