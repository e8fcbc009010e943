/// One value per piece of work, each written by the thread that does the piece.
///
/// Two threads must not use one slot at once; that no slot is used that is not there is checked.
@safe
package final class Slots<Value>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Value?>
  private let count: Int

  package init(count: Int) {
    self.count = count
    unsafe base = .allocate(capacity: count)
    unsafe base.initialize(repeating: nil, count: count)
  }

  deinit {
    unsafe base.deinitialize(count: count)
    unsafe base.deallocate()
  }

  package subscript(index: Int) -> Value? {
    get {
      precondition(index >= 0 && index < count, "no such slot")
      return unsafe base[index]
    }
    set {
      precondition(index >= 0 && index < count, "no such slot")
      unsafe base[index] = newValue
    }
  }
}
