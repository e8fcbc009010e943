/// Finds the areas that cover points: immutable, shared by all workers, exact.
///
/// A point is covered by an area whose interior or boundary it lies on, as GEOS `covers` says of a valid area. The areas come
/// in the order of their rank; a point covered by several belongs to the first. Areas should be valid; for others the rule is
/// even-odd over the rings of one polygon, union over the polygons of one area, every edge being boundary. A polygon with a
/// coordinate that is not finite covers nothing, an open ring is closed.
///
/// The box of all areas is divided into cells. A cell that no edge touches holds its answer. A cell with edges holds them and
/// the answer at a reference position within the cell: a point is on the side it is on by the number of edges between it and
/// the reference, decided by exact orientation. Size and time to build are in proportion to the number of edges.
public final class AreaLocator: Sendable {
  /// Flag: covered by two or more areas, strictly inside at most one.
  public static let onBorder: UInt8 = 1
  /// Flag: strictly inside two or more areas.
  public static let ambiguous: UInt8 = 2
  /// The answer for a point that no area covers.
  public static let none: Int32 = -1
  /// The answer for a point with a coordinate that is not finite.
  public static let notAPlace: Int32 = -2

  /// As given, mended where needed.
  let column: PolygonColumn
  let areaOfPolygon: [Int32]
  let polygonBoxes: [Envelope]
  let grid: CellGrid
  /// One entry per cell, one for positions outside the box, one for what is not a position.
  let table: Memory<Int32>
  /// The simple records, and the others, whose places follow those of the simple ones.
  let words: Memory<UInt32>
  let extra: Memory<UInt32>
  let polygonOfVertex: PolygonOfVertex

  /// - Parameter areas: one feature per area, lowest rank first; an empty feature covers nothing. Fewer than 2³¹ vertices.
  /// - Parameter jobs: how many threads build the index; the answers do not depend on it.
  /// - Complexity: O(vertices), and memory of some 10 to 30 bytes a vertex.
  public convenience init(_ areas: PolygonColumn, jobs: Int = 1) {
    self.init(areas, jobs: jobs, cells: AreaSurvey.cells)
  }

  /// - Parameter cells: the number of cells wanted for a number of edges; the answers do not depend on it.
  package init(_ areas: PolygonColumn, jobs: Int, cells: (_ edges: Int) -> Double) {
    precondition(areas.vertexCount < 1 << 31 && areas.featureCount < 1 << 29, "too many vertices or areas for one index")
    var column = areas
    var survey = AreaSurvey(areas)
    if !survey.isSound {
      column = AreaSurvey.mended(areas)
      survey = AreaSurvey(column)
    }
    self.column = column
    areaOfPolygon = survey.areaOfPolygon
    polygonBoxes = survey.polygonBoxes
    polygonOfVertex = PolygonOfVertex(column)
    grid = survey.grid(cells: cells(survey.edges))
    let build = LocatorBuild(
      column: column, areaOfPolygon: survey.areaOfPolygon, boxes: survey.polygonBoxes, polygonOfVertex: polygonOfVertex,
      grid: grid)
    (words, extra) = build.run(jobs: jobs)
    build.table.base[grid.cellCount] = CellRecord.none
    build.table.base[grid.cellCount + 1] = CellRecord.notAPlace
    table = build.table
  }

  /// The number of areas, empty ones included.
  public var areaCount: Int { column.featureCount }

  /// Bytes of the index, the coordinates of the areas not included.
  public var indexSize: Int {
    (table.count + words.count + extra.count) * 4 + polygonBoxes.count * 32 + areaOfPolygon.count * 4 + polygonOfVertex.size
  }
}
