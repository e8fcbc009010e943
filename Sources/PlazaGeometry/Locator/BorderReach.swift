/// Which areas the discs around the points of a batch touch, for the points with a border in their disc.
///
/// A value to be filled again and again: it keeps its memory.
public struct BorderReach: Sendable {
  /// An area that a disc touches.
  public struct Touch: Hashable, Sendable {
    public var area: Int32
    /// An edge of the area is in the disc; otherwise the area holds the whole disc.
    public var isCut: Bool
    /// The area covers the centre, the point as it is given.
    public var holdsCentre: Bool

    public init(area: Int32, isCut: Bool, holdsCentre: Bool) {
      self.area = area
      self.isCut = isCut
      self.holdsCentre = holdsCentre
    }
  }

  /// The numbers in the batch of the points with an edge in their disc, ascending.
  public private(set) var points: [Int32] = []
  /// The areas that the discs touch: those of `points[i]` are `touches[starts[i]..<starts[i + 1]]`, in the order of their rank.
  public private(set) var touches: [Touch] = []
  public private(set) var starts: [Int] = [0]
  private var covering: [Int32] = []

  public init() {}

  mutating func removeAll() {
    points.removeAll(keepingCapacity: true)
    touches.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  @inline(__always)
  private var first: Int { starts[starts.count &- 1] }

  /// Whether the point at hand is known to have an edge of an area in its disc.
  @inline(__always)
  func hasCut(_ area: Int32) -> Bool {
    var i = first
    while i < touches.count {
      if touches[i].area == area { return true }
      i &+= 1
    }
    return false
  }

  @inline(__always)
  mutating func cut(_ area: Int32) {
    if !hasCut(area) { touches.append(Touch(area: area, isCut: true, holdsCentre: false)) }
  }

  /// Ends the point at hand; nothing is kept of it when no edge was found.
  ///
  /// - Parameter area: where it is located.
  /// - Parameter isAlone: whether no other area covers it.
  mutating func end(point: Int, x: Double, y: Double, area: Int32, isAlone: Bool, _ kernel: LocatorKernel) {
    let first = first
    if touches.count == first { return }
    if isAlone {
      if area >= 0 { hold(area) }
    } else {
      covering.removeAll(keepingCapacity: true)
      kernel.covering(x: x, y: y, to: &covering)
      for area in covering { hold(area) }
    }
    // Areas are few: two or three.
    for i in first &+ 1..<touches.count {
      var j = i
      while j > first, touches[j &- 1].area > touches[j].area {
        touches.swapAt(j &- 1, j)
        j &-= 1
      }
    }
    points.append(Int32(truncatingIfNeeded: point))
    starts.append(touches.count)
  }

  @inline(__always)
  private mutating func hold(_ area: Int32) {
    var i = first
    while i < touches.count {
      if touches[i].area == area {
        touches[i].holdsCentre = true
        return
      }
      i &+= 1
    }
    touches.append(Touch(area: area, isCut: false, holdsCentre: true))
  }
}
