import PlazaGeometry
import PlazaLayers
import PlazaTesting

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// A made territory of three levels, and records of which a third have no point: each knows the truth of itself.
///
/// Twenty-four barrios are unit squares in a row; four of them make a district, two districts a municipality.
struct MadeLevels {
  static let barrios = 24
  static let header = "id,kind,fecha,n,cod,codmun,barrio,mun,lon,lat\n"

  struct Record {
    var kind: String
    var month: Int
    var count: Int
    var code: String
    var townCode: String
    var name: String
    var townName: String
    /// Nil without a point.
    var x: Double?

    func row(_ id: Int) -> String {
      let place = x.map { "\($0),0.5" } ?? ","
      return
        "\(id),\(kind),2020-\(CivilDate.padded(month, 2))-05,\(count),\(code),\(townCode),\(name),\(townName),\(place)"
    }
  }

  var records: [Record] = []

  static func town(_ barrio: Int) -> Int { barrio / 8 }
  static func district(_ barrio: Int) -> Int { barrio / 4 }
  static func code(barrio: Int) -> String { "\(code(district: barrio / 4))0\(barrio % 4 + 1)" }
  static func code(district: Int) -> String { "\(code(town: district / 2))0\(district % 2 + 1)" }
  static func code(town: Int) -> String { "0\(town + 1)" }
  /// `Centro` stands in every district, `Límite` in every other one: without its parent such a name says nothing.
  static func name(barrio: Int) -> String {
    switch barrio % 4 {
    case 0: "Centro"
    case 1 where barrio % 8 == 1: "Límite"
    default: "Barrio Ñ-\(barrio)"
    }
  }
  static func name(town: Int) -> String { ["San José", "Águilas", "Río Dulce"][town] }

  init(seed: UInt64, records count: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<count {
      let barrio = Int.random(in: 0..<Self.barrios, using: &random)
      var record = Record(
        kind: ["robo", "hurto", ""].randomElement(using: &random)!, month: Int.random(in: 1...3, using: &random),
        count: Int.random(in: 0...4, using: &random), code: "", townCode: "", name: "", townName: "")
      switch Int.random(in: 0..<12, using: &random) {
      case 0..<7: record.x = Double(barrio) + 0.5
      case 7: record.x = Double(Int.random(in: -1...26, using: &random))
      default: break
      }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: record.code = Self.code(barrio: barrio)
      case 1: record.code = String(Self.code(barrio: barrio).dropFirst())
      case 2: record.code = Self.code(district: barrio / 4)
      case 3: record.code = "0" + String(Int.random(in: 10000..<99999, using: &random))
      case 4: record.code = " " + Self.code(barrio: barrio) + ".0"
      default: break
      }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: record.townCode = Self.code(town: Self.town(barrio))
      case 1: record.townCode = String(Self.town(barrio) + 1)
      case 2: record.townCode = "77"
      default: break
      }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: record.name = Self.name(barrio: barrio)
      case 1: record.name = Self.name(barrio: barrio).uppercased().replacing("Í", with: "I").replacing("-", with: "  ")
      case 2: record.name = "Ningún lugar"
      default: break
      }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: record.townName = Self.name(town: Self.town(barrio))
      case 1: record.townName = Self.name(town: Self.town(barrio)).lowercased()
      case 2: record.townName = "Otra parte"
      default: break
      }
      records.append(record)
    }
  }

  var csv: [UInt8] {
    Array((Self.header + records.enumerated().map { $1.row($0) }.joined(separator: "\n") + "\n").utf8)
  }

  // MARK: The territory

  private static func squares(_ width: Int, _ columns: [Column]) -> Layer {
    var geometry = PolygonColumn()
    for start in stride(from: 0, to: barrios, by: width) {
      let (a, b) = (Double(start), Double(start + width))
      geometry.append(polygon: [[.init(x: a, y: 0), .init(x: b, y: 0), .init(x: b, y: 1), .init(x: a, y: 1)]])
    }
    return Layer(geometry: geometry, columns: columns, crs: .wgs84)
  }

  private static func texts(_ name: String, _ values: [String]) -> Column {
    Column(name: name, values: values.map { $0.isEmpty ? .null : .text($0) })
  }

  /// One layer for each level, finest first.
  static var layers: [AreaLayer] {
    let towns = 0..<3
    return [
      AreaLayer(
        squares(
          1,
          [
            texts("codigo", (0..<24).map(code(barrio:))), texts("nombre", (0..<24).map(name(barrio:))),
            texts("distrito", (0..<24).map { code(district: $0 / 4) }),
          ]), file: "barrios.geojson", level: "barrio"),
      AreaLayer(
        squares(
          4,
          [
            texts("codigo", (0..<6).map(code(district:))), texts("nombre", (0..<6).map { "Distrito \($0)" }),
            texts("municipio", (0..<6).map { name(town: $0 / 2).uppercased() }),
          ]), file: "distritos.geojson", level: "distrito"),
      AreaLayer(
        squares(8, [texts("codigo", towns.map(code(town:))), texts("nombre", towns.map(name(town:)))]),
        file: "municipios.geojson", level: "municipio"),
    ]
  }

  /// The same territory in one layer with a level field, its features in no order.
  static func oneLayer(seed: UInt64) -> AreaLayer {
    var random = SplitMix64(seed: seed)
    let all = layers
    var geometry = PolygonColumn()
    var rows: [(code: String, name: String, parent: String, level: String)] = []
    var features: [(layer: Int, feature: Int)] = []
    for (index, layer) in all.enumerated() { features += (0..<layer.layer.featureCount).map { (index, $0) } }
    for (index, feature) in features.shuffled(using: &random) {
      geometry.append(feature: feature, of: all[index].layer.geometry)
      let code = all[index].layer.columns[0].values[feature].text!
      rows.append(
        (code, all[index].layer.columns[1].values[feature].text!, index < 2 ? String(code.dropLast(2)) : "", all[index].level!))
    }
    return AreaLayer(
      Layer(
        geometry: geometry,
        columns: [
          texts("codigo", rows.map(\.code)), texts("nombre", rows.map(\.name)), texts("padre", rows.map(\.parent)),
          texts("nivel", rows.map(\.level)),
        ], crs: .wgs84), file: "todo.geojson")
  }
}

