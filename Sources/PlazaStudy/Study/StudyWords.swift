internal import ArgumentParser
internal import PlazaFormats
internal import PlazaLayers

/// A step of a study as the words of a command line: one parser, one set of checks, one set of refusals.
struct StudyWords {
  /// Options first, then what has no name of its own behind `--`.
  private(set) var words: [String] = []
  /// What was stated, in the order of the declaration.
  private(set) var parameters: [(String, JSONValue)] = []
  private let verb: any Verb.Type
  private let node: StudyNode
  private let name: String
  /// The file of all layers; nil gives each its own.
  private let geopackage: String?

  /// - Parameter geopackage: where layers go that no file is named for.
  /// - Throws: `Failure` with the line of what is wrong.
  init(_ node: StudyNode, as verb: any Verb.Type, geopackage: String? = nil) throws {
    self.geopackage = geopackage
    self.verb = verb
    self.node = node
    name = try node.required(verb.name)
    try Self.checkName(name, key: verb.name, node)
    let shapes = ArgumentShape.all(of: verb)
    try node.refuseOthers(than: [verb.name] + shapes.map(\.name))
    var positional: [String] = []
    for shape in shapes {
      guard let member = node.members.first(where: { $0.key == shape.name }) else {
        if shape.kind == .positional {
          throw Failure(.usage, "usage.missing_argument", ["usage": "<\(shape.name)>"]).placed(in: node.file, line: node.line)
        }
        if let value = verb.studyDefaults.first(where: { $0.option == shape.name })?.value {
          words.append("--\(shape.name)=\(value)")
          parameters.append((shape.name, .text(value)))
        }
        continue
      }
      if shape.isOutput { continue }
      let value = try StudyValue(member.value, of: shape, node, line: member.line)
      switch shape.kind {
      case .positional: positional += value.words
      // An empty text, as of a level without a field, is no value behind an equals sign.
      case .option: words += value.words.flatMap { $0.isEmpty ? ["--\(shape.name)", ""] : ["--\(shape.name)=\($0)"] }
      case .flag: words += value.isSet ? ["--\(shape.name)"] : []
      }
      if let parameter = value.parameter { parameters.append((shape.name, parameter)) }
    }
    for output in verb.outputs {
      if let file = try file(of: output) { words.append("--\(output.name)=\(file)") }
    }
    words += ["--"] + positional
  }

  /// A name of which files are named: it stays in its folder, and is no option.
  /// - Throws: `Failure` `study.bad_name`.
  static func checkName(_ name: String, key: String, _ node: StudyNode) throws {
    guard !name.contains("/"), !name.hasPrefix("-"), !name.hasPrefix("."), !name.utf8.contains(where: { $0 < 0x20 }) else {
      throw node.failure("study.bad_name", key: key, ["name": name])
    }
  }

  /// Where an output goes: a name of its own, or the step's with what belongs to the output; nil is not wanted.
  private func file(of output: Output) throws -> String? {
    let own = ownName(of: output)
    if let member = node.members.first(where: { $0.key == output.name }) {
      guard let text = member.value.text, !text.isEmpty else {
        throw node.wrongType(output.name, member.line, "study.wants.output")
      }
      if let isWanted = Bool(text) { return isWanted ? own : nil }
      // What others take for true or false is no name of a file.
      guard !["true", "false", "yes", "no", "on", "off"].contains(text.lowercased()) else {
        throw node.wrongType(output.name, member.line, "study.wants.output")
      }
      // Outputs of a study stand in one folder, wherever that is.
      try Self.checkName(text, key: output.name, node)
      // A name without an ending is most likely a value of another kind: `~`, `null`, `yes`, 1.
      guard text.contains(".") else { throw node.wrongType(output.name, member.line, "study.wants.output") }
      return text
    }
    switch output.standing {
    case .always: return own
    case .onRequest: return nil
    case .with(let keys): return keys.contains(where: isAsked) ? own : nil
    case .withAll(let keys): return keys.allSatisfy(isAsked) ? own : nil
    }
  }

  /// What a file is called that the study does not name; a layer stands in the file of all, where there is one.
  private func ownName(of output: Output) -> String {
    guard let geopackage, [.layer, .cells, .layerOrTable].contains(output.content) else { return name + output.suffix }
    return geopackage + OutputPath.mark + name + output.suffix.prefix { $0 != "." }
  }

  private func isAsked(_ key: String) -> Bool {
    node.members.contains { $0.key == key && $0.value.text.flatMap(Bool.init) != false }
  }

  /// The step that the words are.
  /// - Throws: `Failure` with the line of the key that the refusal is about.
  func step(folder: String) throws -> Step {
    do throws(Failure) {
      return try Self.parsed(
        words, as: verb, name: name, folder: folder, summary: name + Output.summary.suffix, parameters: parameters)
    } catch {
      throw located(error)
    }
  }

  private static func parsed<V: Verb>(
    _ words: [String], as verb: V.Type, name: String, folder: String, summary: String, parameters: [(String, JSONValue)]
  ) throws(Failure) -> Step {
    try Step(
      VerbWords.parse(words, as: verb), name: name, folder: folder, summary: summary, parameters: parameters)
  }

