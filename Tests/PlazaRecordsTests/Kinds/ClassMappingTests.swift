import PlazaLayers
import PlazaRecords
import Testing

@Suite struct ClassMappingTests {
  @Test func `a table of several countries needs to know whose names`() throws {
    let table = try ReferenceTables.classes()
    func id(_ country: String?, _ level: Int?) -> String? {
      do {
        _ = try ClassMapping(table, file: "classes.csv", country: country, level: level)
        return nil
      } catch { return (error as? Failure)?.diagnostic.id }
    }
    #expect(
      id(nil, nil) == "classes.which_country" && id("AR", nil) == "classes.no_country" && id("MX", 5) == "classes.bad_level")
    #expect(id("MX", 4) == nil)
  }
}
