import PlazaGeometry

/// The member `crs` of GeoJSON 2008 (section 3): RFC 7946 took it away, files still carry it.
struct CRSMember: Hashable {
  /// Nil where it says nothing that can be understood, as a link.
  var crs: CRS?
  /// What it says, to be told to the user.
  var text: String

  /// Reads the value of the member; nil for null.
  static func read(_ scanner: inout JSONScanner) throws(JSONError) -> CRSMember? {
    let start = scanner.p
    var name: String?
    var code: String?
    var type: String?
    var isNull = false
    if scanner.isObject {
      if try scanner.enterObject() {
        repeat {
          let key = try scanner.key()
          if key.equals("type"), scanner.isString {
            type = try scanner.string().text
          } else if key.equals("properties"), scanner.isObject {
            if try scanner.enterObject() {
              repeat {
                let key = try scanner.key()
                let value = scanner.p
                if scanner.isString {
                  let string = try scanner.string().text
                  if key.equals("name") { name = string }
                  if key.equals("code") { code = string }
                } else {
                  try scanner.skipValue()
                  if key.equals("code") {
                    code = String(decoding: UnsafeBufferPointer(start: value, count: scanner.p - value), as: UTF8.self)
                  }
                }
              } while try scanner.nextMember()
            }
          } else {
            try scanner.skipValue()
          }
        } while try scanner.nextMember()
      }
    } else if scanner.isString {
      name = try scanner.string().text
    } else {
      isNull = scanner.isNull
      try scanner.skipValue()
    }
    if isNull { return nil }
    if let name, !name.isEmpty { return CRSMember(crs: CRS(name), text: name) }
    if type?.uppercased() == "EPSG", let code { return CRSMember(crs: CRS("EPSG:" + code), text: "EPSG:" + code) }
    let bytes = UnsafeBufferPointer(start: start, count: min(scanner.p - start, 200))
    return CRSMember(crs: nil, text: String(decoding: bytes, as: UTF8.self))
  }
}
