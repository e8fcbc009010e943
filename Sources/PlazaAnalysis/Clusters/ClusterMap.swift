internal import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

/// Clusters with their outlines, and what is said of them.
public struct ClusterMap: Sendable {
  /// One cluster; what a share of nothing would be is nil.
  public struct Cluster: Hashable, Sendable {
    /// How many records, and at how many positions.
    public let count: Int
    public let places: Int
    /// What they stand for and weigh; as `count` where they have no weight.
    public let weight: Double
    /// Records in the outline, its members and others.
    public let inside: Int
    /// Of the weight of all records, what lies in the outline.
    public let share: Double?
    /// Of the outline, in km², and as a share of the study area.
    public let surface: Double
    public let surfaceShare: Double
    /// The mean position of its records, in degrees on WGS 84.
    public let longitude: Double
    public let latitude: Double
    /// Nil where nothing was simulated.
    public let p: Double?

    /// How many times denser than the study area: the prediction accuracy index of Chainey, Tompson and Uhlig 2008,
    /// doi:10.1057/palgrave.sj.8350066.
    public var concentration: Double? { share.flatMap { surfaceShare > 0 ? $0 / surfaceShare : nil } }
    /// Few records are no ground for a decision, whatever their p.
    public var isBeyondChance: Bool { count >= EnoughRecords.inZone && isUnlikely }
    private var isUnlikely: Bool { p.map { $0 <= Clusters.level } ?? false }
    /// The area that its middle lies in; nil where nothing has a name.
    public let name: String?

    /// The words of the field `class`, the same in every language.
    public var text: String {
      if p == nil { return HotSpotClass.text(undefined: nil) }
      return isBeyondChance ? "cluster beyond chance" : isUnlikely ? HotSpotClass.tooFew : HotSpotClass.none
    }
  }

  /// What the summary tells of the whole.
  public struct Facts: Hashable, Sendable {
    /// Points, and what they weigh.
    public let used: Int
    public let total: Double
    /// Those in some cluster.
    public let inClusters: Int
    public let weightInClusters: Double
    /// Those in the outline of some cluster, and what they weigh.
    public let inside: Int
    public let weightInside: Double
    public let scale: ClusterScale
    public let simulations: Int
    public let seed: UInt64
    /// The people in the study area that chance followed; nil is an even spread.
    public let population: Double?
    /// Rows with people that could not be read or placed.
    public let populationUnread: Int
    /// In km²: of the study area, and of all outlines together, where they overlap once.
    public let groundSurface: Double
    public let surface: Double

    /// Points in no cluster.
    public var noise: Int { used - inClusters }
    /// Of the weight of all records, what lies in some outline: the numerator of the ground that outlines cover.
    public var share: Double? { total > 0 ? weightInside / total : nil }
    public var surfaceShare: Double { surface / groundSurface }
  }

  public let account: Account
  public let coordinates: CRSFacts
  /// The CRS that distances are measured in.
  public let crs: String
  /// The heaviest first; of equal ones the more southern.
  public let clusters: [Cluster]
  public let facts: Facts
  /// How the scale and chance were chosen.
  public let notes: [Diagnostic]
  public let findings: [Diagnostic]
  public let warnings: [Diagnostic]
  private let isWeighted: Bool
  private let outlines: PolygonColumn
  private let ground: PolygonColumn

  init(
    _ ground: StudyGround, records: PointOptions, clusters: [Cluster], facts: Facts, isWeighted: Bool, outlines: PolygonColumn,
    groundOutline: PolygonColumn
  ) {
    self.ground = groundOutline
    account = ground.pointAccount
    coordinates = ground.points.coordinates
    crs = ground.crs.description
    self.clusters = clusters
    self.facts = facts
    self.isWeighted = isWeighted
    self.outlines = outlines
    notes = ClusterFindings.notes(facts)
    findings = ClusterFindings.findings(clusters, facts)
    warnings =
      ground.notes.filter { $0.severity == .warning } + records.mixture(kinds: ground.points.shownKindCount)
      + ClusterFindings.warnings(facts)
  }

  /// The outlines in longitude and latitude on WGS 84, the heaviest cluster first; without clusters a layer without features.
  public func makeLayer() -> Layer { Layer(geometry: outlines, columns: columns, crs: .wgs84) }

  /// The same over the study area, which comes first, for a map of both.
  public func makeMapLayer() -> Layer {
    var geometry = ground
    geometry.append(contentsOf: outlines)
    let texts = ["study area"] + clusters.map(\.text)
    return Layer(geometry: geometry, columns: [Column(name: "class", values: texts.map(FieldValue.text))], crs: .wgs84)
  }

  public var tableHeader: [String] { columns.map(\.name) }

  /// One row for each cluster.
  public var table: RowBlock {
    let columns = columns
    var rows = RowBlock(columns: columns.count)
    for cluster in clusters.indices { for column in columns { rows.append(column.values[cluster]) } }
    return rows
  }

  private var columns: [Column] {
    func column(_ name: String, _ value: (Cluster) -> FieldValue) -> Column { Column(name: name, values: clusters.map(value)) }
    var columns = [
      Column(name: "cluster", values: clusters.indices.map { .integer($0 + 1) }), column("count") { .integer($0.count) },
      column("places") { .integer($0.places) },
    ]
    if isWeighted { columns.append(column("weight") { NumberText.field($0.weight) }) }
    return columns + [
      column("inside") { .integer($0.inside) }, column("share") { NumberText.field($0.share) },
      column("area_km2") { NumberText.field($0.surface) },
      column("area_share") { NumberText.field($0.surfaceShare) }, column("pai") { NumberText.field($0.concentration) },
      column("lon") { NumberText.field(($0.longitude * 1e7).rounded() / 1e7) },
      column("lat") { NumberText.field(($0.latitude * 1e7).rounded() / 1e7) }, column("p") { NumberText.field($0.p) },
      column("class") { .text($0.text) },
    ]
  }
}
