import PlazaStatistics
import Testing

@Suite struct ExceedanceCurveTests {
  /// climada_python, engine/test/test_impact.py: ten events of one frequency, impacts in 10⁹.
  private static let impacts = [
    0, 0.400665463736549e9, 3.150330960044466e9, 3.715826406781887e9, 2.900244271902339e9, 0.778570745161971e9,
    0.698736262566472e9, 0.381063674256423e9, 0.569142464157450e9, 0.467572545849132e9,
  ]
  private static let frequency = 6.211180124223603e-04

  @Test func `Ten events return as CLIMADA says`() throws {
    let curve = try ExceedanceCurve(Self.impacts.map { ($0, Self.frequency) })
    let periods = [
      1610, 805, 536.66666666666663, 402.5, 322, 268.33333333333331, 230, 201.25, 178.88888888888889, 161,
    ]
    for (point, period) in zip(curve.points, periods) { #expect(abs(point.returnPeriod / period - 1) < 1e-12) }
    #expect(curve.points.map(\.impact) == Self.impacts.sorted(by: >))
    #expect(abs(curve.averageAnnualImpact / (Self.impacts.reduce(0, +) * Self.frequency) - 1) < 1e-12)
  }

  @Test func `The average annual impact is the ground under the curve`() throws {
    let events = [(impact: 120.0, frequency: 0.01), (40.0, 0.05), (300.0, 0.002), (0.0, 0.2), (40.0, 0.03)]
    let curve = try ExceedanceCurve(events)
    var (area, before) = (0.0, 0.0)
    for point in curve.points {
      area += point.impact * (point.frequency - before)
      before = point.frequency
    }
    #expect(abs(area - curve.averageAnnualImpact) < 1e-12)
    // The order of events with different impacts changes nothing.
    #expect(try ExceedanceCurve(events.reversed()).points.map(\.impact) == curve.points.map(\.impact))
  }

  @Test func `Events that never happen leave no point, and what is no number is refused`() throws {
    #expect(try ExceedanceCurve([(5, 0)]) == ExceedanceCurve([]))
    #expect(throws: StatisticsError.badWeight(-1)) { try ExceedanceCurve([(-1, 0.1)]) }
    #expect(throws: StatisticsError.badWeight(-0.1)) { try ExceedanceCurve([(1, -0.1)]) }
  }
}
