import PlazaLayers

@testable import PlazaStudy

/// A verb with its words, as the command line has them.
/// - Parameter folder: what its files are named from.
func step<V: Verb>(
  _ verb: V.Type, _ words: [String], name: String? = nil, folder: String? = nil, summary: String? = nil
) throws -> Step {
  try Step(
    VerbWords.parse(VerbWords.folded(words, for: verb), as: verb), name: name, folder: folder.map { $0 + "/" } ?? "",
    summary: summary)
}

extension Study {
  /// The first step, which is this verb.
  func first<V: Verb>(_ verb: V.Type) -> V? { steps.first?.verb as? V }
}

/// The diagnostic of what is refused; nil when nothing is.
func refusal(_ body: () throws -> Void) -> Diagnostic? {
  do {
    try body()
    return nil
  } catch {
    return (error as? Failure)?.diagnostic
  }
}
