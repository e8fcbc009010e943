internal import CTiff
internal import Glibc
internal import PlazaLayers

/// The library that reads and writes TIFF.
public enum TIFF {
  /// The version that is loaded, as `4.5.0`.
  public static var version: String {
    // `LIBTIFF, Version 4.5.0`, then lines of copyright.
    let words = String(cString: TIFFGetVersion()).split(whereSeparator: { $0 == " " || $0 == "\n" })
    return words.first { $0.first?.isNumber == true }.map(String.init) ?? ""
  }
}

/// One open TIFF, for one thread; closed at the end of its life. What libtiff has to say is kept, never printed.
final class TIFFHandle {
  let pointer: OpaquePointer
  private let messages: TIFFMessages
  private let name: String

  /// Opens a file for reading, in its first directory, without mapping it.
  /// - Throws: `Failure` `raster.damaged`.
  init(path: String, name: String) throws {
    let messages = TIFFMessages()
    let options = messages.makeOptions()
    defer { TIFFOpenOptionsFree(options) }
    guard let pointer = TIFFOpenExt(path, "rm", options) else {
      throw Failure(.notUnderstood, "raster.damaged", ["file": name, "reason": messages.last])
    }
    (self.pointer, self.messages, self.name) = (pointer, messages, name)
  }

  deinit { TIFFClose(pointer) }

  var damaged: Failure { Failure(.notUnderstood, "raster.damaged", ["file": name, "reason": messages.last]) }

  func u16(_ tag: Int32) -> UInt16? {
    var value: UInt16 = 0
    return plaza_tiff_u16(pointer, UInt32(tag), &value) == 1 ? value : nil
  }

  func u32(_ tag: Int32) -> UInt32? {
    var value: UInt32 = 0
    return plaza_tiff_u32(pointer, UInt32(tag), &value) == 1 ? value : nil
  }

  /// The values of a tag that libtiff has no name for, when they are of the type that is expected.
  func doubles(_ tag: UInt32) -> [Double] { array(tag, TIFF_DOUBLE, Double.self) }
  func shorts(_ tag: UInt32) -> [UInt16] { array(tag, TIFF_SHORT, UInt16.self) }

  func text(_ tag: UInt32) -> String {
    let bytes = array(tag, TIFF_ASCII, UInt8.self)
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  private func array<Value: BitwiseCopyable>(_ tag: UInt32, _ type: TIFFDataType, _: Value.Type) -> [Value] {
    guard let field = TIFFFindField(pointer, tag, TIFF_NOTYPE), TIFFFieldDataType(field) == type, TIFFFieldPassCount(field) == 1
    else { return [] }
    var count: UInt32 = 0
    var values: UnsafeMutableRawPointer?
    guard plaza_tiff_array(pointer, tag, &count, &values) == 1, let values else { return [] }
    return Array(UnsafeBufferPointer(start: values.assumingMemoryBound(to: Value.self), count: Int(count)))
  }
}

/// The last thing that libtiff complained of.
final class TIFFMessages {
  private(set) var last = ""

  /// Options that send errors here and drop warnings; this object has to outlive the handle. A file cannot ask for more than 1 GiB at once.
  func makeOptions() -> OpaquePointer? {
    let options = TIFFOpenOptionsAlloc()
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, 1 << 30)
    TIFFOpenOptionsSetErrorHandlerExtR(
      options,
      { _, messages, _, format, arguments in
        guard let messages, let format, let arguments else { return 1 }
        var text = [UInt8](repeating: 0, count: 512)
        text.withUnsafeMutableBytes {
          _ = vsnprintf($0.baseAddress!.assumingMemoryBound(to: CChar.self), 512, format, arguments)
        }
        Unmanaged<TIFFMessages>.fromOpaque(messages).takeUnretainedValue().last =
          String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
        return 1
      }, Unmanaged.passUnretained(self).toOpaque())
    TIFFOpenOptionsSetWarningHandlerExtR(options, { _, _, _, _, _ in 1 }, nil)
    return options
  }
}
