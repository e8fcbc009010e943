internal import PlazaLayers
internal import PlazaRecords

/// Counts of sensitive kinds that are so small that whoever knows the place can tell who is meant.
struct SmallCounts {
  /// Fewer than this many records of a sensitive kind in one row are small.
  static let limit: Int64 = 10

  /// By kind; one entry where records are not divided into kinds.
  private let isSensitive: [Bool]
  private let names: [String]
  private var found: [Int]

  /// - Parameter kinds: what is counted; without kinds what the caller filtered by says what they are.
  init(_ kinds: [JoinResult.Kind], _ options: RecordOptions) throws {
    let rule = try SensitiveKinds()
    func isSensitive(_ value: String, _ field: String?) -> Bool {
      rule.isSensitive(value) || field.map { rule.isFlagged(value, inField: $0) } ?? false
    }
    let filtered = options.conditions.flatMap { condition in condition.values.filter { isSensitive($0, condition.field) } }
    names = kinds.isEmpty ? [filtered.joined(separator: ", ")] : kinds.map(\.name)
    self.isSensitive =
      kinds.isEmpty
      ? [!filtered.isEmpty]
      : kinds.map { kind in !filtered.isEmpty || kind.meaning?.isSensitive ?? false || isSensitive(kind.name, options.by) }
    found = Array(repeating: 0, count: names.count)
  }

  /// Whether there is anything to look for.
  var isEmpty: Bool { !isSensitive.contains(true) }

  mutating func add(_ count: Int64, kind: Int) {
    if isSensitive[kind], count > 0, count < Self.limit { found[kind] += 1 }
  }

  var warnings: [Diagnostic] {
    let kinds = names.indices.filter { found[$0] > 0 }
    guard !kinds.isEmpty else { return [] }
    return [
      Diagnostic(
        .warning, "release.small_counts",
        [
          "count": String(found.reduce(0, +)), "limit": String(Self.limit),
          "kinds": kinds.prefix(20).map { names[$0] }.joined(separator: "; "),
        ])
    ]
  }
}

extension SmallCounts {
  /// What is said of small counts that are not divided by kind: those of records that were chosen for being of a sensitive one.
  static func warnings(of counts: some Sequence<Int>, _ options: RecordOptions) throws -> [Diagnostic] {
    var small = try SmallCounts([], options)
    guard !small.isEmpty else { return [] }
    for count in counts { small.add(Int64(count), kind: 0) }
    return small.warnings
  }
}

extension AreaCounts {
  /// What is said of small counts among the rows of a table by area, kind and period.
  func smallCountWarnings(_ options: RecordOptions) throws -> [Diagnostic] {
    var small = try SmallCounts(kinds, options)
    guard !small.isEmpty else { return [] }
    for entry in entries { small.add(entry.count, kind: kinds.isEmpty ? 0 : entry.kind) }
    return small.warnings
  }
}
