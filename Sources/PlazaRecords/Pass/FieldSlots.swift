internal import PlazaLayers

/// The fields that are asked of a reader, each once: a slot is a field's place among them.
struct FieldSlots {
  private let schema: RecordSchema
  let file: String
  var request = PointRequest()

  init(_ schema: RecordSchema, file: String, explodes: Bool) {
    self.schema = schema
    self.file = file
    request.explode = explodes
  }

  /// - Parameter option: under which the field was named.
  /// - Throws: `Failure` `join.no_field`.
  mutating func slot(_ name: String, _ option: String) throws -> Int {
    guard let field = FieldNames.index(of: name, in: schema.fields) else {
      throw Failure(
        .notUnderstood, "join.no_field",
        ["file": file, "option": option, "field": name, "fields": schema.fields.joined(separator: ", ")])
    }
    if let known = request.fields.firstIndex(of: field) { return known }
    request.fields.append(field)
    return request.fields.count - 1
  }

  /// Nil for a field that was not named.
  mutating func slot(_ name: String?, _ option: String) throws -> Int? {
    guard let name else { return nil }
    return try slot(name, option) as Int
  }
}
