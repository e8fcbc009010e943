/// Every sentence that a person can read. A part of the catalogue is one array in a file `Sentences<Part>.swift`, and one line here.
enum Catalogue {
  static let sentences: [Sentence] = [
    accountSentences,
    backtestSentences,
    borderSentences,
    changeSentences,
    classesSentences,
    clusterSentences,
    compareSentences,
    concentrationSentences,
    coverageSentences,
    crsSentences,
    csvSentences,
    exposureSentences,
    featureSentences,
    findingSentences,
    formatSentences,
    geojsonSentences,
    hotSpotSentences,
    infoSentences,
    joinSentences,
    kindSentences,
    levelSentences,
    mapSentences,
    outputSentences,
    peopleSentences,
    rasterSentences,
    rateSentences,
    pointSentences,
    spaceSentences,
    studySentences,
    usageSentences,
    valueSentences,
    verifySentences,
  ].flatMap { $0 }

  static let byID = Dictionary(sentences.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
