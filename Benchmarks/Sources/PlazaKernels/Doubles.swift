import Glibc

/// What went wrong, in one line.
struct KernelError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// A file of little-endian doubles and nothing else.
func readDoubles(_ path: String) throws(KernelError) -> [Double] {
  guard let file = fopen(path, "rb") else { throw KernelError("cannot read \(path)") }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = ftell(file)
  rewind(file)
  var values = [Double](repeating: 0, count: size / 8)
  let found = values.withUnsafeMutableBytes { fread($0.baseAddress, 8, $0.count / 8, file) }
  guard found == values.count else { throw KernelError("cannot read all of \(path)") }
  return values
}

func write(_ values: [Double], to path: String) throws(KernelError) {
  guard let file = fopen(path, "wb") else { throw KernelError("cannot write \(path)") }
  let written = values.withUnsafeBytes { fwrite($0.baseAddress, 8, $0.count / 8, file) }
  guard fclose(file) == 0, written == values.count else { throw KernelError("cannot write all of \(path)") }
}

/// Interleaved pairs as two columns.
func columns(_ pairs: [Double]) -> (x: [Double], y: [Double]) {
  (stride(from: 0, to: pairs.count, by: 2).map { pairs[$0] }, stride(from: 1, to: pairs.count, by: 2).map { pairs[$0] })
}
