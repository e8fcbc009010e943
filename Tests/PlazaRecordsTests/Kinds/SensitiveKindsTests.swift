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
    #expect(alarms == [])
  }

  @Test(arguments: [
    "Violação", "estupro de vulnerável", "Violência doméstica", "Importunação sexual", "Rape - completed", "Sexual assault",
    "Domestic violence", "Child neglect", "Trata de personas", "Tráfico de menores", "Pederastia",
    "violencia\u{00A0}intrafamiliar",
    "Acceso carnal violento", "ACCESO CARNAL ABUSIVO CON MENOR DE 14", "VIF", "V.I.F.", "v. i. f.", "Lesiones en contexto de VIF",
    "Lei Maria da Penha", "LEI 11.340/06", "Ley 30364", "LEY N° 30.364", "ley nº 348", "Infracción a la Ley 26.485",
    "Tocamientos",
    "TOCAMIENTOS INDEBIDOS", "Difusión de imágenes íntimas", "Violentación", "Travesticidio", "Transfeminicidio",
    "Medidas de protección", "Incumplimiento de medida de protección", "MEDIDA PROTETIVA DE URGÊNCIA",
    "Violate order of protection",
    "Secuestro", "SECUESTRO EXTORSIVO", "Sequestro e cárcere privado", "Kidnapping", "Privación de la libertad personal",
    "Tortura",
    "Desaparición forzada", "Persona desaparecida", "Missing person", "Crimen de odio", "HATE CRIME", "Injúria racial",
    "Inasistencia alimentaria", "Omisión a la asistencia familiar", "Lesiones agravadas por el vínculo", "Parricidio",
    "V I O L A C I O N", "Violación\u{00A0}sexual", "violencia_familiar", "Abuso deshonesto", "Criminal sexual assault",
    "FONDLING",
    "Domestic battery simple", "Intimate partner - simple assault", "Offense involving children", "Trata", "Hostigamiento sexual",
    "Peligro de contagio", "Aborto", "Intento de autoeliminación", "Restricción perimetral", "Violencia contra la mujer",
    "Vulneración sexual", "Stalking", "Perseguição", "Reclutamiento forzado", "Lesa humanidad",
    "Robo a menor de edad", "Maus-tratos a crianças", "FEMINICÍDIO", "Human trafficking", "Acceso carnal, abuso sexual",
  ])
  func `names in three languages are likely`(_ name: String) { #expect(SensitiveKinds.isLikely(name)) }

  @Test(arguments: [
    "", "robo", "Hurto de menor cuantía", "Violación de domicilio", "Maltrato animal", "Drug trafficking",
    "Robo con intimidación", "HURTO MENOR CUANTIA",
    "Apropiación indebida", "Porte ilegal de armas", "Desorden en la convivencia", "Animales domésticos sueltos",
    "Fraude electoral",
    "Daños a terceros", "Extorsión", "Lesiones personales", "Tentativa de homicidio", "Ley 1801", "11:34:00", "20:48:00",
    "Artículo 113", "Motor vehicle theft",
    "Traffic violation", "Robo con violencia", "Lesiones", "Homicidio", "Vandalismo", "Burglary",
  ])
  func `other names are not`(_ name: String) { #expect(!SensitiveKinds.isLikely(name)) }

  @Test func `with a table its word counts, and what it does not have is not harmless`() throws {
    let rule = try SensitiveKinds(classes: mapping(), keeping: ["NUEVO", "  FRAUDE"])
    #expect(rule.verdict("VIOLACION ") == .sensitive && !rule.mayBecomePoints("VIOLACION"))
    #expect(rule.verdict("FRAUDE") == .harmless)
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