  /// The same refusal with its place in the study: the line of the first key among its values, else that of the step.
  private func located(_ failure: Failure) -> Failure {
    let texts = failure.diagnostic.values.sorted { $0.key < $1.key }.map(\.value)
    let member = node.members.first { member in
      texts.contains { text in
        // An argument without a name of its own is called by its place.
        text == "<\(member.key)>"
          || text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.contains { $0 == "--\(member.key)" }
      }
    }
    return failure.placed(in: node.file, line: member?.line ?? node.line)
  }
}

/// The value of one key of a step, as words and as the manifest tells it.
private struct StudyValue {
  var words: [String] = []
  var isSet = false
  var parameter: JSONValue?

  init(_ value: YAMLNode, of shape: ArgumentShape, _ node: StudyNode, line: Int) throws {
    if shape.kind == .flag {
      guard let flag = value.text.flatMap(Bool.init) else { throw node.wrongType(shape.name, line, "true, false") }
      isSet = flag
      parameter = flag ? .bool(true) : nil
      return
    }
    switch value {
    case .scalar(let text, _):
      // Of an option that repeats an empty text stands for a level without the field.
      if text.isEmpty, !shape.isRepeating, shape.kind == .option {
        throw Failure(.usage, "usage.missing_value", ["usage": "--" + shape.name]).placed(in: node.file, line: line)
      }
      words = [text]
      parameter = .text(text)
    case .sequence(let items, _):
      guard shape.isRepeating || shape.isList else { throw node.wrongType(shape.name, line, "study.wants.text") }
      if shape.isList {
        let texts = try items.map { try Self.text($0, shape, node) }
        words = texts.isEmpty ? [] : [texts.joined(separator: ",")]
        parameter = .array(texts.map(JSONValue.text))
      } else {
        let parts = try items.map { try Self.word($0, shape, node) }
        words = parts.map(\.word)
        parameter = .array(parts.map(\.parameter))
      }
    case .mapping:
      if shape.isInput {
        let part = try Self.word(value, shape, node)
        (words, parameter) = ([part.word], part.parameter)
      } else {
        try readFields(value, shape, node, line: line)
      }
    }
  }

  /// Fields with their values: `where: {delito: [robo, hurto]}`, `population-fields: {code: CVE_MUN}`.
  private mutating func readFields(_ value: YAMLNode, _ shape: ArgumentShape, _ node: StudyNode, line: Int) throws {
    let isCondition = shape.type == [Condition].self
    guard isCondition || shape.type == PopulationFieldList?.self else {
      throw node.wrongType(shape.name, line, "study.wants.text")
    }
    let fields = try StudyNode(value, file: node.file, key: shape.name)
    var texts: [String] = []
    var parameters: [(String, JSONValue)] = []
    for field in fields.members {
      switch field.value {
      case .scalar(let text, _):
        texts.append((isCondition ? Condition.escaped(field.key) : field.key) + "=" + text)
        parameters.append((field.key, .text(text)))
      case .sequence(let items, _) where isCondition:
        let values = try items.map { try Self.text($0, shape, node) }
        texts.append(Condition.escaped(field.key) + "=" + values.map(Condition.escaped).joined(separator: ","))
        parameters.append((field.key, .array(values.map(JSONValue.text))))
      default: throw fields.wrongType(field.key, field.line, isCondition ? "study.wants.texts" : "study.wants.text")
      }
    }
    words = isCondition ? texts : [texts.joined(separator: ",")]
    parameter = .object(parameters)
  }

  private static func text(_ value: YAMLNode, _ shape: ArgumentShape, _ node: StudyNode) throws -> String {
    guard let text = value.text else { throw node.wrongType(shape.name, value.line, "study.wants.list") }
    return text
  }

  /// One value: a text, or a file with what is said of it.
  private static func word(
    _ value: YAMLNode, _ shape: ArgumentShape, _ node: StudyNode
  ) throws -> (word: String, parameter: JSONValue) {
    if let text = value.text { return (text, .text(text)) }
    guard shape.isInput, case .mapping = value else { throw node.wrongType(shape.name, value.line, "study.wants.list") }
    let file = try StudyNode(value, file: node.file, key: shape.name)
    try file.refuseOthers(than: ["file"] + InputFile.Property.allCases.map(\.rawValue))
    let name = try file.required("file")
    var properties: [(InputFile.Property, String)] = []
    for property in InputFile.Property.allCases {
      guard let text = try file.text(property.rawValue) else { continue }
      var probe = InputFile(name)
      guard probe.set(property, text) else {
        throw Failure(.usage, "usage.file_property", ["value": text, "property": property.rawValue])
          .placed(in: node.file, line: file.members.first { $0.key == property.rawValue }?.line ?? file.line)
      }
      properties.append((property, text))
    }
    return (
      InputFile.word(name, properties),
      .object([("file", .text(name))] + properties.map { ($0.0.rawValue, .text($0.1)) })
    )
  }
}
