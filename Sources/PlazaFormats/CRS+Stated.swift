internal import PlazaGeometry
internal import PlazaLayers

extension CRS {
  /// What a file says of itself holds; what the caller says is for files that say nothing, and a note tells where they differ.
  func winning(over assumed: CRS?, file: String, _ notes: inout [Diagnostic]) -> CRS {
    if let assumed, assumed != self, !(assumed.isWGS84 && isWGS84) {
      notes.append(
        Diagnostic(.note, "crs.stated_wins", ["file": file, "stated": description, "assumed": assumed.description]))
    }
    return self
  }
}
