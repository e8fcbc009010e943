public import ArgumentParser
internal import PlazaFormats

/// How the main file of a verb is written, where it does not say so itself; every other file takes the same for itself.
public struct InputGroup: ParsableArguments, Sendable {
  @Option(help: help("Encoding: utf-8, windows-1252, iso-8859-1 or macintosh.", value: "name"))
  public var encoding: Encoding?

  @Option(help: help("Delimiter: , ; tab or |.", value: "mark"))
  public var delimiter: Delimiter?

  @Option(help: help("Decimal mark: . or ,", value: "mark"))
  public var decimal: DecimalMark?

  @Option(help: help("Field with the longitude, in degrees on WGS 84.", value: "field"))
  public var lon: String?

  @Option(help: help("Field with the latitude.", value: "field"))
  public var lat: String?

  @Option(help: help("Field with the easting; needs --assume-crs.", value: "field"))
  public var easting: String?

  @Option(help: help("Field with the northing.", value: "field"))
  public var northing: String?

  @Option(
    help: help(
      "What the positions are in, as EPSG:32616, when the file does not say. Every other file takes its own: --NAME-crs, --NAME-lon, --NAME-lat, --NAME-easting, --NAME-northing, --NAME-encoding, --NAME-delimiter, --NAME-decimal, where --NAME names the file.",
      value: "crs"))
  public var assumeCrs: String?

  public init() {}

  /// The main file with what is said of it; what it says itself comes first.
  public func reading(_ file: InputFile) -> InputFile {
    var file = file
    file.csv.delimiter = file.csv.delimiter ?? delimiter?.value
    file.csv.decimalMark = file.csv.decimalMark ?? decimal?.value
    file.csv.encoding = file.csv.encoding ?? encoding?.value
    file.csv.longitude = file.csv.longitude ?? lon
    file.csv.latitude = file.csv.latitude ?? lat
    file.csv.easting = file.csv.easting ?? easting
    file.csv.northing = file.csv.northing ?? northing
    file.assumedCRS = file.assumedCRS ?? assumeCrs
    return file
  }
}
