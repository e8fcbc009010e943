public import ArgumentParser
public import PlazaFormats
public import PlazaLayers

/// The encoding of a text file, by its usual names.
public struct Encoding: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: TextEncoding

  public init?(argument: String) {
    guard let value = TextEncoding(name: argument) else { return nil }
    self.value = value
  }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.encoding") }
  public static var schema: [(String, SchemaValue)] { [("enum", .texts(TextEncoding.allCases.map(\.rawValue)))] }
}

/// What parts the cells of a row.
public struct Delimiter: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: UInt8

  public init?(argument: String) {
    guard let value = Reading.delimiter(named: argument) else { return nil }
    self.value = value
  }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.delimiter") }
  public static var schema: [(String, SchemaValue)] { [("enum", .texts([",", ";", "tab", "|"]))] }
}

/// What parts a whole number from its decimals.
public struct DecimalMark: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: UInt8

  public init?(argument: String) {
    guard let value = Reading.decimalMark(named: argument) else { return nil }
    self.value = value
  }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.decimal") }
  public static var schema: [(String, SchemaValue)] { [("enum", .texts([".", ","]))] }
}

/// What is left as a file writes it: names of mendings divided by commas, or `all`.
public struct AsWritten: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let mendings: Set<Mending>

  public init?(argument: String) {
    var mendings: Set<Mending> = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let word = String(part.filter { $0 != " " }.map { $0 == "-" ? "_" : $0 }).lowercased()
      if word == "all" {
        mendings.formUnion(Mending.allCases)
      } else if let mending = Mending(rawValue: word) {
        mendings.insert(mending)
      } else {
        return nil
      }
    }
    guard !mendings.isEmpty else { return nil }
    self.mendings = mendings
  }

  public static var takes: Diagnostic {
    Diagnostic(.note, "takes.as_is", ["values": Mending.allCases.map(\.rawValue).joined(separator: ", ")])
  }
  public static var schema: [(String, SchemaValue)] { [] }
}
