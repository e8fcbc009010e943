internal import PlazaFormats

/// The files that a step writes, by what they are; nil is not wanted. A layer `x.geojson` brings its style `x.qml`.
public struct StepOutputs: Hashable, Sendable {
  /// What a file is; in the order in which outputs are opened, written and told.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case layer, style, projection, contours
    case contourStyle = "contour_style"
    case service
    case serviceStyle = "service_style"
    case serviceMap = "service_map"
    case gaps
    case gapStyle = "gap_style"
    case spaces
    case spacesStyle = "spaces_style"
    case map, curve, table, regions, checks, summary, tagged, rejects, disagree

    /// Files with single records can be read by their owner only.
    var isPrivate: Bool {
      switch self {
      case .tagged, .rejects, .disagree: true
      case .layer, .style, .projection, .contours, .contourStyle, .service, .serviceStyle, .serviceMap, .gaps, .gapStyle, .spaces,
        .spacesStyle, .map, .curve, .table, .regions, .checks, .summary:
        false
      }
    }
  }

  private var paths: [Kind: String] = [:]

  public init() {}

  public subscript(kind: Kind) -> String? {
    get { paths[kind] }
    set {
      paths[kind] = newValue
      // A GIS looks for the style under the layer's own name.
      if kind == .layer { paths[.style] = newValue.flatMap(Self.style) }
      if kind == .spaces { paths[.spacesStyle] = newValue.flatMap(Self.style) }
      if kind == .contours { paths[.contourStyle] = newValue.flatMap(Self.style) }
      if kind == .service { paths[.serviceStyle] = newValue.flatMap(Self.style) }
      if kind == .gaps { paths[.gapStyle] = newValue.flatMap(Self.style) }
    }
  }

  private static func style(_ layer: String) -> String? {
    layer.hasSuffix(".geojson") ? String(layer.dropLast(8)) + ".qml" : nil
  }

  /// What is written, in the order of `Kind`: an id of what it is, and where.
  public var all: [(what: String, path: String)] {
    Kind.allCases.compactMap { kind in paths[kind].map { ("output.\(kind.rawValue)", $0) } }
  }

  func prefixed(_ place: (String) -> String) -> StepOutputs {
    var outputs = self
    outputs.paths = paths.mapValues(place)
    return outputs
  }

  /// Opens every file that is wanted: a name that is taken ends the run before the work, not after it.
  /// - Throws: `Failure`.
  func open(in files: OutputSet) throws -> [Kind: OutputFile] {
    var opened: [Kind: OutputFile] = [:]
    for kind in Kind.allCases {
      if let path = paths[kind] { opened[kind] = try files.open(path, isPrivate: kind.isPrivate) }
    }
    return opened
  }
}
