public import PlazaLayers

/// The styles of fields whose classes are always the same.
extension LayerStyle {
  /// Where more or less happens than chance explains: bins −3 … 3, which are 99, 95 and 90 % after the false discovery rate.
  public static func hotSpotBins(field: String = "bin") -> LayerStyle {
    let classes = (-3...3).reversed().map { bin in
      Class(
        .value(.integer(bin)), Palette.diverging[bin + 3], .sentence("style.bin.\(bin < 0 ? "low" : "high")_\(bin.magnitude)"))
    }
    return LayerStyle(field: field, .sentence("style.bins"), classes, missing: "style.too_few")
  }

  /// Where neighbours are alike or unlike beyond chance: the classes of local Moran.
  public static func moranClasses(field: String = "class") -> LayerStyle {
    LayerStyle(
      field: field, .sentence("style.quadrants"),
      [
        Class(.value(.text("high among high")), Palette.diverging[6], .sentence("style.quadrant.hh")),
        Class(.value(.text("high among low")), Palette.diverging[5], .sentence("style.quadrant.hl")),
        Class(.value(.text("low among high")), Palette.diverging[1], .sentence("style.quadrant.lh")),
        Class(.value(.text("low among low")), Palette.diverging[0], .sentence("style.quadrant.ll")),
        Class(.value(.text("no clear pattern")), Palette.neutral, .sentence("style.no_pattern")),
      ],
      missing: "style.too_few")
  }

  /// The parts of a density by the share of the records' volume that they hold, the densest first.
  /// - Parameter percents: ascending; what lies beyond the last is the rest.
  public static func volumeClasses(field: String = "class", percents: [Double]) -> LayerStyle {
    let shades = percents.indices.map { place -> RGBColor in
      let last = Palette.counts.count - 1
      return Palette.counts[percents.count == 1 ? last : last - place * (last - 1) / (percents.count - 1)]
    }
    var classes = zip(percents, shades).map { percent, shade in
      let text = NumberText.text(percent) ?? ""
      let id = percent == percents.first ? "style.volume" : "style.volume_with"
      return Class(.value(.text("densest \(text) %")), shade, .sentence(id, ["percent": text]))
    }
    classes.append(Class(.value(.text("the rest")), Palette.neutral, .sentence("style.volume_rest")))
    return LayerStyle(field: field, .sentence("style.volumes"), classes, missing: "style.no_data")
  }

  /// Areas by the smallest budget of surface that selects them, from the highest predictions on.
  /// - Parameter shares: of the surface, 0 … 1, ascending, as the field has them.
  public static func budgets(field: String = "selected_at", shares: [Double]) -> LayerStyle {
    let last = Palette.counts.count - 1
    let classes = shares.indices.map { place in
      Class(
        .value(.number(NumberText.text(shares[place]) ?? "")),
        Palette.counts[shares.count == 1 ? last : last - place * last / (shares.count - 1)],
        .sentence("style.budget", ["percent": NumberText.text((shares[place] * 1e6).rounded() / 1e4) ?? ""]))
    }
    return LayerStyle(field: field, .sentence("style.budgets"), classes, missing: "style.volume_rest")
  }

  /// Classes of a hazard, the highest first.
  /// - Parameter classes: from the lowest to the highest, as the field has them.
  public static func hazardClasses(field: String, hazard: String, classes: [String]) -> LayerStyle {
    let last = Palette.counts.count - 1
    let shown = classes.indices.reversed().map { place in
      Class(
        .value(.text(classes[place])), Palette.counts[classes.count == 1 ? last : last * place / (classes.count - 1)],
        .sentence("style.hazard_class", ["class": classes[place]]))
    }
    return LayerStyle(field: field, .sentence("style.hazard", ["hazard": hazard]), shown, missing: "style.no_hazard")
  }

  /// Contours of a density by the share of the records' volume inside; 100 is the ground, all of which is the rest.
  public static func volumeContours(field: String = "percent", percents: [Double]) -> LayerStyle {
    var style = volumeClasses(field: field, percents: percents)
    style.classes = zip(percents + [100], style.classes).map { percent, old in
      Class(.value(.number(NumberText.text(percent) ?? "")), old.color, old.label)
    }
    return style
  }

  /// What changed between two periods: `up`, `down`, `no clear change`, `too few`, and what cannot be said.
  public static func verdicts(field: String = "verdict", title: StyleText = .sentence("style.verdicts")) -> LayerStyle {
    LayerStyle(
      field: field, title,
      [
        Class(.value(.text("up")), Palette.up, .sentence("style.verdict.up")),
        Class(.value(.text("no clear change")), Palette.neutral, .sentence("style.verdict.no_clear_change")),
        Class(.value(.text("down")), Palette.down, .sentence("style.verdict.down")),
        Class(.value(.text("too few")), Palette.tooFew, .sentence("style.verdict.too_few")),
        Class(.value(.text("incomplete")), Palette.incomplete, .sentence("style.verdict.incomplete")),
        Class(.value(.text("not comparable")), Palette.notComparable, .sentence("style.verdict.not_comparable")),
      ],
      missing: "style.no_data")
  }

  /// Areas from the one with most records, by the share that they hold together.
  /// - Parameter field: of each area, what it and all before it hold, 0 … 1.
  public static func heldShares(field: String = "cumulative_share") -> LayerStyle {
    func held(_ lower: Int, _ upper: Int, _ shade: Int) -> Class {
      Class(
        .range(lower: Double(lower) / 100, upper: Double(upper) / 100), Palette.counts[shade],
        .sentence(lower == 0 ? "style.held_first" : "style.held", ["lower": String(lower), "upper": String(upper)]))
    }
    return LayerStyle(
      field: field, .sentence("style.helds"),
      [
        held(0, 25, 4), held(25, 50, 3), held(50, 80, 1),
        Class(.range(lower: 0.8, upper: 1), Palette.neutral, .sentence("style.held_rest")),
      ], missing: "style.no_records")
  }

