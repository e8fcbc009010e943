public import PlazaAnalysis
public import PlazaFormats

/// One join, as a command line or a study asks for it: inputs, options and where the outputs go.
public struct JoinStep: Sendable {
  public var name: String
  public var points: InputFile
  /// One file for each level, finest first; or one whose `--level` field divides it.
  public var areas: [InputFile]
  /// What the levels are called, in the order of the files; an empty text is the file's name.
  public var levelNames: [String] = []
  public var aliases: InputFile?
  public var options = JoinOptions()
  public var csv = CSVOptions()
  /// What the positions of the records are in, when the file does not say.
  public var assumedCRS: String?
  public var outputs = JoinOutputs()
  /// The division that the counts are carried to, which the layer and the table are then on.
  public var carrying: Carrying?

  /// Every file that is read, in the order in which they are told.
  var inputs: [InputFile] {
    var files = [points] + areas
    if let aliases { files.append(aliases) }
    if let carrying { files += [carrying.correspondence, carrying.areas] }
    return files
  }

  public init(name: String, points: InputFile, areas: [InputFile]) {
    self.name = name
    self.points = points
    self.areas = areas
  }
}

/// An input: what the user calls it and where it is.
public struct InputFile: Hashable, Sendable {
  public var name: String
  public var path: String

  public init(_ name: String, path: String? = nil) {
    self.name = name
    self.path = path ?? name
  }
}

/// The files that a join writes; nil is not wanted.
public struct JoinOutputs: Hashable, Sendable {
  public var layer: String?
  public var table: String?
  public var tagged: String?
  public var rejects: String?
  public var disagree: String?
  public var summary: String?

  public init() {}
}
