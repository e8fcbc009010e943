internal import PlazaLayers

/// Gives each kind a small number in order of first appearance, however its records spell it; a spelling is looked at once.
struct CanonicalKinds: Sendable {
  private var spellings = Interner()
  /// The kind of each spelling.
  private var kinds: [Int32] = []
  private var numbers: [String: Int32] = [:]
  /// By number.
  private(set) var names: [String] = []

  var count: Int { names.count }

  /// Spellings that are remembered: a column of free text that differs by blanks must not fill the memory.
  private let spellingLimit: Int

  init(remembering limit: Int = 1 << 16) { spellingLimit = limit }

  @inline(__always)
  mutating func number(of start: UnsafePointer<UInt8>, count: Int) -> Int {
    let spelling = spellings.number(of: start, count: count)
    return spelling < kinds.count ? Int(kinds[spelling]) : learn(spelling)
  }

  @inline(never)
  private mutating func learn(_ spelling: Int) -> Int {
    let name = CanonicalText.of(spellings.value(spelling))
    let number = numbers[name] ?? Int32(truncatingIfNeeded: names.count)
    if Int(number) == names.count {
      numbers[name] = number
      names.append(name)
    }
    if spelling >= spellingLimit {
      spellings = Interner()
      kinds.removeAll(keepingCapacity: true)
    } else {
      kinds.append(number)
    }
    return Int(number)
  }
}
