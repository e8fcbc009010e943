import PlazaFormats
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaRecords

/// Which fields say that a record must not be shown at its place: found by what they hold, whatever they are called.
@Suite struct SensitiveFieldsTests {
  private let folder = TemporaryFolder()

  private func fields(
    _ header: String, _ rows: [String], by: String? = nil, kinds: RecordOptions.KindFields = .found
  ) throws -> (kinds: [String], flags: [String], naming: [String], found: SensitiveFields, sensitive: [Bool]) {
    folder.write("r.csv", header + "\n" + rows.joined(separator: "\n") + "\n")
    let source = try CSVPointSource(Input(folder.path + "/r.csv"), needsPosition: false)
    var options = RecordOptions()
    options.by = by
    options.kindFields = kinds
    let found = try SensitiveFields(source, options)
    let names = source.schema.fields
    let batch = try source.sample(PointRequest(fields: Array(names.indices), positions: false))
    return (
      found.kinds.map { names[$0.field] }, found.flags.map { "\(names[$0.field]) \($0.flag)" },
      found.kinds.filter(\.isNaming).map { names[$0.field] }, found, try found.sensitive(in: batch, source.schema)
    )
  }

  @Test func `kinds are found under any name, and other words are not`() throws {
    let rows = (0..<60).map { row in
      "\(row),\(["THEFT", "BATTERY", "CRIM SEXUAL ASSAULT"][row % 3]),\(["STREET", "APARTMENT", "ALLEY"][row % 3]),Barrio \(row % 7)"
    }
    let seen = try fields("n,primary_type,location,barrio", rows, by: "barrio")
    #expect(seen.kinds == ["primary_type"] && seen.naming == ["primary_type"] && seen.flags.isEmpty)
    #expect(seen.sensitive == (0..<60).map { $0 % 3 == 2 })
  }

  @Test func `a file without kinds is unknown, unless the caller says that it has none or names a field`() throws {
    let rows = (0..<30).map { "\($0),Calle \($0 % 5),x\($0 % 3)" }
    #expect(try fields("n,calle,grupo", rows).found.isUnknown)
    #expect(try fields("n,calle,grupo", rows, by: "grupo").found.isUnknown)
    #expect(try !fields("n,calle,grupo", rows, kinds: .none).found.isUnknown)
    #expect(try fields("n,calle,grupo", rows, kinds: .named(["GRUPO"])).kinds == ["grupo"])
    #expect(throws: Failure.self) { try fields("n,calle,grupo", rows, kinds: .named(["nada"])) }
  }

  @Test func `a code or a blank says nothing, unless another field says what happened`() throws {
    #expect(try fields("delito", ["0301", "A1", "Art. 208", "robo", "-"]).sensitive == [true, true, true, false, true])
    let both = try fields("tipo,delito", ["1,robo", "2,hurto", "3,violación", "4,"])
    #expect(both.sensitive == [false, false, true, true])
  }

  @Test func `flags of the victim count, whatever the kind`() throws {
    let rows = [
      "robo,True,desconocido,34", "robo,False,Ex-pareja,40", "robo,False,vecino,17", "robo,False,,", "robo,,PADRE,50",
      "robo,false,conocido,18", "robo,0,no aplica,menor de edad", "robo,1,amigo,99",
    ]
    let seen = try fields("delito,domestic,relacion_victima,edad", rows)
    #expect(seen.flags == ["domestic truth", "relacion_victima relation", "edad age"])
    #expect(seen.sensitive == [true, true, true, false, true, false, true, true])
  }

  @Test(arguments: [
    ("17", true), ("17.0", true), ("18", false), ("<18", true), ("18-24", false), ("15-19", true), ("10 a 14 años", true),
    ("65+", false), ("> 60", false), ("mayor de 17", false), ("menor de 25", true), ("8 meses", true), ("Adolescente", true),
    ("adulto mayor", false), ("", false), ("sin dato", false), ("-1", false), ("Primera infancia", true), ("UNKNOWN", false),
    ("(10,15]", true),
  ])
  func `an age or a group of ages may be that of a minor`(_ text: String, _ isMinor: Bool) throws {
    #expect(try #require(VictimFlag(named: "VIC_AGE_GROUP")).isRaised(by: text) == isMinor, "\(text)")
  }

  @Test(arguments: ["edad", "Age", "VIC_AGE_GROUP", "rango_etario", "faixa_etaria", "AGRUPA_EDAD_PERSONA"])
  func `ages are known by their names`(_ name: String) { #expect(VictimFlag(named: name) == .age) }

  @Test(arguments: ["sexo", "genero", "ciudad", "vehicle_age", "delito", "hora", "barrio", "garage", "arma"])
  func `other fields are no flags`(_ name: String) { #expect(VictimFlag(named: name) == nil) }

  @Test func `a relation is found by what the field holds`() throws {
    let rows = (0..<40).map { "robo,\(["CONYUGE", "DESCONOCIDO", "HIJO(A)", "VECINO"][$0 % 4])" }
    let seen = try fields("delito,x1", rows)
    #expect(seen.flags == ["x1 relation"] && seen.sensitive == (0..<40).map { $0 % 2 == 0 })
  }

  @Test func `men and women, places and stories are no kinds`() throws {
    let rows = (0..<40).map { row in
      "\(["MUJER", "HOMBRE"][row % 2]),\(["NIÑOS HEROES", "LA MADRE", "CENTRO"][row % 3]),"
        + "El sujeto \(row) se acercó a la señora en la esquina y con violencia le robó el bolso mientras caminaba hacia su trabajo"
    }
    let seen = try fields("victima_sexo,colonia,hechos", rows)
    #expect(seen.kinds == [])
    #expect(seen.flags == [])
    #expect(seen.found.isUnknown)
  }

  @Test func `a second field that names what is sensitive counts too`() throws {
    let rows = (0..<40).map { "\(["LESIONES", "ROBO"][$0 % 2]),\(["RIÑA", "CALLE", "V.I.F.", ""][$0 % 4])" }
    let seen = try fields("delito,contexto", rows)
    #expect(seen.kinds == ["delito", "contexto"] && seen.sensitive == (0..<40).map { $0 % 4 == 2 })
  }
}
