internal import CPROJ
public import PlazaGeometry

extension Transformation {
  /// The most accurate operation whose grids are present and whose area of use holds the area of interest.
  ///
  /// Never a ballpark one. Equal accuracies keep PROJ's order; a stated accuracy goes before an unknown one. Where no area of use
  /// holds the whole box, the operations that meet it are tried, then, anywhere, pure conversions only
  /// (`holdsAreaOfInterest` is false then). Left to itself PROJ picks an operation per point, which moves neighbours apart where
  /// areas of use meet: EPSG:24879 → EPSG:4326 jumps by 14 m.
  /// - Parameters:
  ///   - areaOfInterest: the box of the areas; empty or nil means the smaller of the areas of use of the two CRS.
  ///   - areaCRS: the CRS of that box; the target's when nil.
  /// - Throws: `ProjError.unknownCRS`, `.noOperation`, `.failed`.
  public static func best(
    from: CRS, to: CRS, areaOfInterest: Envelope? = nil, areaCRS: CRS? = nil, in context: ProjContext
  ) throws(ProjError) -> Transformation {
    if try context.isSame(from, as: to) { return .same(from, to) }
    var area: Envelope?
    if let box = areaOfInterest, !box.isEmpty { area = context.longitudesAndLatitudes(of: box, in: areaCRS ?? to) }
    if let area {
      if let found = try context.choose(from, to, area, PROJ_SPATIAL_CRITERION_STRICT_CONTAINMENT, pure: false, holds: true) {
        return found
      }
      if let found = try context.choose(from, to, area, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION, pure: false, holds: false) {
        return found
      }
    }
    let found = try context.choose(
      from, to, nil, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION, pure: area != nil, holds: area == nil)
    guard let found else { throw .noOperation(from: from.description, to: to.description) }
    return found
  }
}

extension ProjContext {
  /// The box in degrees of longitude and latitude; nil when it has no image there.
  fileprivate func longitudesAndLatitudes(of box: Envelope, in crs: CRS) -> Envelope? {
    if crs.isWGS84 { return box }
    // Here a ballpark operation will do: a few hundred metres do not change which areas of use hold the box.
    guard let source = try? horizontal(crs), let target = try? horizontal(.epsg(4326)),
      let operation = ProjObject(
        proj_create_crs_to_crs_from_pj(handle, source.pointer, target.pointer, nil, nil), in: library),
      let normalised = ProjObject(proj_normalize_for_visualization(handle, operation.pointer), in: library)
    else { return nil }
    var result = Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0)
    let done = proj_trans_bounds(
      handle, normalised.pointer, PJ_FWD, box.minX, box.minY, box.maxX, box.maxY, &result.minX, &result.minY, &result.maxX,
      &result.maxY, 21)
    let values = [result.minX, result.minY, result.maxX, result.maxY]
    return done == 1 && values.allSatisfy(\.isFinite) ? result : nil
  }

  fileprivate func choose(
    _ from: CRS, _ to: CRS, _ area: Envelope?, _ criterion: PROJ_SPATIAL_CRITERION, pure: Bool, holds: Bool
  ) throws(ProjError) -> Transformation? {
    let source = try horizontal(from)
    let target = try horizontal(to)
    guard let factory = proj_create_operation_factory_context(handle, nil) else {
      throw failure("proj_create_operation_factory_context")
    }
    defer { proj_operation_factory_context_destroy(factory) }
    proj_operation_factory_context_set_spatial_criterion(handle, factory, criterion)
    proj_operation_factory_context_set_grid_availability_use(
      handle, factory, PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID)
    proj_operation_factory_context_set_allow_ballpark_transformations(handle, factory, 0)
    if let area {
      proj_operation_factory_context_set_area_of_interest(handle, factory, area.minX, area.minY, area.maxX, area.maxY)
    }
    guard let list = proj_create_operations(handle, source.pointer, target.pointer, factory) else {
      throw failure("proj_create_operations")
    }
    defer { proj_list_destroy(list) }
    var best: Transformation?
    for index in 0..<proj_list_get_count(list) {
      guard let operation = ProjObject(proj_list_get(handle, list, index), in: library),
        proj_coordoperation_has_ballpark_transformation(handle, operation.pointer) == 0,
        proj_coordoperation_is_instantiable(handle, operation.pointer) == 1,
        let normalised = ProjObject(proj_normalize_for_visualization(handle, operation.pointer), in: library),
        let text = proj_as_proj_string(handle, normalised.pointer, PJ_PROJ_5, nil)
      else { continue }
      let accuracy = accuracy(of: operation)
      if pure && accuracy != 0 { continue }
      if let best, (best.accuracyMetres ?? .infinity) <= (accuracy ?? .infinity) { continue }
      best = Transformation(
        from: from, to: to, operation: operation.name, accuracyMetres: accuracy, definition: String(cString: text),
        holdsAreaOfInterest: holds, folder: folder)
    }
    return best
  }

  /// The stated accuracy in metres; 0 for conversions, which are exact by definition and state none.
  private func accuracy(of operation: borrowing ProjObject) -> Double? {
    let stated = proj_coordoperation_get_accuracy(handle, operation.pointer)
    if stated >= 0 { return stated }
    switch proj_get_type(operation.pointer) {
    case PJ_TYPE_CONVERSION: return 0
    case PJ_TYPE_CONCATENATED_OPERATION:
      var total = 0.0
      for index in 0..<proj_concatoperation_get_step_count(handle, operation.pointer) {
        guard let step = ProjObject(proj_concatoperation_get_step(handle, operation.pointer, index), in: library),
          let accuracy = accuracy(of: step)
        else { return nil }
        total += accuracy
      }
      return total
    default: return nil
    }
  }
}
