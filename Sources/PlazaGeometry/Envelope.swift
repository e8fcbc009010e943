/// The smallest axis-parallel box that holds some coordinates; empty until one is added.
public struct Envelope: Hashable, Sendable {
  public var minX = Double.infinity
  public var minY = Double.infinity
  public var maxX = -Double.infinity
  public var maxY = -Double.infinity

  @inlinable
  public init() {}

  @inlinable
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  @inlinable public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }
  @inlinable public var width: Double { isEmpty ? 0 : maxX - minX }
  @inlinable public var height: Double { isEmpty ? 0 : maxY - minY }

  /// Whether the closed box holds the position.
  @inlinable
  public func contains(x: Double, y: Double) -> Bool {
    x >= minX && x <= maxX && y >= minY && y <= maxY
  }

  /// Makes the box hold a position too.
  @inlinable
  public mutating func expand(x: Double, y: Double) {
    if x < minX { minX = x }
    if x > maxX { maxX = x }
    if y < minY { minY = y }
    if y > maxY { maxY = y }
  }

  /// Makes the box hold another too; an empty one changes nothing.
  @inlinable
  public mutating func expand(_ other: Envelope) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// Whether the boxes have a point in common; an empty one has none.
  @inlinable
  public func meets(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}

extension Envelope {
  /// The box of some positions of a column (`x0, y0, x1, y1 …`).
  init(ofInterleaved coordinates: [Double], _ positions: Range<Int>) {
    self.init()
    coordinates.withUnsafeBufferPointer { values in
      for position in positions { expand(x: values[2 * position], y: values[2 * position + 1]) }
    }
  }
}
