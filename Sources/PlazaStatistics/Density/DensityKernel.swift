import Glibc

/// How the mass of one event spreads around it, as a function of d = distance / bandwidth.
///
/// All are radial and hold mass 1 in the plane. The compact ones end at the bandwidth; the Gaussian has its standard deviation there, is cut
/// at six of them and loses 1.5e-8 of its mass. Silverman 1986, ISBN 0-412-24620-1, section 4.2.
public enum DensityKernel: String, Hashable, Sendable, CaseIterable {
  /// (1 − d²)², also called biweight.
  case quartic
  case gaussian
  /// 1 − d².
  case epanechnikov
  /// 1 − d.
  case triangular
  case uniform
  /// (1 − d²)³.
  case triweight

  /// The radius beyond which an event adds nothing, in bandwidths.
  public var reach: Double { self == .gaussian ? 6 : 1 }

  /// The density of one event of weight 1 at its own place, times the square of the bandwidth.
  public var peak: Double {
    switch self {
    case .uniform: 1 / Double.pi
    case .epanechnikov: 2 / Double.pi
    case .triangular, .quartic: 3 / Double.pi
    case .triweight: 4 / Double.pi
    case .gaussian: 1 / (2 * Double.pi)
    }
  }

  /// The standard deviation along an axis, in bandwidths: what makes kernels comparable.
  public var standardDeviation: Double {
    switch self {
    case .uniform: 0.5
    case .epanechnikov: (1 / 6.0).squareRoot()
    case .triangular: 0.15.squareRoot()
    case .quartic: 0.125.squareRoot()
    case .triweight: 0.1.squareRoot()
    case .gaussian: 1
    }
  }

  /// The share of the peak that is left where d² = `squared`.
  @inline(__always)
  public func profile(_ squared: Double) -> Double {
    let rest = 1 - squared
    if self == .gaussian { return squared <= 36 ? exp(-0.5 * squared) : 0 }
    guard rest > 0 else { return 0 }
    switch self {
    case .uniform: return 1
    case .epanechnikov: return rest
    case .triangular: return 1 - squared.squareRoot()
    case .triweight: return rest * rest * rest
    case .quartic, .gaussian: return rest * rest
    }
  }
}
