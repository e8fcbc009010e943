/// The version of the library and of the command, and the only place where it stands.
public enum PlazaVersion {
  public static let current = "0.1.0"
}
