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
        "Writes a study file from a folder of data, with its guesses as comments.",
        es: "Escribe un archivo de estudio a partir de una carpeta de datos, con sus suposiciones como comentarios.",
        pt: "Escreve um arquivo de estudo a partir de uma pasta de dados, com suas suposições como comentários."),
      discussion: text(
        """
        One join for each file of records with the areas that hold most of its first records. What the data do not say is a comment \
        that asks for a choice; everything else runs as written.

        Example:
          plaza init datos -o study.yaml
          plaza run study.yaml
        """,
        es: """
          Un paso join por cada archivo de registros con las áreas en las que está la mayoría de sus primeros registros. Lo que los \
          datos no dicen es un comentario que pide elegir; todo lo demás se ejecuta como está escrito.

          Ejemplo:
            plaza init datos -o study.yaml
            plaza run study.yaml
          """,
        pt: """
          Um passo join para cada arquivo de registros com as áreas em que está a maioria dos seus primeiros registros. O que os \
          dados não dizem é um comentário que pede uma escolha; todo o resto é executado como está escrito.

          Exemplo:
            plaza init datos -o study.yaml
            plaza run study.yaml
          """))
  }

  @Argument(
    help: help(
      "The folder with the data; folders in it are not looked at.",
      es: "La carpeta con los datos; las carpetas que hay en ella no se miran.",
      pt: "A pasta com os dados; as pastas que há nela não são lidas."), completion: .directory)
  var folder: String

  @Option(
    name: .shortAndLong,
    help: help(
      "The study file; - is standard output.",
      es: "El archivo del estudio; - es la salida estándar.",
      pt: "O arquivo do estudo; - é a saída padrão.", value: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var output = "study.yaml"

  @Flag(
    name: .shortAndLong,
    help: help(
      "Replace a study file that exists.",
      es: "Reemplaza un archivo de estudio que ya existe.",
      pt: "Substitui um arquivo de estudo que já existe."))
  var force = false

  @OptionGroup(title: Section.run) var runOptions: RunOptions

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
      let values = [
        "path": output, "steps": String(draft.steps.count + draft.further.count { $0.doubt == nil }),
        "count": String(draft.askedCount),
      ]
      console.say(Diagnostic(.note, draft.askedCount == 0 ? "init.written" : "init.written_asking", values))
    }
  }
}
