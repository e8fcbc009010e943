#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs `body(0)` to `body(count - 1)` at once, the first on the calling thread, and returns when all are done.
///
/// Where the system gives no thread, the calling one does its work as well. What must not depend on the number of workers is divided into
/// pieces of fixed size, which the workers take by turns.
package func runAtOnce(_ count: Int, _ body: @Sendable (Int) -> Void) {
  if count <= 1 {
    if count == 1 { body(0) }
    return
  }
  withoutActuallyEscaping(body) { body in
    var threads: [pthread_t] = []
    for index in 1..<count {
      let work = unsafe Unmanaged.passRetained(Work { body(index) })
      #if canImport(Darwin)
        var thread: pthread_t?
        let failed = unsafe pthread_create(&thread, nil, { unsafe Work.run($0) }, work.toOpaque()) != 0
      #else
        var thread = pthread_t()
        let failed = unsafe pthread_create(&thread, nil, { unsafe Work.run($0) }, work.toOpaque()) != 0
      #endif
      if failed {
        unsafe work.takeRetainedValue().body()
      } else {
        #if canImport(Darwin)
          if let thread { threads.append(thread) }
        #else
          threads.append(thread)
        #endif
      }
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument = unsafe argument { unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
    return nil
  }
}
