import Glibc

/// A tool that people use today for the same work, run by a Python script of `Benchmarks/peers`.
struct Peer {
  var name: String
  /// The script, and the stem of the file it writes: `join_<stem>.py` writes `PREFIX_<stem>.csv`.
  var script: String
  /// Which of the two environments it needs; DuckDB brings its own copies of GEOS and PROJ and is kept apart.
  var environment: String
  /// How many times faster the design wants us to be (at the metropolis, for the joins); nil when it names no figure.
  var goal: Double?

  static let joins = [
    Peer(name: "SedonaDB", script: "join_sedonadb", environment: "peers", goal: 8),
    Peer(name: "DuckDB spatial", script: "join_duckdb", environment: "duckdb", goal: 20),
    Peer(name: "GeoPandas", script: "join_geopandas", environment: "peers", goal: 40),
  ]
  static let scan = Peer(name: "DuckDB CSV scan", script: "scan_duckdb", environment: "duckdb")
  static let read = Peer(name: "pyogrio", script: "read_pyogrio", environment: "peers", goal: 12)
  static let local = Peer(name: "esda", script: "local_esda", environment: "peers", goal: 5)
  static let contiguity = Peer(name: "libpysal", script: "contiguity_libpysal", environment: "peers", goal: 20)
  static let fourier = Peer(name: "KDEpy", script: "density_kdepy", environment: "peers", goal: 1)
  static let tree = Peer(name: "scikit-learn", script: "density_sklearn", environment: "peers", goal: 10)
  static let clusters = Peer(name: "scikit-learn", script: "dbscan_sklearn", environment: "peers", goal: 5)
  static let coverage = Peer(name: "GeoPandas", script: "coverage_geopandas", environment: "peers", goal: 3)
  static let exposure = Peer(name: "GeoPandas", script: "exposure_geopandas", environment: "peers", goal: 3)
  static let zonal = Peer(name: "exactextract", script: "zonal_exactextract", environment: "peers", goal: 1)
  static let walking = Peer(name: "NetworkX", script: "walking_networkx", environment: "peers", goal: 20)
  static let hierarchies = Peer(name: "pandana", script: "walking_pandana", environment: "peers", goal: 1)
  static let convert = Peer(name: "pyogrio", script: "convert_pyogrio", environment: "peers", goal: 2)
  static let workbook = Peer(name: "openpyxl", script: "xlsx_openpyxl", environment: "peers", goal: 10)
  static let check = Peer(name: "GeoPandas", script: "check_geopandas", environment: "peers", goal: 10)
  static let formats = [convert, workbook, check]
  static let kernels = [local, contiguity, fourier, tree, clusters, walking, hierarchies, exposure, coverage]

  var stem: String { String(script.split(separator: "_")[1]) }

  /// The interpreter named by the environment, else the one that `Scripts/install-peers` makes; nil when neither is there.
  func python(root: String) -> String? {
    let variable = environment == "peers" ? "PLAZA_PEERS_PYTHON" : "PLAZA_DUCKDB_PYTHON"
    let path = getenv(variable).map { String(cString: $0) } ?? "\(root)/.venv/\(environment)/bin/python"
    return isExecutable(path) ? path : nil
  }

  func contestant(root: String, arguments: [String]) -> Contestant? {
    python(root: root).map {
      Contestant(name: name, command: [$0, "\(root)/Benchmarks/peers/\(script).py"] + arguments, countsItself: true)
    }
  }
}
