/// Archives as tests want them.
enum TestArchive {
  static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// An archive of files that are not compressed, or of others as a test says.
  static func bytes(
    _ files: [(name: String, bytes: [UInt8])], flags: Int = 0, method: Int = 0, size: Int? = nil, crc stated: UInt32? = nil
  ) -> [UInt8] {
    var (body, directory): ([UInt8], [UInt8]) = ([], [])
    for file in files {
      let name = Array(file.name.utf8)
      let sum = Int(stated ?? crc(file.bytes))
      let common =
        little(20, 2) + little(flags, 2) + little(method, 2) + little(0, 4) + little(sum, 4) + little(file.bytes.count, 4)
        + little(size ?? file.bytes.count, 4) + little(name.count, 2) + little(0, 2)
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
        + little(body.count, 4) + name
      body += little(0x0403_4B50, 4) + common + name + file.bytes
    }
    let end = little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
    return body + directory + end + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
  }
}
