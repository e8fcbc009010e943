/// A class of the International Classification of Crime for Statistical Purposes that a national name of a crime stands for.
public struct CrimeClass: Hashable, Sendable {
  /// An answer a table may not have.
  public enum Answer: String, Hashable, Sendable, CaseIterable { case yes, no, unknown }

  /// Whether the name covers acts that were carried out, tried only, or both.
  public enum Completion: String, Hashable, Sendable, CaseIterable { case completed, attempted, both, unknown }

  /// What a record of the source counts.
  public enum Unit: String, Hashable, Sendable, CaseIterable { case incident, victim, complaint }

  /// The code, of 2, 4, 5 or 6 digits for levels 1 to 4; nil when the name is no crime.
  public var code: String?
  /// The title of the class as the table gives it; may be empty.
  public var title: String
  /// The part of the records of the name that belong to this class, above 0 and up to 1.
  ///
  /// It is nil when the name has this class only, and when it has several and nobody knows the division: then every record
  /// counts in each of them, and the classes must not be added up.
  public var share: Double?
  public var isIntentional: Answer
  public var completion: Completion
  /// Sexual, domestic or against children: never shown as points, clusters, hulls or cells under 10.
  public var isSensitive: Bool
  public var unit: Unit
  /// Who the name and its meaning come from.
  public var source: String
  /// How far the row can be trusted, as `proposal`.
  public var status: String
  public var note: String

  /// The code of the class this one belongs to at a level of the classification, 1 to 4; nil when it is not known that deep.
  public func code(atLevel level: Int) -> String? {
    guard let code, let digits = Self.digits[level], code.utf8.count >= digits else { return nil }
    return String(code.prefix(digits))
  }

  /// How many digits the code of each level has.
  package static let digits = [1: 2, 2: 4, 3: 5, 4: 6]

  /// Whether a text is written as a code is: 2, 4, 5 or 6 digits, the first two from 01 to 11.
  package static func isCode(_ text: String) -> Bool {
    guard digits.values.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let section = Int(text.prefix(2))
    else { return false }
    return (1...11).contains(section)
  }
}
