public import ArgumentParser
public import PlazaLayers
public import PlazaReport

/// A map of a layer.
public struct MapGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "A map of the layer, as SVG.",
      es: "Un mapa de la capa, en SVG.",
      pt: "Um mapa da camada, em SVG.", value: "file"), completion: .file(extensions: ["svg"]))
  public var map: OutputPath?

  @Option(
    help: help(
      "What stands above the map. Default: what the command finds out.",
      es: "Título sobre el mapa. Por defecto: lo que averigua el comando.",
      pt: "Título acima do mapa. Por padrão: o que o comando averigua.", value: "text"))
  public var title: String?

  @Option(
    help: help(
      "Where the data are from, as it stands under the map: office, year. Default: the names of the files.",
      es: "De dónde son los datos, como se lee bajo el mapa: oficina, año. Por defecto: los nombres de los archivos.",
      pt: "De onde são os dados, como se lê sob o mapa: órgão, ano. Por padrão: os nomes dos arquivos.", value: "text"))
  public var source: String?

  @Option(
    help: help(
      "Areas whose outlines lie over the map: municipalities over districts, a historic centre.",
      es: "Áreas cuyos contornos se dibujan sobre el mapa: municipios sobre distritos, un centro histórico.",
      pt: "Áreas cujos contornos são desenhados sobre o mapa: municípios sobre distritos, um centro histórico.", value: "file"))
  public var context: InputFile?

  @Option(
    help: help(
      "Field of the layer that the map shows, in the place of its own; numbers in classes, texts each with a colour.",
      es: "Campo de la capa que muestra el mapa, en lugar del suyo; los números en clases, cada texto con un color.",
      pt: "Campo da camada que o mapa mostra, em lugar do seu; os números em classes, cada texto com uma cor.", value: "field"))
  public var mapField: String?

  @Option(
    help: help(
      "Level that the map shows, where areas are nested. Default: the finest.",
      es: "Nivel que muestra el mapa, si las áreas están anidadas. Por defecto: el más fino.",
      pt: "Nível que o mapa mostra, se as áreas são aninhadas. Por padrão: o mais fino.", value: "level"))
  public var mapLevel: String?

  @Option(
    help: help(
      "How numbers are divided into classes: `quantile` (as many areas in each), `equal` (of one width), `natural` (Jenks), `deviation` (standard deviations from the mean). Default: natural for few different values, else quantile; shares near spaces have fixed fifths.",
      es:
        "Cómo se dividen los números en clases: `quantile` (tantas áreas en cada una), `equal` (de igual amplitud), `natural` (Jenks), `deviation` (desviaciones estándar desde el promedio). Por defecto: natural si hay pocos valores distintos, si no quantile; las proporciones cerca de espacios van en quintas partes fijas.",
      pt:
        "Como os números são divididos em classes: `quantile` (tantas áreas em cada uma), `equal` (de igual amplitude), `natural` (Jenks), `deviation` (desvios padrão a partir da média). Por padrão: natural se há poucos valores diferentes, senão quantile; as proporções perto de espaços vão em quintos fixos."
    ))
  public var mapMethod: ClassChoice.Method?

  @Option(
    help: help(
      "How many classes, beside those of zero and of no data. Default: 5.",
      es: "Cuántas clases, además de las de cero y de sin dato. Por defecto: 5.",
      pt: "Quantas classes, além das de zero e de sem dado. Por padrão: 5.", value: "n"))
  public var mapClasses: Whole<ClassRange>?
  public enum ClassRange: WholeBounds { public static var range: ClosedRange<Int> { ClassChoice.counts } }

  @Option(
    help: help(
      "Limits between classes that hold whatever the values are, as 10,50,200, so that maps of several months compare.",
      es: "Límites entre clases que valen sean cuales sean los valores, como 10,50,200, para comparar mapas de varios meses.",
      pt: "Limites entre classes que valem sejam quais forem os valores, como 10,50,200, para comparar mapas de vários meses.",
      value: "list"))
  public var mapBreaks: List<Number<BreakRange>>?
  public enum BreakRange: Bounds { public static var range: ClosedRange<Double> { -1e15...1e15 } }

  public init() {}

  public func check() throws(Failure) {
    let chosen = [
      ("--map-field", mapField != nil), ("--map-level", mapLevel != nil), ("--map-method", mapMethod != nil),
      ("--map-classes", mapClasses != nil), ("--map-breaks", mapBreaks != nil),
    ]
    if map == nil, let first = chosen.first(where: \.1) { throw .needs(first.0, "--map") }
    if mapBreaks != nil, mapMethod != nil { throw .excludes("--map-breaks", "--map-method") }
    if mapBreaks != nil, mapClasses != nil { throw .excludes("--map-breaks", "--map-classes") }
    if mapMethod == .deviation, mapClasses != nil { throw .excludes("--map-method deviation", "--map-classes") }
    if mapBreaks?.values.count ?? 0 >= ClassChoice.counts.upperBound {
      throw Failure(.usage, "map.many_breaks", ["most": String(ClassChoice.counts.upperBound - 1)])
    }
  }

  var caption: Caption {
    var caption = Caption(title: title, source: source, context: context)
    caption.shown = MapChoice(
      field: mapField, level: mapLevel,
      classes: ClassChoice(method: mapMethod, count: mapClasses?.value, breaks: mapBreaks?.values.map(\.value) ?? []))
    return caption
  }
}

extension ClassChoice.Method: ExpressibleByArgument {}
