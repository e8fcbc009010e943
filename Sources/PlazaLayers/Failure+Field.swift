extension Failure {
  /// A field that somebody named, or that must be there, and that a file does not have.
  /// - Parameter option: where it was named; nil for a field that nobody named.
  public static func noField(_ field: String, of file: String, option: String? = nil, in fields: [String]) -> Failure {
    var values = ["file": file, "field": field, "fields": fields.joined(separator: ", ")]
    guard let option else { return Failure(.notUnderstood, "field.missing", values) }
    values["option"] = option
    return Failure(.notUnderstood, "field.unknown", values)
  }
}
