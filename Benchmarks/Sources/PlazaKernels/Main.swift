import Glibc
import PlazaFormats
import PlazaGEOS
import PlazaGeometry
import PlazaLayers
import PlazaPROJ
import PlazaStatistics

private let usage = """
  plaza-kernels moran|gi VALUES.bin SIDE PERMUTATIONS JOBS OUT.bin     values of a square lattice; writes statistics, then p
  plaza-kernels contiguity AREAS.geojson JOBS                          queen
  plaza-kernels density POINTS.bin CELL CELLS BANDWIDTH KERNEL JOBS OUT.bin
                                              a frame of CELLS × CELLS from 0,0; writes events per unit² as shares
  plaza-kernels dbscan POINTS.bin RADIUS MINIMUM
  plaza-kernels coverage AREAS.geojson SPACES.bin DISTANCE SEGMENTS JOBS OUT.bin
                                              in UTM 16N; writes the covered surface of each area in m²
  plaza-kernels exposure AREAS.geojson DISCS.bin JOBS OUT.bin          discs as x, y, radius; writes the surface of discs in each area
  plaza-kernels zonal RASTER ZONES.geojson JOBS OUT.bin               sum, coverage, minimum and maximum of every zone, 0 where there is
                                              nothing; the raster is read from the file
  plaza-kernels walking NODES.bin EDGES.bin SPACES.bin LIMIT JOBS OUT.bin
                                              writes the nodes that each space reaches: counts, nodes, metres
  """

/// One kernel on columns in memory, timed once in a fresh process; reading and writing are left out of `work`. One line of JSON, with the
/// keys of the peers' scripts.
@main
struct Main {
  static func main() async {
    do {
      print(try await report(Array(CommandLine.arguments.dropFirst())))
    } catch {
      // Past the C library's stream, whose variable Swift may not share.
      let line = Array("plaza-kernels: \(error)\n".utf8)
      _ = Glibc.write(STDERR_FILENO, line, line.count)
      exit(1)
    }
  }

  private static func report(_ arguments: [String]) async throws -> String {
    let rest = Array(arguments.dropFirst())
    switch (arguments.first, rest.count) {
    case ("moran", 5), ("gi", 5):
      return try local(
        arguments[0], rest[0], side: number(rest[1]), permutations: number(rest[2]), jobs: number(rest[3]), output: rest[4])
    case ("contiguity", 2): return try contiguity(rest[0], jobs: number(rest[1]))
    case ("density", 7):
      guard let kernel = DensityKernel(rawValue: rest[4]) else { throw KernelError("no kernel \(rest[4])") }
      return try density(
        rest[0], cell: number(rest[1]), cells: number(rest[2]), bandwidth: number(rest[3]), kernel, jobs: number(rest[5]),
        output: rest[6])
    case ("coverage", 6):
      return try await coverage(
        rest[0], rest[1], distance: number(rest[2]), segments: number(rest[3]), jobs: number(rest[4]), output: rest[5])
    case ("dbscan", 3): return try clusters(rest[0], radius: number(rest[1]), minimum: number(rest[2]))
    case ("exposure", 4): return try exposure(rest[0], rest[1], jobs: number(rest[2]), output: rest[3])
    case ("zonal", 4): return try zonal(rest[0], rest[1], jobs: number(rest[2]), output: rest[3])
    case ("walking", 6):
      return try walking(rest[0], rest[1], rest[2], limit: number(rest[3]), jobs: number(rest[4]), output: rest[5])
    default: throw KernelError("usage:\n\(usage)")
    }
  }

  // MARK: Kernels

