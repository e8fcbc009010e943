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
