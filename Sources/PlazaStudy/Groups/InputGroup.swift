public import ArgumentParser
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers

/// How the main file of a verb is written, where it does not say so itself; every other file takes the same for itself.
public struct InputGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Encoding: utf-8, windows-1252, iso-8859-1, cp850 or macintosh.",
      es: "Codificación: utf-8, windows-1252, iso-8859-1, cp850 o macintosh.",
      pt: "Codificação: utf-8, windows-1252, iso-8859-1, cp850 ou macintosh.", value: "name"))
  public var encoding: Encoding?

  @Option(
    help: help(
      "Delimiter: , ; tab or |.",
      es: "Separador: , ; tab o |.",
      pt: "Separador: , ; tab ou |.", value: "mark"))
  public var delimiter: Delimiter?

  @Option(
    help: help(
      "Decimal mark: . or ,",
      es: "Marca decimal: . o ,",
      pt: "Marca decimal: . ou ,", value: "mark"))
  public var decimal: DecimalMark?

  @Option(
    help: help(
      "What is left as the file writes it, though it could be read as it is meant: blank_rows, total_rows, thousands, marks, blanks, encoding, kinds, codes, or all; repeatable.",
      es:
        "Qué se deja como lo escribe el archivo, aunque pudiera leerse como se quiso decir: blank_rows (filas vacías), total_rows (filas de totales), thousands (puntos de miles), marks (signos), blanks (celdas vacías), encoding (codificación), kinds (tipos escritos de varias formas), codes (códigos) o all (todo); se puede repetir.",
      pt:
        "O que fica como o arquivo escreve, embora pudesse ser lido como se quis dizer: blank_rows (linhas vazias), total_rows (linhas de totais), thousands (pontos de milhar), marks (sinais), blanks (células vazias), encoding (codificação), kinds (tipos escritos de várias formas), codes (códigos) ou all (tudo); pode-se repetir.",
      value: "list"))
  public var asIs: [AsWritten] = []

  @Option(
    help: help(
      "Field with the longitude, in degrees on WGS 84.",
      es: "Campo con la longitud, en grados en WGS 84.",
      pt: "Campo com a longitude, em graus em WGS 84.", value: "field"))
  public var lon: String?

  @Option(
    help: help(
      "Field with the latitude.",
      es: "Campo con la latitud.",
      pt: "Campo com a latitude.", value: "field"))
  public var lat: String?

  @Option(
    help: help(
      "Field with the easting; needs --assume-crs.",
      es: "Campo con la coordenada este; necesita --assume-crs.",
      pt: "Campo com a coordenada leste; precisa de --assume-crs.", value: "field"))
  public var easting: String?

  @Option(
    help: help(
      "Field with the northing.",
      es: "Campo con la coordenada norte.",
      pt: "Campo com a coordenada norte.", value: "field"))
  public var northing: String?

  @Option(
    help: help(
      "What the positions are in, as EPSG:32616, when the file does not say. Every other file takes its own: --NAME-crs, --NAME-lon, --NAME-lat, --NAME-easting, --NAME-northing, --NAME-encoding, --NAME-delimiter, --NAME-decimal, where --NAME names the file.",
      es:
        "En qué están las posiciones, como EPSG:32616, cuando el archivo no lo dice. Cada otro archivo lleva lo suyo: --NOMBRE-crs, --NOMBRE-lon, --NOMBRE-lat, --NOMBRE-easting, --NOMBRE-northing, --NOMBRE-encoding, --NOMBRE-delimiter, --NOMBRE-decimal, donde --NOMBRE es la opción del archivo.",
      pt:
        "Em que estão as posições, como EPSG:32616, quando o arquivo não o diz. Cada outro arquivo leva o seu: --NOME-crs, --NOME-lon, --NOME-lat, --NOME-easting, --NOME-northing, --NOME-encoding, --NOME-delimiter, --NOME-decimal, onde --NOME é a opção do arquivo.",
      value: "crs"))
  public var assumeCrs: String?

  @Option(
    help: help(
      "Which layer is read, of a file that holds several; also written FILE|layername=NAME. Every other file takes its own: --NAME-layer.",
      es:
        "Qué capa se lee, de un archivo que tiene varias; también se escribe ARCHIVO|layername=NOMBRE. Cada otro archivo lleva la suya: --NOMBRE-layer.",
      pt:
        "Que camada é lida, de um arquivo que tem várias; também se escreve ARQUIVO|layername=NOME. Cada outro arquivo leva a sua: --NOME-layer.",
      value: "name"))
  public var layer: String?

  public init() {}

  /// The main file with what is said of it; what it says itself comes first.
  public func reading(_ file: InputFile) -> InputFile {
    var file = file
    file.reading.delimiter = file.reading.delimiter ?? delimiter?.value
    file.reading.decimalMark = file.reading.decimalMark ?? decimal?.value
    file.reading.encoding = file.reading.encoding ?? encoding?.value
    if file.reading.asWritten.isEmpty { file.reading.asWritten = asIs.reduce(into: []) { $0.formUnion($1.mendings) } }
    file.reading.longitude = file.reading.longitude ?? lon
    file.reading.latitude = file.reading.latitude ?? lat
    file.reading.easting = file.reading.easting ?? easting
    file.reading.northing = file.reading.northing ?? northing
    file.reading.assumedCRS = file.reading.assumedCRS ?? assumeCrs.map { CRS($0) }
    file.reading.layer = file.reading.layer ?? layer
    return file
  }
}
