internal import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

/// Units with the fields that a method adds, and what is said of them: the outcome of a verb on areas or cells.
public struct UnitMap: Sendable {
  /// What every summary on units tells.
  public struct Facts: Hashable, Sendable {
    /// Nil for areas.
    public var grid: GridChoice?
    public var units: Int
    public var tested: Int
    public var islands: Int
    public var withRecords: Int
    public var neighbors: String
    /// Ordered pairs of neighbours over the units that have some.
    public var meanNeighbors: Double
    public var measure: String
    public var correction: String
    public var permutations: Int?
    public var seed: UInt64?
    /// How many units each text of `class` has, in the order of their bytes.
    public var classes: [(name: String, count: Int)] { classCounts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    var classCounts: [String: Int]
    /// Statistics of the whole map, by name.
    public var whole: [WholeStatistic]
    /// What is called, that with most records first.
    public var zones: [Zone]
  }

  /// A statistic of the whole map: nil where the data do not allow it.
  public struct WholeStatistic: Hashable, Sendable {
    public var name: String
    public var value: Double?
    public var expected: Double?
    public var z: Double?
    public var p: Double?
    /// By permutation.
    public var pPermuted: Double?
    /// Why there is none.
    public var undefined: String?

    /// The statistic without a test.
    var untested: Self {
      var other = self
      (other.expected, other.z, other.p, other.pPermuted) = (nil, nil, nil, nil)
      other.undefined = other.undefined ?? "cells cut by the boundary"
      return other
    }
  }

  public let account: Account
  public let coordinates: CRSFacts
  /// The CRS that the units are in.
  public let crs: String
  public let facts: Facts
  public let findings: [Diagnostic]
  public let warnings: [Diagnostic]
  /// The field with the names of areas.
  public var nameField: String? {
    FieldNames.name(in: units.ownColumns.map(\.name)).map { units.ownColumns[$0].name }
  }
  let units: StudyUnits
  let columns: [Column]
  /// First and last day of the records, from 1970; nil where no date was read.
  public internal(set) var days: ClosedRange<Int>?
  /// The areas by whose names zones of cells are called.
  public var namedAreas: Layer? { units.surroundings?.layer }

  /// The units in their order, with their own fields and ours, in longitude and latitude on WGS 84.
  public func makeLayer() -> Layer {
    let names = Set(allColumns.map(\.name))
    return Layer(
      geometry: units.degrees, columns: units.ownColumns.filter { !names.contains($0.name) } + allColumns, crs: .wgs84)
  }

  public var tableHeader: [String] { ["code", "name"] + allColumns.map(\.name).filter { $0 != "code" } }

  /// One row for each unit, in the order of the codes or of the cells.
  public var table: RowBlock {
    let columns = allColumns.filter { $0.name != "code" }
    var rows = RowBlock(columns: columns.count + 2)
    for unit in 0..<units.count {
      rows.append(units.codes[unit])
      rows.append(units.names.isEmpty ? "" : units.names[unit])
      for column in columns { rows.append(column.values[unit]) }
    }
    return rows
  }

  /// What every map of units has, before what the method adds.
  private var allColumns: [Column] {
    var result: [Column] = []
    if units.grid != nil { result.append(Column(name: "code", values: units.codes.map(FieldValue.text))) }
    result.append(Column(name: "count", values: units.records.map(FieldValue.integer)))
    if units.isWeighted { result.append(Column(name: "weight", values: units.amounts.map { NumberText.field($0) })) }
    result.append(Column(name: "area_km2", values: units.surfaces.map { NumberText.field($0) }))
    let density = zip(units.records, units.surfaces).map { records, surface in
      NumberText.field(surface.flatMap { $0 > 0 ? Double(records) / $0 : nil })
    }
    result.append(Column(name: "per_km2", values: density))
    return result + columns
  }
}
