public import PlazaWords

/// A chart as SVG, on the same sheet as the maps: shares against shares, or values with their intervals.
public struct ChartDrawing: Sendable {
  /// Points of a curve in the unit square, from (0, 0) to (1, 1).
  public struct Curve: Hashable, Sendable {
    public var name: String
    public var points: [(x: Double, y: Double)] { zip(x, y).map { ($0, $1) } }
    let x: [Double]
    let y: [Double]

    /// - Parameter points: in order of x; positions that are not finite are left out.
    public init(name: String, points: [(x: Double, y: Double)]) {
      self.name = name
      let finite = points.filter { $0.x.isFinite && $0.y.isFinite }
      (x, y) = (finite.map { $0.x }, finite.map { $0.y })
    }
  }

  /// One value with its interval; nil is undefined and drawn as nothing.
  public struct Interval: Hashable, Sendable {
    public var name: String
    public var value: Double?
    public var lower: Double?
    public var upper: Double?

    public init(name: String, value: Double?, lower: Double? = nil, upper: Double? = nil) {
      (self.name, self.value, self.lower, self.upper) = (name, value, lower, upper)
    }
  }

  public var title: String
  public var subtitle: String?
  public var notice: String?
  public var source: String?
  public var words: Words

  public init(title: String, words: Words) {
    self.title = title
    self.words = words
  }

  /// How few places hold how much: cumulated shares of the places, from those with least, against those of the incidents.
  public func lorenz(_ curves: [Curve]) -> [UInt8] {
    shares(
      curves, x: words.render(id: "chart.lorenz.x"), y: words.render(id: "chart.lorenz.y"),
      reference: words.render(id: "chart.lorenz.reference"))
  }

  /// How many later incidents lay in what a map had marked, as the marked part of the surface grows.
  public func hitRate(_ curves: [Curve]) -> [UInt8] {
    shares(
      curves, x: words.render(id: "chart.hits.x"), y: words.render(id: "chart.hits.y"),
      reference: words.render(id: "chart.hits.reference"))
  }

  func sheet() -> Sheet {
    Sheet(title: title, subtitle: subtitle, notice: notice, source: source, words: words)
  }

  /// A share, as 25 %.
  func percent(_ share: Double) -> String { words.number(String(Int((share * 100).rounded()))) + "\u{202F}%" }
}

extension Markup {
  /// One line of text at a place.
  mutating func label(_ content: String, x: Double, y: Double, size: Double, _ more: String = "") {
    raw("<text x=\"\(tenths(x))\" y=\"\(tenths(y))\" font-size=\"\(tenths(size))\"\(more)>")
    text(content)
    raw("</text>\n" as StaticString)
  }
}
