public import ArgumentParser
public import PlazaLayers

/// What the argument parser says against words, as a failure with a sentence in every language.
///
/// The parser's own errors are its secret; its messages are few, and a message that is not known comes through as it is.
public enum UsageError {
  /// - Parameter message: the parser's, without its `Error: `.
  /// - Parameter verb: whose options know what they take; nil is a command that is no verb.
  public static func failure(_ message: String, verb: (any ParsableArguments.Type)?) -> Failure {
    let message = String(message.map { $0 == InputFile.mark ? " " : $0 })
    let quoted = quotes(in: message)
    func failure(_ id: String, _ values: [String: String]) -> Failure { Failure(.usage, id, values) }
    switch quoted.count {
    case 2... where message.hasPrefix("Unknown option"):
      return failure("usage.unknown_like", ["option": quoted[0], "like": quoted[1]])
    case 1 where message.hasPrefix("Unknown option"): return failure("usage.unknown", ["option": quoted[0]])
    case 1... where message.hasPrefix("Missing value for"): return failure("usage.missing_value", ["usage": quoted[0]])
    case 1... where message.hasPrefix("Missing expected argument"):
      return failure(quoted[0].hasPrefix("-") ? "usage.missing_option" : "usage.missing_argument", ["usage": quoted[0]])
    case 1... where message.hasPrefix("Unexpected argument") || message.contains(" unexpected arguments: "):
      return failure("usage.unexpected", ["given": quoted.joined(separator: ", ")])
    case 2... where message.hasPrefix("The option"):
      return failure("usage.no_value", ["option": quoted[0], "given": quoted[1]])
    case 2... where message.hasPrefix("The value"):
      return invalid(quoted[0], of: quoted[1], verb)
    default: return failure("usage.other", ["message": message])
    }
  }

  /// What the option takes is known by its type.
  private static func invalid(_ given: String, of usage: String, _ verb: (any ParsableArguments.Type)?) -> Failure {
    let name = usage.split(separator: " ").first.map { $0.filter { $0 != "<" && $0 != ">" } } ?? usage
    let bare = String(name.drop { $0 == "-" })
    let option = name.hasPrefix("-") ? name : "<\(bare)>"
    var values = ["option": option, "given": given]
    let type = verb.flatMap {
      let shapes = ArgumentShape.all(of: $0)
      // `-o` is the output's short name; other options may begin with its letter.
      let short = bare.count == 1 ? shapes.filter { $0.kind == .option && $0.name.hasPrefix(bare) } : []
      return (shapes.first { $0.name == bare } ?? short.first { $0.isOutput } ?? short.first)?.type
    }
    if let takes = (type as? any Takes.Type)?.takes {
      return Failure(.usage, takes.id, values.merging(takes.values) { own, _ in own })
    }
    let choices = type.map { Self.choices(of: $0) } ?? []
    if !choices.isEmpty {
      values["values"] = choices.joined(separator: ", ")
      return Failure(.usage, "takes.one", values)
    }
    return Failure(.usage, "usage.invalid", values)
  }

  /// The texts between single quotes; one that holds a quote itself ends at the last that a space, a full stop or the end follows.
  private static func quotes(in message: String) -> [String] {
    var result: [String] = []
    var rest = message[...]
    while let start = rest.firstIndex(of: "'") {
      let inner = rest[rest.index(after: start)...]
      var end = inner.firstIndex(of: "'")
      while let place = end {
        let after = inner.index(after: place)
        if after == inner.endIndex || [" ", ".", "?", ",", ":", "\n"].contains(inner[after]) { break }
        end = inner[after...].firstIndex(of: "'")
      }
      guard let end else { break }
      result.append(String(inner[..<end]))
      rest = inner[inner.index(after: end)...]
    }
    return result
  }
}

/// A type with few values.
private protocol Choices { static var choices: [String] { get } }

extension Optional: Choices where Wrapped: ExpressibleByArgument {
  fileprivate static var choices: [String] { Wrapped.allValueStrings }
}

extension UsageError {
  /// The values that an option takes, when they are few.
  static func choices(of type: Any.Type) -> [String] {
    if let optional = type as? any Choices.Type { return optional.choices }
    return (type as? any ExpressibleByArgument.Type)?.allValueStrings ?? []
  }
}
