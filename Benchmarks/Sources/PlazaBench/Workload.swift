import Glibc

/// The files of one workload, made when they are absent, so that a workload made by another tool can stand in.
struct Workload {
  var name: String
  var title: String
  var areas: Int
  var points: Int
  var vertices: Int

  /// The one with rows of its own: memory, and the reading of its areas.
  var isLarge: Bool { points > 1_000_000 }

  static let metro = Workload(name: "metro", title: "1 M points × 690 areas", areas: 690, points: 1_000_000, vertices: 405)
  static let country = Workload(
    name: "country", title: "10 M points × 10 000 areas", areas: 10_000, points: 10_000_000, vertices: 151)

  /// Writes `PREFIX_areas.geojson` and `PREFIX_points.csv`, and returns a line about them.
  static func make(areas: Int, points: Int, vertices: Int, prefix: String, seed: UInt64) throws(BenchError) -> String {
    let total = try Tiling(count: areas, vertices: vertices, seed: seed).write(to: prefix + "_areas.geojson")
    try Incidents(count: points, seed: seed).write(to: prefix + "_points.csv")
    return "\(prefix): \(areas) areas, \(total) vertices, \(points) points, seed \(seed)"
  }

  /// Copies the incidents with `lon,lat`, their last two columns, turned into `easting,northing` of UTM 16N to the millimetre.
  static func project(points source: String, to target: String) throws(BenchError) {
    let utm = TransverseMercator(zone: 16)
    let out = try ByteWriter(path: target)
    var first = true
    try forEachLine(of: source) { line in
      let comma = UInt8(ascii: ",")
      let second = line.lastIndex(of: comma) ?? line.startIndex
      let head = line[..<second].lastIndex(of: comma) ?? line.startIndex
      out.write(UnsafeRawBufferPointer(rebasing: line[...head]))
      if first {
        out.write("easting,northing\n")
        first = false
      } else {
        let place = utm.project(longitude: number(line[(head + 1)..<second]), latitude: number(line[(second + 1)...]))
        out.write(scaled: Int((place.easting * 1000).rounded()), decimals: 3, unit: 1000)
        out.write(byte: comma)
        out.write(scaled: Int((place.northing * 1000).rounded()), decimals: 3, unit: 1000)
        out.write(byte: 10)
      }
    }
    try out.finish()
  }

  /// Writes the places of the first `count` incidents as interleaved doubles in metres of UTM 16N: spaces that crowd as incidents do.
  static func spaces(points source: String, count: Int, to target: String) throws(BenchError) {
    let utm = TransverseMercator(zone: 16)
    let out = try ByteWriter(path: target)
    var line = -1
    try forEachLine(of: source) { text in
      line += 1
      guard line > 0, line <= count, let second = text.lastIndex(of: UInt8(ascii: ",")),
        let head = text[..<second].lastIndex(of: UInt8(ascii: ","))
      else { return }
      let place = utm.project(longitude: number(text[(head + 1)..<second]), latitude: number(text[(second + 1)...]))
      out.write(double: place.easting)
      out.write(double: place.northing)
    }
    try out.finish()
  }

  /// Copies the first `count` records: the incidents come in random order, so this is the same workload with fewer of them.
  static func head(of source: String, count: Int, to target: String) throws(BenchError) {
    let out = try ByteWriter(path: target)
    var left = count + 1
    try forEachLine(of: source) { line in
      guard left > 0 else { return }
      left -= 1
      out.write(line)
      out.write(byte: 10)
    }
    try out.finish()
  }

  /// Writes the same records in another order, by a seeded Fisher–Yates shuffle of the lines; holds the file in memory.
  static func shuffle(_ source: String, to target: String, seed: UInt64) throws(BenchError) {
    let bytes = try readFile(source)
    var starts: [Int] = [0]
    for (i, byte) in bytes.enumerated() where byte == 10 && i + 1 < bytes.count { starts.append(i + 1) }
    let header = starts.removeFirst()
    var order = Array(starts.indices)
    var random = SplitMix64(seed: seed)
    order.shuffle(using: &random)
    let out = try ByteWriter(path: target)
    bytes.withUnsafeBytes { all in
      out.write(UnsafeRawBufferPointer(rebasing: all[header..<(starts.first ?? all.count)]))
      for i in order {
        let end = i + 1 < starts.count ? starts[i + 1] : all.count
        out.write(UnsafeRawBufferPointer(rebasing: all[starts[i]..<end]))
        if all[end - 1] != 10 { out.write(byte: 10) }
      }
    }
    try out.finish()
  }
}

/// A plain decimal with at most 15 digits, so one rounding in the division is all there is.
private func number(_ text: Slice<UnsafeRawBufferPointer>) -> Double {
  var value = 0
  var scale = 1.0
  var fraction = false
  var negative = false
  for byte in text {
    switch byte {
    case 45: negative = true
    case 46: fraction = true
    case 48...57:
      value = value * 10 + Int(byte - 48)
      if fraction { scale *= 10 }
    default: break
    }
  }
  return (negative ? -1 : 1) * Double(value) / scale
}
