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
package struct Territory: Sendable {
  package struct Level: Sendable {
    package var name: String
    /// Whether the caller has said what the level is called, or a field has.
    package var isNamed: Bool
    package var file: String
    package var areas: AreaSet
    /// The area one level up of each area; empty at the coarsest level.
    package var parents: [Int32] = []
  }

  package let levels: [Level]
  private let firstCells: [Int]
  package var notes: [Diagnostic] = []

  package init(_ levels: [Level], notes: [Diagnostic] = []) {
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

  /// Areas of one level that were read before, whose notes are known.
  package init(_ areas: AreaSet, file: String) {
    self.init([Level(name: file.stem, isNamed: false, file: file, areas: areas)])
  }

  package let cellCount: Int
  package var isNested: Bool { levels.count > 1 }
  package var finest: AreaSet { levels[0].areas }

  package func cell(_ level: Int, _ area: Int) -> Int { firstCells[level] + area }

  package func place(ofCell cell: Int) -> (level: Int, area: Int) {
    var level = levels.count - 1
    while firstCells[level] > cell { level -= 1 }
    return (level, cell - firstCells[level])
  }

  /// The area that holds another one, at the same level or a coarser one.
  package func ancestor(_ level: Int, _ area: Int, at upper: Int) -> Int {
    var area = area
    var level = level
    while level < upper {
      area = Int(levels[level].parents[area])
      level += 1
    }
    return area
  }

  /// What became of the features of all levels.
  package var account: AreaAccount {
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
