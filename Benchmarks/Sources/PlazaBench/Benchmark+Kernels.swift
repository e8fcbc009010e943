import Glibc

extension Benchmark {
  /// The rows of the methods on columns in memory, and that of `compare`. Contiguity and `compare` need the large workload.
  mutating func kernels() throws(BenchError) {
    let made = "\(data)/kernels"
    if !["values", "points", "spaces", "discs"].allSatisfy({ exists("\(made)_\($0).bin") }) {
      try harness(["make-kernels", made])
    }
    try local("moran", "local Moran", made)
    try local("gi", "Gi*", made)
    try density(made)
    clusters(made)
    try walking(made)
    if let metro = workloads.first(where: { !$0.isLarge }) { try coverage(metro, try prepare(metro)) }
    if let large = workloads.first(where: \.isLarge) {
      let prefix = try prepare(large)
      contiguity(large, prefix)
      try exposure(large, prefix, made)
      compare(large, prefix)
    }
  }

  private func kernel(_ arguments: [String]) -> Contestant {
    let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    return Contestant(name: "plaza", command: ["\(folder)/plaza-kernels"] + arguments, countsItself: true)
  }

  private var jobs: String { String(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Times our side and its peers in turn and adds a row for each peer.
  private mutating func time(_ title: String, _ own: [String], _ others: [(peer: Peer, arguments: [String])]) -> [Contestant] {
    var groups = [[kernel(own)], others.flatMap { contestants([$0.peer], $0.arguments) }]
    time(&groups, title)
    let mine = groups[0][0]
    if groups[1].isEmpty { table.add(title, mine) }
    for other in groups[1] {
      let goal = others.first { $0.peer.name == other.name }?.peer.goal
      table.add(title, mine, fasterThan: other, goal: goal)
    }
    return groups[1].filter { mine.isMeasured && $0.isMeasured } + [mine]
  }

  private mutating func check(_ line: String, _ holds: Bool) {
    notes.append(line)
    if !holds { failures.append("ANSWERS DIFFER: \(line)") }
  }

  // MARK: Methods

  private mutating func local(_ name: String, _ title: String, _ made: String) throws(BenchError) {
    let arguments = [name, "\(made)_values.bin", String(Kernels.side), String(Kernels.permutations), jobs]
    let (mine, theirs) = ("\(made)_\(name)_plaza.bin", "\(made)_\(name)_esda.bin")
    let measured = time(
      "\(title), \(Kernels.side * Kernels.side) areas, \(Kernels.permutations) permutations", arguments + [mine],
      [(Peer.local, arguments + [theirs])])
    guard measured.count == 2 else { return }
    let (ours, other) = (try readDoubles(mine), try readDoubles(theirs))
    let count = Kernels.side * Kernels.side
    let statistic = try ColumnDifference(ours.prefix(count), other.prefix(count))
    let p = try ColumnDifference(ours.dropFirst(count), other.dropFirst(count))
    // Two p of 0.5 from 9 999 permutations each differ with a standard deviation of 0.007; the limit is six of them.
    check(
      "\(title): statistics differ by at most \(statistic.greatest) from esda's, p by \(fixed(p.greatest, 4)), \(fixed(p.mean, 4)) on average",
      statistic.greatest <= 1e-9 && p.greatest <= 0.042)
  }

  private mutating func contiguity(_ workload: Workload, _ prefix: String) {
    let areas = "\(prefix)_areas.geojson"
    let measured = time("queen contiguity of \(workload.areas) areas", ["contiguity", areas, jobs], [(Peer.contiguity, [areas])])
    guard measured.count == 2, let mine = measured.last else { return }
    let keys = ["pairs", "islands"]
    check(
      "contiguity: \(mine.numbers(keys)); libpysal: \(measured[0].numbers(keys))", mine.numbers(keys) == measured[0].numbers(keys)
    )
  }

  private mutating func exposure(_ workload: Workload, _ prefix: String, _ made: String) throws(BenchError) {
    let (areas, discs) = ("\(prefix)_areas.geojson", "\(made)_discs.bin")
    let (mine, theirs) = ("\(made)_exposure_plaza.bin", "\(made)_exposure_geopandas.bin")
    let measured = time(
      "exposure of \(workload.areas) areas × \(Kernels.discs) zones", ["exposure", areas, discs, jobs, mine],
      [(Peer.exposure, [areas, discs, theirs])])
    guard measured.count == 2 else { return }
    let difference = try ColumnDifference(try readDoubles(mine), try readDoubles(theirs))
    check(
      "exposure: the surfaces of areas differ by at most \(difference.greatest / difference.peak) of the greatest from GeoPandas' overlay",
      difference.greatest <= 1e-9 * difference.peak)
  }

  private mutating func density(_ made: String) throws(BenchError) {
    let points = "\(made)_points.bin"
    let frame = [points, String(Kernels.cell), String(Kernels.cells), String(Kernels.bandwidth)]
    let mine = "\(made)_density_plaza.bin"
    let (fourier, tree) = ("\(made)_density_kdepy.bin", "\(made)_density_sklearn.bin")
    let measured = time(
      "quartic density, 1 M points, \(Kernels.cells) × \(Kernels.cells) cells", ["density"] + frame + ["quartic", jobs, mine],
      [(Peer.fourier, frame + [fourier]), (Peer.tree, frame + [String(Kernels.treeStep), tree])])
    let names = measured.map(\.name)
    if names.contains(Peer.fourier.name) {
      let difference = try ColumnDifference(try readDoubles(mine), try readDoubles(fourier))
      // They bin the points onto the grid; ours is exact.
      check(
        "density: differs by at most \(fixed(100 * difference.greatest / difference.peak, 3)) % of the peak from KDEpy's binned one",
        difference.greatest <= 0.01 * difference.peak)
    }
    if names.contains(Peer.tree.name) {
      // Theirs has no quartic: the answers are compared with the kernel that both have.
      let other = "\(made)_density_epanechnikov.bin"
      let command = kernel(["density"] + frame + ["epanechnikov", jobs, other]).command
      if try runChild(command).status != 0 { throw BenchError("failed: \(command.joined(separator: " "))") }
      let ours = try readDoubles(other)
      let step = Kernels.treeStep
      let places = (0..<Kernels.cells * Kernels.cells).filter {
        $0 / Kernels.cells % step == step / 2 && $0 % Kernels.cells % step == step / 2
      }
      let difference = try ColumnDifference(places.map { ours[$0] }, try readDoubles(tree))
      check(
        "density: differs by at most \(difference.greatest / difference.peak) of the peak from scikit-learn's, both Epanechnikov",
        difference.greatest <= 1e-9 * difference.peak)
      notes.append(
        "scikit-learn's density: Epanechnikov, on 1 in \(step * step) cells, the evaluation counted \(step * step) times.")
    }
  }

  private mutating func coverage(_ workload: Workload, _ prefix: String) throws(BenchError) {
    let (areas, spaces) = ("\(prefix)_areas.geojson", "\(prefix)_spaces.bin")
    if !exists(spaces) { try harness(["make-spaces", "\(prefix)_points.csv", String(Kernels.spaces), spaces]) }
    for segments in [8, 16] {
      let (mine, theirs) = ("\(prefix)_coverage_plaza.bin", "\(prefix)_coverage_geopandas.bin")
      let arguments = [areas, spaces, String(Kernels.walk), String(segments)]
      let measured = time(
        "\(Kernels.spaces) buffers of \(Kernels.walk) m dissolved and cut by \(workload.areas) areas, \(4 * segments) corners",
        ["coverage"] + arguments + [jobs, mine], [(Peer.coverage, arguments + [theirs])])
      guard measured.count == 2 else { continue }
      let difference = try ColumnDifference(try readDoubles(mine), try readDoubles(theirs))
      check(
        "coverage: surfaces of \(workload.areas) areas differ by at most \(difference.greatest) m² from GeoPandas', of up to \(fixed(difference.peak, 0)) m²",
        difference.greatest <= 1e-6 * difference.peak)
    }
  }

  private mutating func clusters(_ made: String) {
    let arguments = ["\(made)_points.bin", String(Kernels.radius), String(Kernels.minimum)]
    let measured = time("DBSCAN of 1 M points", ["dbscan"] + arguments, [(Peer.clusters, arguments)])
    guard measured.count == 2, let mine = measured.last else { return }
    let keys = ["clusters", "cores", "noise"]
    check(
      "DBSCAN: \(mine.numbers(keys)); scikit-learn: \(measured[0].numbers(keys))", mine.numbers(keys) == measured[0].numbers(keys)
    )
  }

  /// The areas are the zones; on either side they are repaired and in memory, and the raster is read within the time.
  mutating func zonal(_ workload: Workload) throws(BenchError) {
    let zones = "\(try prepare(workload))_areas.geojson"
    let raster = "\(data)/zonal_raster.tif"
    if !exists(raster) { try harness(["make-raster", raster]) }
    let (mine, theirs) = ("\(data)/zonal_plaza.bin", "\(data)/zonal_exactextract.bin")
    let measured = time(
      "zonal sums, \(ZonalRaster.side * ZonalRaster.side / 1_000_000) M cells × \(workload.areas) zones",
      ["zonal", raster, zones, jobs, mine], [(Peer.zonal, [raster, zones, theirs])])
    guard measured.count == 2 else { return }
    // Sum, coverage, minimum and maximum of each zone.
    let (ours, other) = (try readDoubles(mine), try readDoubles(theirs))
    let scaled = zip(ours, other).map { ($0 - $1) / max(1, abs($1)) }
    let difference = try ColumnDifference(scaled, Array(repeating: 0, count: scaled.count))
    check(
      "zonal sums, coverage, minimum and maximum differ by at most \(difference.greatest) of themselves from exactextract's",
      ours.count == other.count && difference.greatest <= 1e-6)
  }

  private mutating func walking(_ made: String) throws(BenchError) {
    let streets = ["\(made)_nodes.bin", "\(made)_edges.bin", "\(made)_spaces.bin", String(StreetMap.limit)]
    let mine = "\(made)_walking_plaza.bin"
    let peers = [Peer.walking, Peer.hierarchies].map { (peer: $0, output: "\(made)_\($0.script).bin") }
    let measured = time(
      "walks of \(StreetMap.limit) m from \(StreetMap.spaces) spaces, 200 000 edges", ["walking"] + streets + [jobs, mine],
      peers.map { ($0.peer, streets + [$0.output]) })
    for other in measured.dropLast() {
      guard let peer = peers.first(where: { $0.peer.name == other.name }) else { continue }
      let difference = try WalkDifference(
        try readDoubles(mine), try readDoubles(peer.output), spaces: StreetMap.spaces, limit: Double(StreetMap.limit))
      check(
        "walking: distances differ by at most \(difference.greatest) m from \(other.name)'s, \(difference.unmatched) nodes are reached "
          + "by one side only, within \(difference.fromLimit) m of the limit",
        // pandana rounds every edge to the millimetre, and a walk has some 60 of them.
        peer.peer.name == Peer.hierarchies.name
          ? max(difference.greatest, difference.fromLimit) <= 0.06 : difference.greatest <= 1e-6 && difference.unmatched == 0)
    }
  }

  private mutating func compare(_ workload: Workload, _ prefix: String) {
    let points = "\(prefix)_points.csv"
    let join = joinCommand(points, prefix, output: "months", ["--when", "fecha", "--period", "month"])
    var bulletin = joinCommand(points, prefix, output: "compare", ["--when", "fecha"])
    bulletin[1] = "compare"
    var groups = [[ours(bulletin), Contestant(name: "plaza join --period month", command: join)]]
    time(&groups, "compare")
    table.add("compare \(workload.title), by month and kind", groups[0][0], timesThatOf: groups[0][1], atMost: 1)
  }
}

extension Contestant {
  /// Figures of its last report, as `pairs 58906, islands 0`.
  func numbers(_ keys: [String]) -> String {
    keys.map { key in "\(key) \(jsonNumber(key, in: report).map { fixed($0, 0) } ?? "–")" }.joined(separator: ", ")
  }
}
