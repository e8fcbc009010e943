internal import CExpat
internal import PlazaLayers

/// The library that reads XML.
enum XML {
  /// The version that is loaded, as `2.5.0`.
  static var version: String {
    let info = XML_ExpatVersionInfo()
    return "\(info.major).\(info.minor).\(info.micro)"
  }
}

/// What takes the parts of an XML document as they are read.
protocol XMLTaker: AnyObject {
  func begin(_ element: XMLName, _ attributes: XMLAttributes)
  func end(_ element: XMLName)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The name of an element without the prefix of its namespace.
struct XMLName {
  fileprivate let start: UnsafePointer<CChar>

  fileprivate init(_ name: UnsafePointer<CChar>) {
    var (at, local) = (name, name)
    while at.pointee != 0 {
      if at.pointee == 0x3A { local = at + 1 }
      at += 1
    }
    start = local
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      for (place, byte) in wanted.enumerated() where UInt8(bitPattern: name.start[place]) != byte { return false }
      return name.start[wanted.count] == 0
    }
  }
}

/// The attributes of an element.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The bytes of a value; nil without the attribute. Names are compared without prefixes.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let pairs else { return nil }
    var place = 0
    while let key = pairs[place], let value = pairs[place + 1] {
      if XMLName(key) == name {
        var count = 0
        while value[count] != 0 { count += 1 }
        return UnsafeRawPointer(value).withMemoryRebound(to: UInt8.self, capacity: count) {
          UnsafeBufferPointer(start: $0, count: count)
        }
      }
      place += 2
    }
    return nil
  }

  func text(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }
}

/// Parses XML piece by piece. Entities of the document's own are not expanded beyond what expat allows, and nothing outside is read.
final class XMLParser {
  private let parser: XML_Parser
  private let taker: any XMLTaker
  private let name: String

  init(_ taker: any XMLTaker, name: String) {
    parser = XML_ParserCreate("UTF-8")
    self.taker = taker
    self.name = name
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let user, let name else { return }
        XMLParser.of(user).taker.begin(XMLName(name), XMLAttributes(pairs: attributes))
      },
      { user, name in
        guard let user, let name else { return }
        XMLParser.of(user).taker.end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { user, text, count in
      guard let user, let text else { return }
      UnsafeRawPointer(text).withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        XMLParser.of(user).taker.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ user: UnsafeMutableRawPointer) -> XMLParser {
    Unmanaged<XMLParser>.fromOpaque(user).takeUnretainedValue()
  }

  /// - Throws: `Failure` `xml.damaged`.
  func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws {
    let start = bytes.bindMemory(to: CChar.self).baseAddress
    guard XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0) == XML_STATUS_OK else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      throw Failure(
        .notUnderstood, "xml.damaged",
        ["file": name, "reason": reason, "line": String(XML_GetCurrentLineNumber(parser))])
    }
  }

  /// Parses a document from the front to its end.
  static func parse(_ reader: any ByteReader, into taker: any XMLTaker, name: String) throws {
    let parser = XMLParser(taker, name: name)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try block.withUnsafeMutableBytes { try reader.fill($0) }
      try block.withUnsafeBytes {
        try parser.parse(UnsafeRawBufferPointer(rebasing: $0[..<count]), isLast: count < $0.count)
      }
      if count < block.count { return }
    }
  }
}
