public import ArgumentParser
public import PlazaLayers

/// Several values in one word, divided by commas, each once.
///
/// For numbers and choices; names and files repeat their option instead, because a comma may stand in them.
public struct List<Element: ExpressibleByArgument & Hashable & Sendable>: Hashable, Sendable, ExpressibleByArgument {
  public let values: [Element]

  public init(_ values: [Element]) { self.values = values }

  public init?(argument: String) {
    var values: [Element] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let value = Element(argument: String(part.filter { $0 != " " })), !values.contains(value) else { return nil }
      values.append(value)
    }
    guard !values.isEmpty else { return nil }
    self.values = values
  }

  public var defaultValueDescription: String { values.map(\.defaultValueDescription).joined(separator: ",") }
  public static var allValueStrings: [String] { [] }
  public static var defaultCompletionKind: CompletionKind { .default }
}

/// Whether an option takes several values in one word: in a study they may be a list.
protocol TakesList {}
extension List: TakesList {}
extension Optional: TakesList where Wrapped: TakesList {}

extension List: Takes {
  public static var takes: Diagnostic {
    if let element = Element.self as? any Takes.Type {
      return Diagnostic(.note, "takes.list." + element.takes.id.dropFirst("takes.".count), element.takes.values)
    }
    return Diagnostic(.note, "takes.list.of", ["values": Element.allValueStrings.joined(separator: ", ")])
  }
  public static var schema: [(String, SchemaValue)] { [] }
}

/// A percentage of a whole: above 0 and at most what its bounds end with; a `%` may follow.
public struct Percent<B: Bounds>: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: Double

  public init(_ value: Double) { self.value = value }

  public init?(argument: String) {
    let bare = argument.filter { $0 != " " && $0 != "%" }
    guard let value = Double(bare), value > 0, B.range.contains(value) else { return nil }
    self.value = value
  }

  public var defaultValueDescription: String { NumberText.text(value) ?? "" }
  public static var takes: Diagnostic { Diagnostic(.note, "takes.percent", ["high": NumberText.text(B.range.upperBound) ?? ""]) }
  public static var schema: [(String, SchemaValue)] {
    [("type", .text("number")), ("exclusiveMinimum", .number(0)), ("maximum", .number(B.range.upperBound))]
  }
}

/// A field, or several that make one code together: `a,b`.
public struct FieldNameList: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let names: [String]

  /// An empty text stands for none.
  public init?(argument: String) { names = argument.split(separator: ",").map(String.init) }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.fields") }
  public static var schema: [(String, SchemaValue)] { [] }
}
