/// Learns the property names of features and looks at nothing else.
struct SchemaTaker: FeatureTaker {
  private(set) var keys = KeyTable()
  private(set) var hasIdentifiers = false
  private(set) var crs: CRSMember?
  private(set) var featureCount = 0

  mutating func properties(_ scanner: inout JSONScanner) throws(JSONError) {
    guard try scanner.enterObject() else { return }
    var hint = 0
    repeat {
      hint = keys.slotInserting(try scanner.key(), hint: hint) + 1
      try scanner.skipValue()
    } while try scanner.nextMember()
  }

  mutating func identifier(_ scanner: inout JSONScanner) throws(JSONError) {
    if !scanner.isNull { hasIdentifiers = true }
    try scanner.skipValue()
  }

  mutating func legacyCRS(_ member: CRSMember) { crs = crs ?? member }
  mutating func beginFeature() {}
  mutating func endFeature() { featureCount += 1 }
  mutating func abandonFeature(_ error: JSONError, text: UnsafeBufferPointer<UInt8>) throws(JSONError) {}

  var geometryMark: Int { 0 }
  mutating func takeBack(to mark: Int) {}
  mutating func coordinates(of kind: GeometryKind, _ scanner: inout JSONScanner) throws(JSONError) { try scanner.skipValue() }
}
