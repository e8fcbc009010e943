import Foundation
import PlazaGeometry
import PlazaTesting
import Testing

private let data = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/data/spatial_weights")
private let isPresent = FileManager.default.fileExists(atPath: data.path)

@Suite(.enabled(if: isPresent, "shared/data is not beside the repository")) struct PublishedNeighborsTests {
  @Test func `the queen neighbours of Columbus are those of its published list`() throws {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: data.appendingPathComponent("columbus/columbus.json")))
    let features = try #require((json as? [String: Any])?["features"] as? [[String: Any]])
    var column = PolygonColumn()
    for feature in features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let isMany = geometry["type"] as? String == "MultiPolygon"
      let polygons =
        try isMany
        ? #require(geometry["coordinates"] as? [[[[Double]]]]) : [#require(geometry["coordinates"] as? [[[Double]]])]
      for polygon in polygons {
        for ring in polygon { column.append(ring: ring.map { Coordinate(x: $0[0], y: $0[1]) }) }
        column.endPolygon()
      }
      column.endFeature()
    }
    let adjacency = Contiguity.neighbors(of: column, rule: .queen)
    let lines = try String(contentsOf: data.appendingPathComponent("columbus/columbus.gal"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { $0.split(separator: " ").compactMap { Int32($0) } }
    #expect(adjacency.columnIndices.count == 236)
    for area in 0..<49 {
      // Areas are numbered from 1 there.
      #expect(Array(adjacency.neighbors(of: area)) == lines[2 + 2 * area].map { $0 - 1 }.sorted())
    }
    // libpysal 4.14.1, Rook.from_dataframe: 200 pairs.
    #expect(Contiguity.neighbors(of: column, rule: .rook).columnIndices.count == 200)
  }
}