  /// Areas by the share of their people, or of their ground, within a distance of a space: fixed fifths, so that maps can be compared.
  /// - Parameter title: of what the share is.
  public static func coveredShares(field: String, title: StyleText) -> LayerStyle {
    let fifths = Palette.rates.indices.map { place -> Class in
      let (lower, upper) = (Double(place) / 5, Double(place + 1) / 5)
      let values = ["lower": NumberText.text(lower) ?? "", "upper": NumberText.text(upper) ?? ""]
      return Class(
        .range(lower: lower, upper: upper), Palette.rates[place],
        .sentence(place == 0 ? "style.share_up_to" : "style.share_range_above", values))
    }
    // Nobody at all is another thing than few.
    let nobody = Class(.range(lower: 0, upper: 0), Palette.neutral, .sentence("style.share_value", ["value": "0"]))
    return LayerStyle(field: field, title, [nobody] + fifths, missing: "style.nobody")
  }

  /// Ground by a distance in metres: what is within, the nearest darkest, or what is beyond, the farthest darkest.
  /// - Parameter mode: the only features that are shown, where the layer has others: a straight line would hide the walk.
  /// - Parameter metres: ascending.
  /// - Parameter withGround: whether the areas lie under it, where the distance is null, and the nearer ground over the farther.
  public static func distances(
    field: String = "distance_m", metres: [Double], isBeyond: Bool = false, mode: String, title: StyleText,
    withGround: Bool = false
  ) -> LayerStyle {
    // The darkest would hide the spaces and the borders on it.
    // The palest would be lost on the ground.
    let shades = Palette.shades(Array(Palette.rates.dropFirst().dropLast()), metres.count)
    let classes = metres.indices.map { place -> Class in
      let text = NumberText.text(metres[place]) ?? ""
      let id = isBeyond ? "style.metres_beyond" : withGround && place > 0 ? "style.metres_between" : "style.metres_within"
      return Class(
        .value(.number(text)), shades[isBeyond ? place : shades.count - 1 - place],
        .sentence(id, ["value": text, "lower": place > 0 ? NumberText.text(metres[place - 1]) ?? "" : ""]))
    }
    var style = LayerStyle(field: field, title, classes, missing: "style.no_data")
    if withGround { style.missing = Missing(Palette.neutral, .sentence("style.beyond_all")) }
    style.only = .init(field: "mode", value: mode)
    return style
  }

  /// Zones of clusters: beyond chance or not; the study area around them is the last class.
  /// - Parameter isTested: whether chance was tried; otherwise all are alike.
  public static func clusterZones(field: String = "class", isTested: Bool = true) -> LayerStyle {
    let zones =
      isTested
      ? [
        Class(.value(.text("cluster beyond chance")), Palette.diverging[6], .sentence("style.zone.beyond_chance")),
        Class(.value(.text("no clear pattern")), Palette.diverging[4], .sentence("style.zone.chance")),
      ] : [Class(.value(.text("not tested")), Palette.diverging[5], .sentence("style.zone.untested"))]
    let ground = Class(.value(.text("study area")), Palette.neutral, .sentence("style.zone.ground"))
    return LayerStyle(field: field, .sentence("style.zones"), zones + [ground], missing: "style.undefined")
  }

  /// Problems of a layer by what they are; those that have no place of their own on a map are one class.
  /// - Parameter kinds: in the order of the legend; those that the layer does not have are left out of it.
  public static func problems(_ layer: Layer, field: String = "problem", kinds: [String]) -> LayerStyle {
    let present = Set((layer.column(named: field)?.values ?? []).compactMap(\.text))
    let shown = [
      "invalid", "null_island", "duplicate_geometry", "overlap", "overlap_sliver", "gap", "gap_sliver", "wrong_parent",
      "outside_parent", "outside_parent_sliver",
    ]
    let classes = kinds.filter { present.contains($0) && shown.contains($0) }.enumerated().map { place, kind in
      Class(
        .value(.text(kind)), place < Palette.categories.count ? Palette.categories[place] : Palette.other,
        .sentence("style.problem.\(kind)"))
    }
    return LayerStyle(field: field, .sentence("style.problems"), classes, missing: "style.problem.other")
  }

  /// Areas that are all shown alike.
  public static func plain(title: StyleText) -> LayerStyle {
    LayerStyle(
      field: "", title: title, classes: [], missing: Missing(Palette.neutral, title), outline: Palette.outline)
  }

  /// Spaces that are all shown alike.
  public static func places(title: StyleText, label: StyleText) -> LayerStyle {
    LayerStyle(field: "", title: title, classes: [], missing: Missing(Palette.places, label), outline: Palette.outline)
  }

  /// - Parameter id: of what is left; what is known to be nothing, or the rest, is not shown as unknown.
  init(field: String, _ title: StyleText, _ classes: [Class], missing id: String) {
    let isKnown = ["style.volume_rest", "style.no_records", "style.no_hazard"].contains(id)
    self.init(
      field: field, title: title, classes: classes,
      missing: Missing(isKnown ? Palette.neutral : Palette.missing, .sentence(id)), outline: Palette.outline)
  }
}
