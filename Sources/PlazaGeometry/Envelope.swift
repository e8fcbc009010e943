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

  /// Whether an edge has a point in common with the box: what is left of it between the sides (Liang and Barsky 1984,
  /// doi:10.1145/357332.357333).
  public func meets(_ a: Coordinate, _ b: Coordinate) -> Bool {
    var (first, last) = (0.0, 1.0)
    for (run, room) in [
      (a.x - b.x, a.x - minX), (b.x - a.x, maxX - a.x), (a.y - b.y, a.y - minY), (b.y - a.y, maxY - a.y),
    ] {
      if run == 0 {
        if room < 0 { return false }
      } else if run < 0 {
        first = max(first, room / run)
      } else {
        last = min(last, room / run)
      }
    }
    return first <= last
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
