internal import PlazaGeometry
internal import PlazaLayers

extension CRS {
  /// What a file says that its positions are in; nil for text that would make PROJ look for other files, as `+init=…` and grids by their
  /// path do.
  static func stated(byFile text: String) -> CRS? {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    guard !plain.contains("init=") else { return nil }
    for grids in ["nadgrids=", "geoidgrids=", "grids="] {
      var rest = plain[...]
      while let found = rest.firstRange(of: grids) {
        rest = rest[found.upperBound...]
        if !rest.hasPrefix("@null") { return nil }
      }
    }
    return CRS(text)
  }

  /// What a file says of itself holds; what the caller says is for files that say nothing, and a note tells where they differ.
  func winning(over assumed: CRS?, file: String, _ notes: inout [Diagnostic]) -> CRS {
    if let assumed, assumed != self, !(assumed.isWGS84 && isWGS84) {
      notes.append(
        Diagnostic(.note, "crs.stated_wins", ["file": file, "stated": description, "assumed": assumed.description]))
    }
    return self
  }
}
