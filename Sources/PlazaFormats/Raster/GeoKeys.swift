internal import PlazaGeometry

/// The tags of GeoTIFF and GDAL, and the keys that Plaza reads and writes. OGC 19-008r4.
enum GeoTag {
  static let pixelScale: UInt32 = 33550
  static let tiePoint: UInt32 = 33922
  static let transformation: UInt32 = 34264
  static let keyDirectory: UInt32 = 34735
  static let doubles: UInt32 = 34736
  static let texts: UInt32 = 34737
  /// GDAL's metadata, as XML.
  static let metadata: UInt32 = 42112
  static let noData: UInt32 = 42113
}

/// What the keys of a GeoTIFF say of its CRS and of what a cell is.
struct GeoKeys: Hashable, Sendable {
  enum Key {
    static let modelType: UInt16 = 1024
    static let rasterType: UInt16 = 1025
    static let citation: UInt16 = 1026
    static let geographic: UInt16 = 2048
    static let projected: UInt16 = 3072
    static let projectedCitation: UInt16 = 3073
  }

  enum Reference: Hashable, Sendable {
    case known(CRS)
    /// Parameters without a code.
    case userDefined
    case none
  }

  var reference = Reference.none
  /// Whether the tie point is the centre of a cell rather than its corner.
  var isPoint = false

  static let userDefined: UInt16 = 32767
  /// What Esri and GDAL put before a whole definition in a citation.
  static let definitionPrefix = "ESRI PE String = "

  init(directory: [UInt16], texts: String) {
    guard directory.count >= 4 else { return }
    var values: [UInt16: UInt16] = [:]
    var citations: [UInt16: String] = [:]
    let bytes = Array(texts.utf8)
    for place in stride(from: 4, to: directory.count - 3, by: 4).prefix(Int(directory[3])) {
      let (key, tag, count, value) = (directory[place], directory[place + 1], directory[place + 2], directory[place + 3])
      if tag == 0 {
        values[key] = value
      } else if UInt32(tag) == GeoTag.texts, Int(value) <= bytes.count {
        // A text ends with a bar.
        let text = bytes[Int(value)...].prefix(Int(count))
        citations[key] = String(decoding: text.last == 0x7C ? text.dropLast() : text, as: UTF8.self)
      }
    }
    isPoint = values[Key.rasterType] == 2
    reference = Self.reference(values, citations)
  }

  private static func reference(_ values: [UInt16: UInt16], _ citations: [UInt16: String]) -> Reference {
    for key in [Key.projectedCitation, Key.citation] {
      if let text = citations[key], text.hasPrefix(definitionPrefix) {
        return .known(.definition(String(text.dropFirst(definitionPrefix.count))))
      }
    }
    let isProjected = values[Key.modelType] == 1 || (values[Key.modelType] != 2 && values[Key.projected] != nil)
    guard let code = isProjected ? values[Key.projected] : values[Key.geographic] else {
      return isProjected || !values.isEmpty && values[Key.modelType].map({ $0 != 0 }) == true ? .userDefined : .none
    }
    return code > 0 && code < userDefined ? .known(.epsg(Int(code))) : .userDefined
  }
}
