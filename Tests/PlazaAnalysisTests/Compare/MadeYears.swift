import PlazaGeometry
import PlazaLayers
import PlazaTesting

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// Records of two years and more in six squares, three to a town; some are known to their town only, some without a date.
struct MadeYears {
  struct Record {
    var kind: String
    /// As `2024-02-29`; empty without one.
    var date: String
    var known: String
    /// The square; nil for one that is known to its town only.
    var square: Int?
    var town: Int
  }

  var records: [Record] = []

  init(seed: UInt64, records count: Int) {
    var random = SplitMix64(seed: seed)
    let first = CivilDate.day(year: 2022, month: 12, day: 20)!
    let last = CivilDate.day(year: 2025, month: 3, day: 20)!
    for _ in 0..<count {
      let day = Int.random(in: first...last, using: &random)
      let square = Int.random(in: 0..<6, using: &random)
      let isVague = Int.random(in: 0..<8, using: &random) == 0
      let isUndated = Int.random(in: 0..<20, using: &random) == 0
      records.append(
        Record(
          kind: ["robo", "robo", "robo", "hurto"].randomElement(using: &random)!,
          date: isUndated ? "" : CivilDate.text(ofDay: day),
          known: CivilDate.text(ofDay: day + Int.random(in: 0...60, using: &random)), square: isVague ? nil : square,
          town: square / 3))
    }
  }

  var csv: [UInt8] {
    var text = "kind,fecha,registro,mun,lon,lat\n"
    for record in records {
      let place = record.square.map { "\(Double($0) + 0.5),0.5" } ?? ","
      text += "\(record.kind),\(record.date),\(record.known),T\(record.town),\(place)\n"
    }
    return Array(text.utf8)
  }

  static var levels: [AreaLayer] {
    func layer(_ width: Int, _ code: (Int) -> String, _ parent: ((Int) -> String)?) -> Layer {
      var geometry = PolygonColumn()
      let areas = 0..<6 / width
      for area in areas {
        let (a, b) = (Double(area * width), Double((area + 1) * width))
        geometry.append(polygon: [[.init(x: a, y: 0), .init(x: b, y: 0), .init(x: b, y: 1), .init(x: a, y: 1)]])
      }
      var columns = [Column(name: "codigo", values: areas.map { .text(code($0)) })]
      if let parent { columns.append(Column(name: "mun", values: areas.map { .text(parent($0)) })) }
      return Layer(geometry: geometry, columns: columns, crs: .wgs84)
    }
    return [
      AreaLayer(layer(1, { "S\($0)" }, { "T\($0 / 3)" }), file: "squares.geojson", level: "square"),
      AreaLayer(layer(3, { "T\($0)" }, nil), file: "towns.geojson", level: "town"),
    ]
  }

  /// The rows in which a record counts; that of the whole territory has no code.
  static func codes(_ record: Record) -> [String] {
    ["", record.square.map { "S\($0)" } ?? "T\(record.town):unknown", "T\(record.town)"]
  }
}

/// The days of a window and of the earlier one, both inclusive, and up to when each side's records were known.
struct StatedWindow: Sendable {
  var name: String
  var now: ClosedRange<String>
  var before: ClosedRange<String>
  var knownNow = "9999"
  var knownBefore = "9999"
}

/// Counts by looking at every record for every window, dates compared as text.
struct SlowCompare {
  /// `code|kind|window`: now and before.
  var counts: [String: (now: Int, before: Int)] = [:]

  init(_ made: MadeYears, _ windows: [StatedWindow]) {
    for window in windows {
      for record in made.records where !record.date.isEmpty {
        let isNow = window.now.contains(record.date) && record.known <= window.knownNow
        let isBefore = window.before.contains(record.date) && record.known <= window.knownBefore
        guard isNow || isBefore else { continue }
        for code in MadeYears.codes(record) {
          let key = "\(code)|\(record.kind)|\(window.name)"
          counts[key, default: (0, 0)].now += isNow ? 1 : 0
          counts[key, default: (0, 0)].before += isBefore ? 1 : 0
        }
      }
    }
  }
}
