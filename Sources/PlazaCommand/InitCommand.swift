internal import ArgumentParser
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaStudy
internal import PlazaWords

/// `plaza init`: what study could be made of these files?
struct InitCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: text(
        "Writes a study file from a folder of data, with its guesses as comments."),
      discussion: text(
        """
        One join for each file of records with the areas that hold most of its first records. What the data do not say is a comment \
        that asks for a choice; everything else runs as written.

        Example:
          plaza init datos -o study.yaml
          plaza run study.yaml
        """))
  }

  @Argument(help: help("The folder with the data; folders in it are not looked at."), completion: .directory)
  var folder: String

  @Option(
    name: .shortAndLong, help: help("The study file; - is standard output.", value: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var output = "study.yaml"

  @Flag(name: .shortAndLong, help: help("Replace a study file that exists."))
  var force = false

  @OptionGroup(title: text("Run")) var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      let outputs = OutputSet(force: force)
      let file = try outputs.open(output)
      let studyFolder = output.lastIndex(of: "/").map { String(output[...$0]) } ?? ""
      let draft = try await StudyDraft.read(
        folder: folder, studyFolder: studyFolder, jobs: runOptions.workers, progress: console)
      console.endProgress()
      guard !draft.steps.isEmpty else { throw Failure(.notUnderstood, "init.no_steps", ["folder": folder]) }
      try file.write(DraftText(draft, folder: folder, console.words).text)
      try outputs.commit()
      let values = ["path": output, "steps": String(draft.steps.count), "count": String(draft.askedCount)]
      console.say(Diagnostic(.note, draft.askedCount == 0 ? "init.written" : "init.written_asking", values))
    }
  }
}