/// What a join by levels must find, by looking at one record after the other.
struct SlowLevels {
  var account = Account()
  /// By `level|code|kind|period`.
  var counts: [String: Int] = [:]
  var parents: [String: String] = [:]
  var known = [0, 0, 0]

  private static func plain(_ name: String) -> String {
    let letters = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ñ": "n", "-": " "]
    let lower = name.lowercased().map { letters[String($0)] ?? String($0) }.joined()
    return lower.split(separator: " ").joined(separator: " ")
  }

  private static let codes: [[String]] = [
    (0..<24).map(MadeLevels.code(barrio:)), (0..<6).map(MadeLevels.code(district:)), (0..<3).map(MadeLevels.code(town:)),
  ]
  private static let names: [[String]] = [(0..<24).map(MadeLevels.name(barrio:)), [], (0..<3).map(MadeLevels.name(town:))]

  private static func parent(_ level: Int, _ area: Int) -> Int { level == 0 ? area / 4 : area / 2 }

  /// - Parameter width: of the field, which may be that of a finer level.
  private static func coded(_ text: String, _ level: Int, width: Int) -> Int? {
    var text = text.filter { $0 != " " }
    if text.hasSuffix(".0") { text.removeLast(2) }
    func padded(_ count: Int) -> String { String(repeating: "0", count: max(0, count - text.count)) + text }
    let own = codes[level][0].count
    if text.count <= own, let area = codes[level].firstIndex(of: padded(own)) { return area }
    guard width > own, text.count <= width else { return nil }
    return codes[level].firstIndex(of: String(padded(width).prefix(own)))
  }

