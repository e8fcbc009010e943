public import ArgumentParser
public import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// How far a kernel reaches: metres, or the name of a rule.
public struct Bandwidth: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: DensityOptions.BandwidthChoice

  public init(_ value: DensityOptions.BandwidthChoice) { self.value = value }

  public init?(argument: String) {
    guard let value = DensityOptions.BandwidthChoice(argument) else { return nil }
    self.value = value
  }

  public var defaultValueDescription: String { value.text }
  public static var takes: Diagnostic {
    Diagnostic(.note, "takes.bandwidth", ["rules": BandwidthRule.allCases.map(\.rawValue).joined(separator: ", ")])
  }
  public static var schema: [(String, SchemaValue)] { [] }
}

/// Which units are neighbours: `queen`, `rook`, `distance:METRES`, `nearest:K`.
public struct Neighbors: Hashable, Sendable, ExpressibleByArgument, Takes {
  public let value: NeighborRule

  public init(_ value: NeighborRule) { self.value = value }

  public init?(argument: String) {
    guard let value = NeighborRule(argument) else { return nil }
    self.value = value
  }

  public var defaultValueDescription: String { value.text }
  public static var takes: Diagnostic { Diagnostic(.note, "takes.neighbors") }
  public static var schema: [(String, SchemaValue)] { [] }
}
