/// The language of the help texts that declarations are read in.
///
/// A help text stands in three languages at the option that it explains; which of them a declaration has is decided when it is read.
public enum HelpLanguage {
  @TaskLocal public static var current = Language.en
}
