import Glibc

private let usage = """
  plaza-bench run [--plaza PATH] [--only join|kernels|zonal|formats] [--workloads metro,country] [--peers [NAMES] | --no-peers] [--runs 3]
                  [--data DIR] [--markdown]
      times the join and the reading of areas beside SedonaDB, DuckDB and GeoPandas, and the kernels of autocorrelation, contiguity,
      density, clusters, walks, exposure and zonal sums beside esda, libpysal, KDEpy, scikit-learn, NetworkX, pandana, GeoPandas and
      exactextract, and the formats beside pyogrio, openpyxl and GeoPandas, where they are installed
  plaza-bench determinism [--plaza PATH] [--workloads metro] [--data DIR]
      SHA-256 of the outputs with 1, 2 and 7 workers and with shuffled rows
  plaza-bench make-workload AREAS POINTS VERTICES PREFIX [--seed 7] [--utm]
      VERTICES are those of one area, at most 10 000; writes PREFIX_areas.geojson, PREFIX_points.csv and, with --utm, PREFIX_points_utm.csv
  plaza-bench project POINTS.csv OUT.csv      lon,lat to easting,northing of UTM 16N
  plaza-bench head POINTS.csv COUNT OUT.csv   the first COUNT records
  plaza-bench make-kernels PREFIX [--seed 7]  writes PREFIX_values.bin, PREFIX_points.bin, PREFIX_discs.bin and the streets: PREFIX_nodes.bin,
                                              PREFIX_edges.bin and PREFIX_spaces.bin
  plaza-bench make-raster OUT.tif [--seed 7]  10 000 × 10 000 cells over the metropolis
  """

/// Words before options, and options with the value that follows them, if one does.
private struct Arguments {
  var words: [String] = []
  var options: [String: String] = [:]

  init(_ arguments: [String], flags: Set<String>) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument.hasPrefix("--") {
        let takesValue = !flags.contains(argument) && rest.first.map { !$0.hasPrefix("--") } ?? false
        options[argument] = takesValue ? rest.removeFirst() : ""
      } else {
        words.append(argument)
      }
    }
  }

  func number(_ name: String, default value: Int) throws(BenchError) -> Int {
    guard let text = options[name] else { return value }
    guard let number = Int(text), number > 0 else { throw BenchError("\(name) needs a whole number") }
    return number
  }
}

@main
struct Main {
  static func main() {
    do {
      exit(try start(Array(CommandLine.arguments.dropFirst())))
    } catch {
      complain("\(error)")
      exit(1)
    }
  }

  private static func start(_ all: [String]) throws(BenchError) -> Int32 {
    let arguments = Arguments(Array(all.dropFirst()), flags: ["--utm", "--markdown", "--no-peers"])
    let words = arguments.words
    switch (all.first, words.count) {
    case ("make-workload", 4):
      guard let areas = Int(words[0]), let points = Int(words[1]), let vertices = Int(words[2]), areas > 0, points > 0,
        vertices <= 10_000
      else {
        throw BenchError("AREAS, POINTS and VERTICES are whole numbers, VERTICES those of one area and at most 10 000")
      }
      let seed = UInt64(try arguments.number("--seed", default: 7))
      print(try Workload.make(areas: areas, points: points, vertices: vertices, prefix: words[3], seed: seed))
      if arguments.options["--utm"] != nil {
        try Workload.project(points: words[3] + "_points.csv", to: words[3] + "_points_utm.csv")
      }
    case ("project", 2): try Workload.project(points: words[0], to: words[1])
    case ("head", 3): try Workload.head(of: words[0], count: Int(words[1]) ?? 0, to: words[2])
    case ("make-spaces", 3): try Workload.spaces(points: words[0], count: Int(words[1]) ?? 0, to: words[2])
    case ("make-kernels", 1): try Kernels.make(prefix: words[0], seed: UInt64(try arguments.number("--seed", default: 7)))
    case ("make-raster", 1): try ZonalRaster.make(words[0], seed: UInt64(try arguments.number("--seed", default: 7)))
    case ("run", 0): return try benchmark(arguments)
    case ("determinism", 0): return try determinism(arguments)
    default:
      print(usage)
      return all.first == "--help" ? 0 : 64
    }
    return 0
  }

