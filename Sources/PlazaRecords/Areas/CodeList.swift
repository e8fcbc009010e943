/// Codes as a message shows them.
package enum CodeList {
  package static func text(_ codes: [String]) -> String {
    codes.prefix(12).joined(separator: ", ") + (codes.count > 12 ? " …" : "")
  }
}
