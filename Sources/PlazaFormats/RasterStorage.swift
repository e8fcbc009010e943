/// How the cells of a raster are stored, for a description of the file.
public struct RasterStorage: Hashable, Sendable {
  /// As `float32` or `int16`; nil for text.
  public var sample: String?
  public var bands = 1
  /// What stands for no data; nil where the file says nothing.
  public var noData: Double?
  /// A value is what is stored times the scale, plus the offset.
  public var scale = 1.0
  public var offset = 0.0
}
