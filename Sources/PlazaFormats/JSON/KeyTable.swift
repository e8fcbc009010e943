import Glibc

/// Property names in the order in which they first appeared, found by their bytes.
struct KeyTable {
  private(set) var names: [String] = []
  private var bytes: [UInt8] = []
  /// Name `i` is `bytes[ends[i]..<ends[i + 1]]`.
  private var ends = [0]
  private var slots: [String: Int] = [:]

  init() {}

  init(_ names: [String]) {
    for name in names { _ = insert(name) }
  }

  /// The place of a name; nil if it is not in the table.
  /// - Parameter hint: the place at which it is likely, since features name their properties in one order.
  @inline(__always)
  func slot(of key: JSONString, hint: Int) -> Int? {
    if !key.isEscaped, hint < names.count {
      let start = ends[hint]
      let length = ends[hint + 1] - start
      if length == key.count,
        bytes.withUnsafeBufferPointer({ memcmp($0.baseAddress! + start, key.start, length) == 0 }) || length + key.count == 0
      {
        return hint
      }
    }
    return slots[key.text]
  }

  mutating func slotInserting(_ key: JSONString, hint: Int) -> Int { slot(of: key, hint: hint) ?? insert(key.text) }

  /// The place of a name, which is put at the end if it is new.
  mutating func insert(_ name: String) -> Int {
    if let known = slots[name] { return known }
    let slot = names.count
    slots[name] = slot
    names.append(name)
    bytes.append(contentsOf: name.utf8)
    ends.append(bytes.count)
    return slot
  }
}
