import PlazaGeometry
public import PlazaLayers

/// Writes a layer as RFC 7946: one feature per line, at most seven decimals, exteriors counter-clockwise and holes clockwise, no `crs`.
///
/// Properties stand in the order of the columns. Positions that rounding makes equal become one; rings that collapse (under four
/// positions, or without area) are dropped and counted, holes with their exterior, and so are lines of one position; a feature of which
/// nothing is left gets a null geometry. The same layer gives the same bytes.
public struct GeoJSONLayerWriter: Sendable {
  private let members: [(name: String, json: String)]

  /// - Parameter members: further members of the collection, as name and JSON text: `("plaza", #"{"release":"internal"}"#)`.
  public init(members: [(name: String, json: String)] = []) { self.members = members }

  /// Writes the layer, which must be in longitude and latitude on WGS 84, in chunks of about 256 KiB.
  /// - Throws: what the sink throws.
  /// - Complexity: O(vertices + values); about 60 ns a vertex.
  public func write(_ layer: Layer, to sink: (UnsafeRawBufferPointer) throws -> Void) throws -> CollapsedRings {
    try withoutActuallyEscaping(sink) { sink in
      let output = ChunkedOutput(sink)
      try writeHead(to: output)
      let names = layer.columns.map { column in
        var name: [UInt8] = []
        appendJSONString(column.name, to: &name)
        name.append(0x3A)
        return name
      }
      var geometry = GeoJSONGeometry(layer)
      var properties: [UInt8] = []
      for feature in 0..<layer.featureCount {
        try output.append(feature == 0 ? "\n{\"type\":\"Feature\",\"properties\":" : ",\n{\"type\":\"Feature\",\"properties\":")
        properties.removeAll(keepingCapacity: true)
        properties.append(0x7B)
        for (index, column) in layer.columns.enumerated() {
          if index > 0 { properties.append(0x2C) }
          properties.append(contentsOf: names[index])
          column.values[feature].appendJSON(to: &properties)
        }
        properties.append(contentsOf: [0x7D, 0x2C])
        try output.append(properties)
        try geometry.write(feature, to: output)
        try output.append("}")
      }
      try output.append("\n]}\n")
      try output.flush()
      return geometry.summary
    }
  }

  private func writeHead(to output: ChunkedOutput) throws {
    var head = Array(#"{"type":"FeatureCollection","#.utf8)
    for member in members {
      appendJSONString(member.name, to: &head)
      head.append(0x3A)
      head.append(contentsOf: member.json.utf8)
      head.append(0x2C)
    }
    head.append(contentsOf: #""features":["#.utf8)
    try output.append(head)
  }
}

extension FieldValue {
  /// Appends the value as JSON on one line. What claims to be a number and is none becomes null.
  func appendJSON(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .text(let text): appendJSONString(text, to: &bytes)
    case .json(let text): bytes.append(contentsOf: text.utf8.lazy.filter { $0 != 0x0A && $0 != 0x0D })
    case .number(let digits):
      if Self.isJSONNumber(digits) {
        bytes.append(contentsOf: digits.utf8)
      } else {
        bytes.append(contentsOf: "null".utf8)
      }
    }
  }

  private static func isJSONNumber(_ digits: String) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digits.utf8.count + 16) { copy in
      copy.initialize(repeating: 0)
      _ = copy.update(fromContentsOf: digits.utf8)
      var p = UnsafePointer(copy.baseAddress!)
      let end = p + digits.utf8.count
      return scanJSONNumber(&p, end: end) != nil && p == end
    }
  }
}
