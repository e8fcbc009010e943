/// How one number is written, seen without its column: which of its marks divide thousands is not always plain.
package enum NumberShape: Hashable, Sendable {
  /// Digits alone.
  case plain
  /// `1.506`, `12,345`, `1 234 567`: groups of three behind one to three digits of which the first is not 0.
  case grouped(mark: UInt8, groups: Int)
  /// `12.5`, `0.506`, `1506.372`: one mark that cannot divide thousands.
  case decimal(mark: UInt8)
  /// `1.234,56`: the last mark parts the decimals.
  case groupedDecimal(thousands: UInt8, decimal: UInt8)
  case none

  /// The marks by which thousands are divided: point, comma, apostrophe, and a blank of any kind (as 0x20).
  static let blank: UInt8 = 0x20

  /// - Parameter start: without blanks at its ends.
  package init(_ start: UnsafePointer<UInt8>, count: Int) {
    var at = 0
    if count > 0, start[0] == 0x2D || start[0] == 0x2B { at = 1 }
    let first = at
    var runs: [Int] = []
    var marks: [UInt8] = []
    var run = 0
    while at < count {
      let byte = start[at]
      if byte &- 0x30 < 10 {
        run += 1
        at += 1
        continue
      }
      guard let (mark, length) = Self.mark(start, at, count) else {
        self = .none
        return
      }
      runs.append(run)
      marks.append(mark)
      run = 0
      at += length
    }
    runs.append(run)
    guard let mark = marks.first else {
      self = run > 0 ? .plain : .none
      return
    }
    let isSigned = runs[0] == 0 && (mark != 0x2E && mark != 0x2C)
    let isLed = (1...3).contains(runs[0]) && start[first] != 0x30
    if isLed, marks.allSatisfy({ $0 == mark }), runs.dropFirst().allSatisfy({ $0 == 3 }) {
      self = .grouped(mark: mark, groups: marks.count)
    } else if marks.count == 1, mark == 0x2E || mark == 0x2C, runs[0] + runs[1] > 0, !isSigned {
      self = .decimal(mark: mark)
    } else if marks.count > 1, isLed, let last = marks.last, last == 0x2E || last == 0x2C, last != mark,
      marks.dropLast().allSatisfy({ $0 == mark }), runs.dropFirst().dropLast().allSatisfy({ $0 == 3 })
    {
      self = .groupedDecimal(thousands: mark, decimal: last)
    } else {
      self = .none
    }
  }

  /// The mark at a byte that is no digit, and how many bytes it takes.
  private static func mark(_ start: UnsafePointer<UInt8>, _ at: Int, _ count: Int) -> (UInt8, Int)? {
    switch start[at] {
    case 0x2E, 0x2C, 0x27: return (start[at], 1)
    case 0x20: return (blank, 1)
    case 0xC2 where at + 1 < count && start[at + 1] == 0xA0: return (blank, 2)
    // ’ and the narrow blanks that typesetters put between thousands.
    case 0xE2 where at + 2 < count && start[at + 1] == 0x80:
      switch start[at + 2] {
      case 0x99: return (0x27, 3)
      case 0xAF, 0x89, 0x88, 0x87: return (blank, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// Its digits without their marks but the decimal one, which becomes a point; nil for text that is no number.
  /// - Parameter decimal: the mark that parts decimals; any other divides thousands.
  package static func digits(_ start: UnsafePointer<UInt8>, count: Int, decimal: UInt8?) -> [UInt8]? {
    var digits: [UInt8] = []
    var at = 0
    while at < count {
      let byte = start[at]
      if byte &- 0x30 < 10 || (at == 0 && (byte == 0x2D || byte == 0x2B)) {
        digits.append(byte)
        at += 1
      } else if let (mark, length) = mark(start, at, count) {
        if mark == decimal { digits.append(0x2E) }
        at += length
      } else {
        return nil
      }
    }
    return digits
  }
}
