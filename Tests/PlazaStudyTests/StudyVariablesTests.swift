import PlazaAnalysis
import PlazaLayers
internal import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaStudy

@Suite struct StudyVariablesTests {
  private let folder = TemporaryFolder()

  private func study(_ text: String, _ variables: [String: String] = [:]) throws -> Study {
    try Study(path: folder.write("study.yaml", text), variables: variables)
  }

  private func failure(_ text: String, _ variables: [String: String] = [:]) -> Failure? {
    do {
      _ = try study(text, variables)
      return nil
    } catch {
      return error as? Failure
    }
  }

  private static let text = """
    study: s
    title: Delitos de ${YEAR}
    steps:
      - join: j
        points: delitos-${YEAR}.csv
        areas: areas.geojson
        from: ${YEAR}
        where: {delito: [robo, "${KIND}"]}
    """

  @Test func `a variable stands in any scalar`() throws {
    let study = try study(Self.text, ["YEAR": "2019", "KIND": "hurto: con violencia"])
    #expect(study.title == "Delitos de 2019")
    let join = try #require(study.first(JoinVerb.self))
    #expect(join.points.name == "delitos-2019.csv" && join.record.time.from == "2019")
    #expect(join.record.options.conditions[0].values == ["robo", "hurto: con violencia"])
    #expect(study.variables == ["YEAR": "2019", "KIND": "hurto: con violencia"])
  }

  @Test func `an unset variable is named with its line`() {
    let failure = failure(Self.text, ["YEAR": "2019"])
    #expect(failure?.kind == .usage && failure?.diagnostic.id == "study.unset_variable")
    #expect(failure?.diagnostic.values["name"] == "KIND" && failure?.diagnostic.values["line"] == "8")
  }

  @Test func `a variable that the study does not use is refused`() {
    let failure = failure(Self.text, ["YEAR": "2019", "KIND": "x", "YEARS": "2"])
    #expect(failure?.diagnostic.id == "study.unused_variable" && failure?.diagnostic.values["name"] == "YEARS")
  }

  @Test func `a value cannot change the structure, and is not filled again`() throws {
    let value = "x\n  - join: k # ${KIND}"
    #expect(try study("study: s\ntitle: ${T}\nsteps: [{join: j, points: p, areas: a}]", ["T": value]).title == value)
  }

  @Test func `a doubled dollar sign stands for itself`() throws {
    let text = "study: s\ntitle: 5 $ and $${T} and $T\nsteps: [{join: j, points: p, areas: a}]"
    #expect(try study(text).title == "5 $ and ${T} and $T")
  }

  @Test(arguments: ["${", "${}", "${1A}", "${A B}", "${A", "${a-b}"])
  func `what is no name is refused`(_ variable: String) {
    let failure = failure("study: s\ntitle: 'x \(variable)'\nsteps: [{join: j, points: p, areas: a}]", ["A": "1"])
    #expect(failure?.diagnostic.id == "study.bad_variable" && failure?.diagnostic.values["line"] == "2")
  }

  @Test func `NAME=VALUE is taken apart at its first sign`() {
    #expect(Study.variable("A=b=c")?.name == "A" && Study.variable("A=b=c")?.value == "b=c")
    #expect(Study.variable("A=")?.value == "" && Study.variable("_9=x")?.name == "_9")
    for text in ["A", "=x", "9=x", "a b=x", ""] { #expect(Study.variable(text) == nil, "\(text)") }
  }
}
