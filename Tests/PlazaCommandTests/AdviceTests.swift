import Testing

@testable import PlazaWords

/// What messages advise: an option that the verb does not have is worse than none. That the verb at hand has it is seen in every other test that
/// runs the command (``CommandRunner``).
@Suite struct AdviceTests {
  @Test func `every option that a sentence names is one of some verb`() {
    let all = Advice.options.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(all.contains("--assume-crs") && Advice.options["hotspots gi"]?.contains("--seed") == true)
    for sentence in Catalogue.sentences {
      for text in [sentence.en, sentence.es, sentence.pt] {
        let unknown = Advice.unknown(Advice.options(in: text), to: all)
        #expect(unknown.isEmpty, "\(sentence.id): \(unknown.sorted())")
      }
    }
  }

  @Test func `an option that a verb does not have is strange in its messages, unless the line names whose it is`() {
    #expect(Advice.strange(in: "give --assume-crs or --key", of: ["convert", "a", "-o", "b"]) == ["--key"])
    #expect(Advice.strange(in: "a word\nplaza join has --key", of: ["convert", "a"]).isEmpty)
    #expect(Advice.strange(in: "--nonsense is no option", of: ["convert", "--nonsense=1"]).isEmpty)
    #expect(Advice.strange(in: "a -- b --- c", of: ["convert"]).isEmpty)
  }
}
