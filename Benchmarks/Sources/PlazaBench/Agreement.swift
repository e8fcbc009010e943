/// How far two tables of counts by area and kind agree.
struct Agreement {
  var ours = 0
  var theirs = 0
  /// Σ |ours − theirs| over areas and kinds.
  var difference = 0

  /// Compares our table (`code,category,period,count,…`) with a peer's (`code,category,count`); the cells of the workloads
  /// hold no commas or quotes. `column` is where the other table has its count.
  init(ours: String, theirs: String, column: Int = 2) throws(BenchError) {
    let mine = try Self.counts(of: ours, column: 3)
    let other = try Self.counts(of: theirs, column: column)
    self.ours = mine.values.reduce(0, +)
    self.theirs = other.values.reduce(0, +)
    for (key, count) in mine { difference += abs(count - (other[key] ?? 0)) }
    for (key, count) in other where mine[key] == nil { difference += count }
  }

  private static func counts(of path: String, column: Int) throws(BenchError) -> [String: Int] {
    var counts: [String: Int] = [:]
    var header = true
    try forEachLine(of: path) { line in
      if header {
        header = false
        return
      }
      let cells = String(decoding: line, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
      // Rows of the whole territory have no code, and peers do not have them.
      guard cells.count > column, !cells[0].isEmpty else { return }
      counts["\(cells[0]),\(cells[1])", default: 0] += Int(cells[column].filter { $0 != "\r" }) ?? 0
    }
    return counts
  }
}
