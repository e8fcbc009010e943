/// An input: what the user calls it and where it is.
public struct InputFile: Hashable, Sendable {
  public var name: String
  public var path: String

  public init(_ name: String, path: String? = nil) {
    self.name = name
    self.path = path ?? name
  }

  /// A file that a study names, relative to the study's folder.
  init(_ name: String, folder: String) {
    self.init(name, path: name.hasPrefix("/") || name == "-" ? name : folder + name)
  }
}