  init(_ made: MadeLevels, _ options: JoinOptions) {
    let keys = options.keys
    for record in made.records {
      account.read += 1
      var code: [Int?] = [nil, nil, nil]
      var name: [Int?] = [nil, nil, nil]
      var saysSomething = false
      var scope: (level: Int, area: Int)?
      var isLost = false
      for level in [2, 1, 0] {
        var codeText = ""
        var isOwn = true
        if keys.order.contains(.code) {
          let field = level < keys.codes.count ? keys.codes[level] : ""
          if field == "cod" { codeText = record.code }
          if field == "codmun" { codeText = record.townCode }
          if field.isEmpty, keys.codes.first == "cod", keys.codes.prefix(level + 1).dropFirst().allSatisfy(\.isEmpty) {
            codeText = record.code
            isOwn = false
          }
          code[level] = codeText.isEmpty ? nil : Self.coded(codeText, level, width: isOwn ? 0 : 6)
        }
        var nameText = ""
        if keys.order.contains(.name), level < keys.names.count {
          if keys.names[level] == "barrio" { nameText = record.name }
          if keys.names[level] == "mun" { nameText = record.townName }
        }
        if !nameText.isEmpty, !isLost {
          var found = Self.names[level].indices.filter { Self.plain(Self.names[level][$0]) == Self.plain(nameText) }
          if let scope {
            found = found.filter { area in
              var area = area
              for lower in level..<scope.level { area = Self.parent(lower, area) }
              return area == scope.area
            }
          }
          if found.count == 1 { name[level] = found[0] }
        }
        if !(codeText.isEmpty || !isOwn && code[level] == nil) || !nameText.isEmpty { saysSomething = true }
        if let area = code[level] ?? name[level] {
          scope = (level, area)
          isLost = false
        } else if !codeText.isEmpty && isOwn || !nameText.isEmpty && !isLost {
          isLost = true
        }
      }
      // The lowest code of the squares that cover a point of the row.
      let hasPoint = keys.order.contains(.point) && record.x != nil
      let point = hasPoint ? record.x!.covering : nil
      var place: (level: Int, area: Int)?
      search: for level in 0..<3 {
        for method in keys.order {
          switch method {
          case .point:
            guard level == 0, let point else { continue }
            place = (0, point)
            account.locatedBy.point += 1
            if record.x! == record.x!.rounded(), record.x! > 0, record.x! < 24 { account.onBorder += 1 }
          case .code:
            guard let area = code[level] else { continue }
            place = (level, area)
            account.locatedBy.code += 1
          case .name:
            guard let area = name[level] else { continue }
            place = (level, area)
            account.locatedBy.name += 1
          }
          break search
        }
      }
      guard let place else {
        if hasPoint {
          account.outside += 1
        } else if keys.order == [.point] {
          account[.noCoordinates] += 1
        } else {
          account[saysSomething ? .unknownCode : .noCode] += 1
        }
        continue
      }
      account.joined += 1
      let count = options.count == nil ? 1 : record.count
      account.assigned += count
      known[place.level] += count
      guard count > 0 else { continue }
      let suffix = "|\(options.by == nil ? "" : record.kind)|\(options.period == nil ? "" : "2020-0\(record.month)")"
      let levels = ["barrio", "distrito", "municipio"]
      var area = place.area
      if place.level > 0 {
        let whole = Self.codes[place.level][area]
        counts["\(levels[place.level - 1])|\(whole):unknown" + suffix, default: 0] += count
        parents["\(levels[place.level - 1])|\(whole):unknown"] = whole
      }
      for level in place.level..<3 {
        counts["\(levels[level])|\(Self.codes[level][area])" + suffix, default: 0] += count
        parents["\(levels[level])|\(Self.codes[level][area])"] = level == 2 ? "" : Self.codes[level + 1][Self.parent(level, area)]
        if level < 2 { area = Self.parent(level, area) }
      }
    }
  }
}

extension Double {
  /// The square of the row that covers it, of two the left one.
  fileprivate var covering: Int? {
    guard self >= 0, self <= 24 else { return nil }
    return self == rounded() ? Swift.max(0, Int(self) - 1) : Int(self)
  }
}
