internal import ArgumentParser

/// What one argument of a verb is, as its declaration says it: the only list of options there is.
///
/// Read by reflection from the declaration, as the argument parser itself reads it; so inputs, outputs, keys of a study and schemas
/// need no list by hand.
struct ArgumentShape {
  enum Kind: Hashable { case positional, option, flag }

  /// The key of a study and, with two dashes, the word of the command line.
  var name: String
  var kind: Kind
  var type: Any.Type
  /// Its value; nil before anything is parsed.
  var value: Any?

  /// Whether it stands once for each value.
  var isRepeating: Bool { (type as? any Repeats.Type) != nil }
  /// Whether one word holds several values, divided by commas.
  var isList: Bool { (type as? any TakesList.Type) != nil }
  /// Whether it names files to read.
  var isInput: Bool { (type as? any NamesInputs.Type) != nil }
  /// Whether it says where an output goes.
  var isOutput: Bool { type == OutputPath?.self || type == OutputPath.self }

  /// The arguments of a type, in the order of their declaration.
  static func all(of type: any ParsableArguments.Type) -> [ArgumentShape] { read(type.init(), isParsed: false) }

  /// The arguments of a parsed value, with theirs.
  static func all(of arguments: any ParsableArguments) -> [ArgumentShape] { read(arguments, isParsed: true) }

  /// The groups of options within a parsed value, whatever their depth.
  static func groups(of arguments: any ParsableArguments) -> [any ParsableArguments] {
    Mirror(reflecting: arguments).children.flatMap { child -> [any ParsableArguments] in
      guard let group = (child.value as? any GroupWrapper)?.arguments else { return [] }
      return [group] + groups(of: group)
    }
  }

  private static func read(_ arguments: any ParsableArguments, isParsed: Bool) -> [ArgumentShape] {
    Mirror(reflecting: arguments).children.flatMap { child -> [ArgumentShape] in
      guard let wrapper = child.value as? any ArgumentWrapper, let label = child.label else { return [] }
      if let group = wrapper as? any GroupWrapper {
        return read(isParsed ? group.arguments : group.empty, isParsed: isParsed)
      }
      return [
        ArgumentShape(
          name: kebab(label.drop { $0 == "_" }), kind: wrapper.kind, type: wrapper.valueType,
          value: isParsed ? wrapper.parsed : nil)
      ]
    }
  }

  /// `assumeCrs` as `assume-crs`: what the argument parser makes of a property's name.
  private static func kebab(_ label: Substring) -> String {
    label.reduce(into: "") { text, character in
      if character.isUppercase { text += "-" }
      text += character.lowercased()
    }
  }
}

private protocol ArgumentWrapper {
  var kind: ArgumentShape.Kind { get }
  var valueType: Any.Type { get }
  var parsed: Any { get }
}

private protocol GroupWrapper {
  var empty: any ParsableArguments { get }
  var arguments: any ParsableArguments { get }
}

extension Argument: ArgumentWrapper {
  fileprivate var kind: ArgumentShape.Kind { .positional }
  fileprivate var valueType: Any.Type { Value.self }
  fileprivate var parsed: Any { wrappedValue }
}

extension Option: ArgumentWrapper {
  fileprivate var kind: ArgumentShape.Kind { .option }
  fileprivate var valueType: Any.Type { Value.self }
  fileprivate var parsed: Any { wrappedValue }
}

extension Flag: ArgumentWrapper {
  fileprivate var kind: ArgumentShape.Kind { .flag }
  fileprivate var valueType: Any.Type { Value.self }
  fileprivate var parsed: Any { wrappedValue }
}

extension OptionGroup: ArgumentWrapper, GroupWrapper {
  fileprivate var kind: ArgumentShape.Kind { .option }
  fileprivate var valueType: Any.Type { Value.self }
  fileprivate var parsed: Any { wrappedValue }
  fileprivate var empty: any ParsableArguments { Value() }
  fileprivate var arguments: any ParsableArguments { wrappedValue }
}

/// An array: an option that repeats.
private protocol Repeats {}
extension Array: Repeats {}