  private static func local(
    _ name: String, _ path: String, side: Int, permutations: Int, jobs: Int, output: String
  ) throws -> String {
    let values = try readDoubles(path).map { Optional($0) }
    let weights = try SpatialWeights(neighbors: queenLattice(side: side))
    let permutations = try Permutations(count: permutations)
    var statistics: [Double?] = []
    var tests: [PermutationTest?] = []
    let seconds = try timed {
      if name == "moran" {
        let result = try localMoran(values, neighbors: weights, permutations: permutations, workers: jobs)
        (statistics, tests) = (result.statistics, result.permutation)
      } else {
        let result = try getisOrd(values, neighbors: weights, permutations: permutations, workers: jobs)
        (statistics, tests) = (result.z, result.permutation)
      }
    }
    // The smaller tail, as esda has it.
    try write((statistics + tests.map { $0.map { min($0.pGreater, $0.pLess) } }).map { $0 ?? .nan }, to: output)
    return line(name, seconds, "\"areas\":\(statistics.count)")
  }

  private static func contiguity(_ path: String, jobs: Int) throws -> String {
    let input = Input(path)
    let areas = try GeoJSONLayerSource(name: path, open: { try input.open() }, jobs: jobs).readLayer().layer.geometry
    var pairs = 0
    var islands = 0
    let seconds = timed {
      let found = Contiguity.neighbors(of: areas, rule: .queen, jobs: jobs)
      (pairs, islands) = (found.columnIndices.count, found.islands.count)
    }
    return line("contiguity", seconds, "\"vertices\":\(areas.vertexCount),\"pairs\":\(pairs),\"islands\":\(islands)")
  }

  private static func density(
    _ path: String, cell: Double, cells: Int, bandwidth: Double, _ kernel: DensityKernel, jobs: Int, output: String
  ) throws -> String {
    let (x, y) = columns(try readDoubles(path))
    let frame = try RasterFrame(x0: 0, y0: 0, cell: cell, columnCount: cells, rowCount: cells)
    var result: [Double] = []
    let seconds = try timed {
      result = try kernelDensity(of: DensityPoints(x: x, y: y), kernel: kernel, bandwidth: bandwidth, frame: frame, workers: jobs)
    }
    // Events per km² to shares per unit², as the peers state them.
    let share = 1e-6 / Double(x.count)
    try write(result.map { $0 * share }, to: output)
    return line("density", seconds, "\"points\":\(x.count)")
  }

  private static func clusters(_ path: String, radius: Double, minimum: Double) throws -> String {
    let (x, y) = columns(try readDoubles(path))
    var result: PointClusters?
    let seconds = try timed { result = try dbscan(x: x, y: y, radius: radius, minimumWeight: minimum) }
    let cores = result?.isCore.count { $0 } ?? 0
    let noise = result?.labels.count { $0 < 0 } ?? 0
    return line("dbscan", seconds, "\"clusters\":\(result?.count ?? 0),\"cores\":\(cores),\"noise\":\(noise)")
  }

  private static func coverage(
    _ path: String, _ spaces: String, distance: Double, segments: Int, jobs: Int, output: String
  ) async throws -> String {
    let input = Input(path)
    var areas = try GeoJSONLayerSource(name: path, open: { try input.open() }, jobs: jobs).readLayer().layer.geometry
    let operation = try Transformation.best(
      from: .wgs84, to: .epsg(32616), areaOfInterest: areas.envelope, areaCRS: .wgs84, in: ProjContext())
    try Transformer(operation).transform(&areas)
    areas = try await GEOS.repaired(areas, jobs: jobs).column
    var points = PointColumn()
    var (lines, polygons) = (LineColumn(), PolygonColumn())
    let (x, y) = columns(try readDoubles(spaces))
    for (x, y) in zip(x, y) {
      points.append(x: x, y: y)
      points.endFeature()
      lines.endFeature()
      polygons.endFeature()
    }
    let clock = ContinuousClock()
    let start = clock.now
    let buffers = try await GEOS.buffers(
      points: points, lines: lines, polygons: polygons, distance: distance, quadrantSegments: segments, jobs: jobs)
    let covered = try await GEOS.coverage(of: areas, by: buffers, jobs: jobs).covered
    let surfaces = (0..<areas.featureCount).map { covered.planarArea(ofFeature: $0) }
    let duration = clock.now - start
    try write(surfaces, to: output)
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    return line("coverage", seconds, "\"spaces\":\(x.count),\"km2\":\(surfaces.reduce(0, +) / 1e6)")
  }

