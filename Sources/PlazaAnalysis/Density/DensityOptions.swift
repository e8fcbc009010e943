public import PlazaStatistics

/// How a density is computed; the names are those of the command line and of `study.yaml`.
public struct DensityOptions: Hashable, Sendable {
  public enum BandwidthChoice: Hashable, Sendable {
    case metres(Double)
    case rule(BandwidthRule)

    /// `450`, `robust`, `scott` …; nil comes back for any other text.
    public init?(_ text: String) {
      if let rule = BandwidthRule(rawValue: text) {
        self = .rule(rule)
      } else if let metres = Double(text), metres > 0, metres <= 1e7 {
        self = .metres(metres)
      } else {
        return nil
      }
    }

    public var text: String {
      switch self {
      case .metres(let metres): metres.rounded() == metres ? String(Int(metres)) : String(metres)
      case .rule(let rule): rule.rawValue
      }
    }
  }

  public enum Edge: String, Hashable, Sendable, CaseIterable {
    /// What a kernel spreads beyond the boundary is lost: places by the sea or the border look empty.
    case none
    /// Each record keeps its whole mass inside the boundary (Jones 1993; Diggle 2010).
    case diggle
  }

  /// How one density is held against another.
  public enum RatioMeasure: String, Hashable, Sendable, CaseIterable {
    /// One over the other.
    case ratio
    /// The natural logarithm of that.
    case log
    case difference
    /// The share of both together, from 0 to 1.
    case probability
  }

  public var kernel = DensityKernel.quartic
  public var bandwidth = BandwidthChoice.rule(.robust)
  /// Nil is a fifth of the bandwidth rounded down to 1, 2 or 5 · 10ᵏ m.
  public var cell: Double?
  /// Nil is `diggle` with a boundary, else `none`.
  public var edge: Edge?
  /// Whether records in sparse places have wider kernels (Abramson 1982).
  public var isAdaptive = false
  /// With a second set of points.
  public var ratio = RatioMeasure.ratio
  /// Shares of the volume, in percent, for which contours are drawn and classes made.
  public var contours = [50.0, 75, 90]

  public init() {}
}
