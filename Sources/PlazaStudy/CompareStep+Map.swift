internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
internal import PlazaWords

extension CompareStep {
  /// Writes the layer, its style and the map, where they are wanted.
  ///
  /// The map shows the verdicts of one window and kind: the first that was compared, and the commonest.
  func writeMap(_ result: CompareResult, into files: [StepOutputs.Kind: OutputFile], _ context: StepContext) async throws {
    guard files[.layer] != nil || files[.map] != nil else { return }
    let layer = try result.makeLayer()
    if let file = files[.layer] {
      try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
    }
    let shown = FinestLevel(layer, result.levels, records.options.areas)
    var drawing = StepDrawing(
      name: name, verb: Self.verb, points: records.points, areas: records.areas.first ?? cells.boundary)
    if let title = records.title { drawing.title = title }
    let words = Words(Language(tag: context.language) ?? .en)
    var subtitle = words.comparison(
      now: result.mappedWindow.now, before: result.mappedWindow.before, kind: result.mappedKind?.name)
    if result.mappedKind == nil, result.withheld ?? 0 > 0 { subtitle += " · " + words.render(id: "compare.map_withheld") }
    drawing.subtitle = subtitle
    drawing.show(shown)
    try drawing.write(layer, shown: shown.areas, style: .verdicts(field: result.mappedField), into: files, context)
  }
}

extension Words {
  /// What is compared with what: `October 2024 against October 2023`.
  /// - Parameter now: days from 1970, as `before`.
  func comparison(now: Range<Int>, before: Range<Int>, kind: String?) -> String {
    let values = ["now": span(now), "before": span(before)]
    let text = render(id: "compare.against", values: values)
    if let kind { return "\(kind): \(text)" }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Days from 1970 as months where they are whole ones.
  private func span(_ days: Range<Int>) -> String {
    let (first, last) = (CivilDate.date(ofDay: days.lowerBound), CivilDate.date(ofDay: days.upperBound - 1))
    var values = ["first": "month.\(first.month)", "last": "month.\(last.month)"]
    values["first_year"] = String(first.year)
    values["last_year"] = String(last.year)
    guard first.day == 1, CivilDate.date(ofDay: days.upperBound).day == 1 else {
      return render(
        id: "compare.span.days",
        values: ["from": CivilDate.text(ofDay: days.lowerBound), "to": CivilDate.text(ofDay: days.upperBound - 1)])
    }
    if first.year != last.year { return render(id: "compare.span.years", values: values) }
    return render(id: first.month == last.month ? "compare.span.month" : "compare.span.months", values: values)
  }
}
