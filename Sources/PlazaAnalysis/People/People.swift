internal import PlazaGEOS
public import PlazaGeometry
public import PlazaLayers

/// Where people live, from whatever there is: areas, points, or a raster, by the sexes and ages that are known.
///
/// Areas share out their people evenly over their ground, or over the part of it where people may live. Points hold theirs where they stand.
public struct People: Sendable {
  /// Empty when there are no columns of sex or age.
  public let groups: [PeopleGroup]
  /// In metres: what zones come in.
  public let crs: CRS
  /// Everybody, wherever they are.
  public let total: PeopleCount
  public let notes: [Diagnostic]
  let source: Source

  enum Source: Sendable {
    case units(PeopleUnits)
    case points(PeoplePoints)
    case raster(PeopleRaster)
  }

  init(_ source: Source, groups: [PeopleGroup], total: PeopleCount, crs: CRS, notes: [Diagnostic]) {
    self.groups = groups
    self.crs = crs
    self.total = total
    self.notes = notes
    self.source = source
  }

  /// How the people were placed, for tables: `areal`, `areal_residential`, `points` or `raster`.
  public var method: String {
    switch source {
    case .units(let units): units.isCut ? "areal_residential" : "areal"
    case .points: "points"
    case .raster: "raster"
    }
  }

  /// People within each zone, each answered by itself; zones may overlap.
  ///
  /// Of an area they are y · |s ∩ z| / |s| (Goodchild and Lam 1980, "Areal interpolation: a variant of the traditional spatial problem"), with
  /// the people of areas wholly inside and of areas touched as limits; of points, those that the zone covers, boundary included; of a
  /// raster, those of each cell by the share of it within.
  /// - Parameter zones: valid polygons in `crs`; nobody is in an empty one.
  /// - Throws: `Failure` of a raster that cannot be read.
  /// - Complexity: as `Overlaps` for areas; O(log n + k · v) a zone of v vertices with k points in its box.
  public func within(_ zones: PolygonColumn, jobs: Int) throws -> [PeopleCount] {
    switch source {
    case .units(let units): units.within(zones, jobs: jobs)
    case .points(let points): points.within(zones, isShared: false, jobs: jobs)
    case .raster(let raster): try raster.within(zones, crs: crs, jobs: jobs)
    }
  }

  /// People within each of some zones that have no ground in common: who stands on a border counts in the first zone that has it.
  ///
  /// The sums over zones that share out all the ground are `total`, to 10⁻⁹.
  public func shared(among zones: PolygonColumn, jobs: Int) throws -> [PeopleCount] {
    switch source {
    case .units(let units): units.within(zones, jobs: jobs)
    case .points(let points): points.within(zones, isShared: true, jobs: jobs)
    case .raster(let raster): try raster.within(zones, crs: crs, jobs: jobs)
    }
  }

  /// The people of the area with this place in its file's order of codes, where a part of its ground is: for people of areas that were not cut.
  func count(ofArea area: Int, surface: Double) -> PeopleCount {
    guard case .units(let units) = source, let unit = units.unitOfRow[area] else { return .none(groups: groups.count) }
    return units.count(CollectionOfOne((unit: unit, surface: surface)))
  }

  /// What each area has of some zones, which have no ground in common.
  func pieces(of areas: PolygonColumn, in zones: PolygonColumn, jobs: Int) async throws -> PolygonColumn {
    do {
      return try await GEOS.intersections(areas, zones, jobs: jobs)
    } catch let error as GEOSError {
      throw Failure(.failed, "overlay.failed", ["reason": error.description])
    }
  }

  /// Refuses a division of the people that lost or made any.
  /// - Throws: `Failure` `people.not_conserved`, our bug, when a sum differs from the whole by more than 10⁻⁹ of everybody.
  public func requireConservation(_ parts: [PeopleCount], of whole: PeopleCount) throws {
    var sum = PeopleCount.none(groups: groups.count)
    for part in parts { sum += part }
    let pairs =
      [(sum.total, whole.total, total.total)] + groups.indices.map { (sum.groups[$0], whole.groups[$0], total.groups[$0]) }
    // What nobody knows is conserved as that.
    for (found, wanted, everybody) in pairs
    where !(found.isNaN && wanted.isNaN) && !((found - wanted).magnitude <= 1e-9 * max(1, everybody)) {
      throw Failure(
        .internalError, "people.not_conserved",
        ["found": NumberText.text(found) ?? "?", "wanted": NumberText.text(wanted) ?? "?"])
    }
  }
}
