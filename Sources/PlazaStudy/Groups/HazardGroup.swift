public import ArgumentParser
internal import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords

/// Hazard zones and the order of their classes.
public struct HazardGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "A layer of zones and the field with their class, as flood=inundacion.geojson:clase, or a raster, as flood=profundidad.tif with --breaks; several divided by commas, or repeated. The name begins the fields.",
      es:
        "Una capa de zonas y el campo con su clase, como flood=inundacion.geojson:clase, o un ráster, como flood=profundidad.tif con --breaks; varias separadas por comas, o repetida la opción. Los campos empiezan con el nombre.",
      pt:
        "Uma camada de zonas e o campo com sua classe, como flood=inundacion.geojson:clase, ou um raster, como flood=profundidade.tif com --breaks; várias separadas por vírgulas, ou com a opção repetida. Os campos começam com o nome.",
      value: "name=file:field"))
  public var hazards: [HazardFiles] = []

  @Option(
    help: help(
      "The classes from the lowest to the highest, for all hazards or as flood=low,medium,high for one; repeatable. Default: the usual words in their usual order.",
      es:
        "Las clases de la más baja a la más alta, para todas las amenazas, o para una como flood=low,medium,high; se puede repetir. Por defecto: las palabras usuales en su orden usual.",
      pt:
        "As classes da mais baixa à mais alta, para todas as ameaças, ou para uma como flood=low,medium,high; pode-se repetir. Por padrão: as palavras usuais em sua ordem usual.",
      value: "classes"))
  public var order: [String] = []

  @Option(
    help: help(
      "Classes that expose nobody, as nulo,0, for all hazards or as flood=nulo,0 for one; repeatable. Words for no danger (none, nulo, sin peligro, false) and the number 0 never do.",
      es:
        "Clases que no exponen a nadie, como nulo,0, para todas las amenazas, o para una como flood=nulo,0; se puede repetir. Las palabras que dicen que no hay peligro (ninguno, nulo, sin peligro, false) y el número 0 nunca exponen.",
      pt:
        "Classes que não expõem ninguém, como nulo,0, para todas as ameaças, ou para uma como flood=nulo,0; pode-se repetir. As palavras que dizem que não há perigo (nenhum, nulo, sem perigo, false) e o número 0 nunca expõem.",
      value: "classes"))
  public var notExposed: [String] = []

  @Option(
    help: help(
      "The lowest class that counts, for all hazards or as flood=media for one; lower classes are left out. Repeatable.",
      es:
        "La clase más baja que cuenta, para todas las amenazas, o para una como flood=media; las más bajas quedan fuera. Se puede repetir.",
      pt:
        "A classe mais baixa que conta, para todas as ameaças, ou para uma como flood=media; as mais baixas ficam fora. Pode-se repetir.",
      value: "class"))
  public var fromClass: [String] = []

  @Option(
    help: help(
      "Numbers that divide a field of numbers, or the cells of a raster, as a depth, into classes: 0.5,1.5 makes <0.5, 0.5-1.5 and >=1.5; for all hazards or as flood=0.5,1.5. Repeatable.",
      es:
        "Números que dividen en clases un campo de números, o las celdas de un ráster, como una profundidad: 0.5,1.5 da <0.5, 0.5-1.5 y >=1.5; para todas las amenazas, o como flood=0.5,1.5. Se puede repetir.",
      pt:
        "Números que dividem em classes um campo de números, ou as células de um raster, como uma profundidade: 0.5,1.5 dá <0.5, 0.5-1.5 e >=1.5; para todas as ameaças, ou como flood=0.5,1.5. Pode-se repetir.",
      value: "numbers"))
  public var breaks: [String] = []

  public init() {}

  public func check() throws(Failure) {
    for (option, texts) in [
      ("--order", order), ("--not-exposed", notExposed), ("--from-class", fromClass), ("--breaks", breaks),
    ] where !texts.isEmpty && hazards.isEmpty { throw .needs(option, "--hazards") }
    _ = try named(HazardFacts())
  }

  /// What is known of hazards beside their classes.
  struct HazardFacts {
    var kinds: [String] = []
    var dates: [String] = []
    var scales: [String] = []
    var frequencies: [String] = []
  }

  /// - Throws: `Failure` `exposure.bad_kind`, `exposure.bad_frequency`, `exposure.bad_breaks`, `exposure.unknown_name`.
  func named(_ facts: HazardFacts) throws(Failure) -> [NamedHazard] {
    var result = hazards.flatMap(\.files)
    for text in Self.joined(order) { try Self.apply(text, to: &result) { $0.order = Self.list($1) } }
    for text in Self.joined(notExposed) { try Self.apply(text, to: &result) { $0.notExposed += Self.list($1) } }
    for text in fromClass { try Self.apply(text, to: &result) { $0.fromClass = $1 } }
    for text in Self.joined(breaks) {
      try Self.apply(text, to: &result) { (about, list) throws(Failure) in
        let numbers = Self.list(list).map { Double($0) }
        guard numbers.allSatisfy({ $0.map { $0 > 0 && $0.isFinite } ?? false }),
          zip(numbers, numbers.dropFirst()).allSatisfy({ $0! < $1! })
        else { throw Failure(.usage, "exposure.bad_breaks", ["text": text]) }
        about.breaks = numbers.map { $0! }
      }
    }
    for hazard in result where !hazard.about.breaks.isEmpty && !hazard.about.order.isEmpty {
      throw .excludes("--order", "--breaks")
    }
    for text in facts.dates { try Self.apply(text, to: &result) { $0.date = $1 } }
    for text in facts.scales { try Self.apply(text, to: &result) { $0.scale = $1 } }
    for text in facts.kinds {
      try Self.apply(text, to: &result) { (about, value) throws(Failure) in
        guard let kind = HazardOptions.Kind(rawValue: value) else {
          throw Failure(.usage, "exposure.bad_kind", ["text": text])
        }
        about.kind = kind
      }
    }
    for text in facts.frequencies.flatMap({ $0.split(separator: ",").map(String.init) }) {
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

  /// Reads the zones.
  /// - Throws: `Failure`.
  func read(_ facts: HazardFacts, isStrict: Bool = false, _ run: Run) async throws -> [Hazard] {
    var result: [Hazard] = []
    for hazard in try named(facts) {
      let zones = try await run.zones(hazard.file, isStrict: isStrict)
      switch (zones, hazard.field) {
      case (.features(let features), let field?):
        result.append(Hazard(name: hazard.name, file: hazard.file.name, features: features, field: field, about: hazard.about))
      case (.raster(let raster), nil):
        result.append(try Hazard(name: hazard.name, file: hazard.file.name, raster: raster, about: hazard.about))
      case (.features(let features), nil):
        throw Failure(
          .usage, "exposure.needs_field",
          [
            "hazard": hazard.name, "file": hazard.file.name,
            "fields": features.columns.map(\.name).joined(separator: ", "),
          ])
      case (.raster, let field?):
        throw Failure(
          .usage, "exposure.raster_field", ["hazard": hazard.name, "file": hazard.file.name, "field": field])
      }
    }
    return result
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
  }

  /// Orders of a list, where a comma may have parted one from its classes: `flood=low`, `high` is `flood=low,high`.
  private static func joined(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { result, text in
      if text.contains("=") || result.isEmpty { result.append(text) } else { result[result.count - 1] += "," + text }
    }
  }

  private static func apply(
    _ text: String, to hazards: inout [NamedHazard], _ body: (inout HazardOptions, String) throws(Failure) -> Void
  ) throws(Failure) {
    guard let equals = text.firstIndex(of: "=") else {
      for place in hazards.indices { try body(&hazards[place].about, text) }
      return
    }
    let name = String(text[..<equals])
    guard let place = hazards.firstIndex(where: { $0.name == name }) else { throw unknown(name, hazards) }
    try body(&hazards[place].about, String(text[text.index(after: equals)...]))
  }

  private static func unknown(_ name: String, _ hazards: [NamedHazard]) -> Failure {
    Failure(.usage, "exposure.unknown_name", ["name": name, "hazards": hazards.map(\.name).joined(separator: ", ")])
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// A hazard of a file, before it is read.
public struct NamedHazard: Hashable, Sendable {
  var name: String
  var file: InputFile
  /// Nil for a raster, whose cells are the classes.
  var field: String?
  var about = HazardOptions()
}

/// One or several hazards in one word, divided by commas: `flood=F:class,landslide=S:grade`; of a raster without a field.
public struct HazardFiles: Hashable, Sendable, ExpressibleByArgument, Takes {
  let files: [NamedHazard]

  public init?(argument: String) {
    // What is said of the files stands behind them all.
    let parts = argument.split(separator: InputFile.mark, maxSplits: 1, omittingEmptySubsequences: false)
    let properties = parts.count > 1 ? "\(InputFile.mark)\(parts[1])" : ""
    var files: [NamedHazard] = []
    for text in Self.divided(parts[0]) {
      guard let equals = text.firstIndex(of: "="), text.startIndex < equals else { return nil }
      let rest = text[text.index(after: equals)...]
      let colon = rest.lastIndex(of: ":") ?? rest.endIndex
      let field = rest[colon...].dropFirst()
      guard colon == rest.endIndex || !field.isEmpty, let file = InputFile(argument: rest[..<colon] + properties) else {
        return nil
      }
      files.append(NamedHazard(name: String(text[..<equals]), file: file, field: field.isEmpty ? nil : String(field)))
    }
    guard !files.isEmpty else { return nil }
    self.files = files
  }

  private static func divided(_ text: Substring) -> [String] {
    text.split(separator: ",").map(String.init).reduce(into: []) { result, part in
      // A comma in the name of a file is not followed by another NAME=.
      if part.contains("=") || result.isEmpty { result.append(part) } else { result[result.count - 1] += "," + part }
    }
  }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.hazards") }
  public static var schema: [(String, SchemaValue)] { [] }
  public static var defaultCompletionKind: CompletionKind { .file() }
}

extension HazardFiles: NamesInputs {
  var inputFiles: [InputFile] { files.map(\.file) }
}
