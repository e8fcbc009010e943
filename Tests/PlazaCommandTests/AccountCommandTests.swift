import Foundation
import PlazaTesting
import Testing

/// Every verb that reads records, over random registries: its account balances and is what was made, and what it prints, writes and tells as
/// JSON are one number.
@Suite struct AccountCommandTests {
  private let command = CommandRunner()

  /// What was written, by what becomes of it.
  private struct Made {
    var read = 0
    var inside = 0
    var outside = 0
    var unlocated = 0
    var rejected = 0
    /// Of those inside: of a kind that exposes people, and of the others those known less well than a block.
    var sensitive = 0
    var coarse = 0
  }

  private struct Account {
    var json: [String: Any]
    var withheld: [String: Int]
    subscript(name: String) -> Int { json[name] as? Int ?? -1 }
  }

  private struct Run {
    var account: Account
    var json: [String: Any]
    var table: [[String: String]]
    var words: String
  }

  private func write(seed: UInt64) -> Made {
    var random = SplitMix64(seed: seed)
    var made = Made()
    var text = "lon,lat,delito,fecha,precision\n"
    for record in 0..<400 {
      let kind = ["robo", "hurto", "violación"].randomElement(using: &random)!
      let precision = Int.random(in: 0..<6, using: &random) == 0 ? "barrio" : "exact"
      let date =
        "202\(3 + record % 2)-\(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"][record / 2 % 12])-\(10 + record % 19)"
      var (lon, lat) = (
        String(Double.random(in: -88.999 ... -87.001, using: &random)), String(Double.random(in: 13.001...13.999, using: &random))
      )
      made.read += 1
      switch Int.random(in: 0..<12, using: &random) {
      case 0: (lon, lat, made.unlocated) = ("", "", made.unlocated + 1)
      case 1: (lon, lat, made.unlocated) = ("0", "0", made.unlocated + 1)
      case 2: (lon, made.rejected) = ("cerca", made.rejected + 1)
      case 3: (lon, made.outside) = (String(Double.random(in: -86.9 ... -86.5, using: &random)), made.outside + 1)
      default:
        made.inside += 1
        if kind == "violación" { made.sensitive += 1 } else if precision == "barrio" { made.coarse += 1 }
      }
      text += "\(lon),\(lat),\(kind),\(date),\(precision)\n"
    }
    command.folder.write("records.csv", text)
    command.folder.write("spaces.csv", "codigo,lon,lat\na,-88.5,13.5\nb,-87.5,13.5\n")
    command.folder.write(
      "flood.geojson",
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"clase":"baja"},"geometry":{"type":"Polygon","coordinates":[[[-88.6,13.2],[-88.2,13.2],[-88.2,13.8],[-88.6,13.8],[-88.6,13.2]]]}},
      {"type":"Feature","properties":{"clase":"alta"},"geometry":{"type":"Polygon","coordinates":[[[-87.6,13.2],[-87.2,13.2],[-87.2,13.8],[-87.6,13.8],[-87.6,13.2]]]}}]}
      """)
    return made
  }

  private func run(_ arguments: [String], hasTable: Bool = true) throws -> Run {
    let outcome = try command.run(arguments + ["--json", "-f"] + (hasTable ? ["--table", "table.csv"] : []))
    try #require(outcome.code == 0, "\(arguments): \(outcome.error)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let points = try #require(json["points"] as? [String: Any], "\(arguments)")
    var table: [[String: String]] = []
    if hasTable {
      let lines = try #require(command.folder.text("table.csv")).split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      table = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }
    return Run(
      account: Account(json: points, withheld: points["withheld_reasons"] as? [String: Int] ?? [:]), json: json, table: table,
      words: outcome.error)
  }

  /// The number that stands behind a label of the account.
  private func said(_ label: String, _ words: String) -> Int? {
    guard let line = words.split(separator: "\n").first(where: { $0.contains(label) }) else { return nil }
    let rest = line[line.range(of: label)!.upperBound...]
    let parts = rest.split(separator: "  ").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    return parts.first.flatMap { Int($0.filter(\.isNumber)) }
  }

  private func check(_ run: Run, _ made: Made, withheld: [String: Int], about: String) {
    let account = run.account
    let parts = ["joined", "outside", "unlocated", "rejected", "filtered", "withheld"]
    #expect(account["read"] == parts.reduce(0) { $0 + account[$1] }, "\(about)")
    #expect(account["read"] == made.read && account["unlocated"] == made.unlocated, "\(about)")
    #expect(account["rejected"] == made.rejected, "\(about)")
    #expect(
      account["withheld"] == withheld.values.reduce(0, +) && account.withheld == withheld.filter { $0.value > 0 }, "\(about)")
    #expect(account["joined"] + account["outside"] + account["withheld"] == made.inside + made.outside, "\(about)")
    let located = account.json["located_by"] as? [String: Int] ?? [:]
    #expect(located.values.reduce(0, +) == account["joined"], "\(about)")
    for (label, name) in [
      ("read", "read"), ("joined to an area", "joined"), ("outside every area", "outside"),
      ("without a usable place", "unlocated"),
      ("rejected: could not be read", "rejected"),
    ] {
      #expect(said("  \(label) ", run.words) == account[name], "\(about): \(label)")
    }
    let line = said("withheld: on no map and in none of its figures", run.words)
    #expect(line == (account["withheld"] > 0 ? account["withheld"] : nil), "\(about)")
  }

  private func sum(_ table: [[String: String]], _ column: String, where isWanted: ([String: String]) -> Bool = { _ in true })
    -> Int
  {
    table.filter(isWanted).reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
  }

  @Test(arguments: [3, 4] as [UInt64]) func `verbs on areas count every record, and say one number`(seed: UInt64) throws {
    let made = write(seed: seed)
    let records = ["records.csv", "--areas", "areas.geojson", "--by", "delito"]
    let join = try run(["join"] + records)
    check(join, made, withheld: [:], about: "join")
    let isWhole = { (row: [String: String]) in row["code"] == "" && row["level"] == "territory" }
    #expect(sum(join.table, "count", where: { !isWhole($0) }) == join.account["joined"])
    #expect(sum(join.table, "count", where: isWhole) == made.inside + made.outside + made.unlocated)
    let territory = try #require(join.json["territory"] as? [String: Any])
    #expect(territory["count"] as? Int == made.inside + made.outside + made.unlocated)
    #expect(territory["unlocated"] as? Int == made.unlocated && territory["outside"] as? Int == made.outside)
    #expect(join.words.contains("\(made.inside + made.outside + made.unlocated) good records in all: \(made.inside) in an area"))

    let concentration = try run(["concentration"] + records)
    check(concentration, made, withheld: [:], about: "concentration")
    let gi = try run(["hotspots", "gi"] + records.filter { $0 != "--by" && $0 != "delito" })
    check(gi, made, withheld: [:], about: "gi on areas")
    #expect(sum(gi.table, "count") == gi.account["joined"])
    let exposure = try run([
      "exposure", "areas.geojson", "--hazards", "flood=flood.geojson:clase", "--incidents", "records.csv",
    ])
    check(exposure, made, withheld: [:], about: "exposure")
    let coverage = try run(["coverage", "spaces.csv", "--areas", "areas.geojson", "--incidents", "records.csv"])
    check(coverage, made, withheld: [:], about: "coverage")
  }

  @Test(arguments: [5, 6] as [UInt64]) func `verbs on points and cells book what they withhold`(seed: UInt64) throws {
    let made = write(seed: seed)
    let points = ["records.csv", "--boundary", "areas.geojson", "--by", "delito", "--precision", "precision"]
    let withheld = ["sensitive_kind": made.sensitive, "coarse_place": made.coarse]
    let shown = made.inside - made.sensitive - made.coarse
    for verb in [["hotspots"], ["hotspots", "gi"], ["hotspots", "moran"]] {
      let found = try run(verb + points + ["--cell", "20000"])
      check(found, made, withheld: withheld, about: verb.joined(separator: " "))
      #expect(found.account["joined"] == shown && sum(found.table, "count") == shown)
    }
    let density = try run(["hotspots", "density"] + points + ["--cell", "5000", "-o", "density.geojson"], hasTable: false)
    check(density, made, withheld: withheld, about: "density")
    let facts = try #require(density.json["density"] as? [String: Any])
    for contour in try #require(facts["contours"] as? [[String: Any]]) {
      let (count, share) = (try #require(contour["count"] as? Int), try #require(contour["count_share"] as? Double))
      #expect(abs(share - Double(count) / Double(shown)) < 1e-9)
    }
    let clusters = try run(["hotspots", "clusters"] + points + ["--radius", "8000", "--minimum", "5", "--simulations", "0"])
    check(clusters, made, withheld: withheld, about: "clusters")
    let own = try #require(clusters.json["clusters"] as? [String: Any])
    #expect(own["used"] as? Int == shown && (own["in_clusters"] as? Int ?? 0) + (own["noise"] as? Int ?? 0) == shown)
    let (inside, share) = (try #require(own["inside"] as? Int), try #require(own["share"] as? Double))
    #expect(abs(share - Double(inside) / Double(shown)) < 1e-9)
    for row in clusters.table {
      #expect(abs(Double(row["share"]!)! - Double(row["inside"]!)! / Double(shown)) < 1e-9)
      #expect(abs(Double(row["pai"]!)! - Double(row["share"]!)! / Double(row["area_share"]!)!) < 1e-6)
    }

    let spaces = try run(["spaces", "spaces.csv", "--incidents", "records.csv", "--by", "delito", "--distance", "20000"])
    let everywhere = ["sensitive_kind": spaces.account.withheld["sensitive_kind"] ?? 0]
    check(spaces, made, withheld: everywhere, about: "spaces")
    #expect(everywhere["sensitive_kind"]! >= made.sensitive)
    let together = try #require((spaces.json["together"] as? [[String: Any]])?.last)
    let near = try #require(together["incidents"] as? Int)
    #expect(near == spaces.account["joined"])
    let found = try #require(spaces.json["findings"] as? [[String: Any]]).first { $0["id"] as? String == "spaces.incidents" }
    let told = try #require(found?["share"] as? String)
    #expect(abs(Double(told)! - Double(near) / Double(near + spaces.account["outside"])) < 1e-9)

    let compare = try run([
      "compare", "records.csv", "--grid", "square", "--cell", "20000", "--boundary", "areas.geojson", "--by", "delito", "--when",
      "fecha", "--until", "2024-12", "--periods", "month",
    ])
    check(compare, made, withheld: ["sensitive_kind": made.sensitive], about: "compare on cells")
  }

  @Test func `piles that are dropped are withheld, and a map tells the later records that it missed`() throws {
    let made = write(seed: 7)
    let text = try #require(command.folder.text("records.csv"))
    command.folder.write("records.csv", text + String(repeating: "-88.5,13.5,robo,2024-05-05,exact\n", count: 60))
    var more = made
    (more.read, more.inside) = (made.read + 60, made.inside + 60)
    let points = ["records.csv", "--boundary", "areas.geojson", "--by", "delito", "--cell", "20000"]
    let dropped = try run(["hotspots"] + points + ["--piles", "drop", "-o", "map.geojson"])
    check(dropped, more, withheld: ["sensitive_kind": made.sensitive, "pile": 60], about: "piles drop")
    #expect(sum(dropped.table, "count") == made.inside - made.sensitive)
    let counted = try run(["hotspots"] + points + ["--piles", "area"])
    check(counted, more, withheld: ["sensitive_kind": made.sensitive], about: "piles area")
    #expect(sum(counted.table, "count") == made.inside - made.sensitive + 60)
    let density = try run(
      ["hotspots", "density"] + points + ["--piles", "area", "-o", "density.geojson"], hasTable: false)
    check(density, more, withheld: ["sensitive_kind": made.sensitive, "pile": 60], about: "density, piles area")
    let backtest = try run(["hotspots", "backtest", "map.geojson", "records.csv"])
    check(backtest, more, withheld: [:], about: "backtest")
  }

  @Test func `exact copies are told, in words and as JSON, by every verb and by info`() throws {
    let made = write(seed: 8)
    let text = try #require(command.folder.text("records.csv"))
    let lines = text.split(separator: "\n").filter { !$0.contains("cerca") }
    command.folder.write("records.csv", text + lines[1...9].joined(separator: "\n") + "\n")
    var more = made
    more.read += 9
    for arguments in [
      ["join", "records.csv", "--areas", "areas.geojson"],
      ["hotspots", "gi", "records.csv", "--boundary", "areas.geojson", "--cell", "20000"],
      ["spaces", "spaces.csv", "--incidents", "records.csv", "--distance", "20000"],
    ] {
      let found = try run(arguments)
      let repeats = try #require(found.account.json["repeats"] as? [String: Any])
      #expect(repeats["count"] as? Int == 9 && repeats["exact"] as? Bool == true, "\(arguments)")
      #expect(found.account["read"] == more.read && found.words.contains("count all the same: 9"), "\(arguments)")
    }
    let info = try command.run(["info", "records.csv"])
    #expect(info.output.contains("9 records are exact copies of another one"), "\(info.output)")
  }

  @Test func `rows that carry counts are accounted for by rows and by what they stand for`() throws {
    command.folder.write(
      "records.csv",
      """
      lon,lat,delito,n
      -88.5,13.5,robo,10
      -87.5,13.5,robo,5
      -80,13.5,robo,7
      ,,robo,3
      -88.5,13.5,hurto,4
      -88.5,13.5,robo,muchos
      -88.5,13.5,robo,0

      """)
    let join = try run(["join", "records.csv", "--areas", "areas.geojson", "--count", "n", "--where", "delito=robo"])
    let cases = try #require(join.account.json["cases"] as? [String: Any])
    #expect(cases["read"] as? Int == 29 && cases["joined"] as? Int == 15 && cases["outside"] as? Int == 7)
    #expect(cases["unlocated"] as? Int == 3 && cases["filtered"] as? Int == 4 && cases["rejected"] is NSNull)
    #expect(
      join.account["read"] == 7 && join.account["joined"] == 3 && join.account["rejected"] == 1 && join.account["filtered"] == 1)
    #expect(
      join.words.contains("Account of the rows, and of the records that they stand for") && join.words.contains("(15 records)"))
    #expect((join.json["territory"] as? [String: Any])?["count"] as? Int == 25)
    let cells = try run([
      "hotspots", "gi", "records.csv", "--boundary", "areas.geojson", "--by", "delito", "--count", "n", "--cell", "20000",
      "--keep-kind", "hurto",
    ])
    let own = try #require(cells.account.json["cases"] as? [String: Any])
    #expect(own["joined"] as? Int == 19 && cells.account["assigned"] == 19 && cells.account["joined"] == 4)

    command.folder.write(
      "wide.csv", "codigo,anio,enero,febrero,marzo\n01,2024,1,2,3\n02,2024,4,,6\n09,2024,7,8,9\n02,2023,5,5,5\n")
    let wide = try run([
      "join", "wide.csv", "--areas", "areas.geojson", "--wide", "month", "--year", "anio", "--locate", "code", "--key", "codigo",
      "--from", "2024-02",
    ])
    let months = try #require(wide.account.json["cases"] as? [String: Any])
    #expect(months["joined"] as? Int == 11 && months["unlocated"] as? Int == 17 && months["filtered"] as? Int == 27)
    #expect(months["read"] as? Int == 55 && wide.account["read"] == 4 && wide.account["filtered"] == 1)
  }
}
