/// How the answers of cells are written into 32-bit words.
///
/// A table entry is an area (0 or more), `none`, or the place of a record. The first word of a record holds its kind in two bits,
/// the choice of reference position in two, and a number.
///
/// - `simple`, number = edges: two answers, one for each side of a single border, and the answer on the border; then the
///   edges. Nearly all cells with edges are such.
/// - `grouped`, number = candidates: the background (what covers the whole cell without an edge in it), the distance back
///   to its list, and for each candidate polygon its area and whether it holds the reference, its number of edges, its edges.
/// - `exhaustive`, number = candidates: as `grouped`, but with polygons that have to be tested whole, because an edge runs
///   through every reference position.
/// - `constant`, number = areas (or `unlisted`): an answer for the whole cell, then the areas that cover it.
enum CellRecord {
  static let simple: UInt32 = 0
  static let grouped: UInt32 = 1
  static let exhaustive: UInt32 = 2
  static let constant: UInt32 = 3

  /// Words before the edges of a simple record.
  static let simpleHead = 4
  /// Words before the candidates of a grouped or exhaustive record.
  static let groupedHead = 3
  /// The number in a constant record whose list was left out, memory being bounded.
  static let unlisted: UInt32 = (1 << 28) - 1

  static let none: Int32 = -1
  /// Where coordinates that are not finite end up.
  static let notAPlace = Int32.min

  @inline(__always)
  static func entry(offset: Int) -> Int32 { Int32(truncatingIfNeeded: -2 &- offset) }

  @inline(__always)
  static func offset(entry: Int32) -> Int { -2 &- Int(entry) }

  @inline(__always)
  static func head(_ kind: UInt32, choice: Int, number: Int) -> UInt32 {
    kind | UInt32(truncatingIfNeeded: choice) << 2 | UInt32(truncatingIfNeeded: number) << 4
  }

  @inline(__always)
  static func choice(_ head: UInt32) -> Int { Int(head >> 2 & 3) }

  @inline(__always)
  static func number(_ head: UInt32) -> Int { Int(head >> 4) }
}

/// An area, or none, and its flags in one word.
struct Answer {
  var word: UInt32

  static let none = Answer(area: -1, flags: 0)

  @inline(__always)
  init(word: UInt32) { self.word = word }

  @inline(__always)
  init(area: Int32, flags: UInt8) { word = UInt32(bitPattern: area &+ 1) << 2 | UInt32(flags) }

  @inline(__always)
  var area: Int32 { Int32(bitPattern: word) >> 2 &- 1 }

  @inline(__always)
  var flags: UInt8 { UInt8(truncatingIfNeeded: word & 3) }
}

/// Where a point lies relative to one polygon or area.
enum Side: UInt8 {
  case outside, boundary, inside
}

/// Gathers how polygons, given in the order of their areas, hold a point, and makes the answer.
struct AnswerGathering {
  private var lowest: Int32 = -1
  private var covering = 0
  private var strictly = 0
  private var current: Int32 = -1
  private var side = Side.outside

  /// What covers a whole cell: its lowest area and the number of its areas, counted to two.
  private let background: Int32
  private let backgroundCount: Int

  @inline(__always)
  init(background: Int32 = -1, count: Int = 0) {
    self.background = background
    backgroundCount = count
  }

  @inline(__always)
  mutating func add(_ side: Side, of area: Int32) {
    if area != current {
      settle()
      current = area
      self.side = side
    } else if side.rawValue > self.side.rawValue {
      self.side = side
    }
  }

  @inline(__always)
  private mutating func settle() {
    // The background's area is counted with the background.
    if side == .outside || current == background { return }
    if lowest < 0 { lowest = current }
    covering += 1
    if side == .inside { strictly += 1 }
  }

  @inline(__always)
  mutating func answer() -> Answer {
    settle()
    side = .outside
    covering += backgroundCount
    strictly += backgroundCount
    if background >= 0, lowest < 0 || background < lowest { lowest = background }
    let flags = covering < 2 ? 0 : strictly < 2 ? AreaLocator.onBorder : AreaLocator.ambiguous
    return Answer(area: lowest, flags: flags)
  }
}
