internal import PlazaLayers

/// The classes of one hazard in their order, and which features have them.
///
/// Two words are one class only where they are one word: `Alta`, `alto` and `high` are, `very high` and `extreme` are not. What says that
/// there is no danger is no class and exposes nobody.
struct HazardScale: Sendable {
  /// From the lowest to the highest; those of the order that occur.
  private(set) var names: [String] = []
  private(set) var slugs: [String] = []
  /// Of each feature; nil where it has none, or none that exposes.
  private(set) var classOfFeature: [Int?] = []
  /// Features of which nobody says a class.
  private(set) var withoutClass = 0
  /// Features whose class says that there is no danger, and their classes.
  private(set) var notExposed: (features: Int, classes: [String]) = (0, [])
  /// Features of classes below the first that counts, and these classes.
  private(set) var below: (features: Int, classes: [String]) = (0, [])
  /// What to say of how the classes were read.
  private(set) var notes: [Diagnostic] = []

  /// How many different numbers are read as classes of their own.
  private static let numberLimit = 20

  /// - Throws: `Failure` `exposure.no_field`, `exposure.no_classes`, `exposure.none_exposed`, `exposure.unknown_classes`,
  ///   `exposure.no_order`, `exposure.many_numbers`, `exposure.not_numbers`, `exposure.unknown_from`.
  init(_ hazard: Hazard) throws {
    let fields = hazard.features.columns.map(\.name)
    guard let index = FieldNames.index(of: hazard.field, in: fields) else {
      throw Failure(
        .notUnderstood, "exposure.no_field",
        ["file": hazard.file, "field": hazard.field, "fields": fields.joined(separator: ", ")])
    }
    let texts = hazard.features.columns[index].values.map { value -> String? in
      let text = value.text.map { CanonicalText.of($0.utf8) }
      return text?.isEmpty == true ? nil : text
    }
    let found = Set(texts.compactMap { $0 }).sorted(by: CanonicalText.precedes)
    let refusal = Refusal(hazard: hazard, field: fields[index])
    guard !found.isEmpty else {
      throw Failure(.notUnderstood, "exposure.no_classes", ["file": hazard.file, "field": fields[index]])
    }

    // What is no class: unknown, or without danger.
    let order = hazard.about.order
    var exposed: [String] = []
    var free: Set<String> = []
    var missing: Set<String> = []
    for text in found {
      let isOrdered = order.contains { Self.isSame($0, text) }
      switch HazardWord(text) {
      case _ where hazard.about.notExposed.contains(where: { Self.isSame($0, text) }): free.insert(text)
      case .notExposed: free.insert(text)
      case .number(0) where !isOrdered: free.insert(text)
      case .missing where !isOrdered: missing.insert(text)
      case .number(let number) where number < 0 && !hazard.about.breaks.isEmpty: missing.insert(text)
      default: exposed.append(text)
      }
    }
    guard !exposed.isEmpty else { throw refusal(free.isEmpty ? "exposure.no_classes" : "exposure.none_exposed", found) }

    var place: [String: Int]
    if !hazard.about.breaks.isEmpty {
      (names, slugs, place) = try Self.divided(exposed, at: hazard.about.breaks, refusal)
    } else if !order.isEmpty {
      (names, place) = try Self.ordered(exposed, by: order, refusal)
    } else {
      (names, place) = try Self.usual(exposed, refusal)
      if names.count > 1 {
        notes.append(
          Diagnostic(
            .note, "exposure.order",
            ["hazard": hazard.name, "field": fields[index], "classes": names.joined(separator: " < ")]))
      }
    }
    try leaveOutBelow(hazard.about.fromClass, &place, texts, refusal)
    // A class called any must not take the fields of any class.
    if slugs.count != names.count { slugs = Array(Slug.unique(["any"] + names).dropFirst()) }
    classOfFeature = texts.map { $0.flatMap { place[$0] } }
    withoutClass = texts.count { $0.map(missing.contains) ?? true }
    notExposed = (texts.count { $0.map(free.contains) ?? false }, free.sorted(by: CanonicalText.precedes))
    if notExposed.features > 0 {
      notes.append(
        Diagnostic(
          .note, "exposure.not_exposed",
          [
            "file": hazard.file, "count": String(notExposed.features), "classes": notExposed.classes.joined(separator: ", "),
          ]))
    }
  }

  /// Classes below the one from which on they count are left out.
  private mutating func leaveOutBelow(
    _ from: String?, _ place: inout [String: Int], _ texts: [String?], _ refusal: Refusal
  ) throws {
    guard let from else { return }
    guard let first = Self.place(of: from, in: names) else { throw refusal("exposure.unknown_from", names, from: from) }
    guard first > 0 else { return }
    let left = place.filter { $0.value < first }
    below = (texts.count { $0.map { left[$0] != nil } ?? false }, Array(names[..<first]))
    place = place.filter { $0.value >= first }.mapValues { $0 - first }
    names.removeFirst(first)
    if !slugs.isEmpty { slugs.removeFirst(first) }
    notes.append(
      Diagnostic(
        .note, "exposure.from_class",
        [
          "hazard": refusal.hazard.name, "class": from, "count": String(below.features),
          "classes": below.classes.joined(separator: ", "),
        ]))
  }

  // MARK: Orders

