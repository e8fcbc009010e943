internal import PlazaLayers

/// A column of a dBASE table that is written: what it is called, of which type it is and how wide, by what it holds.
///
/// Whole numbers and decimals are written as they are, right-aligned, up to nineteen characters; a column with longer ones is of the type F,
/// where a number may have an exponent: 24 characters hold every Double. What is neither all numbers nor all truth is text; a date is text too.
struct DBFColumn {
  enum Form: UInt8 {
    case text = 0x43
    case number = 0x4E
    case float = 0x46
    case truth = 0x4C
  }

  /// At most ten letters, digits or `_`.
  let name: String
  /// The name of the field in the layer.
  let field: String
  let form: Form
  let width: Int
  let decimals: Int
  /// Texts that are longer than a field can be.
  let cutCount: Int

  /// Bytes of a text at most.
  static let textLimit = 254
  private static let numberLimit = 19
  private static let floatLimit = 24
  /// Digits that every reader takes as a whole number of 64 bits.
  private static let wholeLimit = 18

  /// One for each field of a layer, in its order.
  static func all(of layer: Layer) -> [DBFColumn] {
    zip(layer.columns, names(layer.columns.map(\.name))).map { DBFColumn($0, name: $1) }
  }

  private init(_ column: Column, name: String) {
    (self.name, field) = (name, column.name)
    let values = column.values.filter { !$0.isNull }
    var shape = NumberExtent()
    let isTruth = values.allSatisfy { if case .bool = $0 { true } else { false } }
    let isNumber = values.allSatisfy { if case .number(let digits) = $0 { shape.take(digits) } else { false } }
    if values.isEmpty {
      (form, width, decimals, cutCount) = (.text, 1, 0, 0)
    } else if isTruth {
      (form, width, decimals, cutCount) = (.truth, 1, 0, 0)
    } else if isNumber {
      let fits = shape.width <= Self.numberLimit
      (form, width, decimals) = fits ? (.number, shape.width, shape.decimals) : (.float, Self.floatLimit, 15)
      cutCount = 0
    } else {
      let lengths = values.map { $0.text?.utf8.count ?? 0 }
      (form, width, decimals) = (.text, max(1, min(Self.textLimit, lengths.max() ?? 1)), 0)
      cutCount = lengths.count { $0 > Self.textLimit }
    }
  }

  /// What all numbers of a column have in common.
  private struct NumberExtent {
    private var whole = 1
    private(set) var decimals = 0
    private var hasExponents = false

    var width: Int { hasExponents ? .max : whole + (decimals > 0 ? decimals + 1 : 0) }

    /// False for a number that the format has no place for.
    mutating func take(_ digits: String) -> Bool {
      guard let text = DBFColumn.plain(digits) else {
        hasExponents = true
        return Double(digits)?.isFinite == true
      }
      let parts = text.utf8.split(separator: 0x2E, maxSplits: 1)
      whole = max(whole, parts[0].count)
      decimals = max(decimals, parts.count > 1 ? parts[1].count : 0)
      return parts.count > 1 || text.utf8.count { $0 != 0x2D } <= DBFColumn.wholeLimit
    }
  }

  /// A number without an exponent, as it was written where it has none; nil for one that would be too long.
  private static func plain(_ digits: String) -> String? {
    if !digits.utf8.contains(where: { $0 | 0x20 == 0x65 }) { return digits.utf8.count <= floatLimit ? digits : nil }
    guard let value = Double(digits), value.isFinite else { return nil }
    let shortest = DecimalDigits(shortest: value)
    guard (-numberLimit...wholeLimit).contains(shortest.exponent) else { return nil }
    let text = shortest.plain
    return text.utf8.count <= floatLimit ? text : nil
  }

  /// Appends a cell, as wide as the column.
  func append(_ value: FieldValue, to bytes: inout [UInt8]) {
    let blanks = { (count: Int) in repeatElement(0x20 as UInt8, count: count) }
    switch (value, form) {
    case (.null, .truth): bytes.append(0x3F)
    case (.null, _): bytes += blanks(width)
    case (.bool(let value), .truth): bytes.append(value ? 0x54 : 0x46)
    case (.number(let digits), .number), (.number(let digits), .float):
      let text = Self.plain(digits) ?? DecimalDigits(shortest: Double(digits) ?? 0).scientific
      bytes += blanks(width - text.utf8.count)
      bytes += text.utf8
    default:
      let text = Self.cut(value.text ?? "")
      // What would end a text, or the file, for one reader or another.
      bytes += text.utf8.lazy.map { $0 == 0 || $0 == 0x1A ? 0x20 : $0 }
      bytes += blanks(width - text.utf8.count)
    }
  }

  /// The text up to the last whole character that fits.
  private static func cut(_ text: String) -> Substring {
    guard text.utf8.count > textLimit else { return text[...] }
    var (end, count) = (text.startIndex, 0)
    while end < text.endIndex {
      let next = text.index(after: end)
      count += text.utf8.distance(from: end, to: next)
      if count > textLimit { break }
      end = next
    }
    return text[..<end]
  }

  // MARK: Names

  private static let nameLimit = 10

  /// Names of at most ten letters of ASCII, digits and `_`, no two alike whatever their case: those that are so already stay as they are.
  static func names(_ fields: [String]) -> [String] {
    let simple = fields.map { isSimple($0) ? $0 : Slug.slug($0) }
    var taken: Set<String> = []
    var names = [String?](repeating: nil, count: fields.count)
    for (place, name) in simple.enumerated() where name == fields[place] && name.utf8.count <= nameLimit {
      if taken.insert(name.lowercased()).inserted { names[place] = name }
    }
    return names.enumerated().map { place, name in
      if let name { return name }
      let short = shortened(simple[place])
      var (candidate, number) = (short, 2)
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = short.prefix(nameLimit - 1 - String(number).count) + "_\(number)"
        number += 1
      }
      return candidate
    }
  }

  /// Letters are taken from the ends of its longest words, the first of several, so that something is left of each: `rate_high_homicidio` is
  /// `ra_hig_hom`.
  private static func shortened(_ name: String) -> String {
    var words = name.split(separator: "_", omittingEmptySubsequences: false)
    var count = name.count
    while count > nameLimit {
      let longest = words.map(\.count).max() ?? 0
      guard longest > 1, let place = words.firstIndex(where: { $0.count == longest }) else { break }
      words[place].removeLast()
      count -= 1
    }
    return String(words.joined(separator: "_").prefix(nameLimit))
  }

  private static func isSimple(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F }
  }
}
