public import PlazaGeometry
public import PlazaLayers
public import PlazaRecords
public import PlazaStatistics

/// Where records are dense: their kernel density over a ground, on the cells of a raster fixed to the CRS.
public struct DensityMap: Sendable {
  /// Beyond this many cells a layer of polygons is refused: a raster holds them in a hundredth of the bytes.
  public static let layerLimit = 250_000

  public let account: Account
  public let coordinates: CRSFacts
  public let crs: CRS
  public let kernel: DensityKernel
  /// In metres.
  public let bandwidth: Double
  /// How it was chosen; nil where the caller gave it.
  public let chosen: Bandwidth?
  public let edge: DensityOptions.Edge
  public let isAdaptive: Bool
  /// The years that the records cover, by --from and --to or their own span; nil without dates.
  public let years: Double?
  public let contours: [Contour]
  /// What all records stand for and weigh.
  public let volume: Double
  public let findings: [Diagnostic]
  public let warnings: [Diagnostic]
  /// Against the density of other points; nil where none were given.
  public let ratio: Ratio?
  /// Records on the map.
  let pointCount: Int
  let raster: DensityGround
  /// The regions of the contours, one feature each, in `crs` and cut to the boundary.
  let regions: PolygonColumn
  /// The ground: the boundary, or the box; in `crs`.
  let ground: PolygonColumn
  /// Per km², by cell from the south-west; 0 outside the boundary.
  let values: [Double]
  /// The share of the volume in cells at least as dense, by cell; 0 for a cell of density 0.
  let volumes: [Double]

  /// The part of the ground that holds a share of the volume in the least surface.
  public struct Contour: Hashable, Sendable {
    /// In percent.
    public var percent: Double
    /// The density at its edge, per km².
    public var level: Double
    /// The share of the records that lie inside.
    public var countShare: Double
    public var count: Int
    /// Its surface, and that as a share of the ground.
    public var squareKilometres: Double
    public var surfaceShare: Double
    /// The share of the volume inside, with the cell that reaches the share.
    public var edgeVolume: Double
  }

  public var cell: Double { raster.frame.cell }
  public var columnCount: Int { raster.frame.columnCount }
  public var rowCount: Int { raster.frame.rowCount }
  /// Cells above 0.
  public var cellCount: Int { values.count { $0 > 0 } }
  public var maximum: Double { values.max() ?? 0 }
}
