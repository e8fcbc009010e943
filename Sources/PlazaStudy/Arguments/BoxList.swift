public import ArgumentParser
public import PlazaAnalysis
public import PlazaLayers

/// A box in longitude and latitude: `west,south,east,north`.
public struct BoxList: Hashable, Sendable, ExpressibleByArgument, Takes, TakesList {
  public let value: ConvertBox

  public init?(argument: String) {
    let sides = argument.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.filter { $0 != " " }) }
    guard sides.count == 4, let west = sides[0], let south = sides[1], let east = sides[2], let north = sides[3],
      let box = ConvertBox(west: west, south: south, east: east, north: north)
    else { return nil }
    value = box
  }

  public static var takes: Diagnostic { Diagnostic(.note, "takes.box") }
  public static var schema: [(String, SchemaValue)] { [] }
}
