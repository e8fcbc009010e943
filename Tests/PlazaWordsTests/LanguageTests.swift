import PlazaWords
import Testing

@Suite struct LanguageTests {
  @Test(
    arguments: [
      ([:], Language.en),
      (["LANG": "es_SV.UTF-8"], .es),
      (["LANG": "pt_BR.UTF-8"], .pt),
      (["LANG": "es"], .es),
      (["LANG": "C"], .en),
      (["LANG": "POSIX"], .en),
      (["LANG": "C.UTF-8"], .en),
      (["LANG": "fr_FR.UTF-8"], .en),
      (["LANG": ""], .en),
      (["LANG": "es_SV.UTF-8", "LC_MESSAGES": "pt_BR"], .pt),
      (["LANG": "es_SV.UTF-8", "LC_MESSAGES": ""], .es),
      (["LANG": "es_SV.UTF-8", "LC_MESSAGES": "pt_BR", "LC_ALL": "en_US.UTF-8"], .en),
      (["LANG": "es_SV.UTF-8", "LC_ALL": "fr_FR"], .en),
      (["LANG": "en_US.UTF-8", "LANGUAGE": "es"], .es),
      (["LANG": "en_US.UTF-8", "LANGUAGE": "fr:pt_BR:es"], .pt),
      (["LANG": "es_SV.UTF-8", "LANGUAGE": "fr"], .en),
      (["LANG": "es_SV.UTF-8", "LANGUAGE": ""], .es),
      (["LC_ALL": "C", "LANGUAGE": "es"], .en),
      (["LANG": "es_SV", "LC_ALL": "POSIX", "LANGUAGE": "pt"], .en),
      (["LANG": "C.UTF-8", "LANGUAGE": "es"], .es),
      (["LANGUAGE": "es"], .es),
    ] as [([String: String], Language)])
  func `the environment is read in gettext's order`(_ environment: [String: String], _ expected: Language) {
    #expect(Language.detected(environment: environment) == expected)
  }

  @Test func `the option wins over the environment`() {
    #expect(Language.detected(option: .pt, environment: ["LC_ALL": "C", "LANGUAGE": "es"]) == .pt)
  }

  @Test(
    arguments: [
      ("es", Language.es), ("ES", .es), ("es-419", .es), ("es_419@euro", .es), ("pt-PT", .pt), ("en", .en), ("C", .en),
      ("est", nil),
      ("", nil), ("fr", nil),
    ] as [(String, Language?)])
  func `a tag is known by its language alone`(_ tag: String, _ expected: Language?) {
    #expect(Language(tag: tag) == expected)
  }
}
