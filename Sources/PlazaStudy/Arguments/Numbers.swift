public import ArgumentParser
public import PlazaLayers
internal import PlazaRecords

/// What a number may be: a type for each range, so that the range is part of the declaration that it belongs to.
public protocol Bounds { static var range: ClosedRange<Double> { get } }

/// The same for whole numbers.
public protocol WholeBounds { static var range: ClosedRange<Int> { get } }

/// A finite number within bounds.
public struct Number<B: Bounds>: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: Double

  /// A default; one beyond the range is a mistake of the program.
  public init(_ value: Double) {
    precondition(B.range.contains(value))
    self.value = value
  }

  public init?(argument: String) {
    guard let value = Double(argument), B.range.contains(value) else { return nil }
    self.value = value
  }

  public var defaultValueDescription: String { NumberText.text(value) ?? "" }
  public static var takes: Diagnostic {
    Diagnostic(.note, "takes.number", ["low": text(B.range.lowerBound), "high": text(B.range.upperBound)])
  }
  public static var schema: [(String, SchemaValue)] {
    [("type", .text("number")), ("minimum", .number(B.range.lowerBound)), ("maximum", .number(B.range.upperBound))]
  }

  private static func text(_ value: Double) -> String { NumberText.text(value) ?? "" }
}

/// A number above 0, at most what its bounds end with.
public struct Positive<B: Bounds>: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: Double

  /// A default; one beyond the range is a mistake of the program.
  public init(_ value: Double) {
    precondition(value > 0 && B.range.contains(value))
    self.value = value
  }

  public init?(argument: String) {
    guard let value = Double(argument), value > 0, B.range.contains(value) else { return nil }
    self.value = value
  }

  public var defaultValueDescription: String { NumberText.text(value) ?? "" }
  public static var takes: Diagnostic {
    B.self == Unbounded.self
      ? Diagnostic(.note, "takes.positive")
      : Diagnostic(.note, "takes.positive_to", ["high": NumberText.text(B.range.upperBound) ?? ""])
  }
  public static var schema: [(String, SchemaValue)] {
    let lower: [(String, SchemaValue)] = [("type", .text("number")), ("exclusiveMinimum", .number(0))]
    return B.self == Unbounded.self ? lower : lower + [("maximum", .number(B.range.upperBound))]
  }
}

/// No bound but that of finite numbers.
public enum Unbounded: Bounds {
  public static var range: ClosedRange<Double> { 0...Double.greatestFiniteMagnitude }
}

/// A number above 0 without a bound.
public typealias AboveZero = Positive<Unbounded>

/// A length on the earth, in metres.
public typealias Metres = Positive<EarthLength>

/// No length on the earth is longer than ten thousand kilometres.
public enum EarthLength: Bounds {
  public static var range: ClosedRange<Double> { 0...10_000_000 }
}

/// A whole number within bounds.
public struct Whole<B: WholeBounds>: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: Int

  /// A default; one beyond the range is a mistake of the program.
  public init(_ value: Int) {
    precondition(B.range.contains(value))
    self.value = value
  }

  public init?(argument: String) {
    guard let value = Int(argument), B.range.contains(value) else { return nil }
    self.value = value
  }

  public var defaultValueDescription: String { String(value) }
  public static var takes: Diagnostic {
    Diagnostic(.note, "takes.whole", ["low": String(B.range.lowerBound), "high": String(B.range.upperBound)])
  }
  public static var schema: [(String, SchemaValue)] {
    [
      ("type", .text("integer")), ("minimum", .number(Double(B.range.lowerBound))),
      ("maximum", .number(Double(B.range.upperBound))),
    ]
  }
}

/// The seed of random numbers.
public struct Seed: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: UInt64

  public init(_ value: UInt64) { self.value = value }

  public init?(argument: String) {
    guard let value = UInt64(argument) else { return nil }
    self.value = value
  }

  public var defaultValueDescription: String { String(value) }
  public static var takes: Diagnostic { Diagnostic(.note, "takes.seed") }
  public static var schema: [(String, SchemaValue)] { [("type", .text("integer")), ("minimum", .number(0))] }
}

/// A share of one, as `0.95` or `95%`.
public struct Share: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: Double

  public init?(argument: String) {
    guard let value = KeyOptions.share(argument) else { return nil }
    self.value = value
  }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.share") }
  public static var schema: [(String, SchemaValue)] { [] }
}
