public import PlazaLayers

/// A study as far as a folder of data tells it: what `plaza init` writes.
public struct StudyDraft: Sendable {
  public var name: String
  public var files: [DraftFile]
  public var steps: [DraftStep]
  /// What else the data allow.
  public var further: [DraftFurther] = []

  /// How many lines somebody who knows the data must decide.
  public var askedCount: Int { steps.reduce(0) { $0 + $1.settings.count { $0.standing == .asked } } }
}

/// One file of the folder, and what it can be used for.
public struct DraftFile: Sendable {
  public enum Content: Sendable {
    case areas(FileInfo)
    case places(FileInfo)
    /// Records without a place.
    case table(FileInfo)
    /// Lines, or a mixture.
    case other(FileInfo)
    case unreadable(Failure)
    /// By its name nothing that Plaza reads.
    case ignored
  }

  public var name: String
  /// As the study names it: from the study's folder.
  public var path: String
  public var content: Content
}

/// One join: records, and the areas that hold most of them.
public struct DraftStep: Sendable {
  public var name: String
  public var points: String
  public var areas: String
  /// The files of the levels above them, in their order.
  public var coarser: [String] = []
  /// The share of the first places that lie in the areas; nil when that cannot be known, for want of a CRS.
  public var share: Double?
  /// Other files of areas that hold some of them, with the share.
  public var others: [(areas: String, share: Double)]
  public var settings: [DraftSetting]
}

/// One key of a step with what is known of its value.
public struct DraftSetting: Sendable {
  public enum Standing: Hashable, Sendable {
    /// Written as it is.
    case clear
    /// A comment: the step runs without it.
    case possible
    /// A comment that asks: the step needs it, and the data do not say.
    case asked
  }

  /// A key and its value, both as the study would have them.
  public struct Line: Hashable, Sendable {
    public var key: String
    public var value: String
    /// The values by level, when they are several; `value` is then nothing.
    public var list: [String] = []
  }

  public var standing: Standing
  /// Why; nil where a clear choice needs no word.
  public var reason: Diagnostic?
  /// One line, or the candidates.
  public var lines: [Line]
}
