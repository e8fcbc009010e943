internal import PlazaLayers

/// One thing that does not add up in a registry: said with its place, and left as it is.
public struct SpaceCheck: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Women and men are not the total.
    case sexesDoNotAdd = "sexes_do_not_add"
    /// A cell that should be a count is none.
    case notACount = "not_a_count"
    /// A cell that should be a date is none.
    case notADate = "not_a_date"
    /// Two spaces bear one code.
    case repeatedCode = "repeated_code"
    /// Two spaces stand at one place.
    case repeatedPlace = "repeated_place"
    /// One committee is that of several spaces.
    case sharedCommittee = "shared_committee"
    /// A space has members and no committee.
    case membersWithoutCommittee = "members_without_committee"
    /// Two rows say the same but for their first cell.
    case repeatedRow = "repeated_row"
    /// A table has cumulative amounts beside those of periods: they are not summed.
    case cumulative
    /// More people passed through than places and stays allow.
    case beyondStays = "beyond_stays"
    /// A row names a space that the registry does not have.
    case unknownSpace = "unknown_space"
    /// A space or a row names a region that the areas do not have.
    case unknownRegion = "unknown_region"
    /// A space without geometry.
    case noPlace = "no_place"
  }

  public var kind: Kind
  public var file: String
  /// The number of the feature, or of the row below the header, from 1.
  public var row: Int
  /// The code of the space, or the first cell of the row.
  public var code: String
  /// What the sentence needs: figures as they stand there.
  public var values: [String: String]

  public init(_ kind: Kind, file: String, row: Int, code: String, _ values: [String: String] = [:]) {
    self.kind = kind
    self.file = file
    self.row = row
    self.code = code
    self.values = values
  }

  /// One warning for each kind and file, with how many there are and the first of them.
  static func warnings(_ checks: [SpaceCheck]) -> [Diagnostic] {
    var files: [String] = []
    for check in checks where !files.contains(check.file) { files.append(check.file) }
    return files.flatMap { file in
      Kind.allCases.compactMap { kind in
        let own = checks.filter { $0.file == file && $0.kind == kind }
        guard let first = own.first else { return nil }
        let about = ["file": file, "row": String(first.row), "code": first.code, "count": String(own.count)]
        let values = first.values.merging(about) { own, _ in own }
        return Diagnostic(.warning, "spaces.check_\(kind.rawValue)", values)
      }
    }
  }
}
