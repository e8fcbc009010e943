public import ArgumentParser
internal import PlazaFormats
public import PlazaLayers

/// Whose Excel a table is for: a language and a country, as `es-MX`, by which decimals are marked and cells divided.
///
/// Which countries write a decimal point is as in the locale data of Unicode (CLDR 44); Excel divides cells by a semicolon where the comma
/// marks decimals.
public struct ExcelRegion: Hashable, Sendable, ExpressibleByArgument, Takes {
  let form: CSVForm

  public init?(argument: String) {
    let parts = argument.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
    guard parts.count <= 2, let language = parts.first, let usual = Self.usesComma[language] else { return nil }
    guard parts.count == 2 else {
      form = .excel(decimalComma: usual)
      return
    }
    let country = parts[1]
    guard country == "419" || country.utf8.count == 2 && country.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return nil
    }
    let isOther = Self.others[language]?.contains(country) ?? false
    form = .excel(decimalComma: usual != isOther)
  }

  /// Whether the comma marks decimals, in most countries of a language.
  private static let usesComma = ["en": false, "es": true, "pt": true]
  /// The countries that mark them otherwise.
  private static let others: [String: Set<String>] = [
    "en": ["za"],
    "es": ["419", "bz", "cu", "do", "gt", "hn", "mx", "ni", "pa", "pe", "ph", "pr", "sv", "us"],
  ]

  public static var takes: Diagnostic { Diagnostic(.note, "takes.excel_region") }
  public static var schema: [(String, SchemaValue)] {
    [("type", .text("string")), ("pattern", .text("^(en|es|pt)([-_]([A-Za-z]{2}|419))?$"))]
  }
}
