/// One sentence in the three languages, with places `{name}` that a diagnostic's values fill.
///
/// A place may say how its value, always written for machines (`1302640`, `0.0312`), is shown to a person:
/// - `{n:int}` groups thousands: `1 302 640`;
/// - `{x:number}` also localises the decimal mark, and `{x:number.1}` rounds to one decimal;
/// - `{share:percent}` turns `0.0312` into `3.1 %`;
/// - `{n:int|record|records}` is the number with the word that agrees with it, `{n:plural|is|are}` that word alone;
/// - `{what:id}` is another sentence of the catalogue, one without places.
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

  public func text(in language: Language) -> String {
    switch language {
    case .en: en
    case .es: es
    case .pt: pt
    }
  }
}
