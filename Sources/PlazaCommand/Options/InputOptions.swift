public import ArgumentParser
public import PlazaFormats

/// How the file of records is written, where it does not say so itself.
struct InputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Encoding: utf-8, windows-1252, iso-8859-1 or macintosh.", valueName: "name"))
  var encoding: TextEncoding?

  @Option(help: ArgumentHelp("Delimiter: , ; tab or |.", valueName: "mark"), transform: CSVOptions.delimiter(option:))
  var delimiter: UInt8?

  @Option(help: ArgumentHelp("Decimal mark: . or ,", valueName: "mark"), transform: CSVOptions.decimalMark(option:))
  var decimal: UInt8?

  @Option(help: ArgumentHelp("Field with the longitude, in degrees on WGS 84.", valueName: "field"))
  var lon: String?

  @Option(help: ArgumentHelp("Field with the latitude.", valueName: "field"))
  var lat: String?

  @Option(help: ArgumentHelp("Field with the easting; needs --assume-crs.", valueName: "field"))
  var easting: String?

  @Option(help: ArgumentHelp("Field with the northing.", valueName: "field"))
  var northing: String?

  @Option(help: ArgumentHelp("What the positions are in, as EPSG:32616, when the file does not say.", valueName: "crs"))
  var assumeCrs: String?

  var csv: CSVOptions {
    var options = CSVOptions()
    options.delimiter = delimiter
    options.decimalMark = decimal
    options.encoding = encoding
    options.longitude = lon
    options.latitude = lat
    options.easting = easting
    options.northing = northing
    return options
  }
}

extension TextEncoding: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}

extension CSVOptions {
  fileprivate static func delimiter(option: String) throws -> UInt8 {
    guard let mark = delimiter(named: option) else { throw ValidationError("--delimiter takes , ; tab or |.") }
    return mark
  }

  fileprivate static func decimalMark(option: String) throws -> UInt8 {
    guard let mark = decimalMark(named: option) else { throw ValidationError("--decimal takes . or ,") }
    return mark
  }
}
