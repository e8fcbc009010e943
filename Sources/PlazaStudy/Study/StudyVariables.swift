internal import PlazaLayers

/// Puts the values of `--set NAME=VALUE` in the place of `${NAME}`, in every scalar of a study.
///
/// It works on what YAML has understood, so a value is text whatever it holds: it cannot add keys or steps. `$${` stands for `${`.
struct StudyVariables {
  let values: [String: String]
  private var used: Set<String> = []

  init(_ values: [String: String]) { self.values = values }

  /// - Throws: `Failure` `study.unset_variable`, `study.bad_variable` with the line.
  mutating func fill(_ node: YAMLNode, file: String) throws -> YAMLNode {
    switch node {
    case .scalar(let text, let line):
      return text.contains("${") ? .scalar(try fill(text, file: file, line: line), line: line) : node
    case .sequence(let items, let line): return .sequence(try items.map { try fill($0, file: file) }, line: line)
    case .mapping(let members, let line):
      return .mapping(try members.map { (try fill($0.key, file: file), try fill($0.value, file: file)) }, line: line)
    }
  }

  /// - Throws: `Failure` `study.unused_variable`: a name that the study does not hold is most likely misspelt.
  func refuseUnused(file: String) throws {
    guard let name = values.keys.filter({ !used.contains($0) }).min() else { return }
    throw Failure(.usage, "study.unused_variable", ["file": file, "name": name])
  }

  private mutating func fill(_ text: String, file: String, line: Int) throws -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "$") {
      result += rest[..<mark]
      rest = rest[mark...]
      if rest.hasPrefix("$${") {
        result += "${"
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("${") {
        guard let end = rest.firstIndex(of: "}"), Self.isName(rest[rest.index(mark, offsetBy: 2)..<end]) else {
          throw Failure(
            .notUnderstood, "study.bad_variable", ["file": file, "line": String(line), "text": String(rest.prefix(40))])
        }
        let name = String(rest[rest.index(mark, offsetBy: 2)..<end])
        guard let value = values[name] else {
          throw Failure(.usage, "study.unset_variable", ["file": file, "line": String(line), "name": name])
        }
        used.insert(name)
        result += value
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("$")
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// Letters, digits and `_`, no digit first.
  static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, first &- 0x30 >= 10 else { return false }
    return text.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x5F }
  }
}

extension Study {
  /// One `NAME=VALUE` of the command line; nil when it is none.
  public static func variable(_ text: String) -> (name: String, value: String)? {
    guard let mark = text.firstIndex(of: "="), StudyVariables.isName(text[..<mark]) else { return nil }
    return (String(text[..<mark]), String(text[text.index(after: mark)...]))
  }
}
