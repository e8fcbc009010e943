/// Finds the boxes that meet another box: a packed tree, built once and shared by all workers.
///
/// Leutenegger, Lopez and Edgington 1997, "STR: a simple and efficient algorithm for R-tree packing", doi:10.1109/ICDE.1997.582015.
public struct BoxIndex: Sendable {
  /// From the boxes themselves, in packed order, to the root.
  private var levels: [[Envelope]] = []
  /// The number of each box in packed order.
  private var numbers: [Int32] = []

  private static let fanout = 8

  /// - Parameter boxes: empty ones meet nothing.
  /// - Complexity: O(n log n).
  public init(_ boxes: [Envelope]) {
    let filled = boxes.indices.filter { !boxes[$0].isEmpty }
    guard !filled.isEmpty else { return }
    let leaves = (filled.count + Self.fanout - 1) / Self.fanout
    let slices = Int(Double(leaves).squareRoot().rounded(.up))
    let perSlice = (filled.count + slices - 1) / slices
    let byX = filled.sorted { boxes[$0].minX + boxes[$0].maxX < boxes[$1].minX + boxes[$1].maxX }
    for start in stride(from: 0, to: byX.count, by: perSlice) {
      let slice = byX[start..<min(byX.count, start + perSlice)]
      let byY = slice.sorted { boxes[$0].minY + boxes[$0].maxY < boxes[$1].minY + boxes[$1].maxY }
      numbers += byY.map { Int32($0) }
    }
    levels = [numbers.map { boxes[Int($0)] }]
    while levels[levels.count - 1].count > 1 {
      let below = levels[levels.count - 1]
      levels.append(
        stride(from: 0, to: below.count, by: Self.fanout).map { start in
          var box = below[start]
          for member in below[start..<min(below.count, start + Self.fanout)] { box.expand(member) }
          return box
        })
    }
  }

  /// Calls `body` with the number of every box that has a position in common with this one, edges included, in no order that means anything.
  @inline(__always)
  func forEach(meeting box: Envelope, _ body: (Int) -> Void) {
    guard let top = levels.last, !box.isEmpty else { return }
    visit(level: levels.count - 1, 0..<top.count, box, body)
  }

  private func visit(level: Int, _ places: Range<Int>, _ box: Envelope, _ body: (Int) -> Void) {
    levels[level].withUnsafeBufferPointer { boxes in
      for place in places {
        let other = boxes[place]
        guard other.minX <= box.maxX, other.maxX >= box.minX, other.minY <= box.maxY, other.maxY >= box.minY else { continue }
        if level == 0 {
          body(Int(numbers[place]))
        } else {
          let first = place * Self.fanout
          visit(level: level - 1, first..<min(levels[level - 1].count, first + Self.fanout), box, body)
        }
      }
    }
  }

  /// The numbers of the boxes that have a position in common with this one, edges included, ascending.
  public func numbers(meeting box: Envelope) -> [Int] {
    var found: [Int] = []
    forEach(meeting: box) { found.append($0) }
    return found.sorted()
  }
}
