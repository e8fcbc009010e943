/// Hashes and comparisons of short runs of bytes, by words that may overlap: no byte is read that is not of the run.
enum ByteHash {
  /// 64 bits of every byte of a run.
  @inline(__always)
  static func whole(_ run: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    guard count >= 16 else {
      let low = count >= 8 ? word(run, 0) : short(run, count)
      let high = count >= 8 ? word(run, count &- 8) : 0
      return mixed(mixed(low ^ 0xA076_1D64_78BD_642F, high ^ hash), 0xE703_7ED1_A0B4_28DB)
    }
    var at = 0
    while at &+ 16 <= count {
      hash = mixed(word(run, at) ^ hash, word(run, at &+ 8) ^ 0xA076_1D64_78BD_642F)
      at &+= 16
    }
    if at < count { hash = mixed(word(run, count &- 16) ^ hash, word(run, count &- 8) ^ 0xE703_7ED1_A0B4_28DB) }
    return mixed(hash, 0x8EBC_6AF0_9C88_C6E3)
  }

  @inline(__always)
  static func areEqual(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count >= 8 else { return short(one, count) == short(other, count) }
    var at = 0
    while at &+ 8 <= count {
      if word(one, at) != word(other, at) { return false }
      at &+= 8
    }
    return word(one, count &- 8) == word(other, count &- 8)
  }

  @inline(__always)
  static func word(_ run: UnsafePointer<UInt8>, _ at: Int) -> UInt64 {
    UnsafeRawPointer(run + at).loadUnaligned(as: UInt64.self)
  }

  /// Of fewer than eight bytes: every one of them, so that runs of one length agree in it only when they are equal.
  @inline(__always)
  static func short(_ run: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(run)
    if count >= 4 {
      let high = raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return UInt64(raw.loadUnaligned(as: UInt32.self)) | UInt64(high) &<< 32
    }
    guard count > 0 else { return 0 }
    return UInt64(run[0]) | UInt64(run[count / 2]) &<< 8 | UInt64(run[count &- 1]) &<< 16
  }

  /// Both halves of a product of 128 bits.
  @inline(__always)
  static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
