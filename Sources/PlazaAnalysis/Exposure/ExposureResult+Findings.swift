public import PlazaLayers

extension ExposureResult {
  /// What the result says in words: any hazard, then each from its highest class.
  public var findings: [Diagnostic] {
    var findings: [Diagnostic] = []
    if let any = zones.last, any.hazard == nil { findings.append(found(any)) }
    for hazard in hazards {
      let own = zones.filter { $0.hazard == hazard.name }
      if let any = own.last { findings.append(found(any)) }
      if own.count > 2, let highest = own.first(where: { $0.total.surface > 0 }) { findings.append(found(highest)) }
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
      if incidentAccount != nil {
        findings.append(
          Diagnostic(
            .note, "exposure.incidents",
            ["count": Self.rounded(any.total.incidents), "joined": Self.rounded(incidentTotal)]))
      }
      let all = any.outside + any.total.surface
      if any.outside > 1e-6 * all {
        findings.append(
          Diagnostic(
            .note, "exposure.outside", ["surface": Self.rounded(any.outside / 1e6), "total": Self.rounded(all / 1e6)]))
      }
    }
    return findings
  }

  /// How many people lie in a zone, as sure as it is: a number, a number with its limits, or that it cannot be told.
  private func found(_ zone: Zone) -> Diagnostic {
    var values = [
      "hazard": zone.hazard ?? "exposure.word.any_hazard", "class": zone.name ?? "exposure.word.any_class",
      "surface": Self.rounded(zone.total.surface / 1e6), "share": NumberText.text(zone.share ?? 0) ?? "0",
    ]
    values["missing"] = NumberText.text(1 - (zone.studiedShare ?? 1))
    values["file"] = hazards.first { $0.name == zone.hazard }?.file ?? "exposure.word.rasters"
    guard let count = zone.total.people, let people else {
      return Diagnostic(.note, zone.isWhole ? "exposure.ground" : "exposure.ground_least", values)
    }
    values["people"] = Self.people(count.total)
    values["whole"] = Self.people(people.total.total)
    values["people_share"] = NumberText.text(zone.peopleShare ?? 0) ?? "0"
    if !zone.isWhole {
      values["low"] = Self.people(people.hasLimits ? count.low : count.total)
      return Diagnostic(.note, "exposure.people_least", values)
    }
    guard zone.total.surface > 0 else { return Diagnostic(.note, "exposure.nobody", values) }
    if !people.hasLimits { return Diagnostic(.note, "exposure.people_points", values) }
    values["low"] = Self.people(count.low)
    guard count.high < .infinity else { return Diagnostic(.note, "exposure.people_known", values) }
    values["high"] = Self.people(min(count.high, max(count.total, people.total.high)))
    // Where all ground is in the zone, so is everybody.
    if values["low"] == values["high"] || zone.share == 1 { return Diagnostic(.note, "exposure.people_sure", values) }
    return Diagnostic(.note, isUntold(zone) ? "exposure.people_untold" : "exposure.people_about", values)
  }

  /// Whether nobody or everybody may lie in a zone, as far as the limits tell.
  func isUntold(_ zone: Zone) -> Bool {
    guard let count = zone.total.people, let people, people.hasLimits else { return false }
    return count.low < 0.5 && count.high >= people.total.total * (1 - 1e-6) && zone.share != 1
  }

  /// People are whole; below ten one decimal says that they are shares of units.
  private static func people(_ value: Double) -> String {
    NumberText.text(value < 10 ? (value * 10).rounded() / 10 : value.rounded()) ?? "?"
  }

  /// Whole numbers, or two decimals below a hundred; files have all digits.
  private static func rounded(_ value: Double) -> String {
    guard value.magnitude < 100 else { return NumberText.text(value.rounded()) ?? "" }
    return NumberText.text((value * 100).rounded() / 100) ?? ""
  }
}
