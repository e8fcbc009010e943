/// One line of the printed table: a work, our side, the other side, and whether the goal is met.
struct Row {
  var work: String
  var ours: String
  var other = "–"
  var ratio = "–"
  var goal = "–"
  var met: Bool?
}

struct Table {
  static let titles = ["work", "plaza", "beside it", "ratio", "goal", "met"]
  private(set) var rows: [Row] = []

  // MARK: Rows

  mutating func add(_ work: String, _ own: Contestant) { rows.append(Row(work: work, ours: own.figures)) }

  mutating func add(_ work: String, _ own: Contestant, fasterThan other: Contestant, goal: Double?) {
    let ratio = other.work / own.work
    let known = own.isMeasured && other.isMeasured
    rows.append(
      Row(
        work: work, ours: own.figures, other: other.titled, ratio: known ? "\(fixed(ratio, 1)) × faster" : "–",
        goal: goal.map { "≥ \(fixed($0, 0)) ×" } ?? "–", met: goal.map { known && ratio >= $0 }))
  }

  mutating func add(_ work: String, _ own: Contestant, timesThatOf other: Contestant, atMost goal: Double?) {
    let ratio = own.work / other.work
    let known = own.isMeasured && other.isMeasured
    rows.append(
      Row(
        work: work, ours: own.figures, other: other.titled, ratio: known ? "\(fixed(ratio, 2)) × its time" : "–",
        goal: goal.map { "≤ \(fixed($0, 1)) ×" } ?? "–", met: goal.map { known && ratio <= $0 }))
  }

  mutating func add(_ work: String, _ own: Contestant, memoryAtMost goal: Double) {
    rows.append(
      Row(work: work, ours: "\(fixed(own.peak, 0)) MB", goal: "≤ \(fixed(goal, 0)) MB", met: own.isMeasured && own.peak <= goal))
  }

  mutating func add(_ work: String, _ own: Contestant, memoryTimesThatOf other: Contestant, atMost goal: Double) {
    let ratio = own.peak / other.peak
    rows.append(
      Row(
        work: work, ours: "\(fixed(own.peak, 1)) MB", other: "plaza \(fixed(other.peak, 1)) MB", ratio: "\(fixed(ratio, 2)) ×",
        goal: "≤ \(fixed(goal, 1)) ×", met: own.isMeasured && other.isMeasured && ratio <= goal))
  }

  // MARK: Text

  private var cells: [[String]] {
    rows.map { [$0.work, $0.ours, $0.other, $0.ratio, $0.goal, $0.met.map { $0 ? "yes" : "no" } ?? "–"] }
  }

  var text: String {
    let lines = [Self.titles] + cells
    let widths = Self.titles.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      line.indices.map { line[$0] + String(repeating: " ", count: widths[$0] - line[$0].count) }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  var markdown: String {
    ([Self.titles, Self.titles.map { _ in "---" }] + cells).map { "| " + $0.joined(separator: " | ") + " |" }.joined(
      separator: "\n")
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
