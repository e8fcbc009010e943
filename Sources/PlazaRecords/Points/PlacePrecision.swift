internal import PlazaLayers

/// How well a record's place is known, best first.
public enum PlacePrecision: String, Hashable, Sendable, CaseIterable, Comparable {
  case exact, address, intersection, block, neighbourhood, district, municipality, none

  /// The words that registries use, without accents and case.
  private static let words: [PlacePrecision: [String]] = [
    .exact: ["exact", "exacta", "exacto", "exata", "exato", "gps", "punto", "ponto", "point", "rooftop", "predio"],
    .address: ["address", "direccion", "domicilio", "endereco", "numero", "street address", "interpolated", "interpolada"],
    .intersection: ["intersection", "interseccion", "intersecao", "esquina", "cruce", "cruzamento", "crucero"],
    .block: ["block", "cuadra", "manzana", "quadra", "quarteirao", "segmento", "street", "calle", "rua", "via"],
    .neighbourhood: ["neighbourhood", "neighborhood", "barrio", "colonia", "bairro", "sector", "otb", "localidad"],
    .district: ["district", "distrito", "zona", "comuna", "postal code", "codigo postal", "cep"],
    .municipality: ["municipality", "municipio", "alcaldia", "canton", "ciudad", "cidade", "city", "partido"],
    .none: ["none", "ninguna", "ninguno", "nenhuma", "nenhum", "desconocida", "desconhecida", "unknown", "sin dato", "no"],
  ]

  private static let byWord: [String: PlacePrecision] = Dictionary(
    uniqueKeysWithValues: words.flatMap { precision, words in words.map { (PlaceName.folded($0), precision) } })

  /// - Parameter text: as a registry writes it, in Spanish, Portuguese or English; nil comes back for a word that is not known.
  public init?(text: String) {
    let folded = PlaceName.folded(text)
    if folded.isEmpty {
      self = .none
    } else if let known = Self.byWord[folded] {
      self = known
    } else {
      return nil
    }
  }

  public static func < (left: PlacePrecision, right: PlacePrecision) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }

  /// The coarsest precision with which a record may stand for a point.
  public static let coarsestPoint = PlacePrecision.block
}