  /// By the order that the caller states.
  private static func ordered(
    _ found: [String], by order: [String], _ refusal: Refusal
  ) throws -> (names: [String], place: [String: Int]) {
    var place: [String: Int] = [:]
    for text in found { place[text] = self.place(of: text, in: order, beside: found) }
    let unknown = found.filter { place[$0] == nil }
    guard unknown.isEmpty else { throw refusal("exposure.unknown_classes", unknown) }
    let used = Set(place.values).sorted()
    return (used.map { order[$0] }, place.mapValues { used.firstIndex(of: $0)! })
  }

  /// By what the words, numbers or return periods themselves say.
  private static func usual(_ found: [String], _ refusal: Refusal) throws -> (names: [String], place: [String: Int]) {
    let words = found.map { (text: $0, word: HazardWord($0)) }
    var groups: [(name: String, word: HazardWord, key: Double)] = []
    for (text, word) in words where !groups.contains(where: { $0.word == word }) {
      let key: Double
      switch word {
      case .degree(let rank, _): key = Double(rank)
      case .number(let number): key = number
      case .returnPeriod(let years): key = -years
      case .missing, .notExposed, .other: key = .nan
      }
      groups.append((text, word, key))
    }
    if groups.count > 1 {
      let isOfDegrees = groups.allSatisfy { $0.word.rank != nil }
      let isOfNumbers = groups.allSatisfy { if case .number(let number) = $0.word { number >= 0 } else { false } }
      let isOfPeriods = groups.allSatisfy { if case .returnPeriod = $0.word { true } else { false } }
      // Two words for one rank: which is higher nobody can say.
      let isDoubtful = Set(groups.map(\.key)).count < groups.count || !(isOfDegrees || isOfNumbers || isOfPeriods)
      guard !isDoubtful else { throw refusal("exposure.no_order", found) }
      guard !isOfNumbers || groups.count <= numberLimit else {
        throw refusal("exposure.many_numbers", groups.sorted { $0.key < $1.key }.map(\.name))
      }
      groups.sort { $0.key < $1.key }
    }
    var place: [String: Int] = [:]
    for (text, word) in words { place[text] = groups.firstIndex { $0.word == word } }
    return (groups.map(\.name), place)
  }

  /// Numbers divided at some of them: below the first, from each to the next, from the last on.
  private static func divided(
    _ found: [String], at breaks: [Double], _ refusal: Refusal
  ) throws -> (names: [String], slugs: [String], place: [String: Int]) {
    var values: [String: Int] = [:]
    var others: [String] = []
    for text in found {
      if case .number(let value) = HazardWord(text) {
        values[text] = breaks.firstIndex { value < $0 } ?? breaks.count
      } else {
        others.append(text)
      }
    }
    guard others.isEmpty else { throw refusal("exposure.not_numbers", others) }
    let texts = breaks.map { NumberText.text($0) ?? "" }
    let names = (0...breaks.count).map { place in
      place == 0 ? "<\(texts[0])" : place == breaks.count ? ">=\(texts[place - 1])" : "\(texts[place - 1])-\(texts[place])"
    }
    let slugs = (0...breaks.count).map { place in
      place == 0
        ? "under_\(texts[0])" : place == breaks.count ? "from_\(texts[place - 1])" : "\(texts[place - 1])_to_\(texts[place])"
    }
    let used = Set(values.values).sorted()
    return (
      used.map { names[$0] }, used.map { Slug.slug(slugs[$0]) }, values.mapValues { used.firstIndex(of: $0)! }
    )
  }

  /// The place of a class in an order: by the same text, else by the same word, else by the one word of its rank.
  /// - Parameter found: the classes of the file: a word of the same rank takes no place that another has by its own.
  static func place(of text: String, in order: [String], beside found: [String] = []) -> Int? {
    if let same = order.firstIndex(of: text) { return same }
    if let close = order.firstIndex(where: { isSame($0, text) }) { return close }
    guard let rank = HazardWord(text).rank else { return nil }
    let places = order.indices.filter { HazardWord(order[$0]).rank == rank }
    let words = Set(found.map { HazardWord($0) }.filter { $0.rank == rank })
    return places.count == 1 && words.count <= 1 ? places[0] : nil
  }

  /// Whether two texts are one class: the same but for case and accents, one word in several languages, or one number.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    if FieldNames.normalised(one) == FieldNames.normalised(other) { return true }
    switch (HazardWord(one), HazardWord(other)) {
    case (.other, _), (.missing, _), (.notExposed, _): return false
    case (let a, let b): return a == b
    }
  }

  /// Refuses classes with all that was said of them.
  private struct Refusal {
    let hazard: Hazard
    let field: String

    func callAsFunction(_ id: String, _ classes: [String], from: String = "") -> Failure {
      let isOfData = ["exposure.no_classes", "exposure.none_exposed", "exposure.not_numbers"].contains(id)
      let shown = classes.count > 20 ? classes.prefix(10) + ["…"] + classes.suffix(3) : classes[...]
      return Failure(
        isOfData ? .notUnderstood : .usage, id,
        [
          "hazard": hazard.name, "file": hazard.file, "field": field, "classes": shown.joined(separator: ", "), "from": from,
          "order": hazard.about.order.joined(separator: ","), "count": String(classes.count),
        ])
    }
  }
}
