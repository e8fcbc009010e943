// Decimal digits, eight at a time in one machine word. The first byte of the text is the lowest byte of the word.

/// The eight bytes at `p`, which must all be readable.
@inline(__always)
func loadEightBytes(_ p: UnsafePointer<UInt8>) -> UInt64 {
  UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self))
}

/// How many of the eight bytes are digits before the first that is not.
@inline(__always)
func leadingDigitCount(_ word: UInt64) -> Int {
  // A digit has the high nibble 3, and still has it when 6 is added. A carry out of a byte reaches only bytes after a non-digit.
  let high = (word & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x3030_3030_3030_3030
  let raised = ((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x3030_3030_3030_3030
  return (high | raised).trailingZeroBitCount &>> 3
}

/// The number that the first `count` bytes of the word write, 1 ≤ count ≤ 8, all digits.
@inline(__always)
func digitsValue(_ word: UInt64, count: Int) -> UInt64 {
  // Shifted up, the digits end in the highest byte and zeros stand before them.
  var value = (word &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)) & 0x0F0F_0F0F_0F0F_0F0F
  value = ((value &* 2561) &>> 8) & 0x00FF_00FF_00FF_00FF
  value = ((value &* 6_553_601) &>> 16) & 0x0000_FFFF_0000_FFFF
  return (value &* 42_949_672_960_001) &>> 32
}

/// Whether the byte is one of `0` … `9`.
@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
