/// One line of the printed table: a work, our side, the other side, and whether the goal is met.
struct Row {
  var work: String
  var ours: String
  var other: String
  var ratio: String
  var goal: String
  var met: Bool?
}

struct Table {
  static let titles = ["work", "plaza", "other", "ratio", "goal", "met"]
  var rows: [Row] = []

  private var cells: [[String]] {
    rows.map { [$0.work, $0.ours, $0.other, $0.ratio, $0.goal, $0.met.map { $0 ? "yes" : "no" } ?? "–"] }
  }

  var text: String {
    let widths = Self.titles.indices.map { column in ([Self.titles] + cells).map { $0[column].count }.max()! }
    return ([Self.titles] + cells).map { line in
      line.indices.map { line[$0] + String(repeating: " ", count: widths[$0] - line[$0].count) }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  var markdown: String {
    let lines = [Self.titles, Self.titles.map { _ in "---" }] + cells
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}

/// A number with a fixed count of decimals, rounded half away from zero.
func fixed(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite else { return "–" }
  var unit = 1.0
  for _ in 0..<decimals { unit *= 10 }
  let scaled = Int((abs(value) * unit).rounded())
  let sign = value < 0 && scaled > 0 ? "-" : ""
  if decimals == 0 { return sign + String(scaled) }
  let fraction = String(scaled % Int(unit))
  return "\(sign)\(scaled / Int(unit)).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
}
