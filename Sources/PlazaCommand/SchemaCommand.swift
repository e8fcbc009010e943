internal import ArgumentParser
internal import PlazaFormats
internal import PlazaStudy

/// `plaza schema`: what a study file may hold, for an editor that checks it.
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: text(
        "Prints the JSON Schema of study files, for editors that complete and check them.",
        es: "Muestra el JSON Schema de los archivos de estudio, para editores que los completan y revisan.",
        pt: "Mostra o JSON Schema dos arquivos de estudo, para editores que os completam e verificam."),
      discussion: text(
        """
        Example:
          plaza schema > study.schema.json
        """,
        es: """
          Ejemplo:
            plaza schema > study.schema.json
          """,
        pt: """
          Exemplo:
            plaza schema > study.schema.json
          """))
  }

  func run() throws { try Console.output(StudySchema.json.serialized + "\n") }
}
