import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct ZipArchiveTests {
  private let folder = TemporaryFolder()

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
    #expect(outcome(TestArchive.bytes(files)) == "robo")
  }

  @Test func `of several files one is chosen by its name`() {
    let bytes = TestArchive.bytes([("2023.csv", Self.table), ("a/2024.csv", Self.other)])
    #expect(outcome(bytes) == "layers.several" && outcome(bytes, layer: "2023.csv") == "robo")
    #expect(outcome(bytes, layer: "a/2024.csv") == "hurto,hurto" && outcome(bytes, layer: "2025.csv") == "layers.unknown")
    #expect(outcome(TestArchive.bytes([("x.pdf", [1, 2])])) == "zip.nothing")
  }

  @Test func `what lies, is locked or packed otherwise is refused`() {
    let file = [("x.csv", Self.table)]
    #expect(outcome(TestArchive.bytes(file, flags: 1)) == "zip.encrypted")
    #expect(outcome(TestArchive.bytes(file, method: 12)) == "zip.method")
    #expect(outcome(TestArchive.bytes(file, size: 5)) == "zip.damaged")
    #expect(outcome(TestArchive.bytes(file, size: 0x7FFF_FFFF)) == "zip.damaged")
    #expect(outcome(TestArchive.bytes(file, crc: 7)) == "zip.damaged")
    // Said to be deflated, and is not.
    #expect(outcome(TestArchive.bytes(file, method: 8)) == "zip.damaged")
  }

  @Test func `an archive that is cut or changed ends with a message`() {
    let sound = TestArchive.bytes([("x.csv", Self.table), ("y.txt", [])])
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
