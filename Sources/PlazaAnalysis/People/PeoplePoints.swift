internal import PlazaGeometry
internal import PlazaParallel

/// People at points.
struct PeoplePoints: Sendable {
  let x: [Double]
  let y: [Double]
  let amounts: PeopleAmounts
  private let index: BoxIndex

  private static let chunk = 16

  init(x: [Double], y: [Double], amounts: PeopleAmounts) {
    self.x = x
    self.y = y
    self.amounts = amounts
    index = BoxIndex(x.indices.map { Envelope(minX: x[$0], minY: y[$0], maxX: x[$0], maxY: y[$0]) })
  }

  /// - Parameter isShared: whether a point counts in the first zone that covers it only.
  func within(_ zones: PolygonColumn, isShared: Bool, jobs: Int) -> [PeopleCount] {
    let chunks = (zones.featureCount + Self.chunk - 1) / Self.chunk
    let workers = max(1, min(jobs, chunks))
    let covered = Slots<[[Int]]>(count: chunks)
    runAtOnce(workers) { worker in
      for chunk in stride(from: worker, to: chunks, by: workers) {
        covered[chunk] = (chunk * Self.chunk..<min(zones.featureCount, (chunk + 1) * Self.chunk)).map { zone in
          index.numbers(meeting: zones.envelope(ofFeature: zone)).filter { zones.covers(feature: zone, x: x[$0], y: y[$0]) }
        }
      }
    }
    var isTaken = [Bool](repeating: false, count: isShared ? x.count : 0)
    return (0..<chunks).flatMap { covered[$0] ?? [] }.map { points in
      var result = PeopleCount.none(groups: amounts.groupCount)
      for point in points {
        if isShared {
          if isTaken[point] { continue }
          isTaken[point] = true
        }
        result.total += amounts.totals[point]
        for group in result.groups.indices { result.add(amounts.group(group, of: point), share: 1, toGroup: group) }
      }
      (result.low, result.high) = (result.total, result.total)
      return result
    }
  }
}
