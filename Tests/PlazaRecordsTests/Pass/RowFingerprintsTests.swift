import PlazaTesting
import Testing

@testable import PlazaLayers
@testable import PlazaRecords

@Suite("Repeated rows") struct RowFingerprintsTests {
  /// Different rows, some of them written more often.
  private static func rows(_ count: Int, seed: UInt64) -> (rows: [[UInt8]], repeats: Int) {
    var random = SplitMix64(seed: seed)
    var rows: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    var repeats = 0
    for number in 0..<count {
      let length = Int.random(in: 0..<60, using: &random)
      let tail = (0..<length).map { _ in UInt8.random(in: 0x30...0x39, using: &random) }
      let row = number % 50 == 7 ? rows[number / 2] : Array("2024-01-0\(number % 10),robo,".utf8) + tail
      if !seen.insert(row).inserted { repeats += 1 }
      rows.append(row)
    }
    return (rows, repeats)
  }

  private static func fingerprints(_ rows: some Sequence<[UInt8]>, limit: Int) -> RowFingerprints {
    var found = RowFingerprints(limit: limit)
    for row in rows { row.withUnsafeBufferPointer { if let base = $0.baseAddress { found.add(base, count: $0.count) } } }
    return found
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>) func `copies are those of a set of rows, however they are divided`(seed: UInt64)
  {
    let (rows, repeats) = Self.rows(5_000, seed: seed)
    #expect(repeats > 90)
    let whole = Self.fingerprints(rows, limit: 1 << 16)
    #expect(whole.repeats == Account.Repeats(count: repeats, isExact: true))
    var random = SplitMix64(seed: seed + 100)
    for limit in [1 << 16, 900, 40] {
      let wanted = Self.fingerprints(rows, limit: limit).repeats
      for parts in [2, 7] {
        let shuffled = rows.shuffled(using: &random)
        var merged = RowFingerprints(limit: limit)
        for part in 0..<parts {
          merged.merge(Self.fingerprints(stride(from: part, to: rows.count, by: parts).map { shuffled[$0] }, limit: limit))
        }
        #expect(merged.repeats == wanted, "limit \(limit), \(parts) parts")
      }
    }
  }

  @Test func `of many rows a share is looked at, and the number is about right`() throws {
    let (rows, repeats) = Self.rows(60_000, seed: 9)
    let found = try #require(Self.fingerprints(rows, limit: 8_192).repeats)
    #expect(!found.isExact && abs(Double(found.count) / Double(repeats) - 1) < 0.25, "\(found) of \(repeats)")
    var random = SplitMix64(seed: 10)
    let shuffled = rows.shuffled(using: &random)
    var merged = RowFingerprints(limit: 8_192)
    for part in 0..<3 {
      merged.merge(Self.fingerprints(stride(from: part, to: rows.count, by: 3).map { shuffled[$0] }, limit: 8_192))
    }
    #expect(merged.repeats == found)
  }

  @Test func `rows that differ where a choice does not look are told apart, or nothing is said`() {
    // Alike in the words that choose: all are remembered or none.
    let alike = (0..<300).map { number -> [UInt8] in
      var row = [UInt8](repeating: 0x61, count: 200)
      row.replaceSubrange(30..<33, with: Array(String(100 + number).utf8))
      return row
    }
    #expect(Self.fingerprints(alike, limit: 1_000).repeats == Account.Repeats(count: 0, isExact: true))
    let crowded = Self.fingerprints(alike, limit: 100).repeats
    #expect(crowded == nil || crowded?.isExact == false)
    #expect(RowFingerprints(limit: 10).repeats == nil)
    #expect(
      Self.fingerprints([[0x61], [0x61], [0x62], Array("12345678".utf8), Array("12345678".utf8)], limit: 9).repeats?.count == 2)
  }
}
