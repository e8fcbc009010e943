package import PlazaLayers

/// One thing that is read or decided of every record of a batch, and written into the columns.
///
/// Each worker has its own; it is called once a batch, so that what it costs to find it does not matter.
protocol RecordStage: Sendable {
  /// - Parameter text: what the fields of the batch point into.
  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) throws
  /// Hands over what it has counted, when its worker has no more batches.
  func finish(_ part: inout RecordPart)
}

extension RecordStage {
  func finish(_ part: inout RecordPart) {}
}

/// What a worker keeps of the records; parts merge in any order to the same result.
package protocol RecordSink: Sendable {
  /// - Parameter text: what the fields of the batch point into.
  mutating func take(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) throws
  /// - Parameter renamed: the number of each kind of the other among those of all workers.
  mutating func merge(_ other: Self, kinds renamed: [Int])
}

/// Two sinks of the same records.
package struct PairSink<First: RecordSink, Second: RecordSink>: RecordSink {
  package private(set) var first: First
  package private(set) var second: Second

  package init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  package mutating func take(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) throws {
    try first.take(batch, columns, text)
    try second.take(batch, columns, text)
  }

  package mutating func merge(_ other: Self, kinds renamed: [Int]) {
    first.merge(other.first, kinds: renamed)
    second.merge(other.second, kinds: renamed)
  }
}

extension Optional: RecordSink where Wrapped: RecordSink {
  package mutating func take(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) throws {
    try self?.take(batch, columns, text)
  }

  package mutating func merge(_ other: Self, kinds renamed: [Int]) {
    if let other { self?.merge(other, kinds: renamed) }
  }
}
