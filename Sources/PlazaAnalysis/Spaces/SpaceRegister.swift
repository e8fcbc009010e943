internal import PlazaGeometry
public import PlazaLayers

/// What a registry says of each space, in the order of its file; nothing is completed or corrected.
public struct SpaceRegister: Sendable {
  public let file: String
  /// The number of each space's feature in the file, from 1.
  public let numbers: [Int]
  /// By its field, else the number of the feature.
  public internal(set) var codes: [String]
  /// Nil where there is no such field; a space that it says nothing of is nil in it.
  public internal(set) var names: [String?]?
  public internal(set) var types: [String?]?
  public internal(set) var states: [String?]?
  /// As `2019-05-17`, `2019-05` or `2019`; what is no date stays as it was written.
  public internal(set) var recovered: [String?]?
  public internal(set) var committees: [String?]?
  /// Whether the texts of the committees may be written.
  public let writesCommittees: Bool
  public internal(set) var members: [Double?]?
  public internal(set) var women: [Double?]?
  public internal(set) var men: [Double?]?
  public internal(set) var hasChat: [Bool?]?
  /// The region that the registry states.
  public internal(set) var regions: [String?]?
  /// Fields whose texts can identify a person: counted, and never written.
  public internal(set) var withheld: [String] = []
  public internal(set) var checks: [SpaceCheck] = []
  public internal(set) var notes: [Diagnostic] = []

  public var count: Int { codes.count }

  /// The states in the order of their bytes; blank is the last.
  public var stateNames: [String] { Self.distinct(states ?? []) }

  static func distinct(_ values: [String?]) -> [String] {
    Set(values.map { $0 ?? "" }).sorted {
      ($0.isEmpty ? 1 : 0, 0) != ($1.isEmpty ? 1 : 0, 0) ? !$0.isEmpty : CanonicalText.precedes($0, $1)
    }
  }

  /// Finds the fields, reads them and notes what does not add up.
  /// - Throws: `Failure` `spaces.no_field`, `spaces.doubtful_field`, `spaces.identifying`, `sex.ambiguous`, and as dates do.
  /// - Parameter numbers: of the features in the file, where some were left out; nil for all of them.
  public init(_ features: Features, file: String, fields: SpaceFields, numbers: [Int]? = nil) throws {
    self.file = file
    self.numbers = numbers ?? Array(1...max(1, features.count))
    let finder = SpaceFieldFinder(features, file: file)
    let code = try finder.code(fields.code)
    codes = (0..<features.count).map { code?.values[$0].text.map { CanonicalText.of($0.utf8) } ?? "" }
    for space in codes.indices where codes[space].isEmpty { codes[space] = String(self.numbers[space]) }
    names = try finder.texts(fields.name, "--name") { FieldNames.name(in: $0) }
    types = try finder.texts(fields.type, "--type", among: ["tipo", "type", "tipo_espacio", "clase", "space_type"])
    states = try finder.texts(
      fields.state, "--state", among: ["estado", "state", "status", "situacion", "situacao", "estado_espacio"])
    let committee = try finder.column(
      fields.committee, "--committee", among: ["comite", "committee", "comite_id", "id_comite", "comite_vecinal"])
    committees = SpaceFieldFinder.texts(committee)
    writesCommittees = committee.map { !FieldNames.isIdentifying($0.name) } ?? false
    if let committee, !writesCommittees { withheld = [committee.name] }
    regions = try finder.texts(fields.region, "--region", among: [])
    hasChat = try finder.texts(fields.chat, "--chat", among: ["grupo_chat", "chat", "grupo_whatsapp", "whatsapp", "chat_group"])?
      .map { $0.flatMap(Self.answer) }
    let total = try finder.column(
      fields.members, "--members",
      among: ["miembros", "integrantes", "members", "membros", "total_miembros", "n_miembros", "miembros_total"])
    let sexes = try SexFields.find(
      in: features.columns.map(\.name), file: file, women: fields.women, men: fields.men,
      preferred: ["miembr", "integrant", "member", "membr", "comite"])
    notes = finder.notes
    if let code { notes.append(Diagnostic(.note, "spaces.code_field", ["file": file, "field": code.name])) }
    if let sexes {
      notes.append(
        Diagnostic(
          .note, "spaces.sex_fields",
          ["file": file, "women": features.columns[sexes.women].name, "men": features.columns[sexes.men].name]))
    }
    women = sexes.map { counts(features.columns[$0.women]) }
    men = sexes.map { counts(features.columns[$0.men]) }
    members = total.map { counts($0) }
    if members == nil, let women, let men {
      members = zip(women, men).map { pair in pair.0.flatMap { w in pair.1.map { w + $0 } } }
    }
    recovered = try dates(
      finder.column(fields.recovered, "--recovered") { names in
        let named = names.indices.filter {
          let name = FieldNames.normalised(names[$0])
          return name.contains("recupera") && FieldNames.isDate(name)
            || ["recovered", "recovery_date", "date_recovered"].contains(name)
        }
        return named.count == 1 ? named[0] : nil
      })
    check(features, hasSexes: sexes != nil && total != nil)
  }

  private static func answer(_ text: String) -> Bool? {
    switch FieldNames.normalised(text) {
    case "si", "s", "sim", "yes", "y", "true", "1", "x": true
    case "no", "n", "nao", "false", "0": false
    default: nil
    }
  }

