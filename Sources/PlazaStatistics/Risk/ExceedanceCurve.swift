/// How often an impact of some size is reached or exceeded: what events of known frequency make of a place.
///
/// Impacts are sorted from the largest down and their frequencies cumulated; the return period of an impact is the inverse of that sum.
/// The average annual impact is Σ f · impact. Both as CLIMADA defines them, doi:10.5194/gmd-12-3085-2019.
public struct ExceedanceCurve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var impact: Double
    /// How often in a year this impact is reached or exceeded.
    public var frequency: Double
    /// Years; the inverse of the frequency.
    public var returnPeriod: Double { 1 / frequency }
  }

  /// From the largest impact, the rarest, down; one for each event of a frequency above 0.
  public let points: [Point]
  /// In the unit of the impacts a year.
  public let averageAnnualImpact: Double

  /// - Parameter events: each with its impact and its own frequency a year, not that of exceeding it; equal impacts keep their order.
  /// - Throws: `StatisticsError.badWeight` when an impact or a frequency is negative or not finite.
  /// - Complexity: O(n log n).
  public init(_ events: [(impact: Double, frequency: Double)]) throws(StatisticsError) {
    for event in events {
      guard event.impact >= 0, event.frequency >= 0, event.impact.isFinite, event.frequency.isFinite else {
        throw StatisticsError.badWeight(event.impact.isFinite && event.impact >= 0 ? event.frequency : event.impact)
      }
    }
    let kept = events.indices.filter { events[$0].frequency > 0 }
    let sorted = kept.sorted { events[$0].impact == events[$1].impact ? $0 < $1 : events[$0].impact > events[$1].impact }
    var cumulated = 0.0
    var points: [Point] = []
    var average = 0.0
    for place in sorted {
      let event = events[place]
      cumulated += event.frequency
      average += event.frequency * event.impact
      points.append(Point(impact: event.impact, frequency: cumulated))
    }
    self.points = points
    averageAnnualImpact = average
  }
}
