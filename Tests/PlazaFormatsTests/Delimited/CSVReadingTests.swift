import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct CSVReadingTests {
  /// Bytes in which everything that matters to CSV is common.
  private func soup(_ random: inout SplitMix64, delimiter: UInt8, newline: UInt8) -> [UInt8] {
    let d = [delimiter]
    let ends: [[UInt8]] = newline == 0x0D ? [[0x0D]] : [[0x0A], [0x0D, 0x0A], [0x0A, 0x0A]]
    let pieces: [[UInt8]] =
      [d, d, d, d, [0x22], [0x22, 0x22], [0x61], Array("bc".utf8), [0x20], Array("ñé".utf8), [0xFF], [0x27], [0x0D]]
      + ends + ends + [d + [0x22], [0x22] + d, [0x22] + ends[0], [0x22, 0x78, 0x22]]
    return (0..<Int.random(in: 0...120, using: &random)).flatMap { _ in pieces.randomElement(using: &random)! }
  }

  /// A tidy table with some dirt in it.
  private func table(_ random: inout SplitMix64, delimiter: UInt8, newline: UInt8, fields: Int) -> [UInt8] {
    let end: [UInt8] = newline == 0x0D ? [0x0D] : Bool.random(using: &random) ? [0x0A] : [0x0D, 0x0A]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      var cells: [[UInt8]] = (0..<fields).map { _ in cell(&random, delimiter: delimiter, end: end) }
      switch Int.random(in: 0..<30, using: &random) {
      case 0: cells.removeLast()
      case 1: cells.append([])
      case 2: cells.append([0x78])
      case 3: cells[0] = [0x22, 0x61]  // a quote that is never closed, or by the next one
      case 4: cells = [[]]
      case 5: cells = [[0x20, 0x09]]
      case 6: cells[0] = Array("\"a\"b".utf8)
      case 7: cells[0] = [0xC3]
      default: break
      }
      bytes += Array(cells.joined(separator: [delimiter])) + end
    }
    if Bool.random(using: &random) { bytes.removeLast(end.count) }
    return bytes
  }

  private func cell(_ random: inout SplitMix64, delimiter: UInt8, end: [UInt8]) -> [UInt8] {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: []
    case 1: Array("\"a \"\"quote\"\" of two\"".utf8)
    case 2: [0x22, 0x61, delimiter, 0x62, 0x22]
    case 3: [0x22, 0x61] + end + end + [0x62, 0x22]
    case 4: Array("5\" pipe".utf8)
    case 5: Array("\"\"".utf8)
    case 6: Array("acción".utf8)
    default: Array(String(Int.random(in: 0..<1_000_000, using: &random)).utf8)
    }
  }

  private func check(_ bytes: [UInt8], fields: Int, _ delimiter: UInt8, _ newline: UInt8, seed: UInt64) throws {
    let wanted = CSVOracle.records(bytes, fieldCount: fields, delimiter: delimiter, newline: newline)
    for (chunk, largest) in [(8192, 4096), (1, 1), (7, 3), (64, 4096), (300, 50)] {
      let got = try fastRecords(
        bytes, fieldCount: fields, dialect(delimiter, newline: newline), chunkSize: chunk, largest: largest, seed: seed)
      guard got != wanted else { continue }
      let at = zip(got, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(got.count, wanted.count)
      Issue.record(
        """
        seed \(seed), chunk \(chunk): record \(at) of \(wanted.count): \(got.dropFirst(at).first.map { "\($0)" } ?? "none") \
        instead of \(wanted.dropFirst(at).first.map { "\($0)" } ?? "none") in \(String(decoding: bytes, as: UTF8.self).debugDescription)
        """)
      return
    }
  }

  @Test(arguments: [0x0A, 0x0D] as [UInt8], [0x2C, 0x3B, 0x09, 0x7C] as [UInt8])
  func `any bytes are read as the slow reader reads them`(newline: UInt8, delimiter: UInt8) throws {
    for seed in 0..<150 as Range<UInt64> {
      var random = SplitMix64(seed: seed &* 31 &+ UInt64(delimiter))
      try check(soup(&random, delimiter: delimiter, newline: newline), fields: Int(seed % 3) + 1, delimiter, newline, seed: seed)
    }
  }

  @Test(arguments: [0x0A, 0x0D] as [UInt8], [0x2C, 0x3B, 0x09, 0x7C] as [UInt8])
  func `dirty tables are read as the slow reader reads them`(newline: UInt8, delimiter: UInt8) throws {
    for seed in 0..<40 as Range<UInt64> {
      var random = SplitMix64(seed: seed &* 17 &+ UInt64(delimiter))
      let fields = Int(seed % 4) + 2
      try check(
        table(&random, delimiter: delimiter, newline: newline, fields: fields), fields: fields, delimiter, newline, seed: seed)
    }
  }

  @Test func `a quote that is never closed costs one record`() throws {
    let bytes = Array("1,a\n2,\"b\n3,c\n4,d".utf8)
    let seen = try fastRecords(bytes, fieldCount: 2, dialect())
    #expect(seen.map(\.state) == [.located, .badRow, .located, .located])
    #expect(seen.map(\.line) == [1, 2, 3, 4])
  }

  @Test func `a quote inside a cell does not keep the last record from being read`() throws {
    let seen = try fastRecords(Array("5\" pipe,\"abc\"".utf8), fieldCount: 2, dialect())
    #expect(seen == [SeenRecord(line: 1, state: .located, cells: [Array("5\" pipe".utf8), Array("abc".utf8)])])
  }

  @Test(arguments: [64, 256, 4096])
  func `a record longer than the limit is one reject, with or without a quote`(chunkSize: Int) throws {
    let long = String(repeating: "x", count: 5000)
    let text = "1,a\n2,\(long)\n3,c\n4,\"\(long)\n\(long)\n5,e\n"
    let seen = try fastRecords(Array(text.utf8), fieldCount: 2, dialect(), chunkSize: chunkSize, recordLimit: 1000, largest: 100)
    // The open quote is given up at the end of its first line; the second line is too long again.
    #expect(seen.map(\.state) == [.located, .tooLong, .located, .tooLong, .tooLong, .located])
    #expect(seen.map(\.line) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `a long record below the limit is read whole whatever the size of a chunk`() throws {
    let long = String(repeating: "y\n", count: 4000)
    let seen = try fastRecords(Array("1,\"\(long)\"\n2,b\n".utf8), fieldCount: 2, dialect(), chunkSize: 16, largest: 33)
    #expect(seen.map(\.line) == [1, 4002])
    #expect(seen[0].cells?[1] == Array(long.utf8))
  }

  @Test func `a byte of Windows-1252 becomes its character`() throws {
    let bytes: [UInt8] = [0x93, 0xE1, 0x94, 0x2C, 0x80, 0x0A]
    let seen = try fastRecords(bytes, fieldCount: 2, dialect(0x2C, newline: 0x0A, .windows1252), chunkSize: 4)
    #expect(seen[0].cells?.map { String(decoding: $0, as: UTF8.self) } == ["“á”", "€"])
  }

  @Test func `bytes that are no UTF-8 matter in cells that are used, and nowhere else`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.csv", Array("a,b,lon,lat\nx,".utf8) + [0xE1] + Array(",1,2\nx,y,1,2\n".utf8))
    var options = Reading()
    options.encoding = .utf8
    let source = try CSVPointSource(Input(path), options: options)
    #expect(try seen(source.makeReader(PointRequest(fields: [0])), fields: 1).map(\.state) == [.located, .located])
    #expect(try seen(source.makeReader(PointRequest(fields: [1])), fields: 1).map(\.state) == [.badEncoding, .located])
  }

  @Test func `the offending cell of a bad number is kept`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.csv", "lon,lat\n1,2\n1,x2\n181,0\n,\n0,0\nNA,3\n-200,99\n")
    let source = try CSVPointSource(Input(path))
    var batch = PointBatch()
    let isRead = try source.makeReader(PointRequest()).next(&batch)
    #expect(isRead)
    #expect(
      Array(batch.states[..<batch.count])
        == [.located, .badNumber, .outOfRange, .nullIsland, .noCoordinates, .outOfRange])
    #expect(batch.faults.map(\.record) == [1, 2, 5])
    #expect(batch.faults.map(\.cell) == ["x2", "181", "-200"])
    // The fifth line is blank: no record.
    #expect(Array(batch.lines[..<batch.count]) == [2, 3, 4, 6, 7, 8])
  }
}
