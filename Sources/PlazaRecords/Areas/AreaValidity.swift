internal import PlazaGeometry
internal import PlazaLayers

/// From which day to which each feature of a layer is an area: `valid_from` inclusive, `valid_to` exclusive, blank is open.
///
/// So the first day of a division can stand as the end of the one before and as the beginning of the one after, and no day is in both
/// or in neither. A beginning may be written as a year or a month, which is its first day; an end must be a whole date, because the end
/// of `2022` could be its first day or its last.
struct AreaValidity {
  /// Day numbers; nil is open.
  private(set) var from: [Int?]
  private(set) var to: [Int?]
  private(set) var fields: [String]

  static let fromNames = ["valid_from", "vigente_desde", "desde"]
  static let toNames = ["valid_to", "vigente_hasta", "hasta"]

  /// What is left of a layer on a day.
  struct Selection {
    var layer: Layer
    /// The number of each feature in its file.
    var numbers: [Int]
    var notValid = 0
    var notes: [Diagnostic] = []
  }

  /// The features that are valid on `fields.asOf`, or all when no day is named and they are one division.
  /// - Throws: `Failure` `areas.bad_as_of`, `areas.bad_validity`, `areas.no_field`, `areas.none_valid`, `areas.several_divisions`.
  /// - Complexity: O(vertices) when features are dropped or several divisions are looked for.
  static func select(_ layer: Layer, file: String, fields: AreaFields, numbers: [Int], jobs: Int) throws -> Selection {
    var selection = Selection(layer: layer, numbers: numbers)
    guard let date = fields.asOf else {
      guard let validity = try AreaValidity(layer, file: file, fields: fields, numbers: numbers, isAsked: false) else {
        return selection
      }
      try validity.refuseSeveralDivisions(layer, file: file, codeFields: fields.code, numbers: numbers, jobs: jobs)
      return selection
    }
    guard let moment = DateText.moment(date), moment.precision == .day else {
      throw Failure(.usage, "areas.bad_as_of", ["value": date])
    }
    guard let validity = try AreaValidity(layer, file: file, fields: fields, numbers: numbers, isAsked: true) else {
      selection.notes = [Diagnostic(.warning, "areas.no_validity", ["file": file, "date": date])]
      return selection
    }
    let kept = (0..<layer.featureCount).filter { validity.isValid($0, on: moment.day) }
    let values = [
      "file": file, "date": date, "fields": validity.fields.joined(separator: ", "), "used": String(kept.count),
      "read": String(layer.featureCount), "not_valid": String(layer.featureCount - kept.count),
    ]
    guard !kept.isEmpty || layer.featureCount == 0 else { throw Failure(.notUnderstood, "areas.none_valid", values) }
    selection.notValid = layer.featureCount - kept.count
    selection.notes = [Diagnostic(.note, "areas.as_of", values)]
    // A file that means the last day of a division leaves it without an area for that day.
    let endings = validity.to.count { $0 == moment.day }
    if endings > 0, !validity.from.contains(moment.day) {
      selection.notes.append(
        Diagnostic(.warning, "areas.ends_that_day", ["file": file, "date": date, "count": String(endings)]))
    }
    guard kept.count < layer.featureCount else { return selection }
    var geometry = PolygonColumn()
    for feature in kept { geometry.append(feature: feature, of: layer.geometry) }
    selection.layer = Layer(
      geometry: geometry,
      columns: layer.columns.map { column in Column(name: column.name, values: kept.map { column.values[$0] }) },
      crs: layer.crs)
    selection.numbers = kept.map { numbers[$0] }
    return selection
  }

