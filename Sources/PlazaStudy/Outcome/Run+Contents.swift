internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

extension Run {
  /// A file as what it is to be written again: features with the types of their attributes, or a table of text.
  ///
  /// - Parameter needsPlaces: whether a table without fields of a position is refused.
  /// - Returns: the input, and whether its owner alone may read the file.
  /// - Throws: `Failure`; `convert.raster`.
  func convertible(_ file: InputFile, needsPlaces: Bool) throws -> (input: ConvertInput, isPrivate: Bool) {
    var file = file
    file.reading.mayBeEmpty = true
    let dataset = try file.placed(in: folder).open()
    let isPrivate = dataset.input.isPrivate
    func features() throws -> ConvertInput {
      let reading = try dataset.features(jobs: jobs)
      say(reading.notes)
      let checked = try EarthCheck.checked(reading.features, file: file.name)
      say(checked.notes)
      return .features(checked.features)
    }
    switch try dataset.outline() {
    case .raster: throw Failure(.usage, "convert.raster", ["file": file.name])
    case .areas, .others: return (try features(), isPrivate)
    case .records:
      let source = try dataset.records(needsPlaces ? .required : .incidental)
      // Where a position is no field it is a geometry, beside attributes of which the file says the types.
      if source.schema.hasPositions, source.schema.coordinateFields.isEmpty, !dataset.input.isStream {
        return (try features(), isPrivate)
      }
      say(source.schema.notes)
      return (.records(source), isPrivate)
    }
  }
}

/// What a file that is to be checked holds.
enum CheckedContents {
  case features(CheckInput)
  case records(any PointSource)
}

extension Run {
  /// A file as what it is: areas and features read whole as they stand, records to be read in passes.
  ///
  /// Positions that are no place on earth are a finding here, and no reason to stop.
  /// - Returns: them, and whether the file's owner alone may read it.
  /// - Throws: `Failure`; `check.raster`.
  func contents(_ file: InputFile) async throws -> (holds: CheckedContents, isPrivate: Bool) {
    let dataset = try file.placed(in: folder).open()
    return (try await contents(dataset, file), dataset.input.isPrivate)
  }

  private func contents(_ dataset: any Dataset, _ file: InputFile) async throws -> CheckedContents {
    switch try dataset.outline() {
    case .records: return .records(try dataset.records(.incidental))
    case .raster: throw Failure(.usage, "check.raster", ["file": file.name])
    case .areas:
      let reading = try dataset.layer(jobs: jobs)
      say(reading.notes)
      let layer = reading.layer
      let count = layer.featureCount
      return .features(
        try input(
          Features(
            points: PointColumn(empty: count), lines: LineColumn(empty: count), polygons: layer.geometry, columns: layer.columns,
            crs: layer.crs), file, .areas))
    case .others:
      let reading = try dataset.features(jobs: jobs)
      say(reading.notes)
      return .features(try input(reading.features, file, .features))
    }
  }

  private func input(_ features: Features, _ file: InputFile, _ content: CheckedFile.Content) throws -> CheckInput {
    do throws(Failure) {
      let checked = try Self.onEarth(features, file: file.name)
      say(checked.notes)
      return CheckInput(checked.features, file: file.name, content: content)
    } catch {
      let kinds: [String: CheckProblem.Kind] = [
        "crs.axes_swapped": .swappedCoordinates, "crs.not_degrees": .notDegrees, "crs.beyond_earth": .beyondEarth,
      ]
      guard let kind = kinds[error.diagnostic.id] else { throw error }
      let values = error.diagnostic.values
      return CheckInput(
        features, file: file.name, content: content,
        misplaced: CheckProblem(
          kind, feature: values["feature"].flatMap { Int($0) },
          value: [values["x"], values["y"]].compactMap { $0 }.joined(separator: ", ")))
    }
  }

  private static func onEarth(
    _ features: Features, file: String
  ) throws(Failure) -> (features: Features, notes: [Diagnostic]) {
    do {
      return try EarthCheck.checked(features, file: file)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.internalError, "internal.unexpected", ["reason": "\(error)"])
    }
  }
}
