internal import CCrypto
internal import PlazaFormats
internal import PlazaLayers

/// The SHA-256 and the size of a file's bytes, as they stand on the disk.
public struct FileDigest: Hashable, Sendable {
  public var bytes: Int
  public var sha256: String

  /// - Throws: `Failure` as `Input` does.
  public init(path: String, name: String) throws {
    let file = try Input(name, path: path).openRaw()
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    bytes = 0
    while true {
      let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
      if count == 0 { break }
      bytes += count
      EVP_DigestUpdate(context, buffer, count)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    sha256 = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
