import Foundation
import PlazaGeometry
import PlazaNetwork
import Testing

/// The streets of Las Palmas de Gran Canaria from OpenStreetMap, shared beside the repository and not part of it.
private let folder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("shared/data/las_palmas")
private let isPresent = FileManager.default.fileExists(atPath: folder.path)

/// Longitude and latitude to metres on a sphere, true along the parallel 28.1°: enough to compare walks, and simple enough to do anywhere.
private func meters(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
  let radians = Double.pi / 180
  return (longitude * radians * 6_371_000 * cos(28.1 * radians), latitude * radians * 6_371_000)
}

private struct Collection<Coordinates: Decodable>: Decodable {
  struct Feature: Decodable { var geometry: Geometry }
  struct Geometry: Decodable { var coordinates: Coordinates }
  var features: [Feature]

  init(file name: String) throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", folder.appendingPathComponent(name).path]
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    self = try JSONDecoder().decode(Self.self, from: bytes)
  }
}

private func streets() throws -> LineColumn {
  var lines = LineColumn()
  for feature in try Collection<[[Double]]>(file: "osm_roads.geojson.gz").features {
    for position in feature.geometry.coordinates {
      let (x, y) = meters(position[0], position[1])
      lines.append(x: x, y: y)
    }
    lines.endLine()
    lines.endFeature()
  }
  return lines
}

private func parks() throws -> PolygonColumn {
  var areas = PolygonColumn()
  for feature in try Collection<[[[[Double]]]]>(file: "osm_parks.geojson.gz").features {
    for polygon in feature.geometry.coordinates {
      for ring in polygon {
        for position in ring {
          let (x, y) = meters(position[0], position[1])
          areas.append(x: x, y: y)
        }
        areas.endRing()
      }
      areas.endPolygon()
    }
    areas.endFeature()
  }
  return areas
}

@Suite(.enabled(if: isPresent, "the shared data are not here")) struct RealStreetsTests {
  /// NetworkX 3.6.1 over the same vertices, each segment an edge: components, and from three vertices within three limits how many
  /// vertices `single_source_dijkstra_path_length` reaches, the sum of their distances and the greatest.
  private struct Walk {
    var longitude, latitude, limit: Double
    var count: Int
    var sum, greatest: Double
  }
  private static let walks = [
    Walk(
      longitude: -15.5349871, latitude: 28.0621078, limit: 400, count: 88, sum: 24294.07691437664, greatest: 399.9417621929591),
    Walk(
      longitude: -15.5349871, latitude: 28.0621078, limit: 1000, count: 308, sum: 187141.14288062483, greatest: 999.9031231348552),
    Walk(
      longitude: -15.5349871, latitude: 28.0621078, limit: 3000, count: 1380, sum: 2435834.6236883225,
      greatest: 2999.4776585421164),
    Walk(
      longitude: -15.4509465, latitude: 28.0390712, limit: 400, count: 55, sum: 13808.157463175228, greatest: 398.60950676617637),
    Walk(
      longitude: -15.4509465, latitude: 28.0390712, limit: 1000, count: 144, sum: 76903.48862840995, greatest: 998.9637213550504),
    Walk(
      longitude: -15.4509465, latitude: 28.0390712, limit: 3000, count: 2131, sum: 4659967.612496401, greatest: 2999.9569184637103
    ),
    Walk(
      longitude: -15.4014761, latitude: 28.0315544, limit: 400, count: 21, sum: 4481.873803446486, greatest: 390.7901469817991),
    Walk(
      longitude: -15.4014761, latitude: 28.0315544, limit: 1000, count: 689, sum: 514674.77362004993, greatest: 999.8035398126485),
    Walk(
      longitude: -15.4014761, latitude: 28.0315544, limit: 3000, count: 3636, sum: 6350914.2268608725, greatest: 2999.845365436102
    ),
  ]

  @Test func `walks in Las Palmas are those of NetworkX`() throws {
    let lines = try streets()
    let graph = StreetGraph(lines)
    #expect(graph.account == StreetGraph.Account(lines: 13_467, dropped: 0, snapped: 0))
    #expect(graph.components.count == 540)
    #expect(abs(graph.components.totalLength - 2_207_456.9075177624) < 1e-5)
    let locator = StreetLocator(graph)
    var vertices = PointColumn()
    for vertex in Set((0..<lines.vertexCount).map { lines.coordinate(at: $0) }) { vertices.append(x: vertex.x, y: vertex.y) }
    vertices.endFeature()
    #expect(vertices.pointCount == 87_771)
    let located = locator.points(vertices, within: 0, jobs: 2)
    for walk in Self.walks {
      let (x, y) = meters(walk.longitude, walk.latitude)
      let start = try #require(locator.nearest(x: x, y: y, within: 0))
      let reach = graph.reach(from: StreetEntries([[StreetEntry(start.position)]]), limit: walk.limit)
      let found = reach.nearest(to: located).compactMap { $0?.distance }.sorted()
      #expect(found.count == walk.count)
      #expect(abs(found.reduce(0, +) - walk.sum) < 1e-6)
      #expect(abs((found.last ?? 0) - walk.greatest) < 1e-6)
    }
  }

  /// Shapely 2 over the same places: how many valid areas intersect a street, and the length of all intersections.
  @Test func `streets within parks are those that Shapely finds`() throws {
    let parks = try parks()
    #expect(parks.featureCount == 4303)
    let locator = StreetLocator(StreetGraph(try streets()))
    let entries = locator.entries(of: parks, jobs: 2)
    let valid = (0..<parks.featureCount).filter { ![7, 19].contains($0) }
    let free = valid.map { entries.entries(ofSpace: $0).filter { $0.cost == 0 } }
    #expect(free.count { !$0.isEmpty } == 358)
    #expect(abs(free.joined().reduce(0) { $0 + $1.to - $1.from } - 85713.51392974137) < 1e-5)
    // The others are entered from streets nearby, or not at all.
    #expect(entries.entries.allSatisfy { $0.cost <= 30 })
    let reached = valid.filter { !entries.entries(ofSpace: $0).isEmpty }
    #expect(reached.count > 358 && reached.count < valid.count)
  }
}
