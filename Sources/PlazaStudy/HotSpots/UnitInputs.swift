public import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
public import PlazaRecords

/// The places that a verb computes something for: areas of a file, or cells of a grid.
public struct UnitInputs: Sendable {
  public var areas: InputFile?
  public var fields = AreaFields()
  public var grid: GridChoice?

  public init() {}

  static let keys = ["areas"] + AreaFields.keys + ["grid", "cell"]

  init(_ node: StudyNode, folder: String) throws {
    areas = try node.text("areas").map { InputFile($0, folder: folder) }
    fields = try AreaFields(node)
    if let shape = try node.choice("grid", GridChoice.Shape.self) {
      grid = GridChoice(shape, cell: try node.metres("cell") ?? 0)
    } else if let cell = try node.metres("cell") {
      grid = GridChoice(.square, cell: cell)
    }
  }

  var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("areas", areas?.name)
    members.add(fields)
    members.add("grid", grid?.shape.rawValue)
    members.add("cell", grid.flatMap { $0.cell > 0 ? NumberText.text($0.cell) : nil })
    return members.members
  }
}

extension StudyNode {
  /// A length in metres: a number above 0.
  func metres(_ key: String) throws -> Double? {
    try text(key).map { text in
      guard let value = Double(text), value > 0, value.isFinite else {
        throw failure("study.wrong_type", key: key, ["wanted": "metres"])
      }
      return value
    }
  }

  /// A whole number within bounds.
  func integer(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
    try text(key).map { text in
      guard let value = Int(text), range.contains(value) else {
        throw failure("study.wrong_type", key: key, ["wanted": "\(range.lowerBound) … \(range.upperBound)"])
      }
      return value
    }
  }
}
