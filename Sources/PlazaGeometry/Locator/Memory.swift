#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory that its holder owns, zero at first; written while a locator is built and only read afterwards.
///
/// It comes straight from the system and in large pages where there are such: the accesses of a locator are spread all over it,
/// and with small pages half the time would go on finding them.
final class Memory<Element: BitwiseCopyable>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>
  let count: Int
  private let mapping: UnsafeMutableRawPointer
  private let length: Int

  init(zeros count: Int) {
    self.count = count
    let size = max(count, 1) * MemoryLayout<Element>.stride
    let isLarge = size >= 2 * Self.largePage
    // Room to begin at a multiple of the large page; what is not touched takes no memory.
    length = isLarge ? size + Self.largePage : size
    let protection = PROT_READ | PROT_WRITE
    #if canImport(Darwin)
      let flags = MAP_PRIVATE | MAP_ANON
    #else
      let flags = MAP_PRIVATE | MAP_ANONYMOUS
    #endif
    guard let memory = mmap(nil, length, protection, flags, -1, 0), memory != UnsafeMutableRawPointer(bitPattern: -1) else {
      preconditionFailure("no memory for \(length) bytes of an area index")
    }
    mapping = memory
    let start = isLarge ? memory.alignedUp(toMultipleOf: Self.largePage) : memory
    #if !canImport(Darwin)
      // A wish: without it, or where it is refused, all is as before and slower.
      if isLarge { _ = madvise(start, size, MADV_HUGEPAGE) }
    #endif
    base = start.bindMemory(to: Element.self, capacity: max(count, 1))
  }

  deinit { munmap(mapping, length) }

  private static var largePage: Int { 1 << 21 }
}
