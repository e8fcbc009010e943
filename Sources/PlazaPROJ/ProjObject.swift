internal import CPROJ

/// A CRS or an operation that PROJ owns; freed with its last use, before its library.
struct ProjObject: ~Copyable {
  let pointer: OpaquePointer
  private let library: ProjLibrary

  /// Nil when a call returned nothing.
  init?(_ pointer: OpaquePointer?, in library: ProjLibrary) {
    guard let pointer else { return nil }
    self.pointer = pointer
    self.library = library
  }

  deinit { proj_destroy(pointer) }

  var name: String { proj_get_name(pointer).map { String(cString: $0) } ?? "" }
}
