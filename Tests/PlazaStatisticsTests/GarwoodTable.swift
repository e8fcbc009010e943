import PlazaTesting

/// Garwood limits by arithmetic with 40 digits: confidence, count, low, high.
///
/// Made with mpmath 1.3.0: the regularised incomplete gamma function by its series and its continued fraction, its inverse by Newton's
/// method from scipy's `gammaincinv`. scipy 1.17.1 itself agrees within 1e-14 relative.
let garwoodTable: [(confidence: Double, count: Int, low: Double, high: Double)] = testTable("Data/garwood.tsv").map {
  (Double($0["confidence"]!)!, Int($0["count"]!)!, Double($0["low"]!)!, Double($0["high"]!)!)
}
