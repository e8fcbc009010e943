internal import PlazaGeometry

/// The nodes of a spatial index of SQLite, packed at once: sorted into columns by their middles, and each column from south to north.
///
/// Leutenegger, López and Edgington 1997, doi:10.1109/ICDE.1997.582015; the form of a node is that of SQLite's R*Tree module. O(n log n).
struct RTreeNodes {
  struct Box {
    /// The row that it is the box of, or the node.
    var identifier: Int64
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    init(identifier: Int64, _ box: Envelope) {
      self.identifier = identifier
      (minX, minY, maxX, maxY) = (box.minX, box.minY, box.maxX, box.maxY)
    }

    /// The box of several; nil of none.
    init?(enclosing boxes: some Sequence<Box>) {
      var iterator = boxes.makeIterator()
      guard var whole = iterator.next() else { return nil }
      while let box = iterator.next() {
        whole.minX = min(whole.minX, box.minX)
        whole.minY = min(whole.minY, box.minY)
        whole.maxX = max(whole.maxX, box.maxX)
        whole.maxY = max(whole.maxY, box.maxY)
      }
      self = whole
    }
  }

  /// Cells of a node, and the bytes of one, as the module has them for two dimensions and pages of 4096 bytes.
  private static let capacity = 51
  private static let size = 4 + 24 * capacity

  private let boxes: [Box]

  init(_ boxes: [Box]) { self.boxes = boxes }

  /// Fills the tables of an index that was just created.
  func write(to name: String, in database: SQLiteDatabase) throws {
    guard !boxes.isEmpty else { return }
    let node = try database.prepare("INSERT OR REPLACE INTO \(SQLite.quoted(name + "_node")) VALUES (?1, ?2)")
    let row = try database.prepare("INSERT INTO \(SQLite.quoted(name + "_rowid")) VALUES (?1, ?2)")
    let parent = try database.prepare("INSERT INTO \(SQLite.quoted(name + "_parent")) VALUES (?1, ?2)")
    func insert(_ statement: SQLiteStatement, _ key: Int64, _ value: Int64) throws {
      try statement.bind(key, at: 1)
      try statement.bind(value, at: 2)
      try statement.step()
      statement.reset()
    }
    // Node 1 is the root; the others are numbered as they are filled, leaves first.
    var next: Int64 = 2
    var level = boxes
    var height = 0
    while true {
      let groups = Self.pack(&level)
      let isRoot = groups.count == 1
      var parents: [Box] = []
      var owners: [(key: Int64, node: Int64)] = []
      for group in groups {
        let number = isRoot ? 1 : next
        if !isRoot { next += 1 }
        for cell in level[group] { owners.append((cell.identifier, number)) }
        try node.bind(number, at: 1)
        try Self.bytes(level[group], depth: isRoot ? height : 0).withUnsafeBytes { try node.bind(blob: $0, at: 2) }
        try node.step()
        node.reset()
        if var whole = Box(enclosing: level[group]) {
          whole.identifier = number
          parents.append(whole)
        }
      }
      owners.sort { $0.key < $1.key }
      for owner in owners { try insert(height == 0 ? row : parent, owner.key, owner.node) }
      if isRoot { return }
      level = parents
      height += 1
    }
  }

  /// Sorts boxes, and divides them into groups of at most a node's cells.
  private static func pack(_ boxes: inout [Box]) -> [Range<Int>] {
    let groups = (boxes.count + capacity - 1) / capacity
    let columns = Int(Double(groups).squareRoot().rounded(.up))
    let columnSize = columns * capacity
    boxes.sort { ($0.minX + $0.maxX, $0.identifier) < ($1.minX + $1.maxX, $1.identifier) }
    var ranges: [Range<Int>] = []
    for start in stride(from: 0, to: boxes.count, by: columnSize) {
      let end = min(boxes.count, start + columnSize)
      boxes[start..<end].sort { ($0.minY + $0.maxY, $0.identifier) < ($1.minY + $1.maxY, $1.identifier) }
      ranges += stride(from: start, to: end, by: capacity).map { $0..<min(end, $0 + capacity) }
    }
    return ranges
  }

  /// A node: its depth (of the root alone), how many cells it has, and the cells, all with the greater byte first.
  private static func bytes(_ cells: ArraySlice<Box>, depth: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    bytes.withUnsafeMutableBytes { bytes in
      bytes.storeBytes(of: UInt16(depth).bigEndian, toByteOffset: 0, as: UInt16.self)
      bytes.storeBytes(of: UInt16(cells.count).bigEndian, toByteOffset: 2, as: UInt16.self)
      var place = 4
      for cell in cells {
        bytes.storeBytes(of: cell.identifier.bigEndian, toByteOffset: place, as: Int64.self)
        place += 8
        for value in [down(cell.minX), up(cell.maxX), down(cell.minY), up(cell.maxY)] {
          bytes.storeBytes(of: value.bitPattern.bigEndian, toByteOffset: place, as: UInt32.self)
          place += 4
        }
      }
    }
    return bytes
  }

  /// The nearest number of the index that is not beyond.
  private static func down(_ value: Double) -> Float {
    let near = Float(value)
    return Double(near) > value ? near.nextDown : near
  }

  private static func up(_ value: Double) -> Float {
    let near = Float(value)
    return Double(near) < value ? near.nextUp : near
  }
}
