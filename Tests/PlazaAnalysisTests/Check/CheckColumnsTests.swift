import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis

/// Columns of counts, row by row.
@Suite struct CheckColumnsTests {
  @Test func `Rows that are sound by their digits alone are those in which nothing is found`() throws {
    let rows: [String: [String]] = ["mujeres": ["1", "2", "5"], "hombres": ["1", "2", "1"], "total": ["2", "4", "6"]]
    let columns = ["pob", "mujeres", "hombres", "total"].map { name in
      Column(name: name, values: (rows[name] ?? ["2", "4", "6"]).map(FieldValue.text))
    }
    let check = try CheckColumns(columns, population: nil, file: "t.csv")
    #expect(check.sexes != nil && check.counts.count == 3)
    var random = SplitMix64(seed: 9)
    for _ in 0..<4_000 {
      let cells = (0..<4).map { _ in ["", "0", "1", "2", "3", "12", "-1", "x", "s/d", "1.0"].randomElement(using: &random)! }
      func plainCell(_ text: String) -> CheckColumns.PlainCell {
        if text.isEmpty { return .blank }
        guard let value = Int(text), value >= 0 else { return .other }
        return .count(value)
      }
      let plain = check.isSoundPlainly { plainCell(cells[$0]) }
      let problems = check.problems(row: 1) { cells[$0].isEmpty ? nil : cells[$0] }
      // What is not digits alone may be sound all the same.
      if plain { #expect(problems.isEmpty, "\(cells)") }
      if !cells.contains(where: { plainCell($0) == .other }) { #expect(plain == problems.isEmpty, "\(cells)") }
    }
  }
}
