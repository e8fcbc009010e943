package import PlazaWords

extension Words {
  /// What a field of a table is; nil for a field that came with the data.
  package func meaning(ofField name: String) -> String? {
    if let alias = alias(ofField: name) { return alias }
    let whole = "field." + name
    if Words.has(id: whole) { return render(id: whole) }
    let parts = name.split(separator: "_").map(String.init)
    // What lies within a distance: the metres stand in the name, and behind them the kind.
    for prefix in ["people", "incidents", "overlap_share"] where name.hasPrefix(prefix + "_") {
      let rest = parts.dropFirst(prefix == "overlap_share" ? 2 : 1)
      guard let metres = rest.first, Int(metres) != nil else { continue }
      let kind = rest.dropFirst().joined(separator: " ")
      if kind.isEmpty { return render(id: "field.\(prefix)_of", values: ["metres": metres]) }
      return prefix == "incidents" ? render(id: "field.incidents_of_kind", values: ["metres": metres, "kind": kind]) : nil
    }
    return nil
  }
}