  private mutating func counts(_ column: Column) -> [Double?] {
    column.values.indices.map { space in
      let count = CountText.read(column.values[space])
      if count == .unreadable {
        checks.append(
          SpaceCheck(
            .notACount, file: file, row: numbers[space], code: codes[space],
            ["field": column.name, "value": column.values[space].text ?? ""]))
      }
      return count.number
    }
  }

  private mutating func dates(_ column: Column?) throws -> [String?]? {
    guard let column else { return nil }
    let texts = column.values.map { Array(($0.text ?? "").utf8) }
    let order = try DateOrderGuess.order(of: texts, field: column.name, file: file)
    return texts.indices.map { space in
      let result = texts[space].withUnsafeBufferPointer { bytes -> DateText.Result in
        guard let base = bytes.baseAddress else { return .blank }
        let result = DateText.parse(base, count: bytes.count, order: order)
        guard result == .unreadable, let moment = DateText.serial(base, count: bytes.count) else { return result }
        return .moment(moment)
      }
      switch result {
      case .blank: return nil
      case .moment(let moment):
        let day = CivilDate.text(ofDay: moment.day)
        return moment.precision == .year ? String(day.prefix(4)) : moment.precision == .month ? String(day.prefix(7)) : day
      case .otherOrder, .unreadable:
        let text = String(decoding: texts[space], as: UTF8.self)
        checks.append(
          SpaceCheck(
            .notADate, file: file, row: numbers[space], code: codes[space], ["field": column.name, "value": text]))
        return text
      }
    }
  }

  private mutating func check(_ features: Features, hasSexes: Bool) {
    func add(_ kind: SpaceCheck.Kind, _ space: Int, _ values: [String: String] = [:]) {
      checks.append(SpaceCheck(kind, file: file, row: numbers[space], code: codes[space], values))
    }
    var byCode: [String: Int] = [:]
    var byCommittee: [String: Int] = [:]
    for space in codes.indices {
      if let first = byCode[codes[space]] {
        add(.repeatedCode, space, ["other": String(numbers[first])])
      } else {
        byCode[codes[space]] = space
      }
      if hasSexes, let total = members?[space], let women = women?[space], let men = men?[space], women + men != total {
        add(.sexesDoNotAdd, space, SpaceCheck.sexes(women: women, men: men, total: total))
      }
      if let committees {
        if let committee = committees[space] {
          if let first = byCommittee[committee] {
            add(.sharedCommittee, space, ["other": codes[first]])
          } else {
            byCommittee[committee] = space
          }
        } else if (members?[space] ?? 0) > 0 {
          add(.membersWithoutCommittee, space, ["members": NumberText.text(members?[space] ?? 0) ?? ""])
        }
      }
      if features.points.isEmpty(feature: space), features.lines.isEmpty(feature: space),
        features.polygons.isEmpty(feature: space)
      {
        add(.noPlace, space)
      }
    }
  }
}

extension SpaceCheck {
  static func sexes(women: Double, men: Double, total: Double) -> [String: String] {
    [
      "women": NumberText.text(women) ?? "", "men": NumberText.text(men) ?? "", "sum": NumberText.text(women + men) ?? "",
      "total": NumberText.text(total) ?? "",
    ]
  }
}

/// Finds the fields of a registry by what the caller says, else by their usual names.
struct SpaceFieldFinder {
  private let features: Features
  private let file: String
  private let names: [String]
  var notes: [Diagnostic] = []

  init(_ features: Features, file: String) {
    self.features = features
    self.file = file
    names = features.columns.map(\.name)
  }

  /// The stated field, else the one field of a code's name, else `id`; nil without any.
  func code(_ stated: String?) throws -> Column? {
    try column(stated, "--code") { names in
      let named = names.indices.filter { FieldNames.isCode(names[$0]) }
      return named.count == 1
        ? named[0] : names.firstIndex { ["id", "id_espacio", "espacio_id", "space_id"].contains(FieldNames.normalised($0)) }
    }
  }

  func column(_ stated: String?, _ option: String, among usual: [String]) throws -> Column? {
    try column(stated, option) { names in
      usual.lazy.compactMap { word in names.firstIndex { FieldNames.normalised($0) == word } }.first
    }
  }

  func column(_ stated: String?, _ option: String, find: ([String]) -> Int?) throws -> Column? {
    guard let stated else { return find(names).map { features.columns[$0] } }
    guard let index = FieldNames.index(of: stated, in: names) else {
      throw Failure(
        .notUnderstood, "spaces.no_field",
        ["file": file, "option": option, "field": stated, "fields": names.joined(separator: ", ")])
    }
    return features.columns[index]
  }

  func texts(_ stated: String?, _ option: String, among usual: [String]) throws -> [String?]? {
    try Self.texts(column(stated, option, among: usual))
  }

  func texts(_ stated: String?, _ option: String, find: ([String]) -> Int?) throws -> [String?]? {
    try Self.texts(column(stated, option, find: find))
  }

  static func texts(_ column: Column?) -> [String?]? {
    column.map { $0.values.map { value in value.text.map { CanonicalText.of($0.utf8) }.flatMap { $0.isEmpty ? nil : $0 } } }
  }
}
