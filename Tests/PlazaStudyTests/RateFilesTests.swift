import Foundation
import PlazaAnalysis
import PlazaLayers
import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

@Suite struct RateFilesTests {
  private let folder = TemporaryFolder()
  private let scratch = TemporaryFolder()

  private func failure(_ body: () throws -> Void) -> Diagnostic? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Failure)?.diagnostic
    }
  }

  private func read(_ text: String, _ fields: [PopulationColumn: String] = [:]) throws -> PopulationTable {
    try PopulationFile.read(InputFile(folder.write("table.csv", text)), fields: fields)
  }

  @Test(arguments: [
    "code,year,sex,age,population\n01,2020,F,0-14,10\n01,2020,M,0-14,11\n",
    "CVE_MUN;AÑO;Sexo;Grupo de edad;Población\n01;2020;Mujeres;De 0 a 14 años;10,0\n01;2020;Hombres;De 0 a 14 años;11,0\n",
    "cd_mun,ano,sexo,faixa etária,população\n01,2020,Feminino,00 a 14,10\n01,2020,M,00 a 14,11\n",
    "ubigeo,anio,genero,edad,pob_total\n01,2020,mujer,menores de 15,10\n01,2020,varón,menores de 15,11\n",
  ])
  func `a table is read by the usual names of its columns`(_ text: String) throws {
    let table = try read(text)
    #expect(table.codes == ["01"] && table.years == [2020])
    #expect(table.sexes == [.female, .male] && table.ages == [AgeGroup(first: 0, last: 14)])
  }

  @Test func `a field that is missing or doubtful can be named`() throws {
    let doubtful = "cod_a,cod_b,year,pob\n01,02,2020,5\n"
    #expect(failure { _ = try read(doubtful) }?.id == "population.doubtful_field")
    #expect(try read(doubtful, [.code: "cod_b"]).codes == ["02"])
    let found = failure { _ = try read("code,pob\n01,5\n") }
    #expect(found?.id == "population.no_field" && found?.values["field"] == "year")
    #expect(failure { _ = try read(doubtful, [.code: "clave"]) }?.values["field"] == "clave")
    #expect(failure { _ = try read("{\"type\":\"FeatureCollection\",\"features\":[]}") }?.id == "format.refused.table")
    #expect(PopulationFieldList(argument: "code=a,year=b=c")?.fields == [.code: "a", .year: "b=c"])
    for text in ["code=a,code=b", "ages=a", "code", "code=", ""] {
      #expect(PopulationFieldList(argument: text) == nil, "\(text)")
    }
  }

  private func writeStudy(_ more: String) {
    folder.write(
      "areas.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codigo":"01","visitas":30},
      "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}]}
      """)
    folder.write("points.csv", "id,fecha,sexo,edad,lon,lat\n1,2020-03-01,F,20,0.5,0.5\n2,2020-05-01,M,70,0.5,0.25\n")
    folder.write("pob.csv", "cve,year,sex,age,population\n1,2020,F,0+,100\n1,2020,M,0+,50\n")
    folder.write("std.csv", "sex,age,population\nF,0+,1\nM,0+,3\n")
    folder.write(
      "study.yaml",
      """
      study: s
      steps:
        - join: a
          points: points.csv
          areas: areas.geojson
          when: fecha
          from: 2020
          to: 2020
          population-table: pob.csv
          population-fields: {code: cve}
          floating: visitas
          floating-hours: 12
          sex: sexo
          age: edad
          standard: std.csv
      """ + more + "\n")
  }

  @Test func `a study reads the files, tells them in its manifest, and verify sees them change`() async throws {
    writeStudy("")
    let study = try Study(path: folder.path + "/study.yaml")
    _ = try await StudyRun.run(study, folder: folder.path + "/out", force: false, jobs: 2, progress: SilentProgress())
    func json(_ name: String) throws -> [String: Any] {
      let bytes = try #require(folder.read("out/" + name))
      return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
    let feature = try #require((try json("a.geojson")["features"] as? [[String: Any]])?.first)
    let properties = try #require(feature["properties"] as? [String: Any])
    func number(_ name: String) -> Double { (properties[name] as? NSNumber)?.doubleValue ?? .nan }
    #expect(number("population") == 150)
    #expect(abs(number("rate") - 2 / 150 * 1e5) < 1e-6 && abs(number("rate_present") - 2 / 165 * 1e5) < 1e-6)
    // A quarter of the women's rate and three quarters of the men's.
    #expect(abs(number("rate_std") - (0.25 / 100 + 0.75 / 50) * 1e5) < 1e-6 && abs(number("smr") - 1) < 1e-9)
    let manifest = try json("manifest.json")
    let inputs = try #require(manifest["inputs"] as? [[String: Any]]).map { $0["path"] as? String }
    #expect(inputs == ["study.yaml", "points.csv", "areas.geojson", "pob.csv", "std.csv"])
    let step = try #require((manifest["steps"] as? [[String: Any]])?.first)
    let parameters = try #require(step["parameters"] as? [String: Any])
    #expect(parameters["population-table"] as? String == "pob.csv" && parameters["standard"] as? String == "std.csv")
    #expect((parameters["population-fields"] as? [String: String]) == ["code": "cve"])

    folder.write("pob.csv", "cve,year,sex,age,population\n1,2020,F,0+,100\n1,2020,M,0+,51\n")
    let verification = try await StudyVerification.run(
      manifest: folder.path + "/out/manifest.json", study: nil, temporaryFolder: scratch.path, jobs: 2, progress: SilentProgress()
    )
    #expect(!verification.isIdentical && verification.differences.contains { $0.values["path"] == "pob.csv" })
  }

  @Test func `a key that is wrong is named with its line`() throws {
    writeStudy("\n    population-years: 2020")
    #expect(failure { _ = try Study(path: folder.path + "/study.yaml") }?.id == "study.unknown_key")
    writeStudy("")
    let text = folder.text("study.yaml")!
    folder.write("study.yaml", text.replacing("{code: cve}", with: "{codes: cve}"))
    let unknown = failure { _ = try Study(path: folder.path + "/study.yaml") }
    #expect(unknown?.id == "takes.population_fields" && unknown?.values["given"] == "codes=cve" && unknown?.place?.line == 10)
    folder.write("study.yaml", text.replacing("floating-hours: 12", with: "floating-hours: 25"))
    let hours = failure { _ = try Study(path: folder.path + "/study.yaml") }
    #expect(hours?.id == "takes.positive_to" && hours?.values["high"] == "24" && hours?.place?.line == 12)
    folder.write("study.yaml", text.replacing("standard: std.csv", with: "standard: who"))
    let study = try Study(path: folder.path + "/study.yaml")
    #expect(study.first(JoinVerb.self)?.rate.standard == .named(.who))
    #expect(study.steps[0].inputs.map(\.name) == ["points.csv", "areas.geojson", "pob.csv"])
  }

  @Test func `what is not carried to another division is refused with its step`() {
    writeStudy("\n    correspondence: c.csv\n    to-areas: areas.geojson")
    folder.write("c.csv", "from_code,to_code,share\n01,01,1\n")
    let failure = #expect(throws: Failure.self) { try Study(path: folder.path + "/study.yaml") }
    #expect(failure?.kind == .usage && failure?.diagnostic.id == "correspondence.plain_rates")
    #expect(failure?.diagnostic.place?.line == 3)
  }
}
