/// Divides a whole number of units by shares so that nothing is lost: by largest remainders (Hamilton's method).
///
/// Each part gets the units of its exact claim that are whole; those left over go one by one to the parts with the largest remainders,
/// the first of equals first. A part is never a unit or more away from its claim.
struct Apportionment {
  private let shares: [UInt64]
  private let total: UInt128

  /// - Parameter shares: positive, not empty; they need not add up to anything in particular.
  init(_ shares: [UInt64]) {
    self.shares = shares
    total = shares.reduce(0) { $0 + UInt128($1) }
  }

  /// - Complexity: O(n log n).
  func divide(_ amount: Int128) -> [Int128] {
    guard shares.count > 1 else { return [amount] }
    let magnitude = amount.magnitude
    var parts: [UInt128] = []
    var remainders: [UInt128] = []
    var left = magnitude
    for share in shares {
      // The product of 127 and 64 bits needs more than 128.
      let (part, remainder) = total.dividingFullWidth(magnitude.multipliedFullWidth(by: UInt128(share)))
      parts.append(part)
      remainders.append(remainder)
      left -= part
    }
    if left > 0 {
      let order = remainders.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
      for place in order.prefix(Int(left)) { parts[place] += 1 }
    }
    return parts.map { amount < 0 ? -Int128($0) : Int128($0) }
  }
}
