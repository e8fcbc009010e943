internal import PlazaGeometry
internal import PlazaLayers

extension CSVRowParser {
  /// Positions of two columns: mended where they are written otherwise, else told by what is wrong with them.
  func locate(_ batch: inout PointBatch, _ position: (x: Int, y: Int)) {
    let mark = dialect.decimalMark
    let mends = !asWritten.contains(.marks)
    let mendsDegrees = isGeographic && !asWritten.contains(.degrees)
    // No latitude is beyond 90°: then the two have changed places, if that leads to where the others are.
    let neighborhood = isGeographic && !asWritten.contains(.swapped) ? neighborhood : nil
    let lines = batch.lines
    var mendings = Mendings()
    let (xs, ys, bytes) = (batch.fields[position.x], batch.fields[position.y], batch.text)
    let xStarts = xs.starts.span
    let xEnds = xs.ends.span
    let yStarts = ys.starts.span
    let yEnds = ys.ends.span
    let text = bytes.span
    // Taken out while they are written: spans of two fields of one batch would exclude each other.
    var (ownStates, ownX, ownY) = (batch.states, batch.x, batch.y)
    (batch.states, batch.x, batch.y) = ([], [], [])
    var states = ownStates.mutableSpan
    var x = ownX.mutableSpan
    var y = ownY.mutableSpan
    for record in 0..<batch.count where states[record] == .located {
      let xCell = text.extracting(Int(xStarts[record])..<Int(xEnds[record]))
      let yCell = text.extracting(Int(yStarts[record])..<Int(yEnds[record]))
      let (xValue, yValue): (Double, Double)
      if let plainX = xCell.number(mark), let plainY = yCell.number(mark), abs(plainX) <= coordinateLimit,
        abs(plainY) <= coordinateLimit
      {
        (xValue, yValue) = (plainX, plainY)
      } else if xCell.isMissing || yCell.isMissing {
        states[record] = .noCoordinates
        continue
      } else if mends, let mendedX = xCell.number(mark) ?? xCell.mendedNumber(mark, isDegrees: isGeographic),
        let mendedY = yCell.number(mark) ?? yCell.mendedNumber(mark, isDegrees: isGeographic), abs(mendedX) <= coordinateLimit,
        abs(mendedY) <= coordinateLimit
      {
        mendings.note(.marks, line: lines[record])
        (xValue, yValue) = (mendedX, mendedY)
      } else if mendsDegrees, let written = Self.degrees(xCell, yCell, mark) {
        mendings.note(.degrees, line: lines[record])
        (xValue, yValue) = written
      } else {
        states[record] = .badNumber
        let isX = xCell.number(mark) == nil
        batch.faults.append(
          .init(record: record, field: name(ofSlot: isX ? position.x : position.y), cell: isX ? xCell.string : yCell.string))
        continue
      }
      x[record] = withoutDust(xValue)
      y[record] = withoutDust(yValue)
      if x[record] == 0, y[record] == 0 {
        states[record] = .nullIsland
      } else if yValue.magnitude > 90, let neighborhood, neighborhood.contains(x: yValue, y: xValue) {
        mendings.note(.swapped, line: lines[record])
        swap(&x[record], &y[record])
      } else if isGeographic, !(abs(xValue) <= 180 && abs(yValue) <= 90) {
        states[record] = .outOfRange
        let isY = abs(xValue) <= 180
        batch.faults.append(
          .init(record: record, field: name(ofSlot: isY ? position.y : position.x), cell: isY ? yCell.string : xCell.string))
      }
    }
    (batch.states, batch.x, batch.y) = (ownStates, ownX, ownY)
    if !mendings.isEmpty { batch.mendings += mendings }
  }

  /// Longitude and latitude of cells of which one at least is written in degrees, minutes and seconds, or with a letter; a letter in the
  /// other's cell says that they have changed places.
  @inline(never)
  private static func degrees(_ xCell: borrowing Span<UInt8>, _ yCell: borrowing Span<UInt8>, _ mark: UInt8) -> (Double, Double)?
  {
    func coordinate(_ cell: borrowing Span<UInt8>) -> WrittenCoordinate? {
      WrittenCoordinate(cell.string, mark: mark) ?? cell.number(mark).map { WrittenCoordinate(plain: $0) }
    }
    guard let x = coordinate(xCell), let y = coordinate(yCell) else { return nil }
    if x.axis == .latitude || y.axis == .longitude {
      return x.axis != .longitude && y.axis != .latitude ? (y.value, x.value) : nil
    }
    return (x.value, y.value)
  }

  /// Positions that stand in one column.
  func locateWhole(_ batch: inout PointBatch, _ column: Int, _ order: WrittenPosition.Order) {
    for record in 0..<batch.count where batch.states[record] == .located {
      let cell = batch.text[Int(batch.fields[column].starts[record])..<Int(batch.fields[column].ends[record])]
      let text = String(decoding: cell.prefix(200), as: UTF8.self)
      if cell.withUnsafeBufferPointer({ $0.span.isMissing }) {
        batch.states[record] = .noCoordinates
      } else if let position = WrittenPosition(text, mark: dialect.decimalMark) {
        guard let (x, y) = position.coordinates(order) else {
          batch.states[record] = .outOfRange
          batch.faults.append(.init(record: record, field: name(ofSlot: column), cell: text))
          continue
        }
        (batch.x[record], batch.y[record]) = (withoutDust(x), withoutDust(y))
        if x == 0, y == 0 { batch.states[record] = .nullIsland }
      } else {
        batch.states[record] = .badNumber
        batch.faults.append(.init(record: record, field: name(ofSlot: column), cell: text))
      }
    }
  }
}
