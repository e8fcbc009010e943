internal import ArgumentParser
public import PlazaLayers

/// A value that can say what it takes, so that a refusal names the range and not only the word.
public protocol Takes {
  /// A sentence without its subject: `metres from 1 to 500`.
  static var takes: Diagnostic { get }
  /// What a JSON Schema says of the value in a study.
  static var schema: [(String, SchemaValue)] { get }
}

/// A member of a JSON Schema that ranges are told by.
public enum SchemaValue: Sendable {
  case text(String)
  case number(Double)
  case texts([String])
}

extension Optional: Takes where Wrapped: Takes {
  public static var takes: Diagnostic { Wrapped.takes }
  public static var schema: [(String, SchemaValue)] { Wrapped.schema }
}

extension Array: Takes where Element: Takes {
  public static var takes: Diagnostic { Element.takes }
  public static var schema: [(String, SchemaValue)] { Element.schema }
}
