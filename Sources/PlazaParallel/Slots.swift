/// One value per piece of work, each written by the thread that does the piece.
package final class Slots<Value>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Value?>
  private let count: Int

  package init(count: Int) {
    self.count = count
    base = .allocate(capacity: count)
    base.initialize(repeating: nil, count: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  package subscript(index: Int) -> Value? {
    get { base[index] }
    set { base[index] = newValue }
  }
}
