import PlazaFormats
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaStudy

/// The small tables that are read whole: each refuses what another refuses.
@Suite struct WholeTablesTests {
  enum Kind: String, CaseIterable {
    case aliases, classes, populations, standard, correspondence, activities

    var header: String {
      switch self {
      case .aliases: "alias,nombre"
      case .classes: "country,name,iccs"
      case .populations: "code,year,population"
      case .standard: "age,population"
      case .correspondence: "from_code,to_code,share"
      case .activities: "space,activity"
      }
    }

    /// A good row, as the file has it: in Latin-1 letters are one byte.
    var row: String {
      switch self {
      case .aliases: "Cañas,El Carrizal"
      case .classes: "XX,Ñandú,0401"
      case .populations: "01Ñ,2020,5"
      case .standard: "0+,1"
      case .correspondence: "Ñ1,Ñ2,1"
      case .activities: "Ñ1,baile"
      }
    }

    func read(_ file: InputFile) throws {
      switch self {
      case .aliases: _ = try AliasFile.read(file)
      case .classes: _ = try ClassFile(file).read()
      case .populations: _ = try PopulationFile.read(file, fields: [:])
      case .standard: _ = try PopulationFile.readStandard(file)
      case .correspondence: _ = try CorrespondenceFile.read(file)
      case .activities: _ = try file.open().table()
      }
    }
  }

  private let folder = TemporaryFolder()

  private func failure(_ kind: Kind, _ bytes: [UInt8], asWritten: Set<Mending> = []) -> Failure? {
    do {
      var file = InputFile("t.csv", path: folder.write("t.csv", bytes))
      file.reading.asWritten = asWritten
      try kind.read(file)
      return nil
    } catch { return error as? Failure }
  }

  @Test(arguments: Kind.allCases)
  func `a sound table is read`(_ kind: Kind) {
    #expect(failure(kind, Array("\(kind.header)\n\(kind.row)\n".utf8)) == nil)
  }

  @Test(arguments: Kind.allCases)
  func `a row without all its cells is refused with its line`(_ kind: Kind) {
    let values = ["file": "t.csv", "line": "3", "reason": "account.reason.bad_row"]
    #expect(
      failure(kind, Array("\(kind.header)\n\(kind.row)\nx\n".utf8)) == Failure(.notUnderstood, "table.bad_row", values))
  }

  @Test(arguments: Kind.allCases)
  func `a row that is not in the encoding of the table is refused with its line where nothing is to be mended`(_ kind: Kind) {
    // The mark says that the table is UTF-8; the second row is Latin-1.
    let damaged = kind.row.unicodeScalars.map { UInt8($0.value) } + [0xF1, 0x0A]
    let bytes = [0xEF, 0xBB, 0xBF] + Array("\(kind.header)\n\(kind.row)\n".utf8) + damaged
    let values = ["file": "t.csv", "line": "3", "reason": "account.reason.bad_encoding"]
    #expect(failure(kind, bytes, asWritten: [.encoding]) == Failure(.notUnderstood, "table.bad_row", values))
    #expect(failure(kind, bytes)?.diagnostic.id != "table.bad_row")
  }

  @Test(arguments: Kind.allCases)
  func `what is no table is refused by the name of its format`(_ kind: Kind) {
    let values = ["file": "t.csv", "format": "GeoJSON", "formats": Formats.names(reading: .table)]
    #expect(
      failure(kind, Array("{\"type\":\"FeatureCollection\"}".utf8)) == Failure(.notUnderstood, "format.refused.table", values))
  }
}
