internal import CTiff
internal import PlazaGeometry

/// Reads rows of a TIFF's first band, for one thread.
final class GeoTIFFReader: RasterReader {
  private let tiff: TIFFHandle
  private let layout: GeoTIFFLayout
  /// One row, or one tile, as libtiff decodes it.
  private let buffer: UnsafeMutableRawBufferPointer

  init(_ tiff: TIFFHandle, _ layout: GeoTIFFLayout) throws {
    self.tiff = tiff
    self.layout = layout
    let cells = layout.tile.map { $0.width * $0.height } ?? layout.columnCount
    let needed = cells * layout.sample.size * (layout.isInterleaved ? layout.bandCount : 1)
    let size = layout.tile == nil ? TIFFScanlineSize64(tiff.pointer) : TIFFTileSize64(tiff.pointer)
    guard size >= needed, size <= 1 << 30 else {
      buffer = .allocate(byteCount: 0, alignment: 16)
      throw tiff.damaged
    }
    buffer = .allocate(byteCount: Int(size), alignment: 16)
  }

  deinit { buffer.deallocate() }

  func read(rows: Range<Int>, into values: UnsafeMutableBufferPointer<Double>) throws {
    guard let base = values.baseAddress else { return }
    let count = layout.rowCount
    let stored = layout.isSouthUp ? count - rows.upperBound..<count - rows.lowerBound : rows
    if let tile = layout.tile { try readTiles(tile, stored, base) } else { try readStrips(stored, base) }
    if layout.isSouthUp { turn(base, rows: rows.count) }
    finish(base, count: rows.count * layout.columnCount)
  }

  /// Puts rows that come from the south into the order from the north.
  private func turn(_ values: UnsafeMutablePointer<Double>, rows: Int) {
    let width = layout.columnCount
    for row in 0..<rows / 2 {
      let (upper, lower) = (values + row * width, values + (rows - 1 - row) * width)
      for column in 0..<width { (upper[column], lower[column]) = (lower[column], upper[column]) }
    }
  }

  /// What stands for nothing though the cell does not equal it to the last bit, and the values that the stored ones stand for.
  private func finish(_ values: UnsafeMutablePointer<Double>, count: Int) {
    for absent in [layout.noData, layout.otherNoData].compactMap({ $0 }) {
      // Numbers as −3.4e38 are written with as many digits as a program likes; no count is near them.
      let tolerance = absent.magnitude > 1e30 ? 1e-5 * absent.magnitude : 0
      let close = layout.sample == .f32 ? Double(Float(absent)) : absent
      if tolerance == 0, absent == layout.noData { continue }
      for place in 0..<count where values[place] == close || (values[place] - absent).magnitude <= tolerance {
        values[place] = .nan
      }
    }
    if layout.isScaled {
      for place in 0..<count { values[place] = values[place] * layout.scale + layout.offset }
    }
  }

  private var step: Int { layout.isInterleaved ? layout.bandCount : 1 }

  private func readStrips(_ rows: Range<Int>, _ values: UnsafeMutablePointer<Double>) throws {
    let width = layout.columnCount
    for row in rows {
      let place = values + (row - rows.lowerBound) * width
      if isAbsent(UInt32(row / layout.stripRows)) {
        place.update(repeating: absent, count: width)
        continue
      }
      guard TIFFReadScanline(tiff.pointer, buffer.baseAddress, UInt32(row), 0) == 1 else { throw tiff.damaged }
      layout.sample.convert(UnsafeRawPointer(buffer.baseAddress!), count: width, step: step, noData: layout.noData, to: place)
    }
  }

