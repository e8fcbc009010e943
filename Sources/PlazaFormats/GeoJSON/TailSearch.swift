import Glibc

/// Whether the last 64 KiB of a file may hold a legacy `crs`: the features before it are not looked at.
///
/// A FeatureCollection may carry it behind its features, and then the place of every record depends on the end of the file.
func mayEndWithCRS(_ reader: any ByteReader) throws -> Bool {
  let tail = 1 << 16
  let window = 1 << 20
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: tail + window, alignment: 16)
  defer { buffer.deallocate() }
  var count = 0
  while true {
    if count > tail {
      memmove(buffer.baseAddress!, buffer.baseAddress! + (count - tail), tail)
      count = tail
    }
    let got = try reader.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count..<min(count + window, buffer.count)]))
    if got == 0 { break }
    count += got
  }
  let text = UnsafePointer(buffer.baseAddress!.assumingMemoryBound(to: UInt8.self))
  var p = text
  while let quote = find(0x22, p, end: text + count) {
    if text + count - quote >= 5, memcmp(quote, "\"crs\"", 5) == 0 { return true }
    p = quote + 1
  }
  return false
}
