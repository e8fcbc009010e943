public import PlazaFormats
internal import PlazaWords

/// The JSON Schema of a study file, made of the verbs' own declarations.
public enum StudySchema {
  public static var json: JSONValue {
    // Editors show it in one language; the file is the same wherever it is made.
    HelpLanguage.$current.withValue(.en) {
      .object([
        ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text("Plaza study")),
        (
          "description",
          .text(
            "A study file (study.yaml): its inputs, its steps and what its outputs must say. ${NAME} in any scalar is given by plaza run --set NAME=VALUE."
          )
        ),
        ("type", .text("object")), ("required", .array([.text("study"), .text("steps")])),
        ("additionalProperties", .bool(false)), ("properties", .object(head)),
        ("$defs", .object(shared + Verbs.all.map { ($0.name, step($0)) })),
      ])
    }
  }

  private static var head: [(String, JSONValue)] {
    func text(_ description: String) -> JSONValue { described(description, [("$ref", .text("#/$defs/text"))]) }
    return [
      ("study", text("Name of the study.")), ("title", text("Title, for people.")),
      ("notice", text("What every output must say about the data.")),
      ("geopackage", text("A file for all layers that no step names a file for, each under its step's name: x.gpkg.")),
      (
        "language",
        described("Language of what people read.", choice(Language.allCases.map(\.rawValue)))
      ),
      (
        "steps",
        described(
          "What is done, in this order.",
          [
            ("type", .text("array")), ("minItems", .integer(1)),
            ("items", .object([("oneOf", .array(Verbs.all.map { reference($0.name) }))])),
          ])
      ),
    ]
  }

  private static var shared: [(String, JSONValue)] {
    let text = JSONValue.array([.text("string"), .text("number"), .text("boolean")])
    let properties = ["file"] + InputFile.Property.allCases.map(\.rawValue)
    return [
      ("variable", .object([("type", .text("string")), ("pattern", .text("\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}"))])),
      ("text", .object([("type", text)])),
      (
        "texts",
        .object([
          ("anyOf", .array([reference("text"), .object([("type", .text("array")), ("items", reference("text"))])]))
        ])
      ),
      (
        "file",
        .object([
          (
            "anyOf",
            .array([
              reference("text"),
              .object([
                ("type", .text("object")), ("required", .array([.text("file")])), ("additionalProperties", .bool(false)),
                ("properties", .object(properties.map { ($0, reference("text")) })),
              ]),
            ])
          )
        ])
      ),
      (
        "files",
        .object([
          ("anyOf", .array([reference("file"), .object([("type", .text("array")), ("items", reference("file"))])]))
        ])
      ),
      (
        "fields",
        .object([
          (
            "anyOf",
            .array([.object([("type", .text("object")), ("additionalProperties", reference("texts"))]), reference("texts")])
          )
        ])
      ),
    ]
  }

  /// One step: its verb with the step's name, and a key for each argument.
  private static func step(_ verb: any Verb.Type) -> JSONValue {
    let arguments = VerbDescription(verb).arguments
    let required = [verb.name] + arguments.filter(\.isRequired).map(\.shape.name)
    let keys = arguments.map { ($0.shape.name, key($0)) }
    return .object([
      ("description", .text(verb.abstract)), ("type", .text("object")),
      ("required", .array(required.map(JSONValue.text))), ("additionalProperties", .bool(false)),
      (
        "properties",
        .object(
          [(verb.name, described("Name of the step, and of its outputs.", [("$ref", .text("#/$defs/text"))]))] + keys)
      ),
    ])
  }

  private static func key(_ argument: VerbDescription.Argument) -> JSONValue {
    let value = value(argument.shape)
    let fallback = argument.defaultValue.map { [("default", JSONValue.text($0))] } ?? []
    return described(argument.help, value + fallback)
  }

  private static func value(_ shape: ArgumentShape) -> [(String, JSONValue)] {
    func named(_ name: String) -> [(String, JSONValue)] { [("$ref", .text("#/$defs/\(name)"))] }
    if shape.kind == .flag { return alternatives([.object([("type", .text("boolean"))]), reference("variable")]) }
    if shape.isOutput { return alternatives([.object([("type", .text("boolean"))]), reference("text")]) }
    if shape.type == [Condition].self || shape.type == PopulationFieldList?.self { return named("fields") }
    if shape.isInput { return named(shape.isRepeating ? "files" : "file") }
    if shape.isRepeating || shape.isList { return named("texts") }
    let choices = UsageError.choices(of: shape.type)
    if !choices.isEmpty { return choice(choices) }
    let range = (shape.type as? any Takes.Type)?.schema ?? []
    guard !range.isEmpty else { return named("text") }
    let members = range.map { name, value -> (String, JSONValue) in
      switch value {
      case .text(let text): (name, .text(text))
      case .number(let number): (name, .real(number))
      case .texts(let texts): (name, .array(texts.map(JSONValue.text)))
      }
    }
    return alternatives([.object(members), reference("variable")])
  }

  private static func choice(_ values: [String]) -> [(String, JSONValue)] {
    alternatives([.object([("enum", .array(values.map(JSONValue.text)))]), reference("variable")])
  }

  private static func alternatives(_ values: [JSONValue]) -> [(String, JSONValue)] { [("anyOf", .array(values))] }

  private static func reference(_ name: String) -> JSONValue { .object([("$ref", .text("#/$defs/\(name)"))]) }

  private static func described(_ description: String, _ members: [(String, JSONValue)]) -> JSONValue {
    .object([("description", .text(description))] + members)
  }
}
