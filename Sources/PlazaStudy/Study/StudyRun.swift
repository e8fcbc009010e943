internal import PlazaFormats
public import PlazaLayers

/// A study that ran: what each step found, and where everything is.
public struct StudyRun: Sendable {
  public struct Done: Sendable {
    public var step: Step
    public var outcome: Outcome
  }

  public var steps: [Done]
  public var folder: String
  public var manifest: String

  /// Runs every step, writes all outputs into one folder, the manifest last.
  /// - Parameter language: of what people read in outputs.
  /// - Parameter stepBegins: called before each step with its name; `stepEnded` after it with what it found.
  /// - Throws: `Failure`; then nothing has been written under a final name.
  public static func run(
    _ study: Study, folder: String, force: Bool, language: String = "en", jobs: Int,
    progress: any ProgressSink,
    stepBegins: @Sendable (String) -> Void = { _ in }, stepEnded: @Sendable (Done) -> Void = { _ in }
  ) async throws -> StudyRun {
    let outputs = OutputSet(force: force)
    let inFolder = { (name: String) in folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }
    let manifestPath = inFolder("manifest.json")
    // Every name that is taken ends the run before the first step, not after it.
    var seen: Set<String> = []
    let inputs = [study.file] + study.steps.flatMap(\.inputs)
    let read = Set(inputs.compactMap { RelativePath.identity($0.path) })
    let written = study.steps.flatMap { $0.destinations.prefixed(inFolder).identities { $0 } } + [(manifestPath, manifestPath)]
    for (path, name) in written {
      if let identity = RelativePath.identity(path), read.contains(identity) {
        throw Failure(.usage, "output.is_input", ["path": path])
      }
      guard seen.insert(name).inserted else { throw Failure(.usage, "output.twice", ["path": path]) }
      try outputs.refuseExisting(path)
    }
    try makeFolder(folder)
    let before = InputStates(inputs)
    let context = StepContext(notice: study.notice, language: language, jobs: jobs, progress: progress)
    var steps: [Done] = []
    for step in study.steps {
      stepBegins(step.name)
      var placed = step
      placed.destinations = step.destinations.prefixed(inFolder)
      steps.append(Done(step: placed, outcome: try await placed.run(into: outputs, context)))
      stepEnded(steps[steps.count - 1])
      if let refusal = steps[steps.count - 1].outcome.refusal { throw refusal }
    }
    try outputs.finish()
    try before.requireUnchanged()
    let manifest = try StudyManifest.json(study, steps, language: language, outputs: outputs, folder: folder)
    try outputs.open(manifestPath).write(manifest.serialized + "\n")
    try outputs.commit()
    return StudyRun(steps: steps, folder: folder, manifest: manifestPath)
  }
}
