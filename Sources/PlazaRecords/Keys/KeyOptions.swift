/// How records are found by the codes and names of areas in their fields.
public struct KeyOptions: Hashable, Sendable {
  /// What can tell where a record is.
  public enum Method: String, Hashable, Sendable, CaseIterable { case point, code, name }

  /// Tried in this order at each level, the finest first; empty is `point` alone, and all three when keys are given.
  public var locate: [Method] = []
  /// Other names of kinds.
  public var kindAliases: [AreaAlias] = []
  /// Fields with an area's code, by level, finest first; an empty text stands for none.
  public var codes: [String] = []
  /// Fields with an area's name, likewise.
  public var names: [String] = []
  /// The digits of the records' codes when none is lost; nil is found by evidence.
  public var width: Int?
  public var aliases: [AreaAlias] = []
  public var aliasFile: String?
  /// The least share of the records with a key that must match.
  public var minimumMatch: Double?
  /// The field with the code or the name of the area that a record states beside its point.
  public var declared: String?

  public init() {}

  public var hasKeys: Bool { codes.contains { !$0.isEmpty } || names.contains { !$0.isEmpty } }

  /// The order in which a record's place is looked for.
  public var order: [Method] { locate.isEmpty ? (hasKeys ? [.point, .code, .name] : [.point]) : locate }

  /// A share as people write it: `0.9`, `90%`, `90 %`.
  public static func share(_ text: String) -> Double? {
    let bare = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    let isPercent = bare.hasSuffix("%")
    guard let value = Double(isPercent ? String(bare.dropLast()) : bare), value >= 0, value <= (isPercent ? 100 : 1) else {
      return nil
    }
    return isPercent ? value / 100 : value
  }
}
