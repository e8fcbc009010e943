import PlazaLayers
import Testing

@testable import PlazaAnalysis

@Suite struct HazardScaleTests {
  private func scale(_ classes: [String?], edit: (inout HazardOptions) -> Void = { _ in }) throws -> HazardScale {
    try HazardScale(ExposureTests.hazard("flood", classes.map { ((0, 0, 1, 1), $0) }, edit: edit))
  }

  private func id(_ classes: [String?], edit: (inout HazardOptions) -> Void = { _ in }) -> String? {
    do {
      _ = try scale(classes, edit: edit)
      return nil
    } catch { return (error as? Failure)?.diagnostic.id }
  }

  @Test func `Two words are never one class`() throws {
    let danger = ["High", "Very High", "Extreme"]
    #expect(try scale(danger).names == danger)
    #expect(try scale(danger) { $0.order = ["low", "moderate", "high", "very high", "extreme"] }.classOfFeature == [0, 1, 2])
    // Against an order that has no place for one of them.
    #expect(id(danger) { $0.order = ["low", "high", "very high"] } == "exposure.unknown_classes")
    // Which of two words for one rank is higher nobody can say.
    #expect(id(["leve", "baja"]) == "exposure.no_order")
    #expect(id(["moderada", "media", "alta"]) == "exposure.no_order")
    #expect(try scale(["leve", "baja"]) { $0.order = ["leve", "baja"] }.names == ["leve", "baja"])
    #expect(
      try scale(["Low", "Moderate", "High", "Very High", "Extreme"]).names == ["Low", "Moderate", "High", "Very High", "Extreme"])
    // One word in three languages and two genders is one.
    #expect(try scale(["Alta", "ALTO", "high", "média"]).classOfFeature == [1, 1, 1, 0])
    // The one word of its rank finds its place in an order of other words.
    #expect(try scale(["moderado", "alto"]) { $0.order = ["low", "medium", "high"] }.names == ["medium", "high"])
  }

  @Test(arguments: ["Nulo", "ninguno", "None", "sin peligro", "Sin riesgo", "sem perigo", "No hazard", "false", "0", "0.0", "No"])
  func `What says that there is no danger exposes nobody`(text: String) throws {
    let found = try scale([text, "Alto", nil])
    #expect(found.classOfFeature == [nil, 0, nil])
    #expect(found.notExposed.features == 1 && found.withoutClass == 1)
    #expect(found.notes.contains { $0.id == "exposure.not_exposed" && $0.values["classes"] == text })
    #expect(id([text, text]) == "exposure.none_exposed")
  }

  @Test func `More classes are left out when told, or below the first that counts`() throws {
    let left = try scale(["agua", "bajo", "alto", "9"]) { $0.notExposed = ["Agua", "9"] }
    #expect(left.classOfFeature == [nil, 0, 1, nil] && left.notExposed.features == 2 && left.withoutClass == 0)
    let from = try scale(["bajo", "medio", "alto", nil]) { $0.fromClass = "media" }
    #expect(from.names == ["medio", "alto"] && from.classOfFeature == [nil, 0, 1, nil])
    #expect(from.below.features == 1 && from.withoutClass == 1)
    #expect(id(["bajo", "alto"]) { $0.fromClass = "extremo" } == "exposure.unknown_from")
  }

  @Test func `Numbers are numbers`() throws {
    let numbers = try scale(["1", "10", "2", "3"])
    #expect(numbers.names == ["1", "2", "3", "10"])
    #expect(numbers.notes.contains { $0.id == "exposure.order" && $0.values["classes"] == "1 < 2 < 3 < 10" })
    #expect(try scale(["Clase 3", "Clase 1"]).names == ["Clase 1", "Clase 3"])
    #expect(try scale(["III", "I", "II"]).names == ["I", "II", "III"])
    #expect(id((1...30).map { "\(Double($0) / 7)" }) == "exposure.many_numbers")
    #expect(id(["-1", "1"]) == "exposure.no_order")
    #expect(id(["1", "alto"]) == "exposure.no_order")
    // An order that names 0 means it.
    #expect(try scale(["0", "1"]) { $0.order = ["0", "1"] }.classOfFeature == [0, 1])
  }

  @Test func `Numbers are divided at breaks`() throws {
    let depth = try scale(["0", "0.2", "0,5", "1.49", "1.5", "7", "-9999", nil]) { $0.breaks = [0.5, 1.5] }
    #expect(depth.names == ["<0.5", "0.5-1.5", ">=1.5"])
    #expect(depth.slugs == ["under_0_5", "0_5_to_1_5", "from_1_5"])
    #expect(depth.classOfFeature == [nil, 0, 1, 1, 2, 2, nil, nil])
    #expect(depth.notExposed.features == 1 && depth.withoutClass == 2)
    #expect(id(["0.2", "alto"]) { $0.breaks = [0.5] } == "exposure.not_numbers")
  }

  @Test func `One class needs no order`() throws {
    for text in ["1", "inundable", "Low Hazard Zone", "true", "T100"] {
      #expect(try scale([text, text]).classOfFeature == [0, 0], "\(text)")
    }
    #expect(try scale(["true", "false"]).classOfFeature == [0, nil])
  }

  @Test func `Names of zones and return periods are read where they are plain`() throws {
    #expect(
      try scale(["Medium Hazard Zone", "High Hazard Zone", "Low Hazard Zone"]).names
        == ["Low Hazard Zone", "Medium Hazard Zone", "High Hazard Zone"])
    #expect(try scale(["Peligro alto", "Peligro bajo"]).names == ["Peligro bajo", "Peligro alto"])
    #expect(try scale(["Susceptibilidad muy alta", "Susceptibilidad media"]).classOfFeature == [1, 0])
    // What comes once in ten years comes more often than what comes once in fifty.
    #expect(try scale(["T10", "T50", "T500"]).names == ["T500", "T50", "T10"])
    #expect(try scale(["100 años", "10 años"]).names == ["100 años", "10 años"])
    #expect(try scale(["TR 25", "TR 100"]).names == ["TR 100", "TR 25"])
  }

  @Test func `What nobody knows is no class, and a class called any takes no other's fields`() throws {
    #expect(try scale(["sin dato", "N/D", "alto"]).withoutClass == 2)
    #expect(try scale(["any", "otra"]) { $0.order = ["otra", "any"] }.slugs == ["otra", "any_2"])
  }
}
