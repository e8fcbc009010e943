public import PlazaGeometry

/// One coordinate operation, chosen once for a run: a value that workers make their `Transformer`s from.
///
/// Both sides have longitude or easting first, in the units of their CRS (degrees where geographic).
public struct Transformation: Hashable, Sendable {
  public let from: CRS
  public let to: CRS
  /// PROJ's name for the operation, as `PSAD56 to WGS 84 (4)` with the conversions around it.
  public let operation: String
  /// The stated accuracy in metres: 0 for a pure conversion, nil where the database states none.
  public let accuracyMetres: Double?
  /// The operation as a PROJ string with normalised axes, which names it exactly.
  public let definition: String
  /// Whether the operation's area of use holds the whole area of interest; true where none was given.
  public let holdsAreaOfInterest: Bool
  /// Where its grids are, for the workers; nil for PROJ's own search.
  let folder: String?

  /// Whether coordinates come out as they went in, so that calling PROJ can be left out.
  public var isIdentity: Bool { definition == Transformation.noOperation }

  static let noOperation = "+proj=noop"

  /// The transformation that changes nothing.
  public static func identity(_ crs: CRS) -> Transformation { same(crs, crs) }

  static func same(_ from: CRS, _ to: CRS) -> Transformation {
    Transformation(
      from: from, to: to, operation: "none", accuracyMetres: 0, definition: noOperation, holdsAreaOfInterest: true, folder: nil)
  }
}
