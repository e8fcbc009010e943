/// What a class table says of what is counted: of a kind, or of a class that kinds are counted as.
public struct KindMeaning: Hashable, Sendable {
  /// The kinds of the records, in the order of their bytes: the kind itself, or those that stand for the class.
  public let kinds: [String]
  /// The code of the class that is counted; nil for a kind.
  public let code: String?
  /// Of a kind its classes in the order of the table, none when the table has none for it; of a class the rows that lead to it.
  public let classes: [CrimeClass]
  /// Whether any of the kinds is sexual, domestic or against children; nil when the table does not have one of them.
  public let isSensitive: Bool?

  /// - Parameter name: what is counted: `0401 Robbery`, or a kind.
  package init(_ mapping: ClassMapping, name: String, members: [String]) {
    kinds = members
    code = mapping.level == nil || members.contains(name) ? nil : String(name.prefix { $0 != " " })
    classes = members.flatMap { mapping.classes(ofKind: $0) }
    let known = members.map { mapping.table.isSensitive(kind: $0, country: mapping.country) }
    isSensitive = known.contains(true) ? true : known.contains(nil) ? nil : false
  }

  /// What all rows say alike; nil when they differ or there are none.
  public func common<Value: Hashable>(_ value: (CrimeClass) -> Value) -> Value? {
    let values = Set(classes.map(value))
    return values.count == 1 ? values.first : nil
  }
}
