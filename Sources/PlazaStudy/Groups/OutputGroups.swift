public import ArgumentParser

/// The records that could not be read.
public struct RejectGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Line, reason, field and cell of every rejected record, as CSV; a cell that is no number and no date is masked.",
      es: "Línea, motivo, campo y celda de cada registro rechazado, en CSV; una celda que no es número ni fecha va oculta.",
      pt: "Linha, motivo, campo e célula de cada registro rejeitado, em CSV; uma célula que não é número nem data vai oculta.",
      value: "file"))
  public var rejects: OutputPath?

  public init() {}
}

/// For whose Excel tables are written as text.
public struct ExcelGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Write CSV as the Excel of a country opens it: es-MX, es-CO, pt-BR, en. Where decimals have a comma, cells are divided by semicolons. Codes keep their zeros in .xlsx alone.",
      es:
        "Escribe el CSV como lo abre el Excel de un país: es-MX, es-CO, pt-BR, en. Donde los decimales llevan coma, las celdas se separan con punto y coma. Solo en .xlsx los códigos conservan sus ceros.",
      pt:
        "Grava o CSV como o abre o Excel de um país: es-MX, es-CO, pt-BR, en. Onde os decimais levam vírgula, as células são separadas por ponto e vírgula. Só em .xlsx os códigos conservam seus zeros.",
      value: "country"))
  public var csvExcel: ExcelRegion?

  public init() {}
}

/// What is written, and where, by verbs that make a layer and a table.
public struct LayerTableGroup: ParsableArguments, Sendable {
  @Option(
    name: .shortAndLong,
    help: help(
      "The layer with its new fields, as GeoJSON with a style for QGIS (.qml) beside it, or as GeoPackage (.gpkg) with the style inside, or as shapefile (.shp, or .shp.zip in one file); - is standard output.",
      es:
        "La capa con sus campos nuevos, en GeoJSON con un estilo para QGIS (.qml) al lado, o en GeoPackage (.gpkg) con el estilo dentro, o en shapefile (.shp, o .shp.zip en un solo archivo); - es la salida estándar.",
      pt:
        "A camada com seus campos novos, em GeoJSON com um estilo para QGIS (.qml) ao lado, ou em GeoPackage (.gpkg) com o estilo dentro, ou em shapefile (.shp, ou .shp.zip em um só arquivo); - é a saída padrão.",
      value: "file"))
  public var output: OutputPath?

  @OptionGroup public var map: MapGroup

  @Option(
    help: help(
      "The table, as CSV, or as a workbook of Excel (.xlsx) with a sheet that explains it.",
      es: "La tabla, en CSV, o en un libro de Excel (.xlsx) con una hoja que la explica.",
      pt: "A tabela, em CSV, ou em uma pasta de trabalho do Excel (.xlsx) com uma planilha que a explica.", value: "file"))
  public var table: OutputPath?

  @OptionGroup public var excel: ExcelGroup

  public init() {}

  var caption: Caption { map.caption }
}

/// The same, and the records that could not be read.
public struct OutputGroup: ParsableArguments, Sendable {
  @OptionGroup public var layer: LayerTableGroup
  @OptionGroup public var rejects: RejectGroup

  public init() {}

  var caption: Caption { layer.caption }

  /// What this group can write.
  static let outputs: [Output] = [.layer, .map, .table, .rejects]
}
