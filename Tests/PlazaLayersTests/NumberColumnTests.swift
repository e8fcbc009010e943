import PlazaLayers
import Testing

@Suite struct NumberColumnTests {
  private func shape(_ text: String) -> NumberShape {
    var text = text
    return text.withUTF8 { NumberShape($0.baseAddress!, count: $0.count) }
  }

  @Test func `a mark before groups of three divides thousands, any other parts decimals`() {
    #expect(shape("1506") == .plain && shape("-12") == .plain)
    #expect(shape("1.506") == .grouped(mark: 0x2E, groups: 1) && shape("12,345") == .grouped(mark: 0x2C, groups: 1))
    #expect(shape("1.234.567") == .grouped(mark: 0x2E, groups: 2) && shape("1 234") == .grouped(mark: 0x20, groups: 1))
    #expect(shape("1’234") == .grouped(mark: 0x27, groups: 1) && shape("1\u{A0}234") == .grouped(mark: 0x20, groups: 1))
    #expect(
      shape("0.506") == .decimal(mark: 0x2E) && shape("1506.372") == .decimal(mark: 0x2E) && shape("12,5") == .decimal(mark: 0x2C)
    )
    #expect(shape("1.234,56") == .groupedDecimal(thousands: 0x2E, decimal: 0x2C))
    #expect(shape("1.23.456") == .none && shape("a1") == .none && shape("1e5") == .none)
  }

  private func whole(_ cells: [String], stated: UInt8? = nil, mends: Bool = true) throws -> [Double?] {
    try NumberColumn.readWhole(
      cells.enumerated().map { ($0.offset + 2, $0.element) }, stated: stated, mends: mends, file: "p.csv", field: "pob",
      option: "--decimal"
    ).values
  }

  @Test func `people are whole, so that three digits behind a mark are thousands`() throws {
    #expect(try whole(["1.506", "12.345", "987"]) == [1506, 12_345, 987])
    #expect(try whole(["1,506", "12,345"]) == [1506, 12_345])
    #expect(try whole(["1.234.567", "1 506", "2’000"]) == [1_234_567, 1506, 2000])
    #expect(try whole(["1506.0", "12.5"]) == [1506, 12.5])
    #expect(try whole(["1.234,5"]) == [1234.5])
    #expect(try whole(["robo", ""]) == [nil, nil])
  }

  @Test func `a mark that means both is refused with both cells and what to say`() {
    let values = [
      "file": "p.csv", "field": "pob", "line": "2", "value": "1.506", "other_line": "3", "other": "12.5", "mark": ".",
      "swapped": ",", "option": "--decimal",
    ]
    #expect(throws: Failure(.notUnderstood, "numbers.mixed", values)) { try whole(["1.506", "12.5"]) }
  }

  @Test func `what is stated and what is left as written decide`() throws {
    #expect(try whole(["1.506", "12.5"], stated: 0x2E) == [1.506, 12.5])
    #expect(try whole(["1.506", "12,5"], stated: 0x2C) == [1506, 12.5])
    #expect(try whole(["1.506"], mends: false) == [1.506])
  }

  private func weights(_ cells: [String], stated: UInt8? = nil) throws -> [Double?] {
    var evidence = NumberColumn.Evidence()
    for (index, cell) in cells.enumerated() {
      var text = cell
      text.withUTF8 { evidence.note($0.baseAddress!, count: $0.count, line: index + 2) }
    }
    let column = try NumberColumn.measured(
      evidence, otherwise: 0x2E, stated: stated, mends: true, file: "w.csv", field: "n", option: "--decimal")
    return cells.map { column.amount($0).map { DecimalAmount.double($0.value) } }
  }

  @Test func `weights may have decimals: their own cells say what the mark is`() throws {
    #expect(try weights(["2,666", "498", "22,927"]) == [2666, 498, 22_927])
    #expect(try weights(["1.250", "0.731", "2.5"]) == [1.25, 0.731, 2.5])
    #expect(try weights(["1.250", "2000"]) == [1.25, 2000])
    #expect(try weights(["1,25", "2"]) == [1.25, 2])
    #expect(try weights(["1.250", "1.500"], stated: 0x2E) == [1.25, 1.5])
    #expect { try weights(["1.250", "1.500"]) } throws: { ($0 as? Failure)?.diagnostic.id == "numbers.doubtful" }
    #expect { try weights(["1.234.567", "1.5"]) } throws: { ($0 as? Failure)?.diagnostic.id == "numbers.mixed" }
  }

  @Test func `a layer's texts are read as a table's, its numbers as JSON means them unless all have three decimals`() throws {
    func people(_ values: [FieldValue], mends: Bool = true) throws -> [Double?] {
      try NumberColumn.readPeople(values, places: Array(1...values.count), mends: mends, file: "a.geojson", field: "pob").values
    }
    #expect(try people([.text("1.506"), .text("1.234.567"), .null, .text("s/d")]) == [1506, 1_234_567, nil, nil])
    #expect(try people([.number("1.506"), .number("432.205"), .number("12")]) == [1506, 432_205, 12])
    #expect(try people([.number("1.506"), .number("12.38")]) == [1.506, 12.38])
    #expect(try people([.number("1.506")], mends: false) == [1.506])
    #expect { try people([.text("1.506"), .text("3.5")]) } throws: { ($0 as? Failure)?.diagnostic.id == "numbers.mixed_layer" }
    let read = try NumberColumn.readPeople(
      [.text("-1"), .text("abc")], places: [1, 2], file: "a.geojson", field: "pob")
    #expect(read.bad == 0)
  }
}
