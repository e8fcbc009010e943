public import PlazaAnalysis
public import PlazaFormats

/// One join, as a command line or a study asks for it: inputs, options and where the outputs go.
public struct JoinStep: StudyStep {
  public static let verb = "join"

  public var name: String
  public var points: InputFile
  /// One file for each level, finest first; or one whose `--level` field divides it.
  public var areas: [InputFile]
  /// What the levels are called, in the order of the files; an empty text is the file's name.
  public var levelNames: [String] = []
  public var aliases: InputFile?
  /// Populations by year and the standard of standardised rates.
  public var rateFiles = RateFiles()
  /// What the names of kinds stand for.
  public var classes: ClassFile?
  public var options = JoinOptions()
  public var csv = CSVOptions()
  /// What the positions of the records are in, when the file does not say.
  public var assumedCRS: String?
  public var outputs = StepOutputs()
  /// What stands above the map; without it the step's name, or that of the file of records.
  public var title: String?
  /// The division that the counts are carried to, which the layer and the table are then on.
  public var carrying: Carrying?

  /// Every file that is read, in the order in which they are told.
  public var inputs: [InputFile] {
    var files = [points] + areas
    if let aliases { files.append(aliases) }
    files += rateFiles.inputs
    if let classes { files.append(classes.file) }
    if let carrying { files += [carrying.correspondence, carrying.areas] }
    return files
  }

  public init(name: String, points: InputFile, areas: [InputFile]) {
    self.name = name
    self.points = points
    self.areas = areas
  }
}
