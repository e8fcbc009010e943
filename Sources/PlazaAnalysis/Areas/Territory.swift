internal import PlazaGeometry
public import PlazaLayers

/// An area layer as it was read, with its file's name and what its level is called.
public struct AreaLayer: Sendable {
  public var layer: Layer
  public var file: String
  /// Nil when the caller has not said.
  public var level: String?

  public init(_ layer: Layer, file: String, level: String? = nil) {
    self.layer = layer
    self.file = file
    self.level = level
  }
}

/// Areas in nested levels, finest first; one level is the simplest case.
///
/// Every area but those of the coarsest level lies in one area one level up, by its parent field: geometry is asked at the finest
/// level only. Areas of all levels are numbered in one row of cells, those of the finest first.
struct Territory: Sendable {
  struct Level: Sendable {
    var name: String
    /// Whether the caller has said what the level is called, or a field has.
    var isNamed: Bool
    var file: String
    var areas: AreaSet
    /// The area one level up of each area; empty at the coarsest level.
    var parents: [Int32] = []
  }

  let levels: [Level]
  private let firstCells: [Int]
  var notes: [Diagnostic] = []
  /// The populations of a table, in the place of those of the areas' own fields.
  var residents: TerritoryResidents?

  init(_ levels: [Level], notes: [Diagnostic] = []) {
    precondition(!levels.isEmpty, "a territory has a level")
    self.levels = levels
    self.notes = notes
    var sum = 0
    firstCells = levels.map { level in
      defer { sum += level.areas.count }
      return sum
    }
    cellCount = sum
  }

  let cellCount: Int
  var isNested: Bool { levels.count > 1 }
  var finest: AreaSet { levels[0].areas }

  func cell(_ level: Int, _ area: Int) -> Int { firstCells[level] + area }

  func place(ofCell cell: Int) -> (level: Int, area: Int) {
    var level = levels.count - 1
    while firstCells[level] > cell { level -= 1 }
    return (level, cell - firstCells[level])
  }

  /// The area that holds another one, at the same level or a coarser one.
  func ancestor(_ level: Int, _ area: Int, at upper: Int) -> Int {
    var area = area
    var level = level
    while level < upper {
      area = Int(levels[level].parents[area])
      level += 1
    }
    return area
  }

  /// What became of the features of all levels.
  var account: AreaAccount {
    levels.reduce(into: AreaAccount()) { sum, level in
      sum.read += level.areas.account.read
      sum.used += level.areas.account.used
      sum.notValid += level.areas.account.notValid
      sum.asOf = level.areas.account.asOf
      sum.repaired += level.areas.account.repaired
      sum.withoutGeometry += level.areas.account.withoutGeometry
    }
  }
}
