import PlazaLayers
import Testing

@testable import PlazaRecords

@Suite struct SensitiveKindsTests {
  private func mapping(_ country: String = "MX") throws -> ClassMapping {
    try ClassMapping(ReferenceTables.classes(), file: "classes.csv", country: country)
  }

  @Test func `every name that the shipped table marks for Mexico City is told by its words`() throws {
    let table = try ReferenceTables.classes()
    for country in ["MX", "SV", "CO", "PE"] {
      for name in table.names(ofCountry: country) where table.isSensitive(kind: name, country: country) == true {
        #expect(SensitiveKinds.isLikely(name), "\(country) \(name)")
      }
    }
  }

  @Test func `the words give few false alarms on the names of Mexico City`() throws {
    let table = try ReferenceTables.classes()
    let alarms = table.names(ofCountry: "MX").filter {
      table.isSensitive(kind: $0, country: "MX") == false && SensitiveKinds.isLikely($0)
    }
    #expect(alarms == ["VIOLACION DE LA INTIMIDAD"])
  }

  @Test(arguments: [
    "Violação", "estupro de vulnerável", "Violência doméstica", "Importunação sexual", "Rape - completed", "Sexual assault",
    "Domestic violence", "Child neglect", "Trata de personas", "Tráfico de menores", "Pederastia",
    "violencia\u{00A0}intrafamiliar",
    "Robo a menor de edad", "Maus-tratos a crianças", "FEMINICÍDIO", "Human trafficking", "Acceso carnal, abuso sexual",
  ])
  func `names in three languages are likely`(_ name: String) { #expect(SensitiveKinds.isLikely(name)) }

  @Test(arguments: [
    "", "robo", "Hurto de menor cuantía", "Violación de domicilio", "Maltrato animal", "Kidnapping", "Drug trafficking",
    "Traffic violation", "Robo con violencia", "Lesiones", "Homicidio", "Vandalismo", "Burglary",
  ])
  func `other names are not`(_ name: String) { #expect(!SensitiveKinds.isLikely(name)) }

  @Test func `with a table its word counts, and what it does not have is not harmless`() throws {
    let rule = try SensitiveKinds(classes: mapping(), keeping: ["NUEVO", "  FRAUDE"])
    #expect(rule.verdict("VIOLACION ") == .sensitive && !rule.mayBecomePoints("VIOLACION"))
    #expect(rule.verdict("VIOLACION DE LA INTIMIDAD") == .harmless && rule.verdict("FRAUDE") == .harmless)
    #expect(rule.verdict("OTRO NOMBRE") == .unknown && !rule.mayBecomePoints("OTRO NOMBRE"))
    #expect(rule.verdict("NUEVO") == .kept && rule.mayBecomePoints("NUEVO"))
  }

  @Test func `without a table the words count, unless the caller keeps the kind`() throws {
    let rule = try SensitiveKinds(keeping: ["VIOLACION DE LA INTIMIDAD"])
    #expect(rule.verdict("abuso sexual") == .likely && rule.verdict("robo") == .harmless)
    #expect(rule.verdict("VIOLACION DE LA INTIMIDAD") == .kept)
  }

  @Test func `what the table marks cannot be kept`() throws {
    let table = try mapping()
    #expect(throws: Failure.self) { try SensitiveKinds(classes: table, keeping: ["VIOLACION"]) }
  }
}
