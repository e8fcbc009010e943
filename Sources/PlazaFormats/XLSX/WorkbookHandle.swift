internal import CXLSXWriter
internal import Glibc
internal import PlazaLayers

/// A workbook of libxlsxwriter, in its mode of constant memory: rows come in their order and go to the disk.
final class WorkbookHandle {
  struct CellFormat { fileprivate let pointer: UnsafeMutablePointer<lxw_format>? }

  /// A sheet of a workbook that is open.
  struct Sheet {
    fileprivate let pointer: UnsafeMutablePointer<lxw_worksheet>
    fileprivate let path: String

    func write(_ text: String, row: Int, column: Int, _ format: CellFormat?) throws {
      try check(worksheet_write_string(pointer, lxw_row_t(row), lxw_col_t(column), text, format?.pointer))
    }

    func write(_ value: Double, row: Int, column: Int, _ format: CellFormat?) throws {
      try check(worksheet_write_number(pointer, lxw_row_t(row), lxw_col_t(column), value, format?.pointer))
    }

    func freezeHeader() { worksheet_freeze_panes(pointer, 1, 0) }

    func filter(lastRow: Int, lastColumn: Int) {
      worksheet_autofilter(pointer, 0, 0, lxw_row_t(lastRow), lxw_col_t(lastColumn))
    }

    func setWidth(_ width: Int, column: Int) {
      worksheet_set_column(pointer, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
    }

    private func check(_ error: lxw_error) throws {
      if error != LXW_NO_ERROR { throw WorkbookHandle.failure(error, path) }
    }
  }

  /// The version of the library that is loaded, as `1.1.4`.
  static var version: String { lxw_version().map { String(cString: $0) } ?? "?" }

  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let folder: UnsafeMutablePointer<CChar>?
  private let file: OutputFile
  /// What the library writes: the output's own temporary, or one that is copied to an output which is no file.
  private let own: OutputFile?
  private let path: String

  /// - Throws: `Failure` `output.cannot_create`.
  init(_ file: OutputFile) throws {
    self.file = file
    own = file.temporary == nil ? try OutputFile(path: TemporaryFiles.home + "/plaza-workbook", isPrivate: true) : nil
    let path = file.temporary ?? own?.temporary ?? file.path
    self.path = path
    // Where the workbook will stand, there is most likely room for its parts.
    folder = strdup(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.use_zip64 = 1
    options.tmpdir = folder
    guard let book = workbook_new_opt(path, &options) else {
      throw Self.failure(LXW_ERROR_MEMORY_MALLOC_FAILED, file.path)
    }
    self.book = book
    var properties = lxw_doc_properties()
    // The library takes 0 for now.
    properties.created = time_t(max(1, SourceDate.current.seconds))
    workbook_set_properties(book, &properties)
  }

  deinit {
    if let book { lxw_workbook_free(book) }
    if let temporary = own?.temporary { TemporaryFiles.remove(temporary) }
    free(folder)
  }

  static func failure(_ error: lxw_error, _ path: String) -> Failure {
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? String(error.rawValue)
    return Failure(.cannotCreate, "output.cannot_create", ["path": path, "reason": reason])
  }

  /// - Throws: `Failure` for a name that a sheet cannot have.
  func addSheet(_ name: String) throws -> Sheet {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw Self.failure(LXW_ERROR_PARAMETER_VALIDATION, file.path)
    }
    return Sheet(pointer: sheet, path: file.path)
  }

  func addFormat(number code: String? = nil, isBold: Bool = false, wraps: Bool = false) -> CellFormat {
    let format = workbook_add_format(book)
    if let code { format_set_num_format(format, code) }
    if isBold { format_set_bold(format) }
    if wraps {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    return CellFormat(pointer: format)
  }

  /// Writes everything that is left.
  /// - Parameter rowCount: rows of the first sheet, its header among them.
  /// - Throws: `Failure` `output.disk_full`, `output.cannot_create`, `xlsx.not_whole`.
  func close(rowCount: Int) throws {
    guard let book else { return }
    self.book = nil
    errno = 0
    let error = workbook_close(book)
    if error != LXW_NO_ERROR {
      throw errno == ENOSPC || errno == EDQUOT ? OutputFile.failure(errno, file.path) : Self.failure(error, file.path)
    }
    try requireWhole(rowCount)
    guard own != nil else { return }
    let reader = try FileReader(path: path, name: file.path)
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try block.withUnsafeMutableBytes { try reader.fill($0) }
      try block.withUnsafeBytes { try file.write(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      if count < block.count { return }
    }
  }

  /// The library does not look whether its parts reached the disk: a full one leaves a sheet cut short, which Excel calls damaged.
  private func requireWhole(_ rowCount: Int) throws {
    let archive = try ZipArchive(path: path, name: file.path)
    guard let entry = archive.entries.first(where: { $0.name == "xl/worksheets/sheet1.xml" }),
      try SheetRows.count(archive.open(entry)) == rowCount
    else { throw Failure(.cannotCreate, "xlsx.not_whole", ["path": file.path]) }
  }
}

/// Counts the rows of a sheet by its bytes.
enum SheetRows {
  private static let begin = Array("<row ".utf8)
  private static let end = Array("</row>".utf8)
  private static let last = Array("</worksheet>".utf8)

  /// Nil for one that does not end as a sheet does, or in which a row does not.
  static func count(_ reader: any ByteReader) throws -> Int? {
    var (begun, ended) = (0, 0)
    var block = [UInt8](repeating: 0, count: 1 << 18)
    // What may be the beginning of a mark, or the end of the sheet, goes before the next block.
    var kept = 0
    while true {
      let count = try block.withUnsafeMutableBytes { try reader.fill(UnsafeMutableRawBufferPointer(rebasing: $0[kept...])) }
      let filled = kept + count
      let isLast = filled < block.count
      block.withUnsafeBufferPointer { bytes in
        var at = 0
        while at < filled, isLast || at + last.count < filled {
          if bytes[at] == 0x3C {
            let rest = bytes[at..<filled]
            if rest.starts(with: begin) { begun += 1 } else if rest.starts(with: end) { ended += 1 }
          }
          at += 1
        }
        kept = filled - at
      }
      if isLast { return begun == ended && block[..<filled].suffix(last.count).elementsEqual(last) ? begun : nil }
      block.withUnsafeMutableBufferPointer { bytes in
        for place in 0..<kept { bytes[place] = bytes[filled - kept + place] }
      }
    }
  }
}