  private static func benchmark(_ arguments: Arguments) throws(BenchError) -> Int32 {
    var benchmark = Benchmark(plaza: try plaza(arguments), root: root, data: try data(arguments))
    benchmark.runs = try arguments.number("--runs", default: 3)
    benchmark.workloads = try workloads(arguments, default: "metro,country")
    if let only = arguments.options["--only"] {
      guard let section = Benchmark.Section(rawValue: only) else {
        throw BenchError("--only takes join, kernels, zonal or formats")
      }
      benchmark.sections = [section]
    }
    benchmark.peers =
      arguments.options["--no-peers"] != nil
      ? nil : (arguments.options["--peers"] ?? "").split(separator: ",").map(String.init)
    try benchmark.measure()
    print(arguments.options["--markdown"] != nil ? benchmark.table.markdown : benchmark.table.text)
    print("\nBest of \(benchmark.runs), warm cache, \(machine()).")
    print("plaza: the whole process. The others: their work without start-up and imports, the whole process in brackets.")
    if benchmark.sections.contains(.kernels) {
      print("Kernels on columns in memory: the work alone on both sides, reading and compiling left out.")
    }
    for line in benchmark.notes + benchmark.failures { print(line) }
    let missing = benchmark.wantedPeers.filter { $0.python(root: root) == nil }.map(\.name)
    if benchmark.peers != nil, !missing.isEmpty {
      print("Not measured: \(missing.joined(separator: ", ")). `Scripts/install-peers` installs them under .venv/.")
    }
    return benchmark.failures.isEmpty ? 0 : 1
  }

  private static func determinism(_ arguments: Arguments) throws(BenchError) -> Int32 {
    let plaza = try plaza(arguments)
    let data = try data(arguments)
    var equal = true
    for workload in try workloads(arguments, default: "metro") {
      let prefix = "\(data)/\(workload.name)"
      if !exists("\(prefix)_points.csv") || !exists("\(prefix)_areas.geojson") {
        print(
          try Workload.make(
            areas: workload.areas, points: workload.points, vertices: workload.vertices, prefix: prefix, seed: 7))
      }
      let (lines, same) = try Determinism(plaza: plaza, prefix: prefix).check()
      print("\(workload.title)\n\(lines.joined(separator: "\n"))")
      equal = equal && same
    }
    return equal ? 0 : 1
  }

  // MARK: Where things are

  /// The repository that this package stands in.
  private static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  private static func plaza(_ arguments: Arguments) throws(BenchError) -> String {
    let path = arguments.options["--plaza"] ?? "\(root)/.build/release/plaza"
    if !isExecutable(path) { throw BenchError("no plaza at \(path): run `swift build -c release`, or give --plaza PATH") }
    return path
  }

  private static func data(_ arguments: Arguments) throws(BenchError) -> String {
    let path = arguments.options["--data"] ?? "\(root)/Benchmarks/data"
    if !exists(path), mkdir(path, 0o755) != 0 { throw BenchError("cannot make \(path): \(String(cString: strerror(errno)))") }
    return path
  }

  private static func workloads(_ arguments: Arguments, default names: String) throws(BenchError) -> [Workload] {
    var chosen: [Workload] = []
    for name in (arguments.options["--workloads"] ?? names).split(separator: ",") {
      guard let workload = [Workload.metro, .country].first(where: { $0.name == name }) else {
        throw BenchError("no workload \(name): there are metro and country")
      }
      chosen.append(workload)
    }
    return chosen
  }

  /// The processor's name, as Linux states it, and how many there are.
  private static func machine() -> String {
    var name = "unknown processor"
    try? forEachLine(of: "/proc/cpuinfo") { line in
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("model name"), let colon = text.firstIndex(of: ":") {
        name = String(text[text.index(after: colon)...].drop { $0 == " " })
      }
    }
    return "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) × \(name)"
  }
}
