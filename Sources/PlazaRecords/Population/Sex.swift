internal import PlazaLayers

/// The sexes by which populations are counted.
public enum Sex: Int, Hashable, Sendable, CaseIterable {
  case female, male
}

/// What a cell says of a sex; of `M` only its neighbours tell whether it is *mujer* or *masculino*.
package enum SexText: Hashable, Sendable {
  case sex(Sex)
  case m
  case unknown
  /// Both sexes together.
  case total
  case unreadable

  private static let female: Set = [
    "mujer", "mujeres", "mulher", "mulheres", "woman", "women", "f", "fem", "femenino", "femenina", "feminino", "feminina",
    "female",
    "females",
  ]
  private static let male: Set = [
    "hombre", "hombres", "homem", "homens", "man", "men", "h", "v", "varon", "varones", "masc", "masculino", "masculina", "male",
    "males",
  ]
  private static let unknowns: Set = [
    "", "ignorado", "desconocido", "desconhecido", "unknown", "no especificado", "nao especificado", "no informado",
    "nao informado", "sin dato", "sin datos", "sem informacao", "indeterminado", "u", "x", "na", "n/a", "nd", "ne", "ni", "ns",
    "sd", "s/d", "null",
  ]
  private static let totals: Set = ["total", "ambos", "ambos sexos", "ambas", "todos", "both", "both sexes", "all", "t"]

  package static func read(_ text: String) -> SexText {
    let text = FieldNames.normalised(text)
    if text == "m" { return .m }
    if female.contains(text) { return .sex(.female) }
    if male.contains(text) { return .sex(.male) }
    if unknowns.contains(text) { return .unknown }
    return totals.contains(text) ? .total : .unreadable
  }
}

/// The texts of a field that tell what its `M` means.
package struct SexEvidence: OptionSet, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  static let m = SexEvidence(rawValue: 1)
  /// `H`, *hombre*, *varón*: beside them M is women.
  package static let h = SexEvidence(rawValue: 2)
  /// `F`, *femenino*, *female*: beside them M is men.
  static let f = SexEvidence(rawValue: 4)

  package static func of(_ text: String) -> SexEvidence {
    let text = FieldNames.normalised(text)
    if text == "m" { return .m }
    if ["h", "v"].contains(text) || text.hasPrefix("hom") || text.hasPrefix("varon") { return .h }
    return text == "f" || text.hasPrefix("fem") ? .f : []
  }

  /// - Throws: `Failure` `sex.ambiguous` when nothing or both stand beside `M`.
  package func meaningOfM(file: String, field: String) throws -> Sex {
    let beside = intersection([.h, .f])
    guard contains(.m), beside != .h, beside != .f else { return beside == .h ? .female : .male }
    throw Failure(.notUnderstood, "sex.ambiguous", ["file": file, "field": field])
  }
}
