import Glibc

/// Invented incidents: three quarters around sixty centres of unequal weight, one quarter anywhere, over ten years.
struct Incidents {
  static let kinds: [StaticString] = [
    "homicidio", "extorsión", "hurto", "robo", "lesiones", "violencia intrafamiliar", "amenazas", "violación",
  ]
  private static let centres = 60
  private static let years = 10
  private static let spread = 0.01

  var count: Int
  var seed: UInt64

  /// Writes `id,fecha,delito,lon,lat`, coordinates in degrees with six decimals.
  func write(to path: String) throws(BenchError) {
    var random = SplitMix64(seed: seed &+ 1)
    var places: [(x: Double, y: Double)] = []
    var upTo: [Double] = []
    var total = 0.0
    for _ in 0..<Self.centres {
      places.append((Tiling.west + Tiling.side * random.unit(), Tiling.south + Tiling.side * random.unit()))
      total += -log(1 - random.unit())
      upTo.append(total)
    }
    let first = civilDays(year: 2015)
    let minutes = (civilDays(year: 2015 + Self.years) - first) * 1440
    let out = try ByteWriter(path: path)
    out.write("id,fecha,delito,lon,lat\n")
    for id in 0..<count {
      var x: Double
      var y: Double
      if random.below(4) == 0 {
        x = Tiling.west + Tiling.side * random.unit()
        y = Tiling.south + Tiling.side * random.unit()
      } else {
        let share = random.unit() * total
        let place = places[upTo.firstIndex { $0 > share } ?? Self.centres - 1]
        let (dx, dy) = random.normals()
        x = place.x + Self.spread * dx
        y = place.y + Self.spread * dy
      }
      let minute = random.below(minutes)
      let (year, month, day) = civil(days: first + minute / 1440)
      out.write(id)
      out.write(byte: 44)
      out.write(year)
      out.write(byte: 45)
      out.write(month, width: 2)
      out.write(byte: 45)
      out.write(day, width: 2)
      out.write(byte: 32)
      out.write(minute / 60 % 24, width: 2)
      out.write(byte: 58)
      out.write(minute % 60, width: 2)
      out.write(":00,")
      out.write(Self.kinds[random.below(Self.kinds.count)])
      out.write(byte: 44)
      out.write(scaled: Int((x * 1e6).rounded()), decimals: 6, unit: 1_000_000)
      out.write(byte: 44)
      out.write(scaled: Int((y * 1e6).rounded()), decimals: 6, unit: 1_000_000)
      out.write(byte: 10)
    }
    try out.finish()
  }
}

/// Days from 1970-01-01 to 1 January of a year of the Gregorian calendar (after 1970).
private func civilDays(year: Int) -> Int {
  let before = year - 1
  return 365 * (year - 1970) + (before / 4 - before / 100 + before / 400) - (1969 / 4 - 1969 / 100 + 1969 / 400)
}

/// The date that lies `days` after 1970-01-01, counted in years that begin in March so that the leap day comes last.
private func civil(days: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = days + 719_468
  let era = shifted / 146_097
  let dayOfEra = shifted % 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let march = (5 * dayOfYear + 2) / 153
  let month = march < 10 ? march + 3 : march - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
}
