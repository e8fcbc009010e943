/// One sentence in the three languages, with places `{name}` that a diagnostic's values fill.
///
/// A place may say how its value, always written for machines (`1302640`, `0.0312`), is shown to a person:
/// `{n:int}` groups thousands, `{x:number}` also localises the decimal mark, `{share:percent}` turns 0.0312 into `3.1 %`.
public struct Sentence: Hashable, Sendable {
  /// A dotted name as `csv.delimiter`.
  public let id: String
  public let en: String
  public let es: String
  public let pt: String

  init(_ id: String, en: String, es: String, pt: String) {
    self.id = id
    self.en = en
    self.es = es
    self.pt = pt
  }
}
