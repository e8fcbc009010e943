internal import PlazaLayers

/// Workbooks of Excel and its like (ECMA-376), a sheet as a table.
public enum XLSX: Format {
  public static let name = "XLSX"
  public static let endings = ["xlsx", "xlsm"]
  public static let contents: Set<FileContent> = [.records, .features, .table]
  public static let hasLayers = true
  public static var libraries: [FormatLibrary] {
    [
      FormatLibrary(name: "expat", version: XML.version), FormatLibrary(name: "libxlsxwriter", version: WorkbookHandle.version),
    ]
  }

  /// An archive whose first file is one of a workbook's.
  public static var tableWriters: [any TableWriter.Type] { [WorkbookWriter.self] }

  public static func recognises(_ head: FileHead) -> Bool {
    guard head.begins(with: [0x50, 0x4B, 3, 4]), head.bytes.count > 30 else { return false }
    let length = Int(head.bytes.half(at: 26))
    let first = String(decoding: head.bytes.dropFirst(30).prefix(length), as: UTF8.self)
    return first == "[Content_Types].xml" || ["_rels/", "xl/", "docProps/"].contains { first.hasPrefix($0) }
  }

  public static func open(_ input: Input, _ reading: Reading) throws -> any Dataset {
    if input.isStream { throw Failure(.usage, "zip.stream", ["file": input.name]) }
    let isDelimited = reading.encoding != nil || reading.delimiter != nil
    if isDelimited { throw Failure(.usage, "input.not_delimited", ["file": input.name, "format": name]) }
    if reading.isOfRaster { throw Failure(.usage, "input.not_raster", ["file": input.name, "format": name]) }
    let workbook = try Workbook(ZipArchive(path: input.path, name: input.name))
    let sheet = try workbook.chosen(reading.layer)
    var own = reading
    (own.delimiter, own.encoding, own.layer) = (0x2C, .utf8, nil)
    let marks = try SheetMarks(of: sheet, in: workbook)
    let text = Input(input.name, path: input.path, making: { try SheetText(sheet, of: workbook, marks) })
    return DelimitedDataset(input: text, reading: own, format: XLSX.self, notes: marks.notes(file: input.name))
  }
}
