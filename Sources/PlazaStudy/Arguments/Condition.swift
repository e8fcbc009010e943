public import ArgumentParser
internal import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords

/// Which values a field may have: `delito=robo,hurto`.
///
/// A comma within a value is written `\,` and a backslash before one `\\`; a study writes lists, and needs neither.
public struct Condition: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let field: String
  public let values: [String]

  public init?(argument: String) {
    guard let mark = argument.firstIndex(of: "="), mark > argument.startIndex else { return nil }
    field = String(argument[..<mark])
    values = Self.divided(argument[argument.index(after: mark)...])
  }

  var condition: RecordFilter.Condition { .init(field: field, values: values) }

  /// A value as one part of a word.
  static func escaped(_ value: String) -> String {
    value.reduce(into: "") { text, character in
      if character == "," || character == "\\" { text.append("\\") }
      text.append(character)
    }
  }

  private static func divided(_ text: Substring) -> [String] {
    var values = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        // A backslash before anything else is itself: names of folders and patterns hold them.
        if character != ",", character != "\\" { values[values.count - 1].append("\\") }
        values[values.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "," {
        values.append("")
      } else {
        values[values.count - 1].append(character)
      }
    }
    if isEscaped { values[values.count - 1].append("\\") }
    return values
  }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.condition") }
  public static var schema: [(String, SchemaValue)] { [] }
}
