internal import PlazaLayers

extension Input {
  /// The file inside an archive that is meant: the one that was named, or the only one that can be read.
  ///
  /// A Shapefile comes as several files, of which its `.shp` stands for all.
  /// - Parameter layer: the name of a file inside, with or without its ending; nil for the only one.
  /// - Parameter endings: of the files that can be read.
  /// - Throws: `Failure` `zip.stream`, `zip.nothing`, `layers.several`, `layers.unknown`, and those of `ZipArchive`.
  func member(_ layer: String?, endings: Set<String>) throws -> Input {
    if isStream { throw Failure(.usage, "zip.stream", ["file": name]) }
    let archive = try ZipArchive(path: path, name: name)
    let readable = archive.entries.filter { entry in
      let inner = entry.name.ending == "gz" ? entry.name.withoutEnding : entry.name
      return endings.contains(inner.ending)
    }
    let shapes = readable.filter { $0.name.ending == "shp" }
    let candidates = shapes.isEmpty ? readable : shapes + readable.filter { !["shp", "dbf"].contains($0.name.ending) }
    func file(_ entry: ZipArchive.Entry) -> String { String(entry.name.split(separator: "/").last ?? "") }
    let names = candidates.map { file($0).ending == "shp" ? file($0).withoutEnding : file($0) }
    let list = names.joined(separator: ", ")
    if let layer {
      guard
        let place = candidates.indices.first(where: { [names[$0], file(candidates[$0]), candidates[$0].name].contains(layer) })
      else { throw Failure(.usage, "layers.unknown", ["file": name, "layer": layer, "layers": list]) }
      return Input(archive, candidates[place], path: path)
    }
    guard let first = candidates.first else {
      let held = archive.entries.prefix(5).map(file).joined(separator: ", ")
      throw Failure(.notUnderstood, "zip.nothing", ["file": name, "files": held])
    }
    // Texts beside a shapefile are what its maker says of it.
    let others = candidates.dropFirst().filter { !shapes.isEmpty ? $0.name.ending == "shp" : true }
    guard others.isEmpty else {
      throw Failure(.usage, "layers.several", ["file": name, "count": String(names.count), "layers": list])
    }
    return Input(archive, first, path: path)
  }
}
