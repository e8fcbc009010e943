/// Bytes of an uncompressed TIFF, put together by hand: what the reader is held against is not libtiff's own writing.
struct TIFFBytes {
  enum Sample: Hashable, Sendable, CaseIterable { case u8, i8, u16, i16, u32, i32, f32, f64 }

  var width: Int
  var height: Int
  /// By row; the same for every band, plus 1000 for each band after the first.
  var values: [Double]
  var sample = Sample.f32
  var isBigEndian = false
  var isBigTIFF = false
  /// Nil stores strips of `stripRows`.
  var tile: (width: Int, height: Int)?
  var stripRows = 3
  var bandCount = 1
  var isInterleaved = true
  var pixelScale: [Double]? = [10, 20, 0]
  var tiePoint: [Double]? = [0, 0, 0, 500_000, 9_000_000, 0]
  var transformation: [Double]?
  /// Key, value.
  var keys: [(UInt16, UInt16)] = [(1024, 1), (1025, 1), (3072, 32717)]
  /// A citation of a projected CRS.
  var citation: String?
  var noData: String?
  /// GDAL's metadata.
  var metadata: String?

  private struct Entry {
    var tag: UInt16
    var type: UInt16
    var count: Int
    var bytes: [UInt8]
  }

  private func number(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: isBigEndian ? value.bigEndian : value.littleEndian) { Array($0) }
  }

  private func cell(_ value: Double) -> [UInt8] {
    switch sample {
    case .u8: number(UInt8(value))
    case .i8: number(Int8(value))
    case .u16: number(UInt16(value))
    case .i16: number(Int16(value))
    case .u32: number(UInt32(value))
    case .i32: number(Int32(value))
    case .f32: number(Float(value).bitPattern)
    case .f64: number(value.bitPattern)
    }
  }

  private var sampleBits: (format: UInt16, bits: UInt16) {
    switch sample {
    case .u8: (1, 8)
    case .i8: (2, 8)
    case .u16: (1, 16)
    case .i16: (2, 16)
    case .u32: (1, 32)
    case .i32: (2, 32)
    case .f32: (3, 32)
    case .f64: (3, 64)
    }
  }

  /// The cells of a strip or tile, with zeros beyond the edge.
  private func piece(_ columns: Range<Int>, _ rows: Range<Int>, _ bands: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for column in columns {
        for band in bands {
          let isInside = row < height && column < width
          bytes += cell(isInside ? values[row * width + column] + Double(band * 1000) : 0)
        }
      }
    }
    return bytes
  }

  private var pieces: [[UInt8]] {
    let planes = isInterleaved ? [0..<bandCount] : (0..<bandCount).map { $0..<$0 + 1 }
    return planes.flatMap { bands in
      if let tile {
        return stride(from: 0, to: height, by: tile.height).flatMap { top in
          stride(from: 0, to: width, by: tile.width).map { piece($0..<$0 + tile.width, top..<top + tile.height, bands) }
        }
      }
      return stride(from: 0, to: height, by: stripRows).map { piece(0..<width, $0..<min(height, $0 + stripRows), bands) }
    }
  }

  private func shorts(_ tag: UInt16, _ values: [UInt16]) -> Entry {
    Entry(tag: tag, type: 3, count: values.count, bytes: values.flatMap { number($0) })
  }
  private func longs(_ tag: UInt16, _ values: [Int]) -> Entry {
    Entry(tag: tag, type: 4, count: values.count, bytes: values.flatMap { number(UInt32($0)) })
  }
  private func doubles(_ tag: UInt16, _ values: [Double]) -> Entry {
    Entry(tag: tag, type: 12, count: values.count, bytes: values.flatMap { number($0.bitPattern) })
  }
  private func text(_ tag: UInt16, _ value: String) -> Entry {
    Entry(tag: tag, type: 2, count: value.utf8.count + 1, bytes: Array(value.utf8) + [0])
  }

  var bytes: [UInt8] {
    var entries = [
      longs(256, [width]), longs(257, [height]), shorts(258, Array(repeating: sampleBits.bits, count: bandCount)),
      shorts(259, [1]),
      shorts(262, [1]), shorts(277, [UInt16(bandCount)]), shorts(284, [isInterleaved ? 1 : 2]),
      shorts(339, Array(repeating: sampleBits.format, count: bandCount)),
    ]
    var file: [UInt8] = isBigEndian ? [0x4D, 0x4D] : [0x49, 0x49]
    file += isBigTIFF ? number(UInt16(43)) + number(UInt16(8)) + number(UInt16(0)) : number(UInt16(42))
    let link = file.count
    file += isBigTIFF ? number(UInt64(0)) : number(UInt32(0))
    var offsets: [Int] = []
    let pieces = pieces
    for piece in pieces {
      offsets.append(file.count)
      file += piece
    }
    if let tile {
      entries += [
        longs(322, [tile.width]), longs(323, [tile.height]), longs(324, offsets), longs(325, pieces.map(\.count)),
      ]
    } else {
      entries += [longs(273, offsets), longs(278, [stripRows]), longs(279, pieces.map(\.count))]
    }
    if let pixelScale { entries.append(doubles(33550, pixelScale)) }
    if let tiePoint { entries.append(doubles(33922, tiePoint)) }
    if let transformation { entries.append(doubles(34264, transformation)) }
    if !keys.isEmpty || citation != nil {
      var directory: [UInt16] = [1, 1, 0, UInt16(keys.count + (citation == nil ? 0 : 1))]
      for (key, value) in keys { directory += [key, 0, 1, value] }
      if let citation {
        directory += [3073, 34737, UInt16(citation.utf8.count + 1), 0]
        entries.append(text(34737, citation + "|"))
      }
      entries.append(shorts(34735, directory))
    }
    if let metadata { entries.append(text(42112, metadata)) }
    if let noData { entries.append(text(42113, noData)) }
    entries.sort { $0.tag < $1.tag }
    let inline = isBigTIFF ? 8 : 4
    var fields: [UInt8] = []
    for entry in entries {
      fields += number(entry.tag) + number(entry.type)
      fields += isBigTIFF ? number(UInt64(entry.count)) : number(UInt32(entry.count))
      if entry.bytes.count <= inline {
        fields += entry.bytes + Array(repeating: 0, count: inline - entry.bytes.count)
      } else {
        if file.count % 2 == 1 { file.append(0) }
        fields += isBigTIFF ? number(UInt64(file.count)) : number(UInt32(file.count))
        file += entry.bytes
      }
    }
    if file.count % 2 == 1 { file.append(0) }
    let place = isBigTIFF ? number(UInt64(file.count)) : number(UInt32(file.count))
    file.replaceSubrange(link..<link + place.count, with: place)
    file += isBigTIFF ? number(UInt64(entries.count)) : number(UInt16(entries.count))
    return file + fields + Array(repeating: 0, count: inline)
  }
}
