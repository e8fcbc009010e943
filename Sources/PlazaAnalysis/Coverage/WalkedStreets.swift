internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// The lines of a file on which people walk, and at which height each lies.
struct WalkedStreets {
  let features: Features
  /// Of each feature: 0 on the ground, above for bridges, below for tunnels. Lines of different levels do not meet where they cross.
  let levels: [Int32]
  /// Lines that were left out.
  let leftOut: Int
  private(set) var notes: [Diagnostic] = []

  /// Values of OpenStreetMap's `highway` (`fclass` in extracts) that nobody walks on, or that are not there (any more, or yet).
  /// https://wiki.openstreetmap.org/wiki/Key:highway
  static let neverWalked: Set<String> = [
    "motorway", "motorway_link", "construction", "proposed", "planned", "raceway", "bus_guideway", "busway", "escape",
    "abandoned",
    "razed", "disused", "demolished", "no",
  ]
  private static let classFields = ["highway", "fclass"]

  /// - Throws: `Failure` `features.no_field`, `coverage.no_streets`.
  init(_ given: Features, file: String, choice: StreetChoice) throws {
    var wanted = (0..<given.count).filter { !given.lines.isEmpty(feature: $0) }
    if wanted.count < given.count {
      notes.append(
        Diagnostic(
          .warning, "coverage.not_lines",
          ["file": file, "count": String(given.count - wanted.count), "read": String(given.count)]))
    }
    guard !wanted.isEmpty else { throw Failure(.notUnderstood, "coverage.no_streets") }
    let lines = wanted.count
    let chosen = Set(try given.matching(choice.only, file: file, option: "--streets-where"))
    var excluded: Set<Int> = []
    for condition in choice.except {
      excluded.formUnion(try given.matching([condition], file: file, option: "--streets-except"))
    }
    wanted.removeAll { !chosen.contains($0) || excluded.contains($0) }
    // Who says which streets count has chosen among all of them.
    if choice.only.isEmpty, let field = Self.column(Self.classFields, of: given) {
      let before = wanted.count
      var found: Set<String> = []
      wanted.removeAll { feature in
        guard let value = field.values[feature].text, Self.neverWalked.contains(value) else { return false }
        found.insert(value)
        return true
      }
      if wanted.count < before {
        notes.append(
          Diagnostic(
            .note, "coverage.not_walked",
            [
              "file": file, "count": String(before - wanted.count), "field": field.name,
              "classes": found.sorted().joined(separator: ", "),
            ]))
      }
    }
    guard !wanted.isEmpty else {
      throw Failure(.notUnderstood, "coverage.no_streets_left", ["file": file, "read": String(lines)])
    }
    leftOut = lines - wanted.count
    features = given.selecting(wanted)
    levels = Self.levels(features)
  }

  private static func column(_ names: [String], of features: Features) -> Column? {
    for name in names {
      if let column = features.columns.first(where: { $0.name.lowercased() == name }) { return column }
    }
    return nil
  }

  /// By the field `layer` where it is a number other than 0, else 1 on a bridge and −1 in a tunnel.
  private static func levels(_ features: Features) -> [Int32] {
    let layer = column(["layer"], of: features)
    let bridge = column(["bridge", "puente", "ponte"], of: features)
    let tunnel = column(["tunnel", "tunel", "túnel"], of: features)
    return (0..<features.count).map { feature in
      if let stated = layer?.values[feature].text.flatMap({ Int32($0) }), stated != 0 { return stated }
      if isYes(bridge?.values[feature]) { return 1 }
      return isYes(tunnel?.values[feature]) ? -1 : 0
    }
  }

  private static func isYes(_ value: FieldValue?) -> Bool {
    guard let text = value?.text?.lowercased() else { return false }
    return !["", "no", "n", "f", "false", "0", "null", "none"].contains(text)
  }
}

/// Which lines of a file of streets count.
public struct StreetChoice: Hashable, Sendable {
  /// Those that meet every condition; empty takes all but the classes that nobody walks on.
  public var only: [RecordFilter.Condition] = []
  /// Those that meet one of these do not.
  public var except: [RecordFilter.Condition] = []

  public init() {}
}
