public import PlazaLayers

/// One file as it was checked.
public struct CheckedFile: Sendable {
  public enum Content: String, Hashable, Sendable { case areas, features, records }

  public var file: String
  public var content: Content
  /// Features, or records.
  public var count = 0
  /// What is listed: all problems of features, of records the first thousand of each kind.
  public var problems: [CheckProblem] = []
  /// How many there are of each kind: more than are listed where records are many.
  public var counts: [CheckProblem.Kind: Int] = [:]
  public var dust = CheckDust()
  /// Whether copies of rows were counted, or what they come to in a share of them.
  public var repeatsAreExact = true
  public var notes: [Diagnostic] = []

  public init(file: String, content: Content) {
    self.file = file
    self.content = content
  }

  /// Adds problems, each counted once.
  mutating func add(_ problems: [CheckProblem]) {
    self.problems += problems
    for problem in problems { counts[problem.kind, default: 0] += 1 }
  }

  /// How many problems stand.
  public var problemCount: Int { counts.values.reduce(0, +) }
}

/// A file of features to be checked, as it was read.
public struct CheckInput: Sendable {
  public var features: Features
  public var file: String
  public var content: CheckedFile.Content
  /// What its positions are, where that is known before anything else; its geometry is then not looked at.
  public var misplaced: CheckProblem?

  public init(_ features: Features, file: String, content: CheckedFile.Content, misplaced: CheckProblem? = nil) {
    self.features = features
    self.file = file
    self.content = content
    self.misplaced = misplaced
  }
}

/// What was found wrong with some files.
public struct CheckResult: Sendable {
  public var files: [CheckedFile]
  public var options: CheckOptions
  public var repair: CheckRepair?

  public init(files: [CheckedFile], options: CheckOptions, repair: CheckRepair? = nil) {
    self.files = files
    self.options = options
    self.repair = repair
  }

  public var problemCount: Int { files.reduce(0) { $0 + $1.problemCount } }
}
