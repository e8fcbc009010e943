/// Fisher's exact division of numbers into classes whose squares around their means are least, which Jenks brought to maps.
///
/// Fisher 1958, "On Grouping for Maximum Homogeneity", doi:10.1080/01621459.1958.10501479. The best division of the first values into
/// so many classes ends later the more values there are, so each row of the table is filled by halves.
enum NaturalBreaks {
  /// The highest value of each class, from the lowest class on.
  ///
  /// Equal values are never parted. Of divisions that are equally good the one whose last class begins first is taken, and so on down.
  /// - Parameter sorted: finite, ascending.
  /// - Parameter count: at least 1; of fewer distinct values each is a class.
  /// - Complexity: O(n + count · d log d) for d distinct values; count · d integers of memory.
  static func limits(_ sorted: [Double], count: Int) -> [Double] {
    let table = Sums(sorted)
    let distinct = table.values.count
    guard distinct > count else { return table.values }
    var costs = (0...distinct).map { table.squares(0..<$0) }
    var starts: [[Int]] = []
    for classes in stride(from: 2, through: count, by: 1) {
      var row = Row(costs: [Double](repeating: .infinity, count: distinct + 1), starts: [Int](repeating: 0, count: distinct + 1))
      row.fill(classes...distinct, starts: classes - 1...distinct - 1, before: costs, table)
      costs = row.costs
      starts.append(row.starts)
    }
    var ends: [Int] = []
    var end = distinct
    for row in starts.reversed() {
      ends.append(end)
      end = row[end]
    }
    return (ends + [end]).reversed().map { table.values[$0 - 1] }
  }

  /// The best cost of the first values in so many classes, and where the last of these begins.
  private struct Row {
    var costs: [Double]
    var starts: [Int]

    mutating func fill(_ ends: ClosedRange<Int>, starts range: ClosedRange<Int>, before: [Double], _ table: Sums) {
      let middle = (ends.lowerBound + ends.upperBound) / 2
      for start in range.lowerBound...min(range.upperBound, middle - 1) {
        let cost = before[start] + table.squares(start..<middle)
        if cost < costs[middle] { (costs[middle], starts[middle]) = (cost, start) }
      }
      let best = starts[middle]
      if ends.lowerBound < middle {
        fill(ends.lowerBound...middle - 1, starts: range.lowerBound...best, before: before, table)
      }
      if middle < ends.upperBound {
        fill(middle + 1...ends.upperBound, starts: best...range.upperBound, before: before, table)
      }
    }
  }

  /// Sums over the distinct values, from the mean on, so that large numbers keep their last digits.
  private struct Sums {
    private(set) var values: [Double] = []
    private var weights = [0.0]
    private var sums = [0.0]
    private var sumsOfSquares = [0.0]

    init(_ sorted: [Double]) {
      let mean = sorted.isEmpty ? 0 : sorted.reduce(0) { $0 + $1 / Double(sorted.count) }
      for value in sorted {
        if values.last != value {
          values.append(value)
          weights.append(weights.last!)
          sums.append(sums.last!)
          sumsOfSquares.append(sumsOfSquares.last!)
        }
        let (last, from) = (values.count, value - mean)
        weights[last] += 1
        sums[last] += from
        sumsOfSquares[last] += from * from
      }
    }

    /// The squares around the mean of some distinct values; each counts as often as it occurs.
    func squares(_ range: Range<Int>) -> Double {
      guard range.count > 1 else { return 0 }
      let weight = weights[range.upperBound] - weights[range.lowerBound]
      let sum = sums[range.upperBound] - sums[range.lowerBound]
      return max(0, sumsOfSquares[range.upperBound] - sumsOfSquares[range.lowerBound] - sum * sum / weight)
    }
  }
}
