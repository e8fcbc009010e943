public import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// The files that rates go by beside records and areas: populations by year, and the standard of standardised rates.
public struct RateFiles: Hashable, Sendable {
  /// What a column of a population table holds.
  public enum Column: String, Hashable, Sendable, CaseIterable {
    case code, year, sex, age, population
  }

  public var population: InputFile?
  /// The fields of the table that were named; the others are found by name.
  public var fields: [Column: String] = [:]
  /// Nil for a standard that needs no file.
  public var standard: InputFile?
  /// A standard that is known by its name.
  public var namedStandard: StandardChoice?

  public init() {}

  public var inputs: [InputFile] { [population, standard].compactMap { $0 } }

  /// - Parameter text: one of `StandardChoice.names`, else the path of a file.
  public mutating func choose(standard text: String, folder: String = "") {
    namedStandard = StandardChoice(name: text)
    standard = namedStandard == nil ? InputFile(text, folder: folder) : nil
  }

  /// Reads `code=CVE_MUN,year=ANIO`; nil for anything else.
  public static func fields(_ texts: [String]) -> [Column: String]? {
    var fields: [Column: String] = [:]
    for text in texts {
      guard let mark = text.firstIndex(of: "="), let column = Column(rawValue: String(text[..<mark])),
        text.index(after: mark) < text.endIndex,
        fields.updateValue(String(text[text.index(after: mark)...]), forKey: column) == nil
      else { return nil }
    }
    return fields
  }

  /// Reads the files into the options.
  /// - Throws: `Failure` as `PopulationFile` does.
  func read(into options: inout JoinOptions) throws {
    if let population { options.populationTable = try PopulationFile.read(population, fields: fields) }
    options.standard = try standard.map { .table(try PopulationFile.readStandard($0)) } ?? namedStandard
  }
}
