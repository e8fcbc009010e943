/// Why a text is not JSON, or JSON but not GeoJSON, and the byte at which that shows.
public struct JSONError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    // RFC 8259
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case badNumber
    case badEscape
    /// A byte below 0x20 inside a string.
    case controlCharacter(UInt8)
    case badUTF8
    /// More than `JSONScanner.depthLimit` arrays and objects inside each other.
    case tooDeep
    // RFC 7946
    /// A member that must be there is not.
    case missingMember(String)
    /// A value has another type than RFC 7946 gives it; the text says which one it should have.
    case expected(String)
    /// An object whose `type` is none of GeoJSON's, or not one that may stand here.
    case unknownType(String)
    case ringNotClosed
    /// A coordinate beyond 10¹⁰⁰, which is none of the earth.
    case hugeCoordinate
    case duplicateFeatures
    case twoCRS
    /// One feature is larger than the limit, in bytes.
    case featureTooLarge(Int)
    /// The features of a layer have more names of properties between them than a table can have columns.
    case tooManyNames(Int)
  }

  public var reason: Reason
  /// Counted from 0 at the first byte of the file (of the inflated content for a `.gz`).
  public var byteOffset: Int

  public init(_ reason: Reason, byteOffset: Int) {
    self.reason = reason
    self.byteOffset = byteOffset
  }
}
