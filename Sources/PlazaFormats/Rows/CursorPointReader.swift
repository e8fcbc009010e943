internal import PlazaGeometry
internal import PlazaLayers
internal import Synchronization

/// One pass over the rows of a table, shared by the workers: rows are taken under a lock.
///
/// Sound to share: everything is touched under the lock only.
final class CursorPointReader: PointReader, @unchecked Sendable {
  static let recordsPerBatch = 8_192

  private let cursor: any RowCursor
  private let rules: PositionRules
  private let lock = Mutex(())
  private var batches = 0
  private var rows = 0
  private var isAtEnd = false
  /// Where the fields of the present row stand in the text; −1 for null.
  private var starts: [Int]
  private var ends: [Int]

  init(_ cursor: any RowCursor, _ rules: PositionRules) {
    self.cursor = cursor
    self.rules = rules
    starts = Array(repeating: -1, count: cursor.fieldCount)
    ends = starts
  }

  func next(_ batch: inout PointBatch) throws -> Bool {
    var own = PointBatch()
    swap(&own, &batch)
    defer { swap(&own, &batch) }
    return try lock.withLock { _ in try fill(&own) }
  }

  private func fill(_ batch: inout PointBatch) throws -> Bool {
    batch.removeAll(fieldCount: starts.count)
    guard !isAtEnd else { return false }
    while batch.count < Self.recordsPerBatch, batch.text.count < 1 << 24 {
      guard try cursor.next() else {
        isAtEnd = true
        break
      }
      rows += 1
      take(into: &batch)
    }
    guard batch.count > 0 else { return false }
    batch.index = batches
    batches += 1
    return true
  }

  /// The record, or the records, of the present row.
  private func take(into batch: inout PointBatch) {
    let first = batch.text.count
    for place in starts.indices {
      let start = batch.text.count
      let isText = cursor.appendText(place, to: &batch.text)
      starts[place] = isText ? start : -1
      ends[place] = isText ? batch.text.count : -1
    }
    let isText = batch.text.withUnsafeBufferPointer { UTF8Text.isValid(UnsafeBufferPointer(rebasing: $0[first...])) }
    guard isText else {
      for place in starts.indices { (starts[place], ends[place]) = (-1, -1) }
      return reject(.badEncoding, "", in: &batch)
    }
    guard cursor.geometryField != nil, rules.positions else { return append(.located, in: &batch) }
    do throws(GeometryError) {
      let (kind, positions) = try cursor.positions()
      guard kind == .point || kind == .multiPoint, positions.count <= 1 || rules.explode else {
        return reject(.notAPoint, kind.name, in: &batch)
      }
      if positions.isEmpty { return append(.noCoordinates, in: &batch) }
      for position in positions {
        switch rules.state(x: position.x, y: position.y) {
        case .outOfRange: reject(.outOfRange, "\(position.x) \(position.y)", in: &batch)
        case let state: append(state, x: position.x, y: position.y, in: &batch)
        }
      }
    } catch {
      reject(error == .position ? .badNumber : .badRow, "", in: &batch)
    }
  }

  private func reject(_ state: RecordState, _ cell: String, in batch: inout PointBatch) {
    batch.faults.append(.init(record: batch.count, field: cursor.geometryField ?? "", cell: cell))
    append(state, in: &batch)
  }

  private func append(_ state: RecordState, x: Double = .nan, y: Double = .nan, in batch: inout PointBatch) {
    batch.count += 1
    batch.x.append(x)
    batch.y.append(y)
    batch.states.append(state)
    batch.lines.append(rows)
    for place in starts.indices { batch.fields[place].append(start: starts[place], end: ends[place]) }
  }
}
