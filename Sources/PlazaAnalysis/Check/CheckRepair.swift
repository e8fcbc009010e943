internal import PlazaGEOS
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// A layer of areas with what can be mended mended, and what that changed.
public struct CheckRepair: Sendable {
  /// In longitude and latitude on WGS 84, rounded as it is written.
  public internal(set) var layer: Layer
  public internal(set) var file: String
  /// Areas that were invalid.
  public internal(set) var repaired = 0
  /// Vertices that repeated the one before them.
  public internal(set) var repeatedVertices = 0
  /// Slivers between areas that were given to one of them, and of ground that two had in common that were left to one.
  public internal(set) var gaps = 0
  public internal(set) var overlaps = 0
  /// Square metres that an area gained or lost, summed over all areas.
  public internal(set) var changed = 0.0
  /// The area that changed most, by how many square metres, and what share of it that is.
  public internal(set) var most: (label: String, area: Double, share: Double)?
  /// What is still wrong with the geometry of the layer as it is written.
  public internal(set) var remaining: [CheckProblem.Kind: Int] = [:]

  /// Mends invalid rings, repeated vertices and slivers; borders that are not wrong stay where they are.
  ///
  /// A sliver between areas goes to the one with the longest border along it, ground in common stays with the smaller of the two, which it
  /// matters more to. What is wider than the tolerance is left for a person to decide.
  /// - Parameter decimals: to which the layer is written; nil rounds nothing.
  /// - Throws: `Failure` as the check does.
  public static func make(
    _ input: CheckInput, options: CheckOptions, decimals: Int?, jobs: Int
  ) async throws -> CheckRepair {
    do {
      return try await mend(input, options, decimals: decimals, jobs: jobs)
    } catch let error as GEOSError {
      let feature = error.feature.map { String($0 + 1) } ?? "?"
      throw Failure(.notUnderstood, "geometry.unbuildable", ["file": input.file, "feature": feature, "reason": error.message])
    }
  }

  private static let rounds = 5

