import Glibc

/// How much more than chance counts of a kind vary from one span of time to the next, as its own past shows it.
public struct Dispersion: Hashable, Sendable {
  /// Variance over mean, at least 1.
  public var value: Double
  /// Of the estimate, for Student's distribution.
  public var degrees: Double
  /// Spans of time that it was taken from.
  public var spans: Int

  public init(value: Double, degrees: Double, spans: Int) {
    (self.value, self.degrees, self.spans) = (value, degrees, spans)
  }
}

/// Counts of past spans of equal kind, with what a trend and a season make of them.
///
/// A log-linear quasi-Poisson regression on a constant, a trend and one yearly wave, with the exposure as offset, by iteratively
/// reweighted least squares; the dispersion is Pearson's χ² over its degrees of freedom (McCullagh and Nelder 1989, 9.2; as in the
/// surveillance of Farrington et al. 1996, doi:10.2307/2983331, without its weights: an outlying month is part of how much the counts vary).
public struct CountHistory: Hashable, Sendable {
  /// Pearson's χ².
  public let square: Double
  public let degrees: Double
  /// Of Pearson's residuals of spans that follow each other: the sum of products, and of squares.
  public let products: Double
  public let squares: Double
  /// What the regression expects in each span, in the order given, also in those that were left out.
  public let fitted: [Double]
  public let spans: Int
  /// Whether there are fewer records than spans: such a history counts among others of its kind, and says nothing by itself.
  public let isSparse: Bool

  /// A history of fewer records does not count.
  public static let leastRecords = 5
  /// With fewer spans there is no history; from twice as many on, the year has a wave.
  public static let leastSpans = 12
  public static let leastForSeason = 24

  /// - Parameter counts: of spans that follow each other; nil for one that does not count.
  /// - Parameter expected: the exposure of each span, or what another history expects in it; above 0.
  /// - Parameter perYear: spans in a year, for a wave of a year; nil for none.
  /// - Returns: nil for fewer than twelve spans, or five records.
  public init?(counts: [Int?], expected: [Double], perYear: Double?) {
    let used = counts.indices.filter { counts[$0] != nil }
    let total = used.reduce(0.0) { $0 + Double(counts[$1]!) }
    guard used.count >= Self.leastSpans, total >= Double(Self.leastRecords) else { return nil }
    isSparse = total < Double(used.count)
    let middle = Double(counts.count - 1) / 2
    let hasSeason = perYear != nil && used.count >= Self.leastForSeason
    let width = hasSeason ? 4 : 2
    var rows: [Double] = []
    rows.reserveCapacity(counts.count * width)
    for index in counts.indices {
      // In the size of one, so that the equations are well-conditioned.
      rows += [1, (Double(index) - middle) / max(1, middle)]
      if hasSeason, let perYear {
        let angle = 2 * Double.pi * Double(index) / perYear
        rows += [cos(angle), sin(angle)]
      }
    }
    var coefficients = [Double](repeating: 0, count: width)
    coefficients[0] = log(total / used.reduce(0) { $0 + expected[$1] })
    func mean(_ index: Int) -> Double {
      var sum = 0.0
      for term in 0..<width { sum += coefficients[term] * rows[index * width + term] }
      return expected[index] * exp(min(max(sum, -50), 50))
    }
    for _ in 0..<50 {
      var matrix = [Double](repeating: 0, count: width * width)
      var gradient = [Double](repeating: 0, count: width)
      for index in used {
        let mean = mean(index)
        for i in 0..<width {
          gradient[i] += rows[index * width + i] * (Double(counts[index]!) - mean)
          for j in 0...i { matrix[i * width + j] += mean * rows[index * width + i] * rows[index * width + j] }
        }
      }
      guard let step = Self.solved(matrix, gradient, width) else { return nil }
      var largest = 0.0
      for term in 0..<width {
        coefficients[term] += min(max(step[term], -1), 1)
        largest = max(largest, abs(step[term]))
      }
      if largest < 1e-10 { break }
    }
    fitted = counts.indices.map(mean)
    var (square, products) = (0.0, 0.0)
    var last: (index: Int, residual: Double)?
    for index in used {
      let residual = (Double(counts[index]!) - fitted[index]) / max(fitted[index], 1e-9).squareRoot()
      square += residual * residual
      if let last, last.index == index - 1 { products += residual * last.residual }
      last = (index, residual)
    }
    self.square = square
    (self.products, squares) = (products, square)
    degrees = Double(used.count - width)
    spans = used.count
  }

  /// The solution of symmetric equations of which the lower half is given, by Cholesky; nil where they have none.
  private static func solved(_ matrix: [Double], _ right: [Double], _ width: Int) -> [Double]? {
    var factor = matrix
    for i in 0..<width {
      for j in 0...i {
        var sum = matrix[i * width + j]
        for k in 0..<j { sum -= factor[i * width + k] * factor[j * width + k] }
        if i == j {
          guard sum > 1e-12 * matrix[i * width + i], sum > 0 else { return nil }
          factor[i * width + i] = sum.squareRoot()
        } else {
          factor[i * width + j] = sum / factor[j * width + j]
        }
      }
    }
    var result = right
    for i in 0..<width {
      for k in 0..<i { result[i] -= factor[i * width + k] * result[k] }
      result[i] /= factor[i * width + i]
    }
    for i in (0..<width).reversed() {
      for k in i + 1..<width { result[i] -= factor[k * width + i] * result[k] }
      result[i] /= factor[i * width + i]
    }
    return result
  }
}

/// What several histories of one kind say together, and what each says beside the others.
public struct PooledHistory: Hashable, Sendable {
  private var square = 0.0
  private var degrees = 0.0
  private var products = 0.0
  private var squares = 0.0

  /// An own history of so many degrees of freedom counts as much as all the others.
  public static let priorDegrees = 24.0

  public init(_ histories: [CountHistory]) {
    for history in histories {
      square += history.square
      degrees += history.degrees
      products += history.products
      squares += history.squares
    }
  }

  /// The correlation of a span with the next one, between 0 and 0.9: a negative one would promise more than short histories can.
  public var correlation: Double { squares > 0 ? min(max(products / squares, 0), 0.9) : 0 }

  /// The dispersion of sums of so many spans, of one history drawn towards all.
  ///
  /// Sums of spans that follow each other closely vary more than each: by `1 + 2 Σ (1 − k/m) rᵏ` over k below m, for the correlation r of
  /// an autoregression of order one.
  /// - Parameter history: one of the pooled.
  /// - Parameter length: m, in spans.
  /// - Returns: nil for a sparse history that stands alone.
  public func dispersion(of history: CountHistory, length: Int) -> Dispersion? {
    let others = degrees - history.degrees
    // Alone, a history is its own measure.
    let prior = others >= Self.priorDegrees ? Self.priorDegrees : 0
    let pooled = degrees > 0 ? square / degrees : 1
    guard !history.isSparse || prior > 0 else { return nil }
    // A single record in a month that expects a tenth is a χ² of ten: sparse histories speak together only.
    let own = history.isSparse ? pooled : (history.square + prior * pooled) / (history.degrees + prior)
    let r = correlation
    var factor = 1.0
    var power = 1.0
    for lag in stride(from: 1, to: length, by: 1) {
      power *= r
      factor += 2 * (1 - Double(lag) / Double(length)) * power
    }
    let degrees = (history.degrees + prior) * (1 - r * r) / (1 + r * r)
    return Dispersion(value: max(1, own * factor), degrees: max(4, degrees), spans: history.spans)
  }
}
