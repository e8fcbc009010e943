/// What records or areas write for an area, and the name or the code that is meant: one line of a file of aliases.
public struct AreaAlias: Hashable, Sendable {
  public var alias: String
  public var target: String
  public var isCode: Bool
  /// The level that it is for; nil for every level at which the target exists.
  public var level: String?
  /// Whether it is another name of a kind, and of no area.
  public var isKind = false

  public init(alias: String, target: String, isCode: Bool, level: String? = nil, isKind: Bool = false) {
    self.alias = alias
    self.target = target
    self.isCode = isCode
    self.level = level
    self.isKind = isKind
  }
}
