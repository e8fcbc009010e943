public import ArgumentParser
public import PlazaLayers

/// A verb is its arguments: its file is the only one that names its options.
///
/// Command line, study, manifest, JSON Schema, manual, reference and completions all come from the declaration.
public protocol Verb: ParsableArguments, Sendable {
  /// As a study writes it, `hotspots-gi`; on the command line the part after the dash is a command below the part before it.
  static var name: String { get }
  /// What it answers, in a sentence.
  static var abstract: String { get }
  /// How, with an example.
  static var discussion: String { get }
  /// What it can write, in the order in which files are opened and told. Each name is that of an option of type `OutputPath?`.
  static var outputs: [Output] { get }
  /// What a study says where it says nothing: its results are kept, a command's are looked at.
  static var studyDefaults: [(option: String, value: String)] { get }

  /// Refuses what no single option can: `--entrances` without `--streets`.
  ///
  /// Asked by the command and by the study before anything is read.
  /// - Throws: `Failure` of kind `usage`.
  func check() throws(Failure)

  /// Reads, computes, and returns what was found; writes nothing.
  /// - Throws: `Failure`.
  func run(_ run: Run) async throws -> Outcome
}

extension Verb {
  public static var studyDefaults: [(option: String, value: String)] { [] }
  public func check() throws(Failure) {}
}
