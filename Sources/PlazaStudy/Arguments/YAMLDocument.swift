internal import CYAML
internal import PlazaLayers

/// A value of a YAML document, with the line that it begins in.
///
/// Every scalar is its text: what it means is decided where it is read, so that `no` stays a name and a code keeps its zeros.
indirect enum YAMLNode: Sendable {
  case scalar(String, line: Int)
  case sequence([YAMLNode], line: Int)
  /// Keys in the order of the file; none stands twice.
  case mapping([(key: YAMLNode, value: YAMLNode)], line: Int)

  var line: Int {
    switch self {
    case .scalar(_, let line), .sequence(_, let line), .mapping(_, let line): line
    }
  }

  /// The line of a text with characters that no name of a file or field has, and that stand between the parts of a word.
  var unreadable: Int? {
    switch self {
    case .scalar(let text, let line):
      text.utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ? line : nil
    case .sequence(let items, _): items.lazy.compactMap(\.unreadable).first
    case .mapping: nil
    }
  }

  var text: String? { if case .scalar(let text, _) = self { text } else { nil } }
}

/// What is wrong with a YAML document, and in which line.
struct YAMLError: Error, Hashable, Sendable {
  var reason: String
  var line: Int
}

/// Reads one YAML document through libyaml's events, which bring the lines that errors need.
///
/// Aliases are put in the place of what they stand for; a document that grows beyond `nodeLimit` nodes by them, or is nested deeper
/// than `depthLimit`, is refused. JSON is read as the YAML that it is.
struct YAMLDocument {
  static let nodeLimit = 1 << 20
  static let depthLimit = 64

  /// libyaml's parser points at itself, so it never moves.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// What a name stands for, with how many nodes it is and how many levels lie below it.
  private var anchors: [String: (node: YAMLNode, count: Int, height: Int)] = [:]
  private var nodes = 0
  /// The deepest level of what is being read.
  private var deepest = 0

  /// - Returns: the document's node; nil for text without any.
  /// - Throws: `YAMLError`.
  static func read(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { throw YAMLError(reason: "out of memory", line: 1) }
    defer { yaml_parser_delete(parser) }
    var document = YAMLDocument(parser: parser)
    // The text stands where it is until the parser is done with it.
    let result: Result<YAMLNode?, YAMLError> = bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      do throws(YAMLError) { return .success(try document.root()) } catch { return .failure(document.located(error, in: bytes)) }
    }
    return try result.get()
  }

  /// libyaml knows of bytes that are no text only where they stand, not their line.
  private func located(_ error: YAMLError, in bytes: UnsafeBufferPointer<UInt8>) -> YAMLError {
    guard parser.pointee.error == YAML_READER_ERROR else { return error }
    let before = bytes.prefix(Int(parser.pointee.problem_offset))
    return YAMLError(reason: error.reason, line: before.count { $0 == UInt8(ascii: "\n") } + 1)
  }

  private init(parser: UnsafeMutablePointer<yaml_parser_t>) { self.parser = parser }

  private mutating func root() throws(YAMLError) -> YAMLNode? {
    var found: YAMLNode?
    while true {
      let event = try next()
      switch event.kind {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_STREAM_END_EVENT: return found
      case YAML_DOCUMENT_START_EVENT:
        if found != nil { throw YAMLError(reason: "a second document begins here", line: event.line) }
        found = try node(next(), depth: 0)
      default: throw YAMLError(reason: "unexpected content", line: event.line)
      }
    }
  }

  /// One event, out of libyaml's hands.
  private struct Event {
    var kind: yaml_event_type_t
    var line: Int
    var text = ""
    var anchor: String?
  }

  private mutating func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let reason = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
      throw YAMLError(reason: reason, line: Int(parser.pointee.problem_mark.line) + 1)
    }
    defer { yaml_event_delete(&event) }
    func name(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? { bytes.map { String(cString: $0) } }
    var result = Event(kind: event.type, line: Int(event.start_mark.line) + 1)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      // Long texts weigh as much as many short ones: aliases would multiply them.
      nodes += Int(scalar.length) / 64
      result.text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)), as: UTF8.self)
      result.anchor = name(scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: result.anchor = name(event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: result.anchor = name(event.data.mapping_start.anchor)
    case YAML_ALIAS_EVENT: result.anchor = name(event.data.alias.anchor)
    default: break
    }
    return result
  }

  private mutating func node(_ event: Event, depth: Int) throws(YAMLError) -> YAMLNode {
    try descend(to: depth, event.line)
    let (before, above) = (nodes, deepest)
    deepest = depth
    defer { deepest = max(deepest, above) }
    try count(1, event.line)
    let result: YAMLNode
    switch event.kind {
    case YAML_ALIAS_EVENT:
      guard let name = event.anchor, let anchored = anchors[name] else {
        throw YAMLError(reason: "unknown alias: \(event.anchor ?? "")", line: event.line)
      }
      try count(anchored.count, event.line)
      try descend(to: depth + anchored.height, event.line)
      deepest = depth + anchored.height
      return anchored.node
    case YAML_SCALAR_EVENT: result = .scalar(event.text, line: event.line)
    case YAML_SEQUENCE_START_EVENT:
      var items: [YAMLNode] = []
      while true {
        let item = try next()
        if item.kind == YAML_SEQUENCE_END_EVENT { break }
        items.append(try node(item, depth: depth + 1))
      }
      result = .sequence(items, line: event.line)
    case YAML_MAPPING_START_EVENT: result = try mapping(event.line, depth: depth)
    default: throw YAMLError(reason: "unexpected content", line: event.line)
    }
    if let anchor = event.anchor { anchors[anchor] = (result, nodes - before, deepest - depth) }
    return result
  }

  private mutating func mapping(_ line: Int, depth: Int) throws(YAMLError) -> YAMLNode {
    var members: [(key: YAMLNode, value: YAMLNode)] = []
    var seen: Set<String> = []
    while true {
      let event = try next()
      if event.kind == YAML_MAPPING_END_EVENT { return .mapping(members, line: line) }
      let key = try node(event, depth: depth + 1)
      if let text = key.text, !seen.insert(text).inserted {
        throw YAMLError(reason: "repeated key: \(text)", line: event.line)
      }
      members.append((key, try node(next(), depth: depth + 1)))
    }
  }

  private func descend(to depth: Int, _ line: Int) throws(YAMLError) {
    if depth >= Self.depthLimit { throw YAMLError(reason: "nested too deeply", line: line) }
  }

  private mutating func count(_ more: Int, _ line: Int) throws(YAMLError) {
    nodes += more
    if nodes > Self.nodeLimit { throw YAMLError(reason: "too many values", line: line) }
  }
}
