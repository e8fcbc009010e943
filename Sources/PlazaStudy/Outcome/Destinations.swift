internal import PlazaFormats
internal import PlazaLayers

/// Where the outputs of one step go, before anything is opened.
public struct Destinations: Sendable {
  public struct Place: Sendable {
    public var output: Output
    public var path: String
  }

  /// In the order in which the verb declares them, which is that in which they are opened and told.
  public private(set) var places: [Place]

  init(_ outputs: [Output], paths: [String: String]) {
    places = outputs.compactMap { output in paths[output.name].map { Place(output: output, path: $0) } }
  }

  func prefixed(_ place: (String) -> String) -> Destinations {
    var moved = self
    for index in places.indices { moved.places[index].path = place(places[index].path) }
    return moved
  }

  /// Every file that is written, those that a format brings with it beside the file itself: an id of what it is, and where.
  public var all: [(what: String, path: String)] {
    places.flatMap { place in
      [("output.\(place.output.id)", place.path)] + Companions.all(of: place.path).map { ("output.\($0.id)", $0.path) }
    }
  }

  /// Opens every file: a name that is taken ends the run before the work, not after it.
  /// - Throws: `Failure`.
  func open(in files: OutputSet) throws -> OpenOutputs {
    var opened: [String: OpenOutputs.Opened] = [:]
    for place in places {
      let file = try files.open(place.path, isPrivate: place.output.isPrivate)
      let companions = try Companions.all(of: place.path).map { ($0.id, try files.open($0.path)) }
      opened[place.output.name] = .init(file: file, companions: Dictionary(companions, uniquingKeysWith: { first, _ in first }))
    }
    return OpenOutputs(opened: opened)
  }
}

/// The files of a step while it runs.
struct OpenOutputs {
  struct Opened {
    var file: OutputFile
    /// What the form of the file brings with it, by its id.
    var companions: [String: OutputFile]
  }

  fileprivate(set) var opened: [String: Opened]

  subscript(_ name: String?) -> Opened? { name.flatMap { opened[$0] } }
}

/// The files that a form brings with it, under the name of the file itself.
enum Companions {
  static func all(of path: String) -> [(id: String, path: String)] {
    func renamed(_ ending: String, to other: String, _ id: String) -> [(id: String, path: String)] {
      path.hasSuffix(ending) ? [(id, String(path.dropLast(ending.count)) + other)] : []
    }
    // A GIS looks for a style under the layer's own name; an ASCII grid cannot hold its CRS.
    return renamed(".geojson", to: ".qml", "style") + renamed(".asc", to: ".prj", "projection")
  }
}
