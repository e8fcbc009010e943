import Glibc

/// Whether the same records give the same bytes: with 1, 2 and 7 workers, and with their rows in another order.
struct Determinism {
  var plaza: String
  var prefix: String

  /// - Returns: one line per output and run with its SHA-256, and whether all that must be equal are.
  func check() throws(BenchError) -> (lines: [String], equal: Bool) {
    let points = "\(prefix)_points.csv"
    let shuffled = "\(prefix)_points_shuffled.csv"
    if !exists(shuffled) { try Workload.shuffle(points, to: shuffled, seed: 1) }
    var lines: [String] = []
    var seen: [String: String] = [:]
    var equal = true
    let trials: [(name: String, points: String, jobs: String)] = [
      ("1 worker", points, "1"), ("2 workers", points, "2"), ("7 workers", points, "7"), ("shuffled", shuffled, "2"),
    ]
    for trial in trials {
      let stem = "\(prefix)_same"
      // Single records follow the order of the input, so they are compared between worker counts only.
      var outputs = [("layer", "\(stem).geojson"), ("table", "\(stem).csv")]
      if trial.points == points { outputs.append(("tagged", "\(stem)_tagged.csv")) }
      var command = [
        plaza, "join", trial.points, "--areas", "\(prefix)_areas.geojson", "--by", "delito", "--when", "fecha", "--period",
        "year",
        "--code", "code", "--population", "population", "--force", "--quiet", "--jobs", trial.jobs,
        "-o", "\(stem).geojson", "--table", "\(stem).csv",
      ]
      if trial.points == points { command += ["--tagged", "\(stem)_tagged.csv"] }
      let status = try runChild(command).status
      if status != 0 { throw BenchError("exit \(status): \(command.joined(separator: " "))") }
      for (kind, path) in outputs {
        let sum = String(try runChild(["sha256sum", path], capture: true).output.prefix(64))
        let same = seen[kind, default: sum] == sum
        seen[kind] = seen[kind] ?? sum
        equal = equal && same
        lines.append("\(same ? "same     " : "DIFFERENT")  \(sum)  \(kind), \(trial.name)")
        unlink(path)
      }
    }
    return (lines, equal)
  }
}
