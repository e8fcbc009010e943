public import PlazaGeometry
internal import PlazaLayers

/// One thing that is wrong with a file, with its place.
public struct CheckProblem: Hashable, Sendable {
  /// What can be wrong, the gravest first. The names are those of the layer's field `problem`.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Positions that would be right with their axes the other way round.
    case swappedCoordinates = "swapped_coordinates"
    /// Positions that are no longitudes and latitudes, though the file says so.
    case notDegrees = "not_degrees"
    /// Positions that are longitudes and latitudes, though the file says metres.
    case notMetres = "not_metres"
    /// A position beyond everything on earth.
    case beyondEarth = "beyond_earth"
    /// A geometry that is not valid in the sense of OGC Simple Features.
    case invalid
    /// A feature without geometry, or a record without a position.
    case noGeometry = "no_geometry"
    /// A position 0, 0, put where one was missing.
    case nullIsland = "null_island"
    /// Two features with the very same geometry.
    case duplicateGeometry = "duplicate_geometry"
    /// A feature without a code.
    case noCode = "no_code"
    /// Two features with one code.
    case repeatedCode = "repeated_code"
    /// Ground that two areas have in common.
    case overlap
    /// The same, nowhere wider than the tolerance.
    case overlapSliver = "overlap_sliver"
    /// Ground between areas that is in none.
    case gap
    /// The same, nowhere wider than the tolerance.
    case gapSliver = "gap_sliver"
    /// An area that names none above it.
    case noParent = "no_parent"
    /// An area that names one above it that does not exist.
    case unknownParent = "unknown_parent"
    /// An area that lies in another one than it names.
    case wrongParent = "wrong_parent"
    /// Ground of an area outside of the one that it belongs to.
    case outsideParent = "outside_parent"
    /// The same, nowhere wider than the tolerance.
    case outsideParentSliver = "outside_parent_sliver"
    /// A count below zero.
    case negativeCount = "negative_count"
    /// A text among counts.
    case notACount = "not_a_count"
    /// Women and men that are not the total.
    case sexesDoNotAdd = "sexes_do_not_add"
    /// A row that cannot be read.
    case unreadableRow = "unreadable_row"
    /// A cell of a position that is no number.
    case badNumber = "bad_number"
    /// A position that is out of the range of its CRS.
    case outOfRange = "out_of_range"
    /// Rows that repeat another one in every byte.
    case repeatedRow = "repeated_row"
  }

  /// Where a problem is, in longitude and latitude on WGS 84.
  public enum Shape: Hashable, Sendable {
    case none
    case point(Coordinate)
    /// One feature.
    case ground(PolygonColumn)
  }

  public var kind: Kind
  /// The number of the feature from 1, or the line of the record; nil for one of no single feature.
  public var feature: Int?
  /// The code of the area, else the number of its feature.
  public var code: String
  public var name: String
  /// The code of the other area that takes part: the one overlapped, the neighbour, the parent.
  public var other: String
  public var otherName: String
  /// Ellipsoidal, in square metres.
  public var area: Double?
  /// Mean width in metres: twice the surface by the perimeter.
  public var width: Double?
  /// How many separate places it is made of.
  public var places: Int
  /// Why, as a word for machines.
  public var reason: String
  /// The field and the cell, where it is one of a column.
  public var field: String
  public var value: String
  public var shape: Shape

  public init(
    _ kind: Kind, feature: Int? = nil, code: String = "", name: String = "", other: String = "", otherName: String = "",
    area: Double? = nil,
    width: Double? = nil, places: Int = 1, reason: String = "", field: String = "", value: String = "", shape: Shape = .none
  ) {
    self.kind = kind
    self.feature = feature
    self.code = code
    self.name = name
    self.other = other
    self.otherName = otherName
    self.area = area
    self.width = width
    self.places = places
    self.reason = reason
    self.field = field
    self.value = value
    self.shape = shape
  }
}

/// What is asked of a check.
public struct CheckOptions: Hashable, Sendable {
  /// Metres: ground between or in two areas that is nowhere wider is a sliver, the trace of a border drawn twice.
  ///
  /// One metre by default: a line of a tenth of a millimetre on a map of 1:10 000 is as wide, and no street, path or lot is narrower.
  public var tolerance = 1.0
  public static let toleranceRange = 0.05...100.0
  /// Metres: what is narrower on average comes from the last digits of coordinates (the seventh decimal of a degree is a centimetre), is
  /// counted, and is no problem.
  public var dust = 0.02
  /// For each file; found by name where nothing is said.
  public var code: [[String]] = []
  public var name: [String?] = []
  public var parent: [String?] = []
  /// The field that divides one file into levels.
  public var level: String?
  public var population: String?
  /// Whether features with one code are one area.
  public var mergesCodes = false

  public init() {}
}
