internal import Glibc
internal import PlazaAnalysis
internal import PlazaFormats
public import PlazaLayers
internal import PlazaRecords

/// A study that was run again, and how its files compare with those that a manifest tells of.
public struct StudyVerification: Sendable {
  /// A file by its SHA-256; nil is a file that is not there.
  public struct Comparison: Hashable, Sendable {
    /// As the manifest tells it: inputs from the study's folder, outputs from the manifest's.
    public var path: String
    public var recorded: String?
    /// An input now; an output as the run now made it.
    public var now: String?
    /// An output as it stands beside the manifest.
    public var onDisk: String?
  }

  public struct Version: Hashable, Sendable {
    public var name: String
    public var recorded: String
    public var now: String
  }

  public var manifest: String
  public var study: String
  public var inputs: [Comparison] = []
  public var outputs: [Comparison] = []
  /// Plaza and the libraries; a difference of version alone is none.
  public var versions: [Version] = []
  /// Why the study could not be run again, when an input has changed.
  public var failure: Failure?

  public var isIdentical: Bool { differences.isEmpty }

  /// Runs the study of a manifest again, with the variables of the manifest, and compares every file.
  ///
  /// What the run writes stands under temporary names in `temporaryFolder` and is gone at the end.
  /// - Parameter study: where the study is; nil finds it by the manifest.
  /// - Throws: `Failure` `verify.not_a_manifest`, `verify.no_study`, `verify.standard_input`; and what the run throws when no input
  ///   has changed.
  public static func run(
    manifest path: String, study stated: String?, temporaryFolder: String, jobs: Int, progress: any ProgressSink
  ) async throws -> StudyVerification {
    let saved = try SavedManifest(path: path)
    var verification = StudyVerification(manifest: path, study: try saved.findStudy(stated: stated, manifest: path))
    verification.compareVersions(saved)
    try verification.compareInputs(saved)
    try verification.readOutputs(saved)
    do {
      try await verification.runAgain(saved, in: temporaryFolder, jobs: jobs, progress: progress)
    } catch let failure as Failure where verification.hasChangedInputs && failure.kind != .internalError {
      verification.failure = failure
    }
    return verification
  }

  private var hasChangedInputs: Bool { inputs.contains { $0.recorded != $0.now } }

  private mutating func compareVersions(_ saved: SavedManifest) {
    let now = [("plaza", PlazaVersion.current)] + StudyManifest.libraries().map { ($0.name, $0.version ?? "null") }
    versions = saved.versions.map { version in
      Version(name: version.name, recorded: version.version, now: now.first { $0.0 == version.name }?.1 ?? "null")
    }
  }

  private mutating func compareInputs(_ saved: SavedManifest) throws {
    let folder = RelativePath.folder(of: study)
    for (place, input) in saved.inputs.enumerated() {
      // The study may have been stated, and then bear another name.
      let path = place == 0 ? study : input.path.hasPrefix("/") ? input.path : folder + input.path
      inputs.append(Comparison(path: input.path, recorded: input.sha256, now: try Self.digest(path)))
    }
  }

  private mutating func readOutputs(_ saved: SavedManifest) throws {
    for output in saved.outputs {
      let path = output.path.hasPrefix("/") ? output.path : saved.folder + output.path
      outputs.append(Comparison(path: output.path, recorded: output.sha256, onDisk: try Self.digest(path)))
    }
  }

  private mutating func runAgain(
    _ saved: SavedManifest, in folder: String, jobs: Int, progress: any ProgressSink
  ) async throws {
    let study = try Study(path: study, variables: saved.variables)
    for step in study.steps
    where step.inputs.contains(where: \.isStream) {
      throw Failure(.usage, "verify.standard_input", ["file": study.file.path, "step": step.name])
    }
    // In a folder of its own, where no other user can have put anything in the way. Nothing is ever given its final name: an interrupt,
    // too, leaves nothing behind.
    try await TemporaryFiles.withFolder(in: folder, prefix: "plaza-verify-") { own in
      try await compareOutputs(of: study, saved, in: own + "/", jobs: jobs, progress: progress)
    }
  }

  private mutating func compareOutputs(
    of study: Study, _ saved: SavedManifest, in prefix: String, jobs: Int, progress: any ProgressSink
  ) async throws {
    let outputs = OutputSet(force: true)
    defer { outputs.discard() }
    let context = StepContext(notice: study.notice, language: saved.language, jobs: jobs, progress: progress)
    for step in study.steps {
      var placed = step
      placed.destinations = step.destinations.prefixed { prefix + $0 }
      _ = try await placed.run(into: outputs, context)
    }
    try outputs.finish()
    for (path, temporary) in outputs.written {
      let name = String(path.dropFirst(prefix.count))
      let digest = try FileDigest(path: temporary, name: name).sha256
      if let place = self.outputs.firstIndex(where: { $0.path == name }) {
        self.outputs[place].now = digest
      } else {
        self.outputs.append(Comparison(path: name, now: digest))
      }
    }
  }

  /// - Throws: `Failure` `verify.no_file` for what is no file: a device has no end, a pipe gives its bytes to whoever asks first.
  private static func digest(_ path: String) throws -> String? {
    guard RelativePath.exists(path) else { return nil }
    guard RelativePath.isFile(path) else { throw Failure(.notUnderstood, "verify.no_file", ["path": path]) }
    return try FileDigest(path: path, name: path).sha256
  }
}
