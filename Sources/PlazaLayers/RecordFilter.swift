/// Which records or features count by what their fields say.
///
/// Values of one field are alternatives, however often it is named; different fields must all agree.
public struct RecordFilter: Sendable {
  public struct Condition: Hashable, Sendable {
    public var field: String
    public var values: [String]

    public init(field: String, values: [String]) {
      self.field = field
      self.values = values
    }
  }

  /// By what a value is compared: as kinds are, without case, accents and repeated blanks, or as it is written.
  package static func key(_ text: String, folding: Bool) -> String { folding ? KindName.folded(text) : text }

  /// Each field once, in the order in which it was first named, with its values as texts are compared.
  package private(set) var fields: [(field: String, values: Set<String>)] = []

  package init(_ conditions: [Condition]) {
    for condition in conditions {
      let values = Set(condition.values.map { CanonicalText.of($0.utf8) })
      if let known = fields.firstIndex(where: { $0.field == condition.field }) {
        fields[known].values.formUnion(values)
      } else {
        fields.append((condition.field, values))
      }
    }
  }
}
