internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// Chooses the one operation of a run, and says in the words of files what PROJ refuses.
enum CRSOperation {
  /// - Parameter box: of the areas, in `boxCRS`, which is `to` unless stated.
  /// - Returns: the operation, which may do nothing (`isIdentity`) and still have an accuracy: SIRGAS 2000 is WGS 84 to a metre.
  /// - Throws: `Failure` `crs.unknown`, `crs.no_operation`, `proj.no_database`, `proj.failed`.
  static func choose(
    from: CRS, named fromFile: String, to: CRS, named toFile: String, around box: Envelope, boxCRS: CRS? = nil
  ) throws -> Transformation {
    do {
      return try Transformation.best(from: from, to: to, areaOfInterest: box, areaCRS: boxCRS ?? to, in: ProjContext())
    } catch {
      throw failure(error, files: [from.description: fromFile, to.description: toFile])
    }
  }

  /// Which operation moves positions, and how accurate it is.
  static func note(_ operation: Transformation, from: CRS, to: CRS) -> Diagnostic {
    Diagnostic(
      .note, operation.accuracyMetres == nil ? "crs.operation_unknown" : "crs.operation",
      [
        "from": from.description, "to": to.description, "operation": operation.operation,
        "accuracy": operation.accuracyMetres.flatMap(NumberText.text) ?? "",
      ])
  }

  /// - Parameter source: the file that the CRS came from, or the option that names it.
  private static func unknown(_ crs: String, from source: String) -> Failure {
    source.hasPrefix("--")
      ? Failure(.usage, "crs.unknown_option", ["option": source, "crs": crs])
      : Failure(.notUnderstood, "crs.unknown", ["file": source, "crs": crs])
  }

  /// - Parameter files: which file, or option, each CRS came from.
  static func failure(_ error: ProjError, files: [String: String]) -> Failure {
    switch error {
    case .noDatabase(let tried): Failure(.missingComponent, "proj.no_database", ["tried": tried.joined(separator: ", ")])
    case .unknownCRS(let text): unknown(text, from: files[text] ?? files.values.sorted().first ?? "")
    case .noOperation(let from, let to): Failure(.notUnderstood, "crs.no_operation", ["from": from, "to": to])
    case .failed(let operation, let message):
      Failure(.failed, "proj.failed", ["operation": operation, "message": message])
    }
  }
}
