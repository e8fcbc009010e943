package import PlazaWords

extension Words {
  /// What a field of ours is called where people read it; nil for a field that came with the data.
  package func alias(ofField name: String) -> String? {
    let whole = "column." + name
    if Words.has(id: whole) { return render(id: whole) }
    let parts = name.split(separator: "_")
    if parts.count >= 3, parts[0] == "covered", let metres = parts.dropFirst().first, Int(metres) != nil {
      let id = "column.covered_" + parts.dropFirst(2).joined(separator: "_")
      return Words.has(id: id) ? render(id: id, values: ["metres": String(metres)]) : nil
    }
    // The slug of a kind reads as words.
    for prefix in ["count", "rate"] where parts.count > 1 && parts[0] == prefix {
      let rest = parts.dropFirst()
      if ["low", "high", "eb", "std", "present"].contains(rest[rest.startIndex]) { return nil }
      return render(id: "column.\(prefix)_of", values: ["kind": rest.joined(separator: " ")])
    }
    return nil
  }
}
