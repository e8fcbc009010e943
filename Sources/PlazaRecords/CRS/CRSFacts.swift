public import PlazaGeometry
internal import PlazaPROJ

/// The CRS of records and of what they are laid against, and how one was brought into the other.
public struct CRSFacts: Hashable, Sendable {
  /// Nil when positions did not matter.
  public var points: CRS?
  public var areas: CRS
  public var operation: String
  public var accuracyMetres: Double?

  /// - Parameter choice: nil when positions did not matter; `ground` nil for the CRS of the records.
  package init(_ choice: CRSChoice?, ground: CRS?) {
    points = choice?.points
    areas = ground ?? choice?.ground ?? .wgs84
    operation = choice?.operation?.operation ?? ""
    accuracyMetres = choice?.operation == nil ? 0 : choice?.operation?.accuracyMetres
  }
}
