import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct CorrespondenceTests {
  private func table(_ rows: [(String, String, String)], mark: UInt8 = 0x2E) throws -> Correspondence {
    try Correspondence(
      rows.enumerated().map { .init(line: $0 + 2, from: $1.0, to: $1.1, share: $1.2) }, named: "t.csv", decimalMark: mark)
  }

  private func failure(_ body: () throws -> Void) -> Diagnostic? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Failure)?.diagnostic
    }
  }

  @Test func `a table is read in any order of its rows, by the bytes of its codes`() throws {
    let rows = [("b", "y", "0.25"), ("a", "x", "1"), ("b", "x", "75e-2")]
    let one = try table(rows)
    #expect(one.fromCodes == ["a", "b"] && one.toCodes == ["x", "y"])
    #expect(one.parts[1].map(\.share) == [750_000_000_000_000_000, 250_000_000_000_000_000])
    #expect(try table(rows.reversed()) == one)
    #expect(try table([("b", "y", "0,25"), (" a ", "x", "1,0"), ("b", "x", ".75".replacing(".", with: ","))], mark: 0x2C) == one)
    #expect(one.place(of: "b") == 1 && one.place(of: "c") == nil && one.place(of: "") == nil)
    #expect(!one.isWhole && Correspondence.identity(["a", "b"]).isWhole)
  }

  @Test(arguments: ["0", "-0.5", "1.000000001", "half", "", "1e99", "nan", "0,5", "1e-30"])
  func `a share that is no number above 0 and up to 1 is named with its line`(share: String) {
    let found = failure { _ = try table([("a", "x", "1"), ("b", "x", share)]) }
    #expect(found?.id == "correspondence.bad_share")
    #expect(found?.values["line"] == "3" && found?.values["value"] == share && found?.values["file"] == "t.csv")
  }

  @Test func `shares that do not add up to 1 are named with their code and sum`() throws {
    let found = failure { _ = try table([("a", "x", "1"), ("b", "x", "0.5"), ("b", "y", "0.4")]) }
    #expect(found?.id == "correspondence.sum" && found?.values["code"] == "b" && found?.values["sum"] == "0.9")
    #expect(found?.values["lines"] == "3, 4")
    let over = failure { _ = try table([("b", "x", "0.5"), ("b", "y", "0.500000002")]) }
    #expect(over?.values["sum"] == "1.000000002")
    #expect(try table([("b", "x", "0.5"), ("b", "y", "0.500000001")]).parts[0].count == 2)
    // A third has no last digit; what is short of 1 by less than 10⁻⁹ is a whole.
    #expect(try table([("b", "x", "0.333333333"), ("b", "y", "0.333333333"), ("b", "z", "0.333333333")]).parts[0].count == 3)
  }

  @Test func `a pair twice, an empty code and an empty table are errors with their lines`() {
    let twice = failure { _ = try table([("a", "x", "0.5"), ("a", " x", "0.5")]) }
    #expect(twice?.id == "correspondence.repeated" && twice?.values["line"] == "3" && twice?.values["other"] == "2")
    let blank = failure { _ = try table([("a", "x", "1"), ("a", " ", "1")]) }
    #expect(blank?.id == "correspondence.no_code" && blank?.values["line"] == "3")
    #expect(failure { _ = try table([]) }?.id == "correspondence.empty")
  }

  @Test func `areas that the table does not know are listed`() throws {
    let table = try table([("a", "x", "1"), ("b", "y", "1"), ("z", "w", "1")])
    let missing = failure { _ = try Crosswalk(table, from: ["a", "c", "d"], to: ["x"]) }
    #expect(missing?.id == "correspondence.missing" && missing?.values["codes"] == "c, d" && missing?.values["count"] == "2")
    let unknown = failure { _ = try Crosswalk(table, from: ["a", "b"], to: ["x"]) }
    #expect(unknown?.id == "correspondence.unknown_to" && unknown?.values["codes"] == "y")
    // A national table on a part of the country is no error; that a new area gets nothing is worth saying.
    let notes = try Crosswalk(table, from: ["a", "b"], to: ["v", "x", "y"]).notes
    #expect(notes.map(\.id) == ["correspondence.unknown_from", "correspondence.unreached"])
    #expect(notes.map { $0.values["codes"] } == ["z", "v"])
  }

  @Test func `the table that changes nothing changes nothing`() throws {
    var random = SplitMix64(seed: 3)
    let codes = (0..<9).map { "c\($0)" }
    let carrier = try Crosswalk(.identity(codes), from: codes, to: codes)
    var tally = Tally()
    for _ in 0..<400 {
      tally.add(Tally.key(area: .random(in: 0..<9, using: &random), kind: .random(in: 0..<3, using: &random), period: 5))
    }
    #expect(carrier.carried(tally).map(\.key) == tally.entries().map(\.key))
    #expect(carrier.carried(tally).map(\.amount) == tally.entries().map { Int128($0.count) * DecimalAmount.scale })
    let populations = codes.indices.map { $0 == 4 ? nil : Double($0) * 1234.5 }
    #expect(carrier.carried(populations) == populations && carrier.isWhole.allSatisfy { $0 } && carrier.dividedCount == 0)
  }

  /// Shares drawn and written with so many decimals that they fall short of 1 by less than 10⁻⁹.
  private func made(_ from: Int, _ to: Int, _ random: inout SplitMix64) throws -> Correspondence {
    var rows: [(String, String, String)] = []
    for area in 0..<from {
      let targets = Array(0..<to).shuffled(using: &random).prefix(.random(in: 1...min(5, to), using: &random))
      let weights = targets.map { _ in Int128(Int.random(in: 1...1_000_000, using: &random)) }
      let sum = weights.reduce(0, +)
      for (target, weight) in zip(targets, weights) {
        let digits = String(weight * 1_000_000_000_000 / sum)
        let share = targets.count == 1 ? "1" : "0." + String(repeating: "0", count: 12 - digits.count) + digits
        rows.append((String(UnicodeScalar(UInt8(97 + area))), String(UnicodeScalar(UInt8(65 + target))), share))
      }
    }
    return try table(rows.shuffled(using: &random))
  }

  private func codes(_ count: Int, _ first: UInt8) -> [String] { (0..<count).map { String(UnicodeScalar(first + UInt8($0))) } }

  /// By the definition, with fractions: whole units of each exact claim, then one more to the largest part of a unit that is left.
  private func slow(_ table: Correspondence, _ amount: Int128, area: Int) -> [Int: Int128] {
    let parts = table.parts[area]
    let sum = parts.reduce(Int128(0)) { $0 + Int128($1.share) }
    var given = parts.map { amount * Int128($0.share) / sum }
    while given.reduce(0, +) < amount {
      var best = 0
      for index in parts.indices
      where amount * Int128(parts[index].share) - given[index] * sum > amount * Int128(parts[best].share) - given[best] * sum {
        best = index
      }
      given[best] += 1
    }
    return Dictionary(uniqueKeysWithValues: zip(parts.map(\.to), given))
  }

  @Test(arguments: 0..<40)
  func `random tables carry as fractions do, and lose nothing`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let (from, to) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...12, using: &random))
    let table = try made(from, to, &random)
    let carrier = try Crosswalk(table, from: codes(from, 97), to: table.toCodes)
    var tally = Tally()
    for _ in 0..<200 {
      let kind = Int.random(in: 0..<3, using: &random)
      let period = Bool.random(using: &random) ? Tally.unknownPeriod : Int.random(in: 540..<543, using: &random)
      let key = Tally.key(area: .random(in: 0..<from, using: &random), kind: kind, period: period)
      tally.add(key, count: .random(in: 1...1000, using: &random))
    }
    var expected: [UInt64: Int128] = [:]
    var before: [UInt64: Int128] = [:]
    for (key, count, _) in tally.entries() {
      let (area, kind, period) = Tally.parts(key)
      before[Tally.key(area: 0, kind: kind, period: period), default: 0] += Int128(count) * DecimalAmount.scale
      for (target, amount) in slow(table, Int128(count) * DecimalAmount.scale, area: area) {
        expected[Tally.key(area: target, kind: kind, period: period), default: 0] += amount
      }
    }
    let carried = carrier.carried(tally)
    #expect(Dictionary(uniqueKeysWithValues: carried.map { ($0.key, $0.amount) }) == expected.filter { $0.value != 0 })
    #expect(carried.map(\.key) == carried.map(\.key).sorted())
    var after: [UInt64: Int128] = [:]
    for entry in carried {
      let (_, kind, period) = Tally.parts(entry.key)
      after[Tally.key(area: 0, kind: kind, period: period), default: 0] += entry.amount
    }
    #expect(after == before)
    let shuffled = carrier.carried(
      tally.entries().shuffled(using: &random).map { .init(key: $0.key, amount: Int128($0.count) * DecimalAmount.scale) })
    #expect(shuffled == carried)

    let populations = (0..<from).map { _ in Double.random(in: 0...1e7, using: &random) }
    let total = populations.reduce(0, +)
    let there = carrier.carried(populations).compactMap { $0 }
    #expect(there.count == table.toCodes.count && abs(there.reduce(0, +) - total) <= 1e-9 * total)
  }

  @Test(arguments: 0..<20)
  func `two tables carry as the one that they make`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(1000 + seed))
    let first = try made(8, 6, &random)
    let next = try Correspondence(
      first.toCodes.flatMap { code -> [Correspondence.Row] in
        let halves = Bool.random(using: &random)
        return halves
          ? [.init(line: 1, from: code, to: "p", share: "0.3"), .init(line: 2, from: code, to: "q", share: "0.7")]
          : [.init(line: 3, from: code, to: code < "C" ? "p" : "r", share: "1")]
      }, named: "next.csv")
    let both = try first.followed(by: next)
    #expect(both.fromCodes == first.fromCodes && Set(both.toCodes).isSubset(of: next.toCodes))
    for (parts, own) in zip(both.parts, first.parts) {
      #expect(parts.map(\.share).reduce(0, +) == own.map(\.share).reduce(0, +))
    }
    var tally = Tally()
    for area in 0..<8 { tally.add(Tally.key(area: area, kind: 0, period: 0), count: .random(in: 1...100_000, using: &random)) }
    let steps = try Crosswalk(next, from: first.toCodes, to: next.toCodes).carried(
      Crosswalk(first, from: first.fromCodes, to: first.toCodes).carried(tally))
    let once = try Crosswalk(both, from: first.fromCodes, to: next.toCodes).carried(tally)
    #expect(steps.map(\.key) == once.map(\.key))
    #expect(steps.map(\.amount).reduce(0, +) == once.map(\.amount).reduce(0, +))
    // Each step rounds to a unit of 10⁻⁹ for each of its parts.
    for (one, other) in zip(steps, once) { #expect(abs(one.amount - other.amount) <= 64) }

    let identity = Correspondence.identity(first.toCodes)
    #expect(try first.followed(by: identity).parts == first.parts)
    #expect(try Correspondence.identity(first.fromCodes).followed(by: first).parts.map(\.count) == first.parts.map(\.count))
    let short = Correspondence.identity(first.toCodes.dropFirst())
    let found = failure { _ = try first.followed(by: short) }
    #expect(found?.id == "correspondence.not_continued" && found?.values["codes"] == first.toCodes[0])
  }

  @Test func `what is left over goes to the largest remainders, the first of equals first`() {
    #expect(Apportionment([1, 1, 1]).divide(10) == [4, 3, 3])
    #expect(Apportionment([1, 1, 1]).divide(11) == [4, 4, 3])
    #expect(Apportionment([5, 2, 3]).divide(7) == [4, 1, 2])
    #expect(Apportionment([3]).divide(7) == [7] && Apportionment([1, 2]).divide(0) == [0, 0])
    #expect(Apportionment([1, 1]).divide(-3) == [-2, -1])
    // More than 128 bits stand between.
    let huge = Int128.max / 2
    let halves = Apportionment([Correspondence.unit / 2, Correspondence.unit / 2]).divide(huge)
    #expect(halves[0] + halves[1] == huge && abs(halves[0] - halves[1]) <= 1)
  }

  @Test func `a population that is not known makes those of its new areas unknown`() throws {
    let table = try table([("a", "x", "0.5"), ("a", "y", "0.5"), ("b", "y", "1"), ("c", "z", "1")])
    let carrier = try Crosswalk(table, from: ["a", "b", "c"], to: ["w", "x", "y", "z"])
    #expect(carrier.carried([100, nil, 7]) == [nil, 50, nil, 7])
    #expect(carrier.isWhole == [true, false, false, true] && carrier.dividedCount == 1)
  }
}
