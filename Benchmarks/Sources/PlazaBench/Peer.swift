import Glibc

/// A tool that people use today for the same work, run by a Python script of `Benchmarks/peers`.
struct Peer {
  enum Work { case join, scan, read }

  var name: String
  var script: String
  var work: Work
  /// Which of the two environments it needs; DuckDB brings its own copies of GEOS and PROJ and is kept apart.
  var environment: String

  static let joins = [
    Peer(name: "SedonaDB", script: "join_sedonadb.py", work: .join, environment: "peers"),
    Peer(name: "DuckDB spatial", script: "join_duckdb.py", work: .join, environment: "duckdb"),
    Peer(name: "GeoPandas", script: "join_geopandas.py", work: .join, environment: "peers"),
  ]
  static let scan = Peer(name: "DuckDB scan", script: "scan_duckdb.py", work: .scan, environment: "duckdb")
  static let read = Peer(name: "pyogrio", script: "read_pyogrio.py", work: .read, environment: "peers")

  /// The interpreter named by the environment, else the one that `Scripts/install-peers` makes; nil when neither is there.
  func python(root: String) -> String? {
    let variable = environment == "peers" ? "PLAZA_PEERS_PYTHON" : "PLAZA_DUCKDB_PYTHON"
    let path = getenv(variable).map { String(cString: $0) } ?? "\(root)/.venv/\(environment)/bin/python"
    return isExecutable(path) ? path : nil
  }
}

/// The best of several runs of one command.
struct Best {
  var wall = Double.infinity
  /// The seconds that the ratio uses: for a peer its own count without start-up and imports, for us the whole process.
  var work = Double.infinity
  var peak = Double.infinity
  var processor = Double.infinity

  mutating func add(_ result: ChildResult, work seconds: Double? = nil) {
    wall = min(wall, result.wall)
    work = min(work, seconds ?? result.wall)
    peak = min(peak, result.peak)
    processor = min(processor, result.processor)
  }
}

/// The number that follows `"key":` in JSON text that we know the shape of.
func jsonNumber(_ key: String, in text: String) -> Double? {
  let text = Array(text.utf8)
  let key = Array("\"\(key)\"".utf8)
  guard text.count > key.count else { return nil }
  for start in 0..<(text.count - key.count) where text[start..<(start + key.count)].elementsEqual(key) {
    let rest = text[(start + key.count)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }
    return Double(String(decoding: rest.prefix { "+-.0123456789eE".utf8.contains($0) }, as: UTF8.self))
  }
  return nil
}
