internal import CZlib

/// The library that inflates `.gz`.
public enum Zlib {
  /// The version that is loaded, as `1.2.13`.
  public static var version: String { String(cString: zlibVersion()) }
}
