/// The points in cells of side radius / √2 (a little less), so that all points of a cell reach each other; cells by row and column.
///
/// Reach goes over at most two cells on each side. Within a cell the points stand by y, then x, then weight.
struct ClusterCells {
  private let radiusSquared: Double
  /// The points in their cells: coordinates, weight and place in the input.
  private var xs: [Double] = []
  private var ys: [Double] = []
  private var ws: [Double] = []
  private var order: [Int32] = []
  /// Ascending keys of the cells that hold points, and where each begins; one more.
  private var keys: [UInt64] = []
  private var starts: [Int] = []
  /// For every cell the place of the first cell at or after column − 2 in each of the rows −2 … 2.
  private var rowPlaces: [Int32] = []

  private struct Entry {
    var key: UInt64
    var y: Double
    var x: Double
    var weight: Double
    var place: Int32
  }

  init(x: [Double], y: [Double], weights: [Double]?, radius: Double) {
    radiusSquared = radius * radius
    let scale = 1.4143 / radius
    func index(_ value: Double) -> UInt64 { UInt64(Int64((value * scale).rounded(.down)) + (1 << 31)) }
    var entries: [Entry] = []
    entries.reserveCapacity(x.count)
    for place in x.indices {
      entries.append(
        Entry(
          key: index(y[place]) << 32 | index(x[place]), y: y[place], x: x[place], weight: weights?[place] ?? 1,
          place: Int32(place)))
    }
    entries.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      if a.y != b.y { return a.y < b.y }
      if a.x != b.x { return a.x < b.x }
      return a.weight < b.weight
    }
    xs = entries.map(\.x)
    ys = entries.map(\.y)
    ws = entries.map(\.weight)
    order = entries.map(\.place)
    for place in entries.indices where place == 0 || entries[place].key != entries[place - 1].key {
      keys.append(entries[place].key)
      starts.append(place)
    }
    starts.append(entries.count)
    rowPlaces = [Int32](repeating: 0, count: 5 * keys.count)
    // Each of the five rows is followed by a place of its own, which only goes up.
    var places = [0, 0, 0, 0, 0]
    for cell in keys.indices {
      for row in 0..<5 {
        let wanted = keys[cell] + (UInt64(row) << 32) - (2 << 32) - 2
        while places[row] < keys.count, keys[places[row]] < wanted { places[row] += 1 }
        rowPlaces[5 * cell + row] = Int32(places[row])
      }
    }
  }

  /// Calls with every other cell that may hold points within reach, until the answer is false.
  @inline(__always)
  private func forEachNeighbor(of cell: Int, _ body: (Int) -> Bool) {
    for row in 0..<5 {
      var other = Int(rowPlaces[5 &* cell &+ row])
      let last = keys[cell] &+ (UInt64(row) << 32) &- (2 << 32) &+ 2
      while other < keys.count, keys[other] <= last {
        if other != cell, !body(other) { return }
        other &+= 1
      }
    }
  }

  @inline(__always)
  private func reach(_ a: Int, _ b: Int) -> Double {
    let (dx, dy) = (xs[a] - xs[b], ys[a] - ys[b])
    return dx * dx + dy * dy
  }

  mutating func clusters(minimumWeight: Double) -> PointClusters {
    // Sums of decimal weights are rounded; they are not to miss a minimum that they equal.
    let isCore = cores(minimumWeight * (1 - 1e-12))
    var parents = Array(0..<Int32(keys.count))
    join(isCore, &parents)
    return label(isCore, parents)
  }

  /// Weights are summed in the order of the cells, which the order of the input does not change.
  private func cores(_ minimumWeight: Double) -> [Bool] {
    var isCore = [Bool](repeating: false, count: xs.count)
    for cell in keys.indices {
      let points = starts[cell]..<starts[cell + 1]
      var own = 0.0
      for point in points { own += ws[point] }
      if own >= minimumWeight {
        for point in points { isCore[point] = true }
        continue
      }
      for point in points {
        var total = own
        forEachNeighbor(of: cell) { other in
          for neighbor in starts[other]..<starts[other &+ 1] where reach(point, neighbor) <= radiusSquared {
            total += ws[neighbor]
          }
          return total < minimumWeight
        }
        isCore[point] = total >= minimumWeight
      }
    }
    return isCore
  }

  private func root(_ cell: Int, _ parents: inout [Int32]) -> Int {
    var cell = cell
    while Int(parents[cell]) != cell {
      parents[cell] = parents[Int(parents[cell])]
      cell = Int(parents[cell])
    }
    return cell
  }

  /// Joins the cells two of whose cores reach each other; the cores of one cell always do.
  private func join(_ isCore: [Bool], _ parents: inout [Int32]) {
    for cell in keys.indices {
      let mine = (starts[cell]..<starts[cell + 1]).filter { isCore[$0] }
      if mine.isEmpty { continue }
      forEachNeighbor(of: cell) { other in
        if other > cell { return true }
        let (a, b) = (root(cell, &parents), root(other, &parents))
        if a == b { return true }
        search: for neighbor in starts[other]..<starts[other &+ 1] where isCore[neighbor] {
          for point in mine where reach(point, neighbor) <= radiusSquared {
            parents[max(a, b)] = Int32(min(a, b))
            break search
          }
        }
        return true
      }
    }
  }

  @inline(__always)
  private func precedes(_ a: Int, _ b: Int) -> Bool { ys[a] != ys[b] ? ys[a] < ys[b] : xs[a] < xs[b] }

  private func label(_ isCore: [Bool], _ parents: [Int32]) -> PointClusters {
    var parents = parents
    var roots = [Int32](repeating: -1, count: xs.count)
    var first: [Int] = Array(repeating: -1, count: keys.count)
    for cell in keys.indices {
      for point in starts[cell]..<starts[cell + 1] {
        if isCore[point] {
          let root = root(cell, &parents)
          roots[point] = Int32(root)
          if first[root] < 0 || precedes(point, first[root]) { first[root] = point }
          continue
        }
        var nearest = -1
        var least = radiusSquared
        func consider(_ other: Int) {
          for neighbor in starts[other]..<starts[other + 1] where isCore[neighbor] {
            let square = reach(point, neighbor)
            if square < least || (square == least && (nearest < 0 || precedes(neighbor, nearest))) {
              (nearest, least) = (neighbor, square)
            }
          }
          if nearest >= starts[other], nearest < starts[other + 1] { roots[point] = Int32(root(other, &parents)) }
        }
        consider(cell)
        forEachNeighbor(of: cell) { other in
          consider(other)
          return true
        }
      }
    }
    let ranked = first.indices.filter { first[$0] >= 0 }.sorted { precedes(first[$0], first[$1]) }
    var number = [Int32](repeating: -1, count: keys.count)
    for (rank, root) in ranked.enumerated() { number[root] = Int32(rank) }
    var labels = [Int32](repeating: -1, count: xs.count)
    var flags = [Bool](repeating: false, count: xs.count)
    for point in xs.indices {
      if roots[point] >= 0 { labels[Int(order[point])] = number[Int(roots[point])] }
      flags[Int(order[point])] = isCore[point]
    }
    return PointClusters(labels: labels, isCore: flags, count: ranked.count)
  }
}
