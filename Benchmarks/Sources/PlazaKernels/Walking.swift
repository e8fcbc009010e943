import PlazaGeometry
import PlazaNetwork

extension Main {
  /// The service area of each space, timed; the distances of the nodes, which the peers compute instead, are written afterwards.
  ///
  /// Every edge comes as a line of its own; those that only go on are joined while the graph is made, before the clock.
  static func walking(
    _ nodePath: String, _ edgePath: String, _ spacePath: String, limit: Double, jobs: Int, output: String
  ) throws -> String {
    let nodes = try readDoubles(nodePath)
    var streets = LineColumn()
    for (place, node) in try readDoubles(edgePath).enumerated() {
      streets.append(x: nodes[2 * Int(node)], y: nodes[2 * Int(node) + 1])
      if place % 2 == 1 {
        streets.endLine()
        streets.endFeature()
      }
    }
    var spaces = PointColumn()
    for node in try readDoubles(spacePath) {
      spaces.append(x: nodes[2 * Int(node)], y: nodes[2 * Int(node) + 1])
      spaces.endFeature()
    }
    var locator: StreetLocator?
    let building = timed { locator = StreetLocator(StreetGraph(streets)) }
    guard let locator else { throw KernelError("no streets") }
    let entries = locator.entries(of: spaces, access: 0)
    var parts = 0
    let seconds = timed { parts = locator.graph.serviceAreas(of: entries, limit: limit, jobs: jobs).parts.count }
    let every = PointColumn(coordinates: nodes, featureOffsets: [0, nodes.count / 2])
    let reached = locator.graph.catchments(of: entries, points: locator.points(every, within: 0), limit: limit)
    try write(
      (0..<reached.spaceCount).map { Double(reached.range(ofSpace: $0).count) } + reached.points.map(Double.init)
        + reached.distances, to: output)
    return line(
      "walking", seconds,
      "\"build\":\(building),\"edges\":\(locator.graph.edgeCount),\"parts\":\(parts),\"nodes\":\(reached.points.count)")
  }
}
