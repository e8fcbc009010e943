internal import PlazaAnalysis
internal import PlazaLayers

/// What options say of hazards, each as a text that begins with the hazard's name.
public struct HazardTexts: Hashable, Sendable {
  /// `flood=inundacion.geojson:clase`.
  public var hazards: [String] = []
  /// `low,medium,high` for all, or `flood=low,medium,high` for one.
  public var orders: [String] = []
  /// `susceptibility` for all, or `flood=susceptibility`; date and scale likewise.
  public var kinds: [String] = []
  public var dates: [String] = []
  public var scales: [String] = []
  /// `flood:high=0.1`: events a year.
  public var frequencies: [String] = []

  public init() {}

  /// A hazard of a file, before it is read.
  struct Named: Hashable {
    var name: String
    var file: String
    var field: String
    var about = HazardOptions()
  }

  /// - Throws: `Failure` `exposure.bad_hazard`, `exposure.bad_kind`, `exposure.bad_frequency`, `exposure.unknown_name`.
  func named() throws -> [Named] {
    var result = try hazards.map { text in
      guard let equals = text.firstIndex(of: "="), let colon = text.lastIndex(of: ":"), text.startIndex < equals,
        text.index(after: equals) < colon, text.index(after: colon) < text.endIndex
      else { throw Failure(.usage, "exposure.bad_hazard", ["text": text]) }
      return Named(
        name: String(text[..<equals]), file: String(text[text.index(after: equals)..<colon]),
        field: String(text[text.index(after: colon)...]))
    }
    for text in orders {
      try Self.apply(text, to: &result) { $0.order = $1.split(separator: ",").map { Self.trimmed($0) }.filter { !$0.isEmpty } }
    }
    for text in dates { try Self.apply(text, to: &result) { $0.date = $1 } }
    for text in scales { try Self.apply(text, to: &result) { $0.scale = $1 } }
    for text in kinds {
      try Self.apply(text, to: &result) { about, value in
        guard let kind = HazardOptions.Kind(rawValue: value) else {
          throw Failure(.usage, "exposure.bad_kind", ["text": text])
        }
        about.kind = kind
      }
    }
    for text in frequencies {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let names = parts.first?.split(separator: ":", maxSplits: 1).map(String.init) ?? []
      guard parts.count == 2, names.count == 2, let value = Double(parts[1]), value >= 0, value.isFinite else {
        throw Failure(.usage, "exposure.bad_frequency", ["text": text])
      }
      guard let place = result.firstIndex(where: { $0.name == names[0] }) else { throw Self.unknown(names[0], result) }
      result[place].about.frequencies.append(.init(name: names[1], perYear: value))
    }
    return result
  }

  private static func apply(
    _ text: String, to hazards: inout [Named], _ body: (inout HazardOptions, String) throws -> Void
  ) throws {
    guard let equals = text.firstIndex(of: "=") else {
      for place in hazards.indices { try body(&hazards[place].about, text) }
      return
    }
    let name = String(text[..<equals])
    guard let place = hazards.firstIndex(where: { $0.name == name }) else { throw unknown(name, hazards) }
    try body(&hazards[place].about, String(text[text.index(after: equals)...]))
  }

  private static func unknown(_ name: String, _ hazards: [Named]) -> Failure {
    Failure(.usage, "exposure.unknown_name", ["name": name, "hazards": hazards.map(\.name).joined(separator: ", ")])
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
