public import PlazaLayers

/// A step of another verb than join that the folder's data allow.
public struct DraftFurther: Sendable {
  public var verb: String
  public var name: String
  public var lines: [DraftSetting.Line]
  /// Why it is a comment; nil for a step that runs as it stands.
  public var doubt: Diagnostic?
}

extension StudyDraft {
  /// Adds what the files of the folder allow beside the joins: changes and hot spots of the records, and for spaces and hazards, which are
  /// known by their files' names, who is near and what lies in them.
  /// - Parameter years: how many years the first dates of a field are of.
  mutating func addFurther(years: (_ file: String, _ field: String) -> Int) {
    for step in steps where step.share != nil && !isNamed(step.points, Self.spaceWords) { addRecords(step, years) }
    let areas = bestAreas
    for file in files where isNamed(file.path, Self.spaceWords) && file.hasGeometry {
      let incidents = steps.first { $0.share ?? 0 >= 0.5 && !isNamed($0.points, Self.spaceWords) && $0.isClear }?.points
      add("spaces", file.path, [("registry", file.path)] + keys(areas) + (incidents.map { [("incidents", $0)] } ?? []), nil)
      guard let areas else { continue }
      let doubt = areas.population == nil ? Diagnostic(.note, "init.doubt_population") : nil
      add("coverage", file.path, [("spaces", file.path)] + keys(areas), doubt)
    }
    guard let areas else { return }
    for file in files where isNamed(file.path, Self.hazardWords) {
      guard case .areas(let info) = file.content else { continue }
      let fields = info.fields.filter { Self.isClass($0) }
      let field = fields.first?.name ?? "…"
      let isKnown =
        fields.count == 1 && fields[0].distinct <= fields[0].samples.count
        && fields[0].samples.allSatisfy { Self.knownClasses.contains(PlaceName.folded($0)) }
      add(
        "exposure", file.path, keys(areas) + [("hazards", "\(Self.slug(file.path))=\(file.path):\(field)")],
        isKnown ? nil : Diagnostic(.note, "init.doubt_classes"))
    }
  }

  // MARK: Records

  private mutating func addRecords(_ step: DraftStep, _ years: (_ file: String, _ field: String) -> Int) {
    let isUnsure = step.isClear ? nil : Diagnostic(.note, "init.doubt_choice")
    let shared = step.settings.filter { $0.standing == .clear }.flatMap(\.lines)
    let areas = DraftSetting.Line(key: "areas", value: step.areas, list: step.coarser.isEmpty ? [] : [step.areas] + step.coarser)
    if let when = shared.first(where: { $0.key == "when" }) {
      let keys = ["code", "name", "parent", "key", "key-name", "by", "when", "date-order"]
      let hasYears = years(step.points, when.value) > 1
      further.append(
        DraftFurther(
          verb: "compare", name: freeName(step.name + "-compare"),
          lines: [DraftSetting.Line(key: "points", value: step.points), areas] + shared.filter { keys.contains($0.key) },
          doubt: isUnsure ?? (hasYears ? nil : Diagnostic(.note, "init.doubt_years"))))
    }
    let isMany = files.contains { file in
      guard case .places(let info) = file.content, case .records(let records) = info.content else { return false }
      return file.path == step.points && records.counts.located >= Self.leastPoints
    }
    let doubt = isMany && step.share ?? 0 >= 0.5 ? nil : Diagnostic(.note, "init.doubt_few", ["count": String(Self.leastPoints)])
    add(
      "hotspots", step.points, [("points", step.points), ("boundary", step.coarser.last ?? step.areas), ("piles", "area")], doubt)
  }

  /// Fewer records than this make no map of where they are many.
  private static let leastPoints = 100

  // MARK: Areas

  /// Areas whose code is known, with what else is.
  private typealias KnownAreas = (path: String, code: String, name: String?, population: String?)

  /// Of those that are neither spaces nor hazards the finest with one population, else the finest.
  private var bestAreas: KnownAreas? {
    var found: [(areas: KnownAreas, count: Int)] = []
    for file in files where !isNamed(file.path, Self.spaceWords) && !isNamed(file.path, Self.hazardWords) {
      guard case .areas(let info) = file.content, case .areas(let areas) = info.content else { continue }
      let named = info.fields.filter { FieldNames.isCode($0.name) && $0.isKey && $0.kind != .json }.map(\.name)
      let codes = named.isEmpty ? areas.codeFields : named
      guard codes.count == 1 else { continue }
      let population = areas.populationFields.count == 1 ? areas.populationFields[0] : nil
      found.append(((file.path, codes[0], areas.nameField, population), areas.features))
    }
    return found.max { one, other in
      let (own, others) = (one.areas.population != nil, other.areas.population != nil)
      return own == others ? one.count < other.count : others
    }?.areas
  }

  private func keys(_ areas: KnownAreas?) -> [(String, String)] {
    guard let areas else { return [] }
    return [("areas", areas.path), ("code", areas.code)]
      + [("name", areas.name), ("population", areas.population)].compactMap { key, value in
        value.map { (key, $0) }
      }
  }

  // MARK: Names

  private mutating func add(_ verb: String, _ file: String, _ lines: [(String, String)], _ doubt: Diagnostic?) {
    further.append(
      DraftFurther(
        verb: verb, name: freeName("\(Self.slug(file))-\(verb)"), lines: lines.map { .init(key: $0.0, value: $0.1) }, doubt: doubt
      ))
  }

  private func freeName(_ stem: String) -> String {
    let taken = Set(steps.map(\.name) + further.map(\.name))
    return taken.contains(stem) ? (2...).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem : stem
  }

  private func isNamed(_ path: String, _ beginnings: [String]) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return FieldNames.words(name).contains { word in beginnings.contains { word.hasPrefix($0) } }
  }

  private static let spaceWords = [
    "espacio", "espaco", "parque", "plaza", "praca", "cancha", "refugio", "abrigo", "shelter", "park", "space", "square",
  ]
  private static let hazardWords = [
    "amenaza", "ameaca", "inundac", "anegam", "desliz", "derrumbe", "susceptib", "hazard", "flood", "landslide", "peligro",
  ]

  /// Whether a field says of which class a zone is.
  private static func isClass(_ field: FieldProfile) -> Bool {
    let words = FieldNames.words(field.name)
    let isCalled = words.contains { word in
      ["clase", "classe", "class", "grado", "grau", "nivel", "level", "categor", "suscep", "amenaza", "ameaca"].contains {
        word.hasPrefix($0)
      }
    }
    return isCalled && field.distinct > 0 && field.distinct <= 12 && !field.isIdentifying
  }

  /// Classes of which the order is known.
  private static let knownClasses: Set<String> = [
    "baja", "bajo", "media", "medio", "alta", "alto", "baixa", "baixo", "low", "medium", "high",
  ]
}

extension DraftStep {
  /// Whether nothing is asked for in it.
  fileprivate var isClear: Bool { !settings.contains { $0.standing == .asked } }
}

extension DraftFile {
  fileprivate var hasGeometry: Bool {
    switch content {
    case .areas, .places, .other: true
    case .table, .unreadable, .ignored: false
    }
  }
}
