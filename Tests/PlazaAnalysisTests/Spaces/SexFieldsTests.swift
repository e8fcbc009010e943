import PlazaLayers
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct SexFieldsTests {
  @Test(
    arguments: [
      (["id", "miembros", "miembros_mujeres", "miembros_hombres"], 2, 3), (["M", "H"], 0, 1), (["id", "F", "M"], 1, 2),
      (["total_m", "total_v"], 0, 1), (["Women", "Men"], 0, 1), (["homens", "mulheres"], 1, 0),
      // A pair of the committee decides between two.
      (["visitas_mujeres", "visitas_hombres", "miembros_mujeres", "miembros_hombres"], 2, 3),
    ] as [([String], Int, Int)])
  func `women and men are found by their names`(fields: [String], women: Int, men: Int) throws {
    let found = try #require(try SexFields.find(in: fields, file: "f", preferred: ["miembr"]))
    #expect(found == SexFields(women: women, men: men))
  }

  @Test func `an M without its partner is refused, and a table without sexes has none`() throws {
    #expect(throws: Failure.self) { try SexFields.find(in: ["id", "M"], file: "f") }
    #expect(throws: Failure.self) { try SexFields.find(in: ["M", "H", "F"], file: "f") }
    #expect(try SexFields.find(in: ["id", "mujeres_0_14", "hombres_0_14"], file: "f") == nil)
    #expect(try SexFields.find(in: ["id", "nombre"], file: "f") == nil)
    #expect(throws: Failure.self) { try SexFields.find(in: ["id", "mujeres"], file: "f", women: "mujeres") }
  }

  @Test func `two pairs that nothing decides between are a doubt, unless the caller decides`() throws {
    let fields = ["a_mujeres", "a_hombres", "b_mujeres", "b_hombres"]
    #expect(throws: Failure.self) { try SexFields.find(in: fields, file: "f") }
    #expect(
      try SexFields.find(in: fields, file: "f", women: "b_mujeres", men: "b_hombres") == SexFields(women: 2, men: 3))
  }

  @Test func `a count is digits with a decimal point or one comma`() {
    #expect(CountText.read(.text(" 12 ")) == .count(12) && CountText.read(.number("3.0")) == .count(3))
    #expect(
      CountText.read(.text("3,5")) == .count(3.5) && CountText.read(.null) == .blank && CountText.read(.text(" ")) == .blank)
    for text in ["12 personas", "-3", "1,2,3", "nan", "inf", "0x10"] {
      #expect(CountText.read(.text(text)) == .unreadable, "\(text)")
    }
  }
}
