extension Benchmark {
  /// The rows of the join: against each peer, against a mere scan of the CSV, its memory, and with points in metres.
  mutating func join(_ workload: Workload, _ prefix: String) throws(BenchError) {
    let points = "\(prefix)_points.csv"
    let command = joinCommand(points, prefix)
    // One run outside the clock: it warms the page cache and gives the account.
    let first = try runChild(command + ["--json"], capture: true)
    if first.status != 0 { throw BenchError("exit \(first.status): \((command + ["--json"]).joined(separator: " "))") }
    let onBorder = Int(jsonNumber("on_border", in: first.output) ?? 0)

    let utm = ["--easting", "easting", "--northing", "northing", "--assume-crs", "EPSG:32616"]
    var mine = [ours(command), ours(joinCommand("\(prefix)_points_utm.csv", prefix, output: "utm", utm))]
    if workload.isLarge { mine.append(ours(joinCommand("\(prefix)_points_1m.csv", prefix, output: "1m"))) }
    mine.append(ours(joinCommand(points, prefix, output: "near", ["--accuracy", "25"])))
    var groups = [mine, contestants(Peer.joins, [prefix]), contestants([Peer.scan], [prefix])]
    time(&groups, workload.name)
    let own = groups[0][0]
    let title = "join \(workload.title)"

    let fastest = groups[1].filter(\.isMeasured).min { $0.work < $1.work }?.name
    if groups[1].isEmpty { table.add(title, own) }
    for other in groups[1] {
      let peer = Peer.joins.first { $0.name == other.name }
      // The design sets a figure for each peer at the metropolis, and one for the fastest at the country.
      let goal = workload.isLarge ? (other.name == fastest ? 8 : nil) : peer?.goal
      table.add(title, own, fasterThan: other, goal: goal)
      if let peer, own.isMeasured, other.isMeasured { try agree(workload, prefix, peer, onBorder: onBorder) }
    }
    if let scan = groups[2].first {
      table.add("\(title), against the mere scan of its CSV", own, timesThatOf: scan, atMost: workload.isLarge ? 2 : nil)
    }
    if workload.isLarge {
      table.add("memory of that join", own, memoryAtMost: 300)
      table.add("its memory against that of 1 M points, same areas", own, memoryTimesThatOf: groups[0][2], atMost: 1.1)
    }
    if let near = groups[0].last {
      table.add("\(title), --accuracy 25", near, timesThatOf: own, atMost: 1.4)
      if own.isMeasured, near.isMeasured {
        let agreement = try Agreement(ours: "\(prefix)_plaza.csv", theirs: "\(prefix)_plaza_near.csv", column: 3)
        if agreement.difference > 0 { failures.append("COUNTS DIFFER with --accuracy: \(agreement.difference)") }
      }
    }
    let metres = groups[0][1]
    table.add("\(title), points in UTM metres", metres, timesThatOf: own, atMost: 1.6)
    if own.isMeasured, metres.isMeasured {
      let agreement = try Agreement(ours: "\(prefix)_plaza.csv", theirs: "\(prefix)_plaza_utm.csv", column: 3)
      notes.append(
        "\(workload.name): \(agreement.ours) joined in degrees, \(agreement.theirs) in UTM millimetres, differing \(agreement.difference)"
      )
      // Half a millimetre of rounding carries fewer than one point in a thousand over a border.
      if agreement.difference * 1000 > agreement.ours {
        failures.append("COUNTS DIFFER in \(workload.name) between degrees and UTM")
      }
    }
  }

  /// A peer counts a point on a border in each area that touches it; we count it once. Nothing else may differ.
  private mutating func agree(_ workload: Workload, _ prefix: String, _ peer: Peer, onBorder: Int) throws(BenchError) {
    let agreement = try Agreement(ours: "\(prefix)_plaza.csv", theirs: "\(prefix)_\(peer.stem).csv")
    let line =
      "\(workload.name): \(agreement.ours) joined, \(peer.name) \(agreement.theirs), differing \(agreement.difference), on_border \(onBorder)"
    notes.append(line)
    if agreement.difference > 3 * onBorder { failures.append("COUNTS DIFFER: \(line)") }
  }
}
