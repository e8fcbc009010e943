internal import PlazaLayers

/// One mapping of a study file, read strictly: every value into its type, every error with its line, no key unknown.
struct StudyNode {
  let file: String
  let line: Int
  let members: [(key: String, line: Int, value: YAMLNode)]

  /// - Parameter fill: what is done to all that YAML has understood before it is read.
  /// - Throws: `Failure` `study.syntax`, `study.not_a_mapping`.
  init(yaml: [UInt8], file: String, fill: (YAMLNode) throws -> YAMLNode = { $0 }) throws {
    let node: YAMLNode?
    do {
      node = try YAMLDocument.read(yaml)
    } catch {
      throw Self.failure("study.syntax", file, line: error.line, ["reason": error.reason])
    }
    guard let node else { throw Self.failure("study.not_a_mapping", file, line: 1, ["key": file]) }
    try self.init(fill(node), file: file, key: file)
  }

  init(_ node: YAMLNode, file: String, key: String) throws {
    self.file = file
    line = node.line
    guard case .mapping(let mapping, _) = node else {
      throw Self.failure("study.not_a_mapping", file, line: line, ["key": key])
    }
    // What `--set` puts in may make two keys one.
    var seen: Set<String> = []
    members = try mapping.map { key, value in
      guard let text = key.text else { throw Self.failure("study.bad_key", file, line: key.line, [:]) }
      guard seen.insert(text).inserted else {
        throw Self.failure("study.syntax", file, line: key.line, ["reason": "repeated key: \(text)"])
      }
      if let line = value.unreadable { throw Self.failure("study.control_character", file, line: line, ["key": text]) }
      return (text, key.line, value)
    }
  }

  var keys: [String] { members.map(\.key) }

  private func member(_ key: String) -> (key: String, line: Int, value: YAMLNode)? { members.first { $0.key == key } }

  func text(_ key: String) throws -> String? {
    guard let member = member(key) else { return nil }
    guard let text = member.value.text else { throw wrongType(key, member.line, "study.wants.text") }
    return text
  }

  func required(_ key: String) throws -> String {
    guard let text = try text(key), !text.isEmpty else {
      throw Self.failure("study.missing_key", file, line: line, ["key": key])
    }
    return text
  }

  func mapping(_ key: String) throws -> StudyNode? {
    guard let member = member(key) else { return nil }
    return try StudyNode(member.value, file: file, key: key)
  }

  func mappings(_ key: String) throws -> [StudyNode] {
    guard let member = member(key) else { return [] }
    guard case .sequence(let sequence, _) = member.value else { throw wrongType(key, member.line, "study.wants.list") }
    return try sequence.map { try StudyNode($0, file: file, key: key) }
  }

  /// - Throws: `Failure` `study.unknown_key` for a key that nobody reads.
  func refuseOthers(than known: [String]) throws {
    for member in members where !known.contains(member.key) {
      throw Self.failure(
        "study.unknown_key", file, line: member.line, ["key": member.key, "keys": known.joined(separator: ", ")])
    }
  }

  func failure(_ id: String, key: String, _ values: [String: String] = [:]) -> Failure {
    Self.failure(id, file, line: member(key)?.line ?? line, values.merging(["key": key]) { own, _ in own })
  }

  func wrongType(_ key: String, _ line: Int, _ wanted: String) -> Failure {
    Self.failure("study.wrong_type", file, line: line, ["key": key, "wanted": wanted])
  }

  static func failure(_ id: String, _ file: String, line: Int, _ values: [String: String]) -> Failure {
    Failure(.notUnderstood, id, values.merging(["file": file, "line": String(line)]) { own, _ in own })
  }
}
