import Testing

@testable import PlazaLayers

@Suite struct KindNameTests {
  @Test(arguments: [
    ("ROBO A TRANSEÚNTE EN VÍA PÚBLICA", "Robo a transeúnte en vía pública"), ("HURTO", "Hurto"), ("Violación", "Violación"),
    ("VIF", "VIF"), ("robo", "robo"), ("ART. 148", "ART. 148"), ("", ""),
  ])
  func `a kind in capitals is written as a sentence, a short form stays`(_ name: String, _ spoken: String) {
    #expect(KindName.spoken(name) == spoken)
  }
}
