/// One attribute of one feature, as its file wrote it.
public enum FieldValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as its decimal text, a valid JSON number: nothing is rounded before a computation asks for it.
  case number(String)
  case text(String)
  /// An array or an object, as its JSON text.
  case json(String)

  public static func integer(_ value: Int) -> FieldValue { .number(String(value)) }

  /// What a person reads, and what codes and names are compared by; nil for null.
  ///
  /// A number is its digits without a trailing `.0` (`3502754.0` is `3502754`), see "Codes are text" in the design.
  public var text: String? {
    switch self {
    case .null: return nil
    case .bool(let value): return value ? "true" : "false"
    case .number(let digits):
      guard let point = digits.firstIndex(of: "."), digits[digits.index(after: point)...].allSatisfy({ $0 == "0" })
      else { return digits }
      return String(digits[..<point])
    case .text(let value), .json(let value): return value
    }
  }

  public var isNull: Bool { self == .null }
}

/// One named attribute of every feature of a layer.
public struct Column: Hashable, Sendable {
  public var name: String
  public var values: [FieldValue]

  public init(name: String, values: [FieldValue]) {
    self.name = name
    self.values = values
  }
}
