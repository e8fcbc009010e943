internal import PlazaLayers
internal import PlazaRecords

/// Which columns count people of one sex or age: by their names, or as the caller says.
struct GroupColumns {
  /// In the order of the groups.
  var columns: [(group: PeopleGroup, column: Int)] = []
  var notes: [Diagnostic] = []

  /// `FIELD=F:0-14`, `FIELD=M`, `FIELD=65+`.
  /// - Throws: `Failure` `people.bad_group`, `people.no_field`, `people.two_columns`, `sex.ambiguous`.
  static func stated(_ texts: [String], _ names: [String], file: String) throws -> GroupColumns {
    let pairs = try texts.map { text in
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { throw bad(text) }
      return (
        field: String(text[..<equals]), parts: text[text.index(after: equals)...].split(separator: ":").map(String.init), text
      )
    }
    let evidence = pairs.flatMap(\.parts).reduce(into: SexEvidence()) { $0.formUnion(SexEvidence.of($1)) }
    let m = try evidence.meaningOfM(file: file, field: "--groups")
    var result = GroupColumns()
    for (field, parts, text) in pairs {
      guard let column = FieldNames.index(of: field, in: names) else {
        throw Failure(
          .notUnderstood, "people.no_field", ["file": file, "field": field, "fields": names.joined(separator: ", ")])
      }
      var group = PeopleGroup()
      for part in parts {
        switch SexText.read(part) {
        case .sex(let sex): group.sex = sex
        case .m: group.sex = m
        case .unknown, .total, .unreadable:
          guard case .group(let age) = AgeText.read(part) else { throw bad(text) }
          group.age = age
        }
      }
      guard group != PeopleGroup(), parts.count <= 2 else { throw bad(text) }
      result.columns.append((group, column))
    }
    return try result.sorted(names, file: file)
  }

  private static func bad(_ text: String) -> Failure { Failure(.usage, "people.bad_group", ["text": text]) }

  /// Columns of numbers of which every word of the name tells of a sex, an age, or people.
  /// - Throws: `Failure` `sex.ambiguous` for an M with neither H nor F beside it, `people.two_columns`.
  static func found(_ columns: [Column], file: String, besides population: Int?) throws -> GroupColumns {
    let names = columns.map { GroupName($0.name) }
    let candidates = columns.indices.filter { index in
      index != population && names[index] != nil
        && columns[index].values.allSatisfy { value in
          if case .number = value { return true }
          guard let text = value.text, !MissingText.matches(text) else { return true }
          return Double(text) != nil
        }
        && columns[index].values.contains { $0.text.map { Double($0) != nil } ?? false }
    }
    let evidence = candidates.reduce(into: SexEvidence()) { $0.formUnion(names[$1]!.evidence) }
    let ms = candidates.filter { names[$0]!.sex == .m }
    let m = try ms.isEmpty ? .male : evidence.meaningOfM(file: file, field: columns[ms[0]].name)
    var result = GroupColumns()
    for index in candidates {
      let name = names[index]!
      var group = PeopleGroup(sex: nil, age: name.age)
      if case .sex(let sex) = name.sex { group.sex = sex }
      if name.sex == .m { group.sex = m }
      // A letter by itself (`h`, `v`) is a sex beside that of the other only.
      if name.isLetter, ms.isEmpty, !candidates.contains(where: { $0 != index && names[$0]!.isLetter }) { continue }
      result.columns.append((group, index))
    }
    for sex in [nil, Sex.female, .male] as [Sex?] {
      let ages = result.columns.filter { $0.group.sex == sex && $0.group.age != nil }
      let isOverlapping = ages.contains { one in
        ages.contains { $0.column != one.column && $0.group.age!.meets(one.group.age!) && $0.group != one.group }
      }
      guard isOverlapping else { continue }
      result.columns.removeAll { $0.group.sex == sex && $0.group.age != nil }
      result.notes.append(
        Diagnostic(
          .note, "people.ages_overlap",
          ["file": file, "fields": ages.map { columns[$0.column].name }.joined(separator: ", ")]))
    }
    return try result.sorted(columns.map(\.name), file: file)
  }

