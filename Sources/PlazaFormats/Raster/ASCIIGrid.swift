internal import PlazaGeometry
internal import PlazaLayers

/// Esri's ASCII grid.
public enum ASCIIGrid: Format {
  public static let name = "ASCII Grid"
  public static let endings = ["asc"]
  public static let contents: Set<FileContent> = [.raster]
  public static var rasterWriters: [any RasterWriter.Type] { [ASCIIGridWriter.self] }

  /// A key of the head, and behind it a number where the key could be the name of a field as well (`dx`).
  public static func recognises(_ head: FileHead) -> Bool {
    let words = head.words(2)
    guard let key = words.first?.lowercased(), ASCIIGridHead.keys.contains(key) else { return false }
    return ["ncols", "nrows"].contains(key) || words.count == 2 && words[1].first.map { "+-.0123456789".contains($0) } == true
  }

  public static func open(_ input: Input, _ reading: Reading) throws -> any Dataset {
    ASCIIGridDataset(input: input, reading: reading)
  }
}

/// An ASCII grid, to be read as a raster.
struct ASCIIGridDataset: Dataset {
  let input: Input
  let reading: Reading
  var format: any Format.Type { ASCIIGrid.self }

  func raster() throws -> RasterReading {
    let source = try ASCIIGridSource(input, reading)
    return RasterReading(source: source, storage: source.storage, notes: source.notes)
  }
}
