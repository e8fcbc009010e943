#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory that its holder owns, zero at first; written while a locator is built and only read afterwards.
final class Memory<Element: BitwiseCopyable>: @unchecked Sendable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count: Int

  /// Zero pages come from the system as they are touched, so what is never used costs nothing.
  init(zeros count: Int) {
    self.count = count
    base = Self.allocate(count)
  }

  /// Forgets what there is and begins again with zeros.
  func reset(zeros count: Int) {
    free(base)
    self.count = count
    base = Self.allocate(count)
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    guard let memory = calloc(max(count, 1), MemoryLayout<Element>.stride) else {
      preconditionFailure("no memory for \(count) elements of an area index")
    }
    return memory.bindMemory(to: Element.self, capacity: max(count, 1))
  }

  deinit { free(base) }

  func append(contentsOf elements: [Element]) {
    if elements.isEmpty { return }
    let length = (count + elements.count) * MemoryLayout<Element>.stride
    guard let memory = realloc(base, length) else {
      preconditionFailure("no memory for \(length) bytes of an area index")
    }
    base = memory.bindMemory(to: Element.self, capacity: count + elements.count)
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { (base + count).update(from: start, count: source.count) }
    }
    count += elements.count
  }
}