  private func sorted(_ names: [String], file: String) throws -> GroupColumns {
    var result = self
    result.columns.sort { $0.group.order == $1.group.order ? $0.column < $1.column : $0.group.order < $1.group.order }
    for (one, other) in zip(result.columns, result.columns.dropFirst()) where one.group == other.group {
      throw Failure(
        .usage, "people.two_columns", ["file": file, "one": names[one.column], "other": names[other.column]])
    }
    return result
  }

  /// Sets of groups that should add up to everybody: both sexes, ages from 0 to the last, or both by age.
  static func divisions(_ groups: [PeopleGroup]) -> [[Int]] {
    func places(_ matches: (PeopleGroup) -> Bool) -> [Int] { groups.indices.filter { matches(groups[$0]) } }
    func isWhole(_ places: [Int]) -> Bool {
      var next = 0
      for place in places {
        guard let age = groups[place].age, age.first == next else { return false }
        guard let last = age.last else { return place == places.last }
        next = last + 1
      }
      return false
    }
    var result: [[Int]] = []
    let sexes = places { $0.sex != nil && $0.age == nil }
    if sexes.count == 2 { result.append(sexes) }
    let ages = places { $0.sex == nil && $0.age != nil }
    if isWhole(ages) { result.append(ages) }
    let (women, men) = (places { $0.sex == .female && $0.age != nil }, places { $0.sex == .male && $0.age != nil })
    if isWhole(women), isWhole(men) { result.append(women + men) }
    return result
  }
}

/// What the name of a column says of the people that it counts: `mujeres`, `POBFEM`, `P_60YMAS_F`, `pop_m_0_14`.
struct GroupName: Hashable {
  var sex: SexText?
  var age: AgeGroup?
  var evidence: SexEvidence = []
  /// Whether the whole name is one letter.
  var isLetter: Bool

  private static let people: Set = [
    "p", "pob", "poblacion", "pop", "population", "populacao", "pobtot", "hab", "habitantes", "residentes", "residents",
    "personas", "pessoas", "people", "total", "tot",
  ]
  private static let joined: [String: [String]] = [
    "pobfem": ["fem"], "pobmas": ["masc"], "pobmasc": ["masc"], "ymas": ["y", "mas"], "poblacionfemenina": ["fem"],
    "poblacionmasculina": ["masc"], "totalmujeres": ["mujeres"], "totalhombres": ["hombres"],
  ]

  /// Nil for a name that tells of something else as well, or of neither sex nor age.
  init?(_ name: String) {
    let name = FieldNames.normalised(name)
    isLetter = name.count == 1
    var ages: [String] = []
    for word in Self.words(name) where !Self.people.contains(word) {
      switch SexText.read(word) {
      case .sex, .m:
        guard sex == nil else { return nil }
        sex = SexText.read(word)
        evidence.formUnion(SexEvidence.of(word))
      case .unknown, .total, .unreadable: ages.append(word)
      }
    }
    if !ages.isEmpty {
      guard case .group(let group) = AgeText.read(ages.joined(separator: " ")) else { return nil }
      // A single number may be anything, a year of a table among them, unless a sex stands beside it.
      guard sex != nil || group.last != group.first else { return nil }
      age = group
    }
    if sex == nil, age == nil { return nil }
  }

  /// Runs of letters and of digits.
  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var run = ""
    var wasDigit = false
    func close(_ words: inout [String]) {
      if !run.isEmpty { words += joined[run] ?? [run] }
      run = ""
    }
    for character in name {
      let isDigit = (character.asciiValue ?? 0) &- 0x30 < 10
      if !character.isLetter && !isDigit || (isDigit != wasDigit && !run.isEmpty) { close(&words) }
      if character == "+" { words.append("+") }
      if character.isLetter || isDigit { run.append(character) }
      wasDigit = isDigit
    }
    close(&words)
    return words
  }
}
