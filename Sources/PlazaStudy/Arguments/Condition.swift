public import ArgumentParser
internal import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords

/// Which values a field may have: `delito=robo,hurto`.
///
/// A comma within a value is written `\,`, an equals sign within the field `\=`, and a backslash before one of them `\\`; a study writes
/// mappings and lists, and needs none of it.
public struct Condition: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let field: String
  public let values: [String]

  public init?(argument: String) {
    // By scalars: a mark that joins a comma or an equals sign must not hide it.
    var parts = [String.UnicodeScalarView()]
    var hasField = false
    var isEscaped = false
    for scalar in argument.unicodeScalars {
      if isEscaped {
        // A backslash before anything else is itself: names of folders and patterns hold them.
        if scalar != ",", scalar != "\\", scalar != "=" { parts[parts.count - 1].append("\\") }
        parts[parts.count - 1].append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "=", !hasField {
        hasField = true
        parts.append(String.UnicodeScalarView())
      } else if scalar == ",", hasField {
        parts.append(String.UnicodeScalarView())
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    if isEscaped { parts[parts.count - 1].append("\\") }
    guard hasField, !parts[0].isEmpty else { return nil }
    field = String(parts[0])
    values = parts.dropFirst().map { String($0) }
  }

  var condition: RecordFilter.Condition { .init(field: field, values: values) }

  /// A field or a value as one part of a word.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "," || scalar == "\\" || scalar == "=" { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.condition") }
  public static var schema: [(String, SchemaValue)] { [] }
}
