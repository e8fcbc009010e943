/// One command that is timed several times, ours or a peer's.
struct Contestant {
  var name: String
  var command: [String]
  /// A peer counts its own seconds, without start-up and imports, and so do our kernels; the command is timed as a whole process.
  var countsItself = false

  private(set) var wall = Double.infinity
  private(set) var work = Double.infinity
  private(set) var peak = Double.infinity
  private(set) var version = ""
  /// The line of JSON of its last run, when it counts itself.
  private(set) var report = ""
  /// Why it has no figures, when one of its runs failed.
  private(set) var failure: String?

  init(name: String, command: [String], countsItself: Bool = false) {
    self.name = name
    self.command = command
    self.countsItself = countsItself
  }

  var isMeasured: Bool { failure == nil && work.isFinite }

  /// Runs once and keeps the best of each figure.
  mutating func run() {
    guard failure == nil else { return }
    do {
      let result = try runChild(command, capture: countsItself)
      if result.status != 0 { throw BenchError("exit \(result.status): \(command.joined(separator: " "))") }
      var seconds = result.wall
      if countsItself {
        guard let own = jsonNumber("work", in: result.output) else { throw BenchError("\(name) printed no figures") }
        seconds = own
        report = result.output
        version = jsonText("version", in: result.output) ?? ""
      }
      wall = min(wall, result.wall)
      work = min(work, seconds)
      peak = min(peak, result.peak)
    } catch {
      failure = "\(error)"
    }
  }

  /// Seconds of the work, of the whole process when that differs, and peak memory.
  var figures: String {
    guard isMeasured else { return "failed" }
    let whole = countsItself ? " (\(fixed(wall, 2)) s whole)" : ""
    return "\(fixed(work, 3)) s\(whole), \(fixed(peak, 0)) MB"
  }

  /// Its name and version before its figures.
  var titled: String { "\(version.isEmpty ? name : "\(name) \(version)") \(figures)" }
}

/// Runs all of them in turn, several times over, so that a busy moment of the machine falls on every side.
func interleave(_ groups: inout [[Contestant]], runs: Int, note: (String) -> Void) {
  for turn in 1...runs {
    for group in groups.indices {
      for i in groups[group].indices {
        note("run \(turn) of \(runs): \(groups[group][i].name)")
        groups[group][i].run()
      }
    }
  }
}
