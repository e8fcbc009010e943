internal import CTiff
internal import PlazaLayers

/// A TIFF that is written to memory: libtiff goes back to what it has written, which an output that appears whole does not allow.
final class TIFFMemory {
  private(set) var bytes: [UInt8] = []
  private var position = 0

  /// Lets `body` write one directory, and closes it.
  /// - Throws: `Failure` `raster.cannot_write` where `body` or libtiff fails.
  static func write(path: String, _ body: (OpaquePointer) -> Bool) throws -> [UInt8] {
    let (memory, messages) = (TIFFMemory(), TIFFMessages())
    let options = messages.makeOptions()
    defer { TIFFOpenOptionsFree(options) }
    return try withExtendedLifetime((memory, messages)) {
      // Little-endian everywhere.
      let tiff = plaza_tiff_client_open(
        path, "wl", Unmanaged.passUnretained(memory).toOpaque(), { TIFFMemory.of($0).read($1, $2) },
        { TIFFMemory.of($0).write($1, $2) }, { TIFFMemory.of($0).seek($1, $2) }, { _ in 0 },
        { UInt64(TIFFMemory.of($0).bytes.count) },
        options)
      guard let tiff else { throw Failure(.cannotCreate, "raster.cannot_write", ["path": path, "reason": messages.last]) }
      let isDone = body(tiff) && TIFFWriteDirectory(tiff) == 1
      TIFFClose(tiff)
      guard isDone else { throw Failure(.cannotCreate, "raster.cannot_write", ["path": path, "reason": messages.last]) }
      return memory.bytes
    }
  }

  private static func of(_ handle: UnsafeMutableRawPointer?) -> TIFFMemory {
    Unmanaged<TIFFMemory>.fromOpaque(handle!).takeUnretainedValue()
  }

  private func read(_ buffer: UnsafeMutableRawPointer?, _ size: tmsize_t) -> tmsize_t {
    let count = max(0, min(Int(size), bytes.count - position))
    bytes.withUnsafeBytes { buffer?.copyMemory(from: $0.baseAddress! + position, byteCount: count) }
    position += count
    return tmsize_t(count)
  }

  private func write(_ buffer: UnsafeMutableRawPointer?, _ size: tmsize_t) -> tmsize_t {
    let new = UnsafeRawBufferPointer(start: buffer, count: Int(size))
    if position > bytes.count { bytes.append(contentsOf: repeatElement(0, count: position - bytes.count)) }
    let over = min(new.count, bytes.count - position)
    if over > 0 {
      bytes.withUnsafeMutableBytes { ($0.baseAddress! + position).copyMemory(from: new.baseAddress!, byteCount: over) }
    }
    bytes.append(contentsOf: new[over...])
    position += new.count
    return size
  }

  private func seek(_ offset: UInt64, _ whence: Int32) -> UInt64 {
    switch whence {
    case 0: position = Int(offset)
    case 1: position += Int(Int64(bitPattern: offset))
    default: position = bytes.count + Int(Int64(bitPattern: offset))
    }
    return UInt64(position)
  }
}
