import PlazaLayers

extension JSONError {
  /// The failure that ends a run over this file.
  /// - Parameter feature: number of the feature in which it lies, from 1; nil outside the features.
  func failure(file: String, feature: Int?) -> Failure {
    var values = ["file": file, "byte": String(byteOffset)]
    let name: String
    switch reason {
    case .unexpectedEnd: name = "cut_short"
    // N of NaN and I of Infinity, as programs of statistics write what is no number.
    case .unexpectedByte(0x4E), .unexpectedByte(0x49): name = "no_number"
    case .unexpectedByte(let byte), .controlCharacter(let byte):
      name = "not_json"
      values["found"] = Self.display(byte)
    case .badNumber:
      name = "bad_number"
    case .badEscape:
      name = "bad_escape"
    case .badUTF8: name = "not_utf8"
    case .tooDeep:
      name = "too_deep"
      values["limit"] = String(JSONScanner.depthLimit)
    case .missingMember(let member):
      name = "missing_member"
      values["member"] = member
    case .expected(let type):
      name = "wrong_type"
      values["expected"] = type
    case .unknownType(let type):
      name = "unknown_type"
      values["type"] = String(type.prefix(80))
    case .ringNotClosed: name = "ring_not_closed"
    case .hugeCoordinate: name = "huge_coordinate"
    case .duplicateFeatures: name = "duplicate_features"
    case .twoCRS: name = "two_crs"
    case .featureTooLarge(let limit):
      name = "feature_too_large"
      values["limit"] = String(limit)
    case .tooManyNames(let limit):
      name = "too_many_names"
      values["limit"] = String(limit)
    }
    if let feature {
      values["feature"] = String(feature)
      return Failure(.notUnderstood, "geojson." + name, values)
    }
    return Failure(.notUnderstood, "geojson." + name + ".outside", values)
  }

  private static func display(_ byte: UInt8) -> String {
    if byte > 0x20, byte < 0x7F { return String(UnicodeScalar(byte)) }
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }
}
