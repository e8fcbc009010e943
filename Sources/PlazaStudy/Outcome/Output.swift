/// One file that a verb can write: its name is that of its option, and of the key of a study.
public struct Output: Hashable, Sendable {
  /// `output`, `table`, `map` …
  public var name: String
  /// What it is, by the sentence `output.<id>`.
  public var id: String
  /// What a study adds to the step's name.
  public var suffix: String
  /// When a study writes it without being asked.
  public enum Standing: Hashable, Sendable {
    case always, onRequest
    /// Whenever one of these keys is given.
    case with([String])
    /// Whenever all of these keys are given.
    case withAll([String])
  }
  public var standing: Standing
  /// What the file holds: a layer is written in the format that its name asks for.
  public enum Content: Hashable, Sendable {
    case layer
    /// A layer of cells, or a raster where the name asks for one.
    case cells
    /// Rows under a header, as text or as a workbook by what the name asks for.
    case table
    /// A layer, or a table where the name asks for one.
    case layerOrTable
    case other
  }
  public var content: Content
  /// Files with single records can be read by their owner only.
  public var isPrivate: Bool
  /// Whether a layer has a look of its own: else no style stands beside it, and none that stands there is in its way.
  public var isStyled: Bool

  public init(
    _ name: String, id: String? = nil, suffix: String, _ standing: Standing = .onRequest, content: Content = .other,
    isPrivate: Bool = false, isStyled: Bool = true
  ) {
    self.isStyled = isStyled
    self.content = content
    self.name = name
    self.id = id ?? name
    self.suffix = suffix
    self.standing = standing
    self.isPrivate = isPrivate
  }

  /// What verbs have in common.
  public static let layer = Output("output", id: "layer", suffix: ".geojson", .always, content: .layer)
  public static let cells = Output("output", id: "layer", suffix: ".geojson", .always, content: .cells)
  public static let table = Output("table", suffix: ".csv", .always, content: .table)
  public static let map = Output("map", suffix: ".svg")
  public static let rejects = Output("rejects", suffix: "-rejects.csv", content: .table, isPrivate: true)
  public static let curve = Output("curve", suffix: "-curve.svg", .always)
  /// The summary in a file: a study writes it beside the others; a command prints it with `--json`.
  public static let summary = Output("summary", suffix: ".json", .always)
}
