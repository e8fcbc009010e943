internal import PlazaLayers
internal import Yams

/// One mapping of a study file, read strictly: every value into its type, every error with its line, no key unknown.
public struct StudyNode {
  let file: String
  private let members: [(key: String, line: Int, value: Node)]
  private let line: Int

  /// - Parameter fill: what is done to all that YAML has understood before it is read.
  /// - Throws: `Failure` `study.syntax`, `study.not_a_mapping`.
  init(yaml: String, file: String, fill: (Node) throws -> Node = { $0 }) throws {
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw Self.failure("study.syntax", file, line: Self.line(of: error), ["reason": Self.reason(of: error)])
    }
    guard let node else { throw Self.failure("study.not_a_mapping", file, line: 1, ["key": file]) }
    try self.init(fill(node), file: file, key: file)
  }

  private init(_ node: Node, file: String, key: String) throws {
    self.file = file
    line = node.mark?.line ?? 1
    guard case .mapping(let mapping) = node else {
      throw Self.failure("study.not_a_mapping", file, line: line, ["key": key])
    }
    var members: [(key: String, line: Int, value: Node)] = []
    for (key, value) in mapping {
      guard let text = key.string else { throw Self.failure("study.bad_key", file, line: key.mark?.line ?? 1, [:]) }
      members.append((text, key.mark?.line ?? 1, value))
    }
    self.members = members
  }

  var keys: [String] { members.map(\.key) }

  private func member(_ key: String) -> (key: String, line: Int, value: Node)? { members.first { $0.key == key } }

  func text(_ key: String) throws -> String? {
    guard let member = member(key) else { return nil }
    guard case .scalar(let scalar) = member.value else { throw wrongType(key, member.line, "text") }
    return scalar.string
  }

  func required(_ key: String) throws -> String {
    guard let text = try text(key), !text.isEmpty else {
      throw Self.failure("study.missing_key", file, line: line, ["key": key])
    }
    return text
  }

  /// A list of texts, or one text (which may hold several, divided by commas).
  func texts(_ key: String) throws -> [String] {
    guard let member = member(key) else { return [] }
    switch member.value {
    case .scalar(let scalar): return scalar.string.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    case .sequence(let sequence):
      return try sequence.map {
        guard case .scalar(let scalar) = $0 else { throw wrongType(key, member.line, "list") }
        return scalar.string
      }
    default: throw wrongType(key, member.line, "list")
    }
  }

  func isList(_ key: String) -> Bool {
    if case .sequence = member(key)?.value { true } else { false }
  }

  func flag(_ key: String) throws -> Bool {
    guard let member = member(key) else { return false }
    guard case .scalar(let scalar) = member.value, let value = Bool(scalar.string) else {
      throw wrongType(key, member.line, "true, false")
    }
    return value
  }

  func choice<C: RawRepresentable & CaseIterable>(_ key: String, _ type: C.Type) throws -> C? where C.RawValue == String {
    guard let text = try text(key), let member = member(key) else { return nil }
    guard let value = C(rawValue: text) else {
      throw wrongType(key, member.line, C.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }

  func mapping(_ key: String) throws -> StudyNode? {
    guard let member = member(key) else { return nil }
    return try StudyNode(member.value, file: file, key: key)
  }

  func mappings(_ key: String) throws -> [StudyNode] {
    guard let member = member(key) else { return [] }
    guard case .sequence(let sequence) = member.value else { throw wrongType(key, member.line, "list") }
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

  private func wrongType(_ key: String, _ line: Int, _ wanted: String) -> Failure {
    Self.failure("study.wrong_type", file, line: line, ["key": key, "wanted": wanted])
  }

  private static func failure(_ id: String, _ file: String, line: Int, _ values: [String: String]) -> Failure {
    Failure(.notUnderstood, id, values.merging(["file": file, "line": String(line)]) { own, _ in own })
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 1
    }
  }

  private static func reason(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    case .duplicatedKeysInMapping(let keys, _): "repeated key: " + keys.joined(separator: ", ")
    default: "\(error)"
    }
  }
}
