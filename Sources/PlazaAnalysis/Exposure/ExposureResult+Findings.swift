public import PlazaLayers

extension ExposureResult {
  /// What the result says in words: any hazard, then each from its highest class.
  public var findings: [Diagnostic] {
    var findings: [Diagnostic] = []
    if let any = zones.last, any.hazard == nil { findings += found(any, "exposure.any") }
    for hazard in hazards {
      let own = zones.filter { $0.hazard == hazard.name }
      if let any = own.last { findings += found(any, "exposure.hazard_any") }
      if own.count > 2, let highest = own.first(where: { $0.total.surface > 0 }) {
        findings += found(highest, "exposure.hazard_class")
      }
    }
    for impact in annualImpacts {
      findings.append(
        Diagnostic(.note, "exposure.annual", ["hazard": impact.hazard, "people": Self.rounded(impact.average)]))
    }
    if let any = zones.last {
      if let spaceCount {
        findings.append(
          Diagnostic(.note, "exposure.spaces", ["count": String(any.total.spaces), "spaces": String(spaceCount)]))
      }
      if let account = incidentAccount {
        findings.append(
          Diagnostic(
            .note, "exposure.incidents", ["count": Self.rounded(any.inside.incidents), "joined": String(account.joined)]))
      }
      let outside = any.total.surface - any.inside.surface
      if outside > 1e-6 * any.total.surface {
        findings.append(
          Diagnostic(
            .note, "exposure.outside",
            ["surface": Self.rounded(outside / 1e6), "total": Self.rounded(any.total.surface / 1e6)]))
      }
    }
    return findings
  }

  private func found(_ zone: Zone, _ id: String) -> [Diagnostic] {
    var values = [
      "hazard": zone.hazard ?? "", "class": zone.name ?? "", "surface": Self.rounded(zone.inside.surface / 1e6),
      "share": NumberText.text(zone.share ?? 0) ?? "0",
    ]
    guard let count = zone.inside.people, let people else { return [Diagnostic(.note, id + "_ground", values)] }
    values["people"] = Self.rounded(count.total)
    values["low"] = Self.rounded(count.low)
    values["high"] = Self.rounded(count.high)
    values["people_share"] = NumberText.text(people.total.total > 0 ? count.total / people.total.total : 0) ?? "0"
    return [Diagnostic(.note, id, values)]
  }

  /// Whole numbers, or two decimals below a hundred; files have all digits.
  private static func rounded(_ value: Double) -> String {
    guard value.magnitude < 100 else { return NumberText.text(value.rounded()) ?? "" }
    return NumberText.text((value * 100).rounded() / 100) ?? ""
  }
}
