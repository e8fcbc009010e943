internal import CGEOS

/// The library as a whole.
public enum GEOS {
  /// The version of the GEOS library that is loaded, as `3.11.1-CAPI-1.17.1`.
  public static var version: String { String(cString: GEOSversion()) }
}

/// One GEOS context: what every call needs, and where errors arrive.
///
/// A context serves one thread at a time and is not `Sendable`: each worker makes its own. Geometries hold it, so it lives
/// as long as the last of them.
public final class GEOSContext {
  let handle: OpaquePointer
  private var lastMessage = ""

  public init() {
    // Fails only when memory has run out, which Swift does not survive either.
    handle = GEOS_init_r()
    let this = Unmanaged.passUnretained(self).toOpaque()
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, context in
        guard let message, let context else { return }
        Unmanaged<GEOSContext>.fromOpaque(context).takeUnretainedValue().lastMessage = String(cString: message)
      }, this)
  }

  deinit { GEOS_finish_r(handle) }

  /// The error for the call that just failed, with the message that GEOS sent.
  func failure(_ operation: String) -> GEOSError {
    defer { lastMessage = "" }
    return GEOSError(operation: operation, message: lastMessage)
  }
}