  /// The areas, repaired, and the discs are in memory and in the plane of their coordinates; discs that overlap count each for itself.
  private static func exposure(_ path: String, _ discs: String, jobs: Int, output: String) throws -> String {
    let input = Input(path)
    let layer = try GeoJSONLayerSource(name: path, open: { try input.open() }, jobs: jobs).readLayer().layer.geometry
    let context = GEOSContext()
    var areas = PolygonColumn()
    for area in 0..<layer.featureCount { areas.append(contentsOf: try context.union(features: [area], of: layer)) }
    let values = try readDoubles(discs)
    var zones = PolygonColumn()
    for place in stride(from: 0, to: values.count, by: 3) {
      // As GEOS draws a buffer of 16 chords to a quarter.
      for corner in 0...64 {
        let angle = -2 * Double.pi * Double(corner % 64) / 64
        zones.append(x: values[place] + values[place + 2] * cos(angle), y: values[place + 1] + values[place + 2] * sin(angle))
      }
      zones.endRing()
      zones.endPolygon()
      zones.endFeature()
    }
    var surfaces = [Double](repeating: 0, count: areas.featureCount)
    var pairs = 0
    let seconds = timed {
      let overlaps = Overlaps(areas, zones, jobs: jobs)
      for area in surfaces.indices { for pair in overlaps.pairs(ofFeature: area) { surfaces[area] += overlaps.surfaces[pair] } }
      pairs = overlaps.features.count
    }
    try write(surfaces, to: output)
    return line("exposure", seconds, "\"areas\":\(surfaces.count),\"zones\":\(zones.featureCount),\"pairs\":\(pairs)")
  }

  /// The zones, repaired, are taken to be in the CRS of the raster, and in memory; the raster is read from its file within the time.
  private static func zonal(_ raster: String, _ path: String, jobs: Int, output: String) throws -> String {
    let input = Input(path)
    let areas = try GeoJSONLayerSource(name: path, open: { try input.open() }, jobs: jobs).readLayer().layer.geometry
    let context = GEOSContext()
    var zones = PolygonColumn()
    for area in 0..<areas.featureCount { zones.append(contentsOf: try context.union(features: [area], of: areas)) }
    var sums: [ZonalSum] = []
    var cells = 0
    let seconds = try timed {
      // What it is in does not matter here.
      var reading = Reading()
      reading.assumedCRS = .wgs84
      let source = try Formats.open(raster, as: reading).raster().source
      cells = source.grid.cellCount
      sums = try ZonalSums.compute(source, zones: zones, jobs: jobs)
    }
    try write(sums.flatMap { [$0.sum, $0.coverage, $0.minimum ?? 0, $0.maximum ?? 0] }, to: output)
    return line("zonal", seconds, "\"cells\":\(cells),\"zones\":\(sums.count)")
  }

  // MARK: Parts

  /// The cells of a square lattice with their neighbours across edges and corners.
  private static func queenLattice(side: Int) -> [[Int]] {
    (0..<side * side).map { place in
      let (row, column) = (place / side, place % side)
      var found: [Int] = []
      for r in max(0, row - 1)...min(side - 1, row + 1) {
        for c in max(0, column - 1)...min(side - 1, column + 1) where r != row || c != column { found.append(r * side + c) }
      }
      return found
    }
  }

  static func timed(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let duration = try clock.measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  static func line(_ name: String, _ seconds: Double, _ more: String) -> String {
    "{\"name\":\"\(name)\",\"work\":\(seconds),\(more)}"
  }

  private static func number<T: LosslessStringConvertible>(_ text: String) throws(KernelError) -> T {
    guard let value = T(text) else { throw KernelError("\(text) is not a number") }
    return value
  }
}
