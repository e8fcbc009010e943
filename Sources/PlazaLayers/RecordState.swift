/// What a reader knows about one record before anything is located. The names are the reasons of the account.
public enum RecordState: UInt8, Sendable, CaseIterable {
  /// Has a position.
  case located
  // Unlocated: a good record without a usable place.
  case noCoordinates
  case nullIsland
  // Rejected: could not be read.
  case badRow
  case badEncoding
  case tooLong
  case badNumber
  case outOfRange
  case notAPoint
}
