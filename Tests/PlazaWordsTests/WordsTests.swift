import PlazaWords
import Testing

@Suite struct WordsTests {
  @Test func `places are filled in each language, numbers as it writes them`() {
    let values = ["area": "Soyapango", "count": "10423", "share": "0.2431"]
    #expect(
      Words(.en).render(id: "finding.most", values: values)
        == "Soyapango has the most records: 10\u{202F}423, 24.3\u{202F}% of those joined to an area")
    #expect(
      Words(.es).render(id: "finding.most", values: values)
        == "Soyapango tiene más registros que ninguna otra área: 10\u{202F}423, el 24.3\u{202F}% de los ubicados en un área")
    #expect(
      Words(.pt).render(id: "finding.most", values: values)
        == "Soyapango tem mais registros do que qualquer outra área: 10\u{202F}423, 24,3\u{202F}% dos localizados em uma área")
  }

  @Test func `a word agrees with its number`() {
    let words = Words(.es)
    #expect(
      words.render(id: "finding.fewest_half", values: ["n": "1", "total": "14"])
        == "1 de 14 áreas reúne la mitad de los registros ubicados")
    #expect(
      words.render(id: "finding.fewest_half", values: ["n": "3", "total": "14"])
        == "3 de 14 áreas reúnen la mitad de los registros ubicados")
  }

  @Test func `a place can name another sentence`() {
    let values = ["what": "output.layer", "path": "a.geojson"]
    #expect(Words(.es).render(id: "output.written", values: values) == "capa: a.geojson")
    #expect(Words(.pt).render(id: "output.written", values: values) == "camada: a.geojson")
    #expect(Words(.en).render(id: "output.written", values: ["what": "no.such", "path": "p"]) == "no.such: p")
  }

  @Test func `an unknown id comes back with its values in order`() {
    let words = Words(.es)
    #expect(words.render(id: "no.such", values: ["b": "2", "a": "1"]) == "no.such a=1 b=2")
    #expect(words.render(id: "no.such") == "no.such")
  }

  @Test func `a place without a value stays visible and a value's braces are text`() {
    let words = Words(.en)
    #expect(words.render(id: "input.missing") == "no such file: {path}; check its name and folder")
    #expect(words.render(id: "study.notice", values: ["notice": "{notice}"]) == "notice: {notice}")
  }
}