  private static func mend(
    _ input: CheckInput, _ options: CheckOptions, decimals: Int?, jobs: Int
  ) async throws -> CheckRepair {
    let features = input.features
    let levels = try Check.levels(features, options, file: input.file)
    let fields = try CheckFields(
      features.columns, levels: levels.ofFeature, code: options.code.first ?? [], name: options.name.first ?? nil,
      file: input.file)
    let ground = try CheckGround(crs: features.crs, file: input.file, options: options)
    let plain = features.polygons.withoutRepeatedVertices()
    let (valid, repairs) = try await GEOS.repaired(plain.column, jobs: jobs)
    var result = CheckRepair(layer: Layer(geometry: valid, columns: features.columns, crs: features.crs), file: input.file)
    result.repeatedVertices = plain.count
    result.repaired = repairs.count
    var changes: [Int: Double] = [:]
    result.layer.geometry = try await result.mended(valid, levels.members, ground, &changes, jobs: jobs)
    var written = try WGS84Layer.geometry(of: result.layer)
    if let decimals {
      let degrees = try CheckGround(crs: .wgs84, file: input.file, options: options)
      written = try await GEOS.rounded(written, decimals: decimals, jobs: jobs).column
      // Rounding leaves slivers of its own where a vertex of one side lay on an edge of the other.
      for _ in 0..<rounds {
        let mended = try await result.mended(written, levels.members, degrees, &changes, jobs: jobs)
        if mended == written { break }
        written = try await GEOS.rounded(mended, decimals: decimals, jobs: jobs).column
      }
    }
    result.layer = Layer(geometry: written, columns: features.columns, crs: .wgs84)
    result.changed = changes.values.sorted().reduce(0, +)
    if let (feature, area) = changes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) {
      let name = fields.name(feature)
      let size = written.geodesicArea(ofFeature: feature)
      result.most = (
        name.isEmpty ? fields.label(feature) : "\(name) (\(fields.label(feature)))", area, size > 0 ? area / size : 1
      )
    }
    try await result.verify(features, options, jobs: jobs)
    return result
  }

  /// The areas of all levels without slivers, each level by itself.
  private mutating func mended(
    _ column: PolygonColumn, _ levels: [[Int]], _ ground: CheckGround, _ changes: inout [Int: Double], jobs: Int
  ) async throws -> PolygonColumn {
    var whole = column
    for members in levels {
      var own = whole.selecting(members)
      // What is given and taken can leave a sliver where several meet; nothing is left after a few rounds, or a person has to look.
      for _ in 0..<Self.rounds {
        let before = gaps + overlaps
        own = try await level(own, members, ground, &changes, jobs: jobs)
        if gaps + overlaps == before { break }
      }
      if levels.count == 1 { return own }
      var place = [Int?](repeating: nil, count: whole.featureCount)
      for (index, member) in members.enumerated() { place[member] = index }
      var joined = PolygonColumn()
      for feature in 0..<whole.featureCount {
        if let index = place[feature] {
          joined.append(feature: index, of: own)
        } else {
          joined.append(feature: feature, of: whole)
        }
      }
      whole = joined
    }
    return whole
  }

  /// The areas of one level without slivers.
  private mutating func level(
    _ column: PolygonColumn, _ members: [Int], _ ground: CheckGround, _ changes: inout [Int: Double], jobs: Int
  ) async throws -> PolygonColumn {
    let box = column.envelope
    guard !box.isEmpty else { return column }
    let flaws = try GEOS.flaws(
      of: column, reach: ground.units(0.002, y: (box.minY + box.maxY) / 2), width: ground.tolerance, metric: ground.metric)
    let (edits, vertices) = try edits(column, flaws, ground)
    let open = EdgeBalance(column).openLines().lines
    guard open.lineCount > 0 else { return column }
    let limit = max(box.minX.magnitude, box.maxX.magnitude, box.minY.magnitude, box.maxY.magnitude)
    let places = vertices + (0..<open.vertexCount).map { open.coordinate(at: $0) }
    let noded = column.noded(at: places, along: open, within: 64 * limit.ulp).column
    let mended = try await GEOS.edited(noded, edits, jobs: jobs)
    for edit in edits {
      let size = try [edit.gained, edit.lost].reduce(0.0) { $0 + ($1.featureCount > 0 ? try ground.measured($1).area : 0) }
      changes[members[edit.feature], default: 0] += size
    }
    return mended
  }

  /// Who gains and loses which slivers, by ascending feature, and the vertices of these.
  private mutating func edits(
    _ column: PolygonColumn, _ flaws: CoveringFlaws, _ ground: CheckGround
  ) throws(GEOSError) -> (edits: [GroundEdit], vertices: [Coordinate]) {
    var edits: [Int: GroundEdit] = [:]
    var vertices: [Coordinate] = []
    let sizes = (0..<column.featureCount).map { column.planarArea(ofFeature: $0) }
    for (place, pair) in flaws.pairs.enumerated() {
      let pieces = try ground.pieces(place, of: flaws.overlaps)
      overlaps += pieces.narrow.featureCount
      let loser = (sizes[pair.first], pair.first) < (sizes[pair.second], pair.second) ? pair.second : pair.first
      for part in [pieces.narrow, pieces.dustGround] where part.featureCount > 0 {
        edits[loser, default: GroundEdit(feature: loser)].lost.append(contentsOf: part)
        vertices += (0..<part.vertexCount).map { part.coordinate(at: $0) }
      }
    }
    var between = flaws.gaps
    between.append(contentsOf: flaws.openGaps)
    for (gap, around) in (flaws.neighbours + flaws.openNeighbours).enumerated() {
      guard let taker = around.first else { continue }
      let pieces = try ground.pieces(gap, of: between)
      gaps += pieces.narrow.featureCount
      for part in [pieces.narrow, pieces.dustGround] where part.featureCount > 0 {
        edits[taker, default: GroundEdit(feature: taker)].gained.append(contentsOf: part)
        vertices += (0..<part.vertexCount).map { part.coordinate(at: $0) }
      }
    }
    return (edits.keys.sorted().map { edits[$0]! }, vertices)
  }

  /// Looks at what is written as at any other file.
  private mutating func verify(_ features: Features, _ options: CheckOptions, jobs: Int) async throws {
    let count = features.count
    let written = Features(
      points: PointColumn(empty: count), lines: LineColumn(empty: count), polygons: layer.geometry, columns: features.columns,
      crs: .wgs84)
    let found = try await Check.run([CheckInput(written, file: file, content: .areas)], options: options, jobs: jobs)
    for kind in [CheckProblem.Kind.invalid, .overlap, .overlapSliver, .gap, .gapSliver] {
      if let count = found[0].counts[kind] { remaining[kind] = count }
    }
  }
}

extension CheckRepair {
  /// What was mended, how much that changed, and what is left to a person.
  var findings: [Diagnostic] {
    var findings = [
      Diagnostic(
        .note, "check.repaired",
        [
          "file": file, "invalid": String(repaired), "vertices": String(repeatedVertices), "gaps": String(gaps),
          "overlaps": String(overlaps),
        ])
    ]
    if let most {
      findings.append(
        Diagnostic(
          .note, "check.changed",
          [
            "changed": CheckResult.text(changed), "label": most.label, "most": CheckResult.text(most.area),
            "share": NumberText.text(most.share) ?? "",
          ]))
    } else {
      findings.append(Diagnostic(.note, "check.unchanged"))
    }
    let slivers = (remaining[.overlapSliver] ?? 0) + (remaining[.gapSliver] ?? 0)
    let wide = (remaining[.overlap] ?? 0) + (remaining[.gap] ?? 0)
    let invalid = remaining[.invalid] ?? 0
    findings.append(
      Diagnostic(
        .note, invalid + slivers + wide == 0 ? "check.written_sound" : "check.written_left",
        ["invalid": String(invalid), "slivers": String(slivers), "wide": String(wide)]))
    return findings
  }
}
