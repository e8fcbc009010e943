internal import ArgumentParser
internal import PlazaFormats

/// What a verb says of its own arguments: each with its help and its default, in the language that help is read in.
///
/// The argument parser's own description of a declaration, read back, beside the types that only the declaration knows.
struct VerbDescription {
  struct Argument {
    var shape: ArgumentShape
    var help: String
    var defaultValue: String?
    var isRequired: Bool
  }

  let arguments: [Argument]

  init(_ verb: any Verb.Type) {
    let members = Self.described(verb)
    arguments = ArgumentShape.all(of: verb).map { shape in
      let own = members[shape.name]
      return Argument(
        shape: shape, help: own?["abstract"] ?? "", defaultValue: own?["defaultValue"],
        isRequired: own?["isOptional"] == "false")
    }
  }

  /// The members of each argument, by its name.
  private static func described(_ verb: any Verb.Type) -> [String: [String: String]] {
    guard let node = JSONDocument.read(Array(verb._dumpHelp().utf8)), let arguments = node["command"]?["arguments"],
      case .sequence(let items, _) = arguments
    else { return [:] }
    var result: [String: [String: String]] = [:]
    for item in items {
      guard case .mapping(let members, _) = item else { continue }
      let texts = members.compactMap { key, value in key.text.flatMap { key in value.text.map { (key, $0) } } }
      let name = item["preferredName"]?["name"]?.text ?? item["valueName"]?.text ?? ""
      result[name] = Dictionary(texts, uniquingKeysWith: { first, _ in first })
    }
    return result
  }

  /// What was stated, with the declared defaults where nothing was, in the order of the declaration.
  static func parameters(_ stated: [(String, JSONValue)], of verb: any Verb.Type) -> [(String, JSONValue)] {
    VerbDescription(verb).arguments.compactMap { argument in
      if let own = stated.first(where: { $0.0 == argument.shape.name }) { return own }
      guard argument.shape.kind == .option else { return nil }
      return argument.defaultValue.map { (argument.shape.name, .text($0)) }
    }
  }
}

extension YAMLNode {
  fileprivate subscript(key: String) -> YAMLNode? {
    guard case .mapping(let members, _) = self else { return nil }
    return members.first { $0.key.text == key }?.value
  }
}
