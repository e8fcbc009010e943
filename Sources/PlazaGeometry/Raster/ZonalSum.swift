/// What a raster holds within one zone, by the share of each cell that the zone covers.
///
/// Sums over cells that hold a value: c is the share of a cell within the zone, v its value, w its weight (1 without weights). A cell
/// counts as touched from a share of 10⁻⁸ on, and as wholly inside up to 10⁻⁸ below 1: less is rounding.
public struct ZonalSum: Hashable, Sendable {
  /// Σ c · v.
  public var sum = 0.0
  /// Σ c, in cells.
  public var coverage = 0.0
  /// Σ v over the cells wholly inside, and over all cells touched: the sum for values not below 0 lies between them.
  public var low = 0.0
  public var high = 0.0
  /// Σ c over cells that hold no value.
  public var nodata = 0.0
  /// The part of the zone beyond the raster, in cells; 0 when that is rounding.
  public var beyond = 0.0
  /// Of the values of the cells touched; nil when there is none.
  public var minimum: Double?
  public var maximum: Double?
  /// Σ c · w and Σ c · v · w; a cell whose weight is unknown weighs nothing. Without weights as `coverage` and `sum`.
  public var weight = 0.0
  public var weightedSum = 0.0
  /// By class of the value; empty without breaks.
  public var classes: [Class] = []

  /// The part of a zone whose cells have values of one class.
  public struct Class: Hashable, Sendable {
    /// Σ c, Σ c · v, Σ c · w.
    public var coverage = 0.0
    public var sum = 0.0
    public var weight = 0.0

    public init() {}
  }

  public init() {}

  /// Σ c · v / Σ c; nil where the zone covers no value.
  public var mean: Double? { coverage > 0 ? sum / coverage : nil }
}

/// What keeps zonal sums from being made.
public enum ZonalError: Error, Hashable, Sendable {
  /// The cells of the weights are not those of the raster.
  case differentGrids
  /// A zone, counted from 0, has a coordinate that is not finite: a place that has no image in the CRS of the raster.
  case notFinite(zone: Int)
}
