internal import ArgumentParser
public import PlazaLayers

/// A group of options that do not all go together.
public protocol Checked {
  /// - Throws: `Failure` of kind `usage`.
  func check() throws(Failure)
}

extension Failure {
  /// An option that says nothing without another.
  static func needs(_ option: String, _ needed: String) -> Failure {
    Failure(.usage, "usage.needs", ["option": option, "needed": needed])
  }

  /// Two options of which neither says anything without the other.
  static func together(_ one: String, _ other: String) -> Failure {
    Failure(.usage, "usage.together", ["one": one, "other": other])
  }

  /// Two options that say the same thing differently.
  static func excludes(_ one: String, _ other: String) -> Failure {
    Failure(.usage, "usage.excludes", ["one": one, "other": other])
  }
}
