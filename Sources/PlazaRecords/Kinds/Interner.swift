/// Gives each distinct byte string a small number, in order of first appearance: a String is made once per distinct value.
struct Interner {
  private(set) var count = 0
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var offsets: [Int] = [0]
  private var bytes: [UInt8] = []
  private var mask: Int

  init() {
    slots = Array(repeating: -1, count: 64)
    mask = 63
  }

  @inline(__always)
  mutating func number(of start: UnsafePointer<UInt8>, count length: Int) -> Int {
    let hash = ByteHash.whole(start, length)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return insert(start, length, hash, slot) }
      if hashes[Int(number)] == hash, isEqual(Int(number), start, length) { return Int(number) }
      slot = (slot &+ 1) & mask
    }
  }

  func value(_ number: Int) -> ArraySlice<UInt8> { bytes[offsets[number]..<offsets[number + 1]] }

  @inline(__always)
  private func isEqual(_ number: Int, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let from = offsets[number]
    guard offsets[number + 1] &- from == length else { return false }
    return bytes.withUnsafeBufferPointer { stored in
      guard let base = stored.baseAddress else { return true }
      return ByteHash.areEqual(base + from, start, length)
    }
  }

  @inline(never)
  private mutating func insert(_ start: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, _ slot: Int) -> Int {
    slots[slot] = Int32(count)
    hashes.append(hash)
    bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: length))
    offsets.append(bytes.count)
    count += 1
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = Array(repeating: -1, count: mask + 1)
    for number in 0..<count {
      var slot = Int(truncatingIfNeeded: hashes[number]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}
