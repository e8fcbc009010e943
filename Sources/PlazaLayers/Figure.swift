/// What a number counts or measures: by it numbers are shown where people read them, and never changed.
public enum Figure: Hashable, Sendable, CaseIterable {
  /// Records, people, spaces, metres: whole, thousands apart.
  case count
  /// Rates, densities, quotients: two decimals.
  case rate
  /// A share of one, shown in percent.
  case share
  /// The probability of chance.
  case probability
  /// Degrees of longitude and latitude.
  case position
  /// As many decimals as it has.
  case other

  /// What the numbers of a field are, by the name that Plaza gives it.
  public init(ofField name: String) {
    let words = name.split(separator: "_").map(String.init)
    let (first, last) = (words.first ?? "", words.last ?? "")
    if words.contains("share") {
      self = .share
    } else if first == "p" {
      self = .probability
    } else if ["lon", "lat"].contains(name) {
      self = .position
    } else if ["rate", "change"].contains(first) && words.count > 1 || Self.measures.contains(where: words.contains) {
      self = .rate
    } else if Self.counted.contains(first) || Self.counted.contains(last) {
      self = .count
    } else {
      self = .other
    }
  }

  private static let measures: Set<String> = [
    "rate", "per", "km2", "density", "lq", "pai", "pei", "smr", "dispersion", "over", "lag", "z", "index",
  ]
  private static let counted: Set<String> = [
    "count", "population", "people", "incidents", "members", "women", "men", "female", "male", "spaces", "places", "hits",
    "units", "inside", "committees", "chats", "change", "m", "rank", "months", "earlier", "distance",
  ]
}
