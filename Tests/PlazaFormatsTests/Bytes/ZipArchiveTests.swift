import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct ZipArchiveTests {
  private let folder = TemporaryFolder()

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// An archive of files that are not compressed, or of others as a test says.
  private static func archive(
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

  private static let table = Array("lon,lat,tipo\n-89.2,13.7,robo\n".utf8)
  private static let other = Array("lon,lat,tipo\n-89.2,13.7,hurto\n-89.3,13.8,hurto\n".utf8)

  private func outcome(_ bytes: [UInt8], layer: String? = nil) -> String {
    do {
      var reading = Reading()
      reading.layer = layer
      return try Formats.open(folder.write("a.zip", bytes), as: reading).table().rows.map { $0[2] }.joined(separator: ",")
    } catch { return (error as? Failure)?.diagnostic.id ?? "\(error)" }
  }

  @Test func `the only file that can be read is read`() {
    let files = [("x/", []), ("x/léame.pdf", [1]), ("__MACOSX/x/datos.csv", [0]), ("x/datos.csv", Self.table)]
    #expect(outcome(Self.archive(files)) == "robo")
  }

  @Test func `of several files one is chosen by its name`() {
    let bytes = Self.archive([("2023.csv", Self.table), ("a/2024.csv", Self.other)])
    #expect(outcome(bytes) == "layers.several" && outcome(bytes, layer: "2023.csv") == "robo")
    #expect(outcome(bytes, layer: "a/2024.csv") == "hurto,hurto" && outcome(bytes, layer: "2025.csv") == "layers.unknown")
    #expect(outcome(Self.archive([("x.pdf", [1, 2])])) == "zip.nothing")
  }

  @Test func `what lies, is locked or packed otherwise is refused`() {
    let file = [("x.csv", Self.table)]
    #expect(outcome(Self.archive(file, flags: 1)) == "zip.encrypted")
    #expect(outcome(Self.archive(file, method: 12)) == "zip.method")
    #expect(outcome(Self.archive(file, size: 5)) == "zip.damaged")
    #expect(outcome(Self.archive(file, size: 0x7FFF_FFFF)) == "zip.damaged")
    #expect(outcome(Self.archive(file, crc: 7)) == "zip.damaged")
    // Said to be deflated, and is not.
    #expect(outcome(Self.archive(file, method: 8)) == "zip.damaged")
  }

  @Test func `an archive that is cut or changed ends with a message`() {
    let sound = Self.archive([("x.csv", Self.table), ("y.txt", [])])
    for end in stride(from: 4, to: sound.count, by: 3) {
      #expect(["zip.damaged", "layers.several"].contains(outcome(Array(sound[..<end]))))
    }
    var random = SplitMix64(seed: 2)
    for _ in 0..<2_000 {
      var bytes = sound
      bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      #expect(!outcome(bytes).isEmpty)
    }
  }
}
