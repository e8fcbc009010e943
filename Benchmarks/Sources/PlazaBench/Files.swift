import Glibc

func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

func bytes(of path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}

func readFile(_ path: String) throws(BenchError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  if descriptor < 0 { throw BenchError("cannot read \(path): \(String(cString: strerror(errno)))") }
  defer { close(descriptor) }
  var content = [UInt8](repeating: 0, count: bytes(of: path))
  var done = 0
  while done < content.count {
    let count = content.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + done, $0.count - done) }
    if count <= 0 { break }
    done += count
  }
  content.removeLast(content.count - done)
  return content
}

/// Calls `body` with each line, without its line feed, reading through one window of 4 MiB (no line is longer).
func forEachLine(of path: String, _ body: (UnsafeRawBufferPointer) -> Void) throws(BenchError) {
  let descriptor = open(path, O_RDONLY)
  if descriptor < 0 { throw BenchError("cannot read \(path): \(String(cString: strerror(errno)))") }
  defer { close(descriptor) }
  let window = UnsafeMutableRawBufferPointer.allocate(byteCount: 4 << 20, alignment: 16)
  defer { window.deallocate() }
  var kept = 0
  while true {
    let count = read(descriptor, window.baseAddress! + kept, window.count - kept)
    if count <= 0 { break }
    let filled = kept + count
    var start = 0
    while let end = memchr(window.baseAddress! + start, 10, filled - start) {
      let stop = UnsafeRawPointer(end) - UnsafeRawPointer(window.baseAddress!)
      body(UnsafeRawBufferPointer(rebasing: window[start..<stop]))
      start = stop + 1
    }
    kept = filled - start
    memmove(window.baseAddress!, window.baseAddress! + start, kept)
  }
  if kept > 0 { body(UnsafeRawBufferPointer(rebasing: window[..<kept])) }
}

/// A line on standard error, past the C library's stream, whose variable Swift may not share.
func complain(_ text: String) {
  let line = Array("plaza-bench: \(text)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
}
