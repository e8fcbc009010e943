import Glibc
import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting

extension SplitMix64 {
  mutating func digits(_ count: Int) -> String {
    String(decoding: (0..<count).map { _ in UInt8.random(in: 0x30...0x39, using: &self) }, as: UTF8.self)
  }
}

/// Gives some bytes in pieces of random or of one size.
final class PieceReader: ByteReader {
  private let bytes: [UInt8]
  private var given = 0
  private var random: SplitMix64
  private let largest: Int

  init(_ bytes: [UInt8], largest: Int = 1 << 16, seed: UInt64 = 1) {
    self.bytes = bytes
    self.largest = largest
    random = SplitMix64(seed: seed)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let size = largest == 1 ? 1 : Int.random(in: 1...largest, using: &random)
    let count = min(size, buffer.count, bytes.count - given)
    buffer.copyBytes(from: bytes[given..<given + count])
    given += count
    return count
  }
}

enum SharedData {
  /// `../shared/data` beside the repository.
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/shared/data/"
  }()

  static var isPresent: Bool { access(root, R_OK) == 0 }

  /// The bytes of a file, inflated if its name ends in `.gz`; nil if it is not there.
  static func bytes(_ path: String) -> [UInt8]? {
    let full = path.hasPrefix("/") ? path : root + path
    guard access(full, R_OK) == 0 else { return nil }
    let isCompressed = full.hasSuffix(".gz")
    guard let file = isCompressed ? popen("gunzip -c '\(full)'", "r") : fopen(full, "r") else { return nil }
    defer { _ = isCompressed ? pclose(file) : fclose(file) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { return result }
      result.append(contentsOf: piece[..<count])
    }
  }

  /// All regular files below a folder, by path.
  static func files(under folder: String) -> [String] {
    guard let list = popen("find '\(root + folder)' -type f | LC_ALL=C sort", "r") else { return [] }
    defer { pclose(list) }
    var text: [UInt8] = []
    while case let byte = getc(list), byte != EOF { text.append(UInt8(byte)) }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

func readLayer(_ bytes: [UInt8], jobs: Int = 1, largest: Int = 1 << 16, seed: UInt64 = 1) throws -> LayerReading {
  try GeoJSONLayerSource(name: "test.geojson", open: { PieceReader(bytes, largest: largest, seed: seed) }, jobs: jobs).readLayer()
}

func readLayer(_ text: String, jobs: Int = 1) throws -> LayerReading { try readLayer(Array(text.utf8), jobs: jobs) }

/// The features of a layer's geometry as nested arrays, to compare with.
func nested(_ column: PolygonColumn) -> [[[[[Double]]]]] {
  (0..<column.featureCount).map { feature in
    column.polygons(ofFeature: feature).map { polygon in
      column.rings(ofPolygon: polygon).map { ring in
        column.vertices(ofRing: ring).map { [column.coordinate(at: $0).x, column.coordinate(at: $0).y] }
      }
    }
  }
}
