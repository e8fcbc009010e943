internal import PlazaLayers

/// Gives each kind a small number in order of first appearance, however its records spell it; a spelling is looked at once.
struct CanonicalKinds: Sendable {
  private var spellings = Interner()
  /// The kind of each spelling, and how many records bear it.
  private var kinds: [Int32] = []
  private var uses: [Int] = []
  private var numbers: [String: Int32] = [:]
  /// By number: the first spelling that was met, by which nothing is shown.
  private(set) var names: [String] = []
  /// By number: what tells it apart from the others.
  private(set) var keys: [String] = []
  /// By number: how many records bear each spelling, of those that are no longer remembered.
  private var counted: [[String: Int]] = []
  /// The kinds that are words for totals.
  private(set) var totals: Set<Int> = []

  var count: Int { names.count }

  /// Spellings that are remembered: a column of free text that differs by blanks must not fill the memory.
  private let spellingLimit: Int
  /// Whether case, accents and repeated blanks make no other kind.
  private let folds: Bool

  /// The kind that is meant, by what another name of it is compared by.
  private let aliases: [String: String]

  init(folding folds: Bool = true, aliases: [String: String] = [:], remembering limit: Int = 1 << 16) {
    self.folds = folds
    self.aliases = aliases
    spellingLimit = limit
  }

  @inline(__always)
  mutating func number(of start: UnsafePointer<UInt8>, count: Int) -> Int {
    var spelling = spellings.number(of: start, count: count)
    if spelling == kinds.count { spelling = learn(spelling) }
    uses[spelling] &+= 1
    return Int(kinds[spelling])
  }

  /// - Returns: the number of the spelling, which is another when the memory was emptied.
  @inline(never)
  private mutating func learn(_ spelling: Int) -> Int {
    let bytes = Array(spellings.value(spelling))
    let name = shown(bytes[...])
    let key = folds ? KindName.folded(name) : name
    let number = numbers[key] ?? Int32(truncatingIfNeeded: names.count)
    if Int(number) == names.count {
      numbers[key] = number
      names.append(name)
      keys.append(key)
      counted.append([:])
      if TotalWords.isTotal(name) { totals.insert(Int(number)) }
    }
    var spelling = spelling
    if spelling >= spellingLimit {
      counted = counts()
      spellings = Interner()
      kinds.removeAll(keepingCapacity: true)
      uses.removeAll(keepingCapacity: true)
      spelling = bytes.withUnsafeBufferPointer {
        spellings.number(of: $0.baseAddress ?? UnsafePointer(bitPattern: 1)!, count: $0.count)
      }
    }
    kinds.append(number)
    uses.append(0)
    return spelling
  }

  private func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let name = CanonicalText.of(bytes)
    if !aliases.isEmpty, let meant = aliases[KindName.folded(name)] { return meant }
    return folds ? KindName.withSingleBlanks(name) : name
  }

  /// By number: how many records bear each spelling.
  func counts() -> [[String: Int]] {
    var counts = counted
    for spelling in kinds.indices where uses[spelling] > 0 {
      counts[Int(kinds[spelling])][shown(spellings.value(spelling)), default: 0] += uses[spelling]
    }
    return counts
  }
}
