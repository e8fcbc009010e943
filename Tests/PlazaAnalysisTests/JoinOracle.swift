import PlazaGeometry
import PlazaLayers
import PlazaTesting

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// One record as its maker knows it, before it is written down.
struct MadeRecord {
  var kind: String?
  /// Days since 1970; nil is blank.
  var day: Int?
  var dateText: String?
  var weightText: String
  /// Nil when it cannot be read.
  var weight: Int128?
  var sex: String
  var lonText: String
  var latText: String
  /// What the position is, when it is none.
  var fault: Account.Reason?
  var x = 0.0
  var y = 0.0

  func row(_ id: Int) -> String {
    if fault == .badRow { return "\(id),\(kind ?? "")" }
    return "\(id),\(kind ?? ""),\(dateText ?? day.map(CivilDate.text) ?? ""),\(weightText),\(sex),\(lonText),\(latText)"
  }
}

/// A seeded territory and records with every kind of mistake.
struct MadeJoin {
  var areas: Layer
  var records: [MadeRecord] = []

  static let header = "id,kind,fecha,weight,sexo,lon,lat\n"
  /// As written, and as it must be understood.
  static let kinds = [
    ("robo", "robo"), (" hurto ", "hurto"), ("extorsio\u{301}n", "extorsi\u{F3}n"), ("extorsi\u{F3}n", "extorsi\u{F3}n"),
    ("", ""), ("  ", ""),
    ("\"a, b\"", "a, b"), ("Rapto", "Rapto"),
  ]

  init(seed: UInt64, records count: Int) {
    var generator = PolygonGenerator(seed: seed)
    var geometry = generator.tiling(count: 3, verticesPerSide: 3)
    for _ in 0..<4 {
      let a = generator.coordinate()
      let b = Coordinate(x: a.x + 8, y: a.y + 8)
      geometry.append(polygon: [[a, Coordinate(x: b.x, y: a.y), b, Coordinate(x: a.x, y: b.y)]])
    }
    geometry.endFeature()
    let n = geometry.featureCount
    var random = generator.random
    let codes = (0..<n).map { 100 + $0 }.shuffled(using: &random)
    areas = Layer(
      geometry: geometry,
      columns: [
        Column(name: "codigo", values: codes.map { .text(String($0)) }),
        Column(name: "nombre", values: codes.map { .text("Area \($0)") }),
        Column(
          name: "poblacion", values: codes.map { $0 % 5 == 0 ? .null : $0 % 7 == 0 ? .number("0") : .number(String($0 * 1000)) }),
      ], crs: .wgs84)
    for _ in 0..<count { records.append(Self.record(&random)) }
  }

  private static func record(_ random: inout SplitMix64) -> MadeRecord {
    let kind = kinds.randomElement(using: &random)!
    let x = Double(Int.random(in: -4...138, using: &random)) / 2
    let y = Double(Int.random(in: -4...138, using: &random)) / 2
    let units = Int.random(in: 0...5000, using: &random)
    var record = MadeRecord(
      kind: kind.0, day: 16_436 + Int.random(in: 0..<731, using: &random),
      weightText: "\(units / 1000).\(String(units % 1000 + 1000).dropFirst())",
      weight: Int128(units) * 1_000_000, sex: ["M", "H", " M"].randomElement(using: &random)!, lonText: "\(x)", latText: "\(y)",
      x: x, y: y)
    func place(_ lon: String, _ lat: String, _ reason: Account.Reason) {
      (record.lonText, record.latText, record.fault) = (lon, lat, reason)
    }
    switch Int.random(in: 0..<250, using: &random) {
    case 0..<8: place("", "12.5", .noCoordinates)
    case 8..<12: place("NA", "n/a", .noCoordinates)
    case 12..<18: place("0", "-0.0", .nullIsland)
    case 18..<23: place("12..5", "1", .badNumber)
    case 23: place("200", "1", .outOfRange)
    case 24..<28: record.fault = .badRow
    case 28..<32: record.dateText = "2015-02-30"
    case 32..<38: record.day = nil
    case 38..<42: (record.weightText, record.weight) = ("-1", nil)
    case 42..<46: (record.weightText, record.weight) = ("", nil)
    default: break
    }
    if record.fault == nil, record.x == 0, record.y == 0 { record.fault = .nullIsland }
    return record
  }

  var csv: [UInt8] {
    Array((Self.header + records.enumerated().map { $1.row($0) }.joined(separator: "\n") + "\n").utf8)
  }
}

/// The account and the counts of a join by looking at every record and every edge.
struct SlowJoin {
  var account = Account()
  /// By `code|kind|period`.
  var counts: [String: Int] = [:]
  var weights: [String: Int128] = [:]
  var totals: [String: Int] = [:]

  init(_ made: MadeJoin, _ options: JoinOptions) {
    let locator = SlowLocator(made.areas.geometry)
    let codes = made.areas.columns[0].values.map { $0.text! }
    func understood(_ kind: String?) -> String { MadeJoin.kinds.first { $0.0.utf8.elementsEqual((kind ?? "").utf8) }!.1 }
    let from = options.from.map { DateText.moment($0)!.day }
    let to = options.to.map { DateText.moment($0)!.end / 86_400 - 1 }
    for record in made.records {
      account.read += 1
      if record.fault == .badRow {
        account[.badRow] += 1
        continue
      }
      let values = ["sexo": record.sex.filter { $0 != " " }, "kind": understood(record.kind)]
      if options.conditions.contains(where: { !$0.values.contains(values[$0.field]!) }) {
        account.filtered += 1
        continue
      }
      var period = ""
      if options.when != nil {
        if record.dateText != nil {
          account[.badDate] += 1
          continue
        }
        if from != nil || to != nil, record.day == nil || record.day! < from ?? .min || record.day! > to ?? .max {
          account.filtered += 1
          continue
        }
        if options.period == .month { period = record.day.map { String(CivilDate.text(ofDay: $0).prefix(7)) } ?? "" }
      }
      if options.weight != nil, record.weight == nil {
        account[.badWeight] += 1
        continue
      }
      if let fault = record.fault, fault.isRejection {
        account[fault] += 1
        continue
      }
      let kind = options.by == nil ? "" : understood(record.kind)
      totals[kind, default: 0] += 1
      if let fault = record.fault {
        account[fault] += 1
        continue
      }
      let found = locator.areas(x: record.x, y: record.y)
      guard !found.covering.isEmpty else {
        account.outside += 1
        continue
      }
      account.joined += 1
      account.locatedBy.point += 1
      if found.covering.count > 1, found.strictly.count <= 1 { account.onBorder += 1 }
      if found.strictly.count > 1 { account.ambiguous += 1 }
      var into = found.covering.map { codes[Int($0)] }.sorted()
      if options.assignment == .lowest { into = [into[0]] }
      account.assigned += into.count
      for code in into {
        counts["\(code)|\(kind)|\(period)", default: 0] += 1
        weights["\(code)|\(kind)|\(period)", default: 0] += record.weight ?? 0
      }
    }
  }
}