  private func readTiles(_ tile: (width: Int, height: Int), _ rows: Range<Int>, _ values: UnsafeMutablePointer<Double>) throws {
    let width = layout.columnCount
    for top in stride(from: rows.lowerBound / tile.height * tile.height, to: rows.upperBound, by: tile.height) {
      let wanted = max(top, rows.lowerBound)..<min(top + tile.height, rows.upperBound)
      for left in stride(from: 0, to: width, by: tile.width) {
        let count = min(tile.width, width - left)
        let number = TIFFComputeTile(tiff.pointer, UInt32(left), UInt32(top), 0, 0)
        let isAbsent = isAbsent(number)
        if !isAbsent, TIFFReadEncodedTile(tiff.pointer, number, buffer.baseAddress, tmsize_t(buffer.count)) < 0 {
          throw tiff.damaged
        }
        for row in wanted {
          let place = values + (row - rows.lowerBound) * width + left
          if isAbsent {
            place.update(repeating: absent, count: count)
          } else {
            let start = (row - top) * tile.width * step * layout.sample.size
            layout.sample.convert(
              UnsafeRawPointer(buffer.baseAddress! + start), count: count, step: step, noData: layout.noData, to: place)
          }
        }
      }
    }
  }

  /// GDAL leaves out strips and tiles that hold nothing.
  private func isAbsent(_ number: UInt32) -> Bool { TIFFGetStrileByteCount(tiff.pointer, number) == 0 }
  private var absent: Double { layout.noData == nil ? 0 : .nan }
}

extension GeoTIFFLayout.Sample {
  var name: String {
    switch self {
    case .u8: "uint8"
    case .i8: "int8"
    case .u16: "uint16"
    case .i16: "int16"
    case .u32: "uint32"
    case .i32: "int32"
    case .u64: "uint64"
    case .i64: "int64"
    case .f32: "float32"
    case .f64: "float64"
    }
  }

  /// Bytes.
  var size: Int {
    switch self {
    case .u8, .i8: 1
    case .u16, .i16: 2
    case .u32, .i32, .f32: 4
    case .u64, .i64, .f64: 8
    }
  }

  /// The samples as doubles; `nan` for what stands for nothing and for what is not finite.
  /// - Parameter step: from one cell to the next, in samples.
  func convert(_ raw: UnsafeRawPointer, count: Int, step: Int, noData: Double?, to values: UnsafeMutablePointer<Double>) {
    switch self {
    case .u8: integers(raw, UInt8.self, count, step, noData, values)
    case .i8: integers(raw, Int8.self, count, step, noData, values)
    case .u16: integers(raw, UInt16.self, count, step, noData, values)
    case .i16: integers(raw, Int16.self, count, step, noData, values)
    case .u32: integers(raw, UInt32.self, count, step, noData, values)
    case .i32: integers(raw, Int32.self, count, step, noData, values)
    case .u64: integers(raw, UInt64.self, count, step, noData, values)
    case .i64: integers(raw, Int64.self, count, step, noData, values)
    // Compared as a float: the text of the file has digits that a float has not.
    case .f32: floats(raw, Float.self, count, step, noData.map { Float($0) }, values)
    case .f64: floats(raw, Double.self, count, step, noData, values)
    }
  }

  @inline(__always)
  private func integers<Value: FixedWidthInteger & BitwiseCopyable>(
    _ raw: UnsafeRawPointer, _: Value.Type, _ count: Int, _ step: Int, _ noData: Double?, _ values: UnsafeMutablePointer<Double>
  ) {
    let samples = raw.assumingMemoryBound(to: Value.self)
    for place in 0..<count { values[place] = Double(samples[place * step]) }
    guard let noData, let absent = Value(exactly: noData) else { return }
    for place in 0..<count where samples[place * step] == absent { values[place] = .nan }
  }

  @inline(__always)
  private func floats<Value: BinaryFloatingPoint & BitwiseCopyable>(
    _ raw: UnsafeRawPointer, _: Value.Type, _ count: Int, _ step: Int, _ noData: Value?, _ values: UnsafeMutablePointer<Double>
  ) {
    let samples = raw.assumingMemoryBound(to: Value.self)
    // Equal to nothing where there is none.
    let absent = noData ?? .nan
    if step == 1 {
      for place in 0..<count {
        let sample = samples[place]
        // What is not finite has no difference from itself.
        values[place] = sample - sample == 0 && sample != absent ? Double(sample) : .nan
      }
    } else {
      for place in 0..<count {
        let sample = samples[place * step]
        values[place] = sample - sample == 0 && sample != absent ? Double(sample) : .nan
      }
    }
  }
}
