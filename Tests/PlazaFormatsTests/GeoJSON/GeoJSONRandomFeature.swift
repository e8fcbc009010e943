import PlazaTesting

/// A random feature with areas, and ways to write it down.
struct RandomFeature {
  /// Polygons of rings of positions.
  var polygons: [[[[Double]]]] = []
  var properties: [(key: String, json: String)] = []

  init(using random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      polygons.append(
        (0..<Int.random(in: 1...2, using: &random)).map { _ in
          var ring = (0..<Int.random(in: 3...9, using: &random)).map { _ in
            [
              Double(Int.random(in: -1_800_000...1_800_000, using: &random)) / 1e4,
              Double(Int.random(in: -900_000...900_000, using: &random)) / 1e4,
            ]
          }
          ring.append(ring[0])
          return ring
        })
    }
    let values = [
      "null", "true", "-0.50", "\"a{b}c\\\"[\"", "\"ñ\\u00e1\\\\\"", "[1,{\"x\":\"}\"}]", "\"\"", "12345678901234567890",
    ]
    // Every feature names all properties, so that the order of columns does not depend on the order in a shuffled one.
    for key in ["code", "n", "llave {", ""] { properties.append((key, values.randomElement(using: &random)!)) }
  }

  var coordinates: String {
    "["
      + polygons.map {
        "[" + $0.map { "[" + $0.map { "[\($0[0]),\($0[1])]" }.joined(separator: ",") + "]" }.joined(separator: ",") + "]"
      }
      .joined(separator: ",") + "]"
  }

  private static func object(_ members: [(String, String)], shuffled: Bool, using random: inout SplitMix64) -> String {
    let order = shuffled ? members.shuffled(using: &random) : members
    func blank() -> String { shuffled ? ["", " ", "\n", "\t  ", "\r\n        "].randomElement(using: &random)! : "" }
    return "{" + order.map { blank() + "\"\($0.0)\"" + blank() + ":" + blank() + $0.1 + blank() }.joined(separator: ",") + "}"
  }

  func json(shuffled: Bool, using random: inout SplitMix64) -> String {
    let foreign = shuffled ? [("bbox", "[1,2,3,4]"), ("x", "{\"features\":[{}],\"type\":\"Topology\"}")] : []
    let geometry = Self.object(
      [("type", "\"MultiPolygon\""), ("coordinates", coordinates)] + foreign, shuffled: shuffled, using: &random)
    let attributes = "{" + properties.map { "\"\($0.key)\":\($0.json)" }.joined(separator: ",") + "}"
    return Self.object(
      [("type", "\"Feature\""), ("properties", attributes), ("geometry", geometry)] + foreign, shuffled: shuffled, using: &random)
  }

  static func collection(_ features: [RandomFeature], shuffled: Bool, using random: inout SplitMix64) -> String {
    let texts = features.map { $0.json(shuffled: shuffled, using: &random) }
    let foreign = shuffled ? [("name", "\"]}\""), ("y", "{\"features\":[{}]}")] : []
    return object(
      [("type", "\"FeatureCollection\""), ("features", "[" + texts.joined(separator: shuffled ? " , " : ",") + "]")] + foreign,
      shuffled: shuffled, using: &random)
  }
}
