internal import PlazaAnalysis
public import PlazaFormats
public import PlazaLayers
public import PlazaRecords

/// One piece of work of a study, and what a verb of the command line is: inputs, options, and where the outputs go.
public protocol StudyStep: Sendable {
  /// The verb as the command line and a study file write it; in a study its value is the step's name.
  static var verb: String { get }
  /// The keys that a study file may give it, the verb first: the names of the command's options.
  static var keys: [String] { get }
  var name: String { get }
  /// Every file that is read, in the order in which they are told.
  var inputs: [InputFile] { get }
  var outputs: StepOutputs { get set }
  /// The options under the names of the command line; what was not stated is left out.
  var parameters: [(String, JSONValue)] { get }

  /// - Parameter folder: what paths in the study are relative to, with its `/`, or empty.
  /// - Throws: `Failure` with the line of what is wrong.
  init(_ node: StudyNode, folder: String) throws

  /// Does the work and writes the outputs into `files`, which the caller commits.
  /// - Throws: `Failure`.
  func run(into files: OutputSet, _ context: StepContext) async throws -> any StepResult
}

/// What a step is told by the run that it is part of.
public struct StepContext: Sendable {
  /// What every output must say about the data, if anything.
  public var notice: String?
  /// The language of what people read in outputs: en, es or pt.
  public var language: String
  public var jobs: Int
  public var progress: any ProgressSink

  public init(notice: String? = nil, language: String = "en", jobs: Int, progress: any ProgressSink = SilentProgress()) {
    self.notice = notice
    self.language = language
    self.jobs = jobs
    self.progress = progress
  }
}

/// What a step found, as the command, the summary and the manifest tell it.
public protocol StepResult: Sendable {
  /// What became of every record.
  var account: Account { get }
  /// Whether there were records at all; a step on spaces or areas alone has no account to tell.
  var countsRecords: Bool { get }
  /// By what records count as near a border; nil when that was not asked for.
  var accuracy: Accuracy? { get }
  /// What the result says in words, the most important first.
  var findings: [Diagnostic] { get }
  /// How many of them the command says; the others are in the files.
  var spokenFindings: Int { get }
  var warnings: [Diagnostic] { get }
  /// The summary that other programs read, with its `schema`.
  /// - Parameter seconds: how long the run took; nil in files, which are the same whenever they are written.
  func summary(seconds: Double?, notice: String?) -> JSONValue
  /// What the manifest tells of the step beside its parameters, account and outputs.
  var manifestMembers: [(String, JSONValue)] { get }
}

extension StepResult {
  public var countsRecords: Bool { true }
  public var accuracy: Accuracy? { nil }
  public var spokenFindings: Int { 5 }
}