  /// - Parameter isAsked: whether the caller named a day; otherwise fields that were found by their names and hold something else are
  ///   none of ours.
  /// - Returns: nil when the layer has no such field.
  init?(_ layer: Layer, file: String, fields: AreaFields, numbers: [Int], isAsked: Bool) throws {
    let names = layer.columns.map(\.name)
    func column(_ stated: String?, _ option: String, _ usual: [String]) throws -> Column? {
      if let stated {
        guard let index = FieldNames.index(of: stated, in: names) else {
          throw Failure(
            .notUnderstood, "areas.no_field",
            ["file": file, "option": option, "field": stated, "fields": names.joined(separator: ", ")])
        }
        return layer.columns[index]
      }
      let found = usual.lazy.compactMap { wanted in names.firstIndex { FieldNames.normalised($0) == wanted } }.first
      return found.map { layer.columns[$0] }
    }
    let first = try column(fields.validFrom, "--valid-from", Self.fromNames)
    let last = try column(fields.validTo, "--valid-to", Self.toNames)
    let isStated = isAsked || fields.validFrom != nil || fields.validTo != nil
    // Without a day to ask for, one of the two alone tells nothing of several divisions.
    guard first != nil || last != nil, isStated || (first != nil && last != nil) else { return nil }
    func days(_ column: Column?, isEnd: Bool) throws -> [Int?]? {
      guard let column else { return Array(repeating: nil, count: layer.featureCount) }
      var days: [Int?] = []
      for (feature, value) in column.values.enumerated() {
        guard let text = value.text.map({ CanonicalText.of($0.utf8) }), !text.isEmpty else {
          days.append(nil)
          continue
        }
        guard let moment = DateText.moment(text), !isEnd || moment.precision >= .day else {
          guard isStated else { return nil }
          throw Failure(
            .notUnderstood, isEnd ? "areas.bad_valid_to" : "areas.bad_valid_from",
            ["file": file, "feature": String(numbers[feature]), "field": column.name, "value": text])
        }
        // What ends at 23:59 is still valid on that day.
        days.append(isEnd && moment.secondOfDay > 0 ? moment.day + 1 : moment.day)
      }
      return days
    }
    guard let from = try days(first, isEnd: false), let to = try days(last, isEnd: true) else { return nil }
    self.from = from
    self.to = to
    self.fields = [first, last].compactMap { $0?.name }
  }

  func isValid(_ feature: Int, on day: Int) -> Bool { (from[feature] ?? .min) <= day && day < (to[feature] ?? .max) }

  /// Whether no day is in the validity of both.
  func neverMeet(_ one: Int, _ other: Int) -> Bool {
    (to[one] ?? .max) <= (from[other] ?? .min) || (to[other] ?? .max) <= (from[one] ?? .min)
  }

  /// A layer where areas that were never valid together have one code, or cover each other, is several divisions: counting in all of
  /// them at once would be wrong without anyone seeing it.
  private func refuseSeveralDivisions(
    _ layer: Layer, file: String, codeFields: [String], numbers: [Int], jobs: Int
  ) throws {
    let latestStart = from.map { $0 ?? .min }.max() ?? .min
    let earliestEnd = to.map { $0 ?? .max }.min() ?? .max
    guard earliestEnd <= latestStart else { return }
    func refuse(_ one: Int, _ other: Int) -> Failure {
      let (first, second) = (min(numbers[one], numbers[other]), max(numbers[one], numbers[other]))
      return Failure(
        .notUnderstood, "areas.several_divisions",
        [
          "file": file, "feature": String(second), "other": String(first), "fields": fields.joined(separator: ", "),
          "date": CivilDate.text(ofDay: latestStart),
        ])
    }
    let columns = codeFields.compactMap { name in
      FieldNames.index(of: name, in: layer.columns.map(\.name)).map { layer.columns[$0] }
    }
    if !columns.isEmpty {
      var seen: [[String]: [Int]] = [:]
      for feature in 0..<layer.featureCount {
        let code = columns.map { $0.values[feature].text ?? "" }
        if let other = seen[code]?.first(where: { neverMeet(feature, $0) }) { throw refuse(feature, other) }
        seen[code, default: []].append(feature)
      }
    }
    let locator = AreaLocator(layer.geometry, jobs: jobs)
    var covering: [Int32] = []
    for feature in 0..<layer.featureCount {
      guard let place = InteriorPoint.point(ofFeature: feature, of: layer.geometry) else { continue }
      covering.removeAll(keepingCapacity: true)
      locator.appendAreas(coveringX: place.x, y: place.y, to: &covering)
      if let other = covering.first(where: { neverMeet(feature, Int($0)) }) { throw refuse(feature, Int(other)) }
    }
  }
}
