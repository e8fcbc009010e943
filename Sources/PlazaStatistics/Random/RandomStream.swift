/// Random numbers that depend on a seed and on what they are drawn for, and on nothing else.
///
/// Each item (an area by its code, a cell by its row and column, a draw by its number) takes the stream of its rank, so neither the number of
/// workers nor the order of the work changes what it draws. wyrand of wyhash 4 (Wang Yi, public domain; a step adds a constant, both halves of one multiplication
/// are the number) from a state that mixes both numbers as SplitMix64 does (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
public struct RandomStream: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  public init(seed: UInt64, rank: UInt64) {
    state = Self.mixed(seed &* 0xD1B5_4A32_D192_ED03 &+ 0x8CB9_2BA7_2F3D_8DD7) ^ Self.mixed(rank &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// The next 64 random bits.
  @inline(__always)
  public mutating func next() -> UInt64 {
    state &+= 0xA076_1D64_78BD_642F
    let product = state.multipliedFullWidth(by: state ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// A whole number from 0 to below `bound`, each equally likely to within 2⁻³² · bound.
  ///
  /// The multiplication of Lemire 2019 (doi:10.1145/3230636) without its rejection: at the sizes of a table of areas its bias is far below what
  /// any number of permutations could show, and every draw takes one number.
  @inline(__always)
  public mutating func next(below bound: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: ((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// A number in [0, 1) with 53 random bits.
  @inline(__always)
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
