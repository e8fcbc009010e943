internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaStudy

/// What counts as a cluster, and how chance is tried.
struct ClusterOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How near records lie, in metres. Default: where --minimum is ten times the average of the study area.",
      valueName: "metres"))
  var radius: Double?

  @Option(
    help: ArgumentHelp(
      "How many records (or what weight) lie within the radius at least. Default: one in a hundred, five at the least; with --radius ten times the average.",
      valueName: "n"))
  var minimum: Double?

  @Option(
    help: ArgumentHelp("How often as many records are spread anew; 0 tests nothing, 999 suits a publication.", valueName: "n"))
  var simulations = 99

  @Option(
    help: ArgumentHelp(
      "Where people are, as points (centres of blocks): chance follows them. Without it chance is an even spread. Needs --boundary.",
      valueName: "file"), completion: .file())
  var population: String?

  @Option(help: ArgumentHelp("Field of that file with the number of people.", valueName: "field"))
  var populationField: String?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64 = 1

  var options: ClusterOptions {
    var options = ClusterOptions()
    options.radius = radius
    options.minimum = minimum
    options.simulations = simulations
    options.seed = seed
    return options
  }

  func validate() throws {
    if let radius, !(radius >= 1 && radius.isFinite) { throw ValidationError("--radius takes metres, 1 at the least.") }
    if let minimum, !(minimum > 0 && minimum.isFinite) { throw ValidationError("--minimum takes a number above 0.") }
    if !(0...99_999).contains(simulations) { throw ValidationError("--simulations takes a number from 0 to 99999.") }
    if (population == nil) != (populationField == nil) {
      throw ValidationError("--population FILE and --population-field FIELD go together.")
    }
  }
}

/// `plaza hotspots clusters`.
struct ClustersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Clusters: where records crowd, as outlines, with their share of the records and of the surface.",
    discussion: """
      Records with --minimum of them within --radius, and what they reach, are a cluster (DBSCAN; Ester and others 1996); the rest is \
      counted as noise. An outline is the convex hull widened by the radius, within the boundary. pai is the share of the records \
      over the share of the surface. p compares a cluster with the heaviest of each simulation, so it holds for all together; what \
      many records at one address make is beyond chance too: see places. The points are held in memory, some 200 bytes each.

      Example:
        plaza hotspots clusters robos.csv --boundary municipio.geojson -o robos-clusters.geojson
        plaza hotspots clusters robos.csv --boundary municipio.geojson \\
          --radius 250 --minimum 20 -o robos-clusters.geojson
      """)

  @Argument(help: "Records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input.", completion: .file())
  var points: String

  @OptionGroup(title: "Clusters") var clusters: ClusterOptionGroup
  @OptionGroup(title: "Records") var records: PointOptionGroup
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: LayerOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      var step = ClustersStep(name: "hotspots-clusters", points: InputFile(points))
      step.points = try records.inputs(points, input)
      (step.clusters, step.outputs) = (clusters.options, output.outputs)
      step.title = output.map.title
      step.population = clusters.population.map { InputFile($0) }
      step.populationField = clusters.populationField
      try await console.run(step, printsSummary: output.summary.json, force: output.summary.force, runOptions)
    }
  }
}
