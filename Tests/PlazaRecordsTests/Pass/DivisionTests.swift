import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaRecords

/// What is decided of a file is decided of the whole of it, however it is divided between workers.
@Suite struct DivisionTests {
  private func outcome(
    _ text: String, jobs: Int, size: Int = 2048, _ set: (inout RecordOptions) -> Void
  ) async throws -> String {
    var options = RecordOptions()
    options.keys.locate = [.point]
    set(&options)
    do {
      let pass = try RecordPass(try SmallBatches(Array(text.utf8), size: size), on: .everywhere, options)
      let run = try await pass.run(into: TallySink(pass), jobs: jobs, progress: SilentProgress())
      return "joined \(run.account.joined), kinds \(run.totals.kinds.count), out \(run.account[.outOfRange])"
    } catch let failure as Failure {
      return "\(failure.diagnostic.id) \(failure.diagnostic.values["value"] ?? "")"
    }
  }

  /// The same for any number of workers and any size of a batch.
  private func same(_ text: String, _ set: (inout RecordOptions) -> Void) async throws -> String {
    let whole = try await outcome(text, jobs: 1, size: 1 << 22, set)
    for jobs in [1, 3] {
      for size in [512, 8192] {
        #expect(try await outcome(text, jobs: jobs, size: size, set) == whole, "\(jobs) jobs, batches of \(size)")
      }
    }
    return whole
  }

  @Test func `a handful of kinds in many spellings is a handful`() async throws {
    let rows = (0..<17_000).map { row in
      "\(row % 7 + 1),2,\(String(repeating: " ", count: row / 140))robo \(row % 3)\(String(repeating: " ", count: row % 140))"
    }
    let text = "lon,lat,kind\n" + rows.joined(separator: "\n") + "\n"
    #expect(try await same(text) { $0.by = "kind" } == "joined 17000, kinds 3, out 0")
  }

  @Test func `too many kinds are too many, also when no worker sees that many`() async throws {
    func text(_ kinds: Int) -> String {
      "lon,lat,kind\n" + (0..<kinds).map { "1,2,kind \($0)" }.joined(separator: "\n") + "\n"
    }
    #expect(try await same(text(10_001)) { $0.by = "kind" } == "join.too_many_kinds ")
    #expect(try await same(text(10_000)) { $0.by = "kind" } == "joined 10000, kinds 10000, out 0")
  }

  @Test(arguments: [300, 301]) func `positions out of range are judged by the whole file`(bad: Int) async throws {
    let text =
      "lon,lat\n" + String(repeating: "181,2\n", count: bad) + String(repeating: "1,2\n", count: 30_000 - bad)
    let expected = bad == 300 ? "joined 29700, kinds 0, out 300" : "points.out_of_range "
    #expect(try await same(text) { _ in } == expected)
  }

  @Test func `of dates that contradict the order that was found the least is shown`() async throws {
    let days = (0..<4000).map { "1,2,\($0 % 12 + 13)/03/2019\n" }
    let text = "lon,lat,fecha\n" + days.joined() + "1,2,03/28/2019\n1,2,03/27/2019\n" + days.joined() + "1,2,03/26/2019\n"
    let whole = try await outcome(text, jobs: 1, size: 1 << 22) { $0.when = "fecha" }
    // The sample of a small file is all of it: the guess is made with what contradicts it in view.
    #expect(whole.hasPrefix("date.contradiction 03/26/2019") || whole.hasPrefix("date.ambiguous"))
    #expect(try await outcome(text, jobs: 3, size: 512) { $0.when = "fecha" } == "date.contradiction 03/26/2019")
    #expect(try await outcome(text, jobs: 1, size: 512) { $0.when = "fecha" } == "date.contradiction 03/26/2019")
  }
}
