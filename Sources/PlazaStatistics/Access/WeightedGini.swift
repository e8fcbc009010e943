/// How unequally people have something, by Gini's coefficient over people: half the mean difference of two people drawn at random, over the mean.
///
/// 0 when everybody has as much, towards 1 when one has all. All people of a place have its value.
/// - Parameter values: what each person of a place has, not negative.
/// - Parameter people: how many they are, not negative; a place without people does not count.
/// - Returns: nil without people, or when nobody has anything.
/// - Throws: `lengthMismatch`, `badValue`, `badPopulation`.
/// - Complexity: O(n log n).
public func gini(of values: [Double], people: [Double]) throws(StatisticsError) -> Double? {
  guard values.count == people.count else { throw .lengthMismatch(expected: values.count, found: people.count) }
  for value in values where !(value >= 0 && value <= 1e50) { throw .badValue(value) }
  for value in people where !(value >= 0 && value <= 1e50) { throw .badPopulation(value) }
  // Equal values in the order of their people, so that the order of the places cannot reach the sums.
  let order = values.indices.filter { people[$0] > 0 }.sorted {
    values[$0] == values[$1] ? people[$0] < people[$1] : values[$0] < values[$1]
  }
  var (before, held, between) = (0.0, 0.0, 0.0)
  for index in order {
    // Twice the people up to the middle of this place, times what they have.
    between += people[index] * values[index] * (2 * before + people[index])
    before += people[index]
    held += people[index] * values[index]
  }
  guard before > 0, held > 0 else { return nil }
  return min(1, max(0, between / (before * held) - 1))
}
