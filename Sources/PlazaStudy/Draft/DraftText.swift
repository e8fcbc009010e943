internal import PlazaFormats
internal import PlazaLayers
package import PlazaWords

/// A draft as the text of a study file: what is known as keys, what is not as comments.
package struct DraftText {
  package private(set) var text = ""
  private let words: Words

  package init(_ draft: StudyDraft, folder: String, _ words: Words) {
    self.words = words
    comment("", "init.heading", ["folder": folder])
    if draft.askedCount > 0 { comment("", "init.how_to_choose", ["count": String(draft.askedCount)]) }
    line("study: " + Self.scalar(draft.name))
    line("language: " + words.language.rawValue)
    comment("", "init.notice")
    line("# notice: \"…\"\n")
    comment("", "init.files")
    for file in draft.files { write(file, isUsed: draft.steps.contains { $0.points == file.path }) }
    line("\nsteps:")
    for (place, step) in draft.steps.enumerated() {
      if place > 0 { line("") }
      write(step)
    }
    for step in draft.further { write(step) }
  }

  /// A step of another verb; as a comment where it is not sure.
  private mutating func write(_ step: DraftFurther) {
    line("")
    comment("  ", "init.further.\(step.verb)")
    if let doubt = step.doubt { comment("  ", doubt.id, doubt.values) }
    let mark = step.doubt == nil ? "  " : "  # "
    line("\(mark)- \(step.verb): " + Self.scalar(step.name))
    for setting in step.lines { line("\(mark)  \(setting.key): " + Self.value(setting)) }
  }

  private static func value(_ choice: DraftSetting.Line) -> String {
    let isList = choice.key == "code" && choice.value.contains(",")
    return choice.list.isEmpty ? isList ? "[\(scalar(choice.value))]" : scalar(choice.value) : list(choice.list)
  }

  private mutating func line(_ content: String) { text += content + "\n" }

  private mutating func comment(_ indent: String, _ id: String, _ values: [String: String] = [:]) {
    line(indent + "# " + Self.oneLine(words.render(id: id, values: values)))
  }

  // MARK: Files

  private mutating func write(_ file: DraftFile, isUsed: Bool) {
    let path = Self.oneLine(file.name)
    switch file.content {
    case .areas(let info):
      guard case .areas(let areas) = info.content else { return }
      write(info, path, "init.file_areas", count: areas.features)
    case .places(let info):
      guard case .records(let records) = info.content else { return }
      write(info, path, isUsed ? "init.file_places" : "init.file_elsewhere", count: records.counts.read)
    case .table(let info):
      guard case .records(let records) = info.content else { return }
      write(info, path, "init.file_table", count: records.counts.read)
    case .other(let info):
      guard case .other(let census) = info.content else { return }
      write(info, path, "init.file_other", count: census.features)
    case .unreadable(let failure):
      comment("", "init.file_unreadable", ["path": path])
      line("#     " + Self.oneLine(words.render(id: failure.diagnostic.id, values: failure.diagnostic.values)))
    case .ignored: comment("", "init.file_ignored", ["path": path])
    }
  }

  private mutating func write(_ info: FileInfo, _ path: String, _ id: String, count: Int) {
    comment("", id, ["path": path, "count": String(count)])
    line(
      "#     " + Self.oneLine(info.fields.prefix(40).map(\.name).joined(separator: ", ")) + (info.fields.count > 40 ? ", …" : ""))
    for problem in info.problems where problem.id != "info.problem.no_code" {
      var values = problem.values
      values["file"] = path
      line("#     • " + Self.oneLine(words.render(id: problem.id, values: values)))
    }
  }

  // MARK: Steps

  private mutating func write(_ step: DraftStep) {
    line("  - join: " + Self.scalar(step.name))
    line("    points: " + Self.scalar(step.points))
    if let share = step.share {
      comment("    ", step.share ?? 0 < 0.5 ? "init.share_low" : "init.share", ["share": NumberText.text(share) ?? "0"])
    }
    for other in step.others {
      comment("    ", "init.other_areas", ["areas": other.areas, "share": NumberText.text(other.share) ?? "0"])
    }
    if step.coarser.isEmpty {
      line("    areas: " + Self.scalar(step.areas))
    } else {
      comment("    ", "init.levels")
      line("    areas: " + Self.list([step.areas] + step.coarser))
    }
    for setting in step.settings {
      if let reason = setting.reason { comment("    ", reason.id, reason.values) }
      for choice in setting.lines {
        line("    " + (setting.standing == .clear ? "" : "# ") + "\(choice.key): " + Self.value(choice))
      }
    }
  }

  /// A list that YAML reads as these texts.
  static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }

  /// A scalar that YAML reads as this text: plain where nothing in it can be taken for something else.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isASCII && $0.isLetter || $0 == "." || $0 == "_" } == true
      && text.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "._-/:+".contains($0) } && text.last != ":"
    let isWord = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", ".nan", ".inf"].contains(text.lowercased())
    if text == "true" { return text }
    if isPlain, !isWord { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += "\\x" + Self.hex(scalar.value)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    // What a study would take for a variable of its own.
    return quoted.split(separator: "${", omittingEmptySubsequences: false).joined(separator: "$${") + "\""
  }

  private static func hex(_ value: UInt32) -> String { (value < 16 ? "0" : "") + String(value, radix: 16) }

  /// Text from a file cannot end a comment.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || [0x7F, 0x85, 0x2028, 0x2029].contains($0.value) ? " " : $0 }))
  }
}
