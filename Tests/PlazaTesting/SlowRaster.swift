public import PlazaGeometry

/// A raster whose values are in memory.
public struct MemoryRaster: RasterSource {
  public let grid: RasterGrid
  public let crs: CRS
  public let rowsPerBlock: Int
  public let isSequential: Bool
  /// By row from the north and column; `nan` where there is nothing.
  public var values: [Double]

  public init(
    _ grid: RasterGrid, _ values: [Double], crs: CRS = .epsg(32616), rowsPerBlock: Int = 7, isSequential: Bool = false
  ) {
    precondition(values.count == grid.cellCount, "values that do not fill the cells")
    self.grid = grid
    self.values = values
    self.crs = crs
    self.rowsPerBlock = rowsPerBlock
    self.isSequential = isSequential
  }

  public func makeReader() -> any RasterReader { Reader(self) }

  private final class Reader: RasterReader {
    private let raster: MemoryRaster
    private var next = 0

    init(_ raster: MemoryRaster) { self.raster = raster }

    func read(rows: Range<Int>, into values: UnsafeMutableBufferPointer<Double>) {
      precondition(!raster.isSequential || rows.lowerBound == next, "rows out of order")
      next = rows.upperBound
      let start = rows.lowerBound * raster.grid.columnCount
      for place in 0..<rows.count * raster.grid.columnCount { values[place] = raster.values[start + place] }
    }
  }
}
