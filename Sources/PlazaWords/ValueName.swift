/// What stands for a value in a synopsis: `field`, `name=file:field`.
public enum ValueName {
  /// The name in a language; one that the catalogue does not have comes back as it is.
  public static func text(_ name: String, in language: Language) -> String {
    let id = "value." + String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    return Words.has(id: id) ? Words(language).render(id: id) : name
  }
}
