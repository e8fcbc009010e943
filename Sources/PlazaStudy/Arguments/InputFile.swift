public import ArgumentParser
public import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers

/// An input: what the user calls it, where it is, and how it is written where it does not say so itself.
///
/// What one file alone is read by is said beside it: on the command line `--incidents delitos.csv --incidents-crs EPSG:3116`, in a study
/// `incidents: {file: delitos.csv, crs: EPSG:3116}`. Both become one word, which `init(argument:)` takes apart.
public struct InputFile: Hashable, Sendable {
  public var name: String
  public var path: String
  /// Delimiter, encoding, fields of the position, CRS, layer: what the caller says of this file.
  public var reading = Reading()

  public init(_ name: String, path: String? = nil) {
    self.name = name
    self.path = path ?? name
  }

  /// The same file as one finds it from a folder, with its `/`, or empty.
  func placed(in folder: String) -> InputFile {
    var file = self
    if !path.hasPrefix("/"), path != "-" { file.path = folder + path }
    return file
  }

  var isStream: Bool { Input(name, path: path).isStream }

  /// The file, opened by what it holds.
  /// - Throws: `Failure` for a file that cannot be read or whose form is not known.
  func open() throws -> any Dataset { try Formats.open(name, path: path, as: reading) }
}

extension InputFile {
  /// What can be said of one file beside its name.
  enum Property: String, CaseIterable {
    case crs, lon, lat, easting, northing, encoding, delimiter, decimal
    case asIs = "as-is"
    /// Which layer of a file that holds several.
    case layer
    /// Of a raster: the value of cells without data, and how many cells may be read.
    case nodata, cells
  }

  /// Stands between a file's name and its properties, and in no name: the unit separator of ASCII.
  static let mark: Character = "\u{1F}"

  /// The word for a file with properties.
  static func word(_ name: String, _ properties: [(Property, String)]) -> String {
    properties.reduce(name) { $0 + "\(mark)\($1.0.rawValue)=\($1.1)" }
  }

  /// - Returns: false for a value that the property does not take, or one that is set already.
  mutating func set(_ property: Property, _ value: String) -> Bool {
    func fill<V>(_ place: inout V?, _ value: V?) -> Bool {
      guard place == nil, let value else { return false }
      place = value
      return true
    }
    switch property {
    case .crs: return fill(&reading.assumedCRS, CRS(value))
    case .lon: return fill(&reading.longitude, value)
    case .lat: return fill(&reading.latitude, value)
    case .easting: return fill(&reading.easting, value)
    case .northing: return fill(&reading.northing, value)
    case .encoding: return fill(&reading.encoding, TextEncoding(name: value))
    case .delimiter: return fill(&reading.delimiter, Reading.delimiter(named: value))
    case .asIs:
      guard let list = AsWritten(argument: value), reading.asWritten.isEmpty else { return false }
      reading.asWritten = list.mendings
      return true
    case .decimal: return fill(&reading.decimalMark, Reading.decimalMark(named: value))
    case .layer: return fill(&reading.layer, value.isEmpty ? nil : value)
    case .nodata: return fill(&reading.noData, Double(value).flatMap { $0.isNaN ? nil : $0 })
    case .cells: return fill(&reading.cellLimit, Int(value).flatMap { $0 > 0 ? $0 : nil })
    }
  }
}

extension InputFile: ExpressibleByArgument {
  public init?(argument: String) {
    var parts = argument.split(separator: Self.mark, omittingEmptySubsequences: false)[...]
    var name = parts.removeFirst()
    // As QGIS writes a layer of a file.
    let layer = name.firstRange(of: "|layername=").map { range in
      defer { name = name[..<range.lowerBound] }
      return String(name[range.upperBound...].prefix { $0 != "|" })
    }
    guard !name.isEmpty else { return nil }
    self.init(String(name))
    if let layer, !set(.layer, layer) { return nil }
    for part in parts {
      guard let equals = part.firstIndex(of: "="), let property = Property(rawValue: String(part[..<equals])),
        set(property, String(part[part.index(after: equals)...]))
      else { return nil }
    }
  }

  public static var defaultCompletionKind: CompletionKind { .file() }
}

/// A value of an option that names files to read.
protocol NamesInputs {
  var inputFiles: [InputFile] { get }
}

extension InputFile: NamesInputs {
  var inputFiles: [InputFile] { [self] }
}

extension Optional: NamesInputs where Wrapped: NamesInputs {
  var inputFiles: [InputFile] { self?.inputFiles ?? [] }
}

extension Array: NamesInputs where Element: NamesInputs {
  var inputFiles: [InputFile] { flatMap(\.inputFiles) }
}
