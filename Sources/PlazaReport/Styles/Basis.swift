public import PlazaLayers

extension LayerStyle {
  /// From how many records a number per something is: none at all is no shade of it, and of few nobody can tell a rate.
  public struct Basis: Hashable, Sendable {
    /// The field with the number of records.
    public var count: String
    /// What tells whether few records are enough; nil for densities, which are as exact as their surface.
    public var rate: Rate?

    /// When a rate is one. Areas that are clearly below the whole are told with few records too, for that takes many people; none is told
    /// to be above it by few.
    public struct Rate: Hashable, Sendable {
      /// Fewer records are too few.
      public var least: Int
      /// The field with the upper limit of 95 %; nil where there is none.
      public var high: String?
      /// Of the whole territory; nil where it is not known.
      public var whole: Double?

      public init(least: Int, high: String?, whole: Double?) { (self.least, self.high, self.whole) = (least, high, whole) }
    }

    public init(count: String, rate: Rate? = nil) { (self.count, self.rate) = (count, rate) }
  }
}

extension LayerStyle.Basis {
  struct Apart {
    var bounds: [LayerStyle.Bound]
    var entry: LayerStyle.Class
  }

  /// The classes that stand apart, those that occur; what has no number at all is in none of them.
  func classes(_ layer: Layer, field: String) -> [Apart] {
    let isNumber = LayerStyle.Bound(field, -.infinity ... .infinity)
    var all = [apart([isNumber, .init(count, 0...0)], Palette.neutral, "style.zero_records")]
    if let rate {
      var bounds = [isNumber, .init(count, 1...Double(rate.least - 1))]
      if let high = rate.high, let whole = rate.whole { bounds.append(.init(high, whole ... .infinity)) }
      all.append(apart(bounds, Palette.tooFew, "style.few_for_rate", most: rate.least - 1))
    }
    return all.filter { !layer.features(within: $0.bounds).isEmpty }
  }

  private func apart(_ bounds: [LayerStyle.Bound], _ color: RGBColor, _ id: String, most: Int = 0) -> Apart {
    Apart(
      bounds: bounds,
      entry: .init(.apart(bounds), color, .sentence(id, ["most": String(most)])))
  }
}
