/// Which of some boxes may touch another: sorted into the cells of a grid, about one to a cell.
package struct EnvelopeGrid: Sendable {
  private let boxes: [Envelope]
  private let frame: Envelope
  private let columns: Int
  private let rows: Int
  /// The features of each cell, ascending; one that spans several stands in each.
  private let cells: Buckets

  /// Empty boxes are nowhere. O(boxes + cells that they span).
  package init(_ boxes: [Envelope]) {
    self.boxes = boxes
    var frame = Envelope()
    var (width, height, count) = (0.0, 0.0, 0)
    for box in boxes where !box.isEmpty {
      frame.expand(box)
      width += box.width
      height += box.height
      count += 1
    }
    self.frame = frame
    // Cells no smaller than a usual box, so that boxes stand in few of them.
    func cells(_ extent: Double, _ usual: Double) -> Int {
      guard count > 0, extent > 0 else { return 1 }
      let most = Double(count).squareRoot().rounded(.up)
      return Int(max(1, min(most, extent / max(usual / Double(count), extent / 4096))))
    }
    columns = cells(frame.width, width)
    rows = cells(frame.height, height)
    let spans = boxes.map { [columns, rows] in Self.span($0, frame, columns, rows) }
    self.cells = Buckets(count: columns * rows) { [columns] put in
      for (feature, span) in spans.enumerated() {
        guard let span else { continue }
        for row in span.rows { for column in span.columns { put(Int32(feature), row * columns + column) } }
      }
    }
  }

  /// The box of all boxes.
  package var extent: Envelope { frame }

  /// The places of the boxes that touch the box, ascending, each once.
  package func features(touching box: Envelope) -> [Int] {
    guard let span = Self.span(box, frame, columns, rows) else { return [] }
    var found: [Int] = []
    for row in span.rows {
      for column in span.columns {
        for feature in cells[row * columns + column] where boxes[Int(feature)].touches(box) { found.append(Int(feature)) }
      }
    }
    if span.rows.count == 1 && span.columns.count == 1 { return found }
    found.sort()
    var kept = 0
    for index in found.indices where index == 0 || found[index] != found[kept - 1] {
      found[kept] = found[index]
      kept += 1
    }
    found.removeLast(found.count - kept)
    return found
  }

  private static func span(
    _ box: Envelope, _ frame: Envelope, _ columns: Int, _ rows: Int
  ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
    guard !box.isEmpty, box.touches(frame) else { return nil }
    func range(_ low: Double, _ high: Double, _ start: Double, _ extent: Double, _ count: Int) -> ClosedRange<Int> {
      guard extent > 0 else { return 0...0 }
      func place(_ value: Double) -> Int { Int(max(0, min(Double(count - 1), (value - start) / extent * Double(count)))) }
      return place(low)...place(high)
    }
    return (
      range(box.minX, box.maxX, frame.minX, frame.width, columns), range(box.minY, box.maxY, frame.minY, frame.height, rows)
    )
  }
}

extension Envelope {
  /// Whether the closed boxes have a point in common.
  package func touches(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
