internal import PlazaGeometry
public import PlazaLayers

extension CheckResult {
  /// What is wrong in words, file by file, the gravest first; that a file is sound is said too.
  public var findings: [Diagnostic] {
    files.flatMap { file -> [Diagnostic] in
      var findings: [Diagnostic] = []
      let about = ["file": file.file, "features": String(file.count)]
      if file.problemCount == 0 { findings.append(Diagnostic(.note, "check.sound_\(file.content.rawValue)", about)) }
      for kind in CheckProblem.Kind.allCases {
        if let finding = finding(kind, file) { findings.append(finding) }
      }
      if file.dust.places > 0 {
        findings.append(
          Diagnostic(
            .note, "check.dust",
            [
              "file": file.file, "count": String(file.dust.places), "area": Self.text(file.dust.area),
              "width": Self.text(options.dust * 100),
            ]))
      }
      return findings
    } + (repair?.findings ?? [])
  }

  /// One sentence for a kind: how many there are, and the first or the largest.
  private func finding(_ kind: CheckProblem.Kind, _ file: CheckedFile) -> Diagnostic? {
    guard let count = file.counts[kind], count > 0 else { return nil }
    let own = file.problems.filter { $0.kind == kind }
    let first = own.max { ($0.area ?? 0, -($0.feature ?? 0)) < ($1.area ?? 0, -($1.feature ?? 0)) }
    var values = ["file": file.file, "count": String(count), "tolerance": Self.text(options.tolerance)]
    guard let first else { return Diagnostic(.note, id(kind, file), values) }
    values["feature"] = first.feature.map(String.init) ?? "?"
    values["label"] = first.code.isEmpty ? "?" : Self.label(first)
    values["other"] = first.otherName.isEmpty ? first.other : "\(first.otherName) (\(first.other))"
    values["area"] = first.area.map(Self.text) ?? "?"
    values["width"] = first.width.map(Self.text) ?? "?"
    values["total"] = Self.text(own.reduce(0) { $0 + ($1.area ?? 0) })
    values["places"] = String(own.reduce(0) { $0 + $1.places })
    values["reason"] = kind == .invalid ? "check.reason.\(first.reason)" : first.reason
    values["field"] = first.field
    values["value"] = first.value
    if case .point(let place) = first.shape {
      values["x"] = Self.text(place.x)
      values["y"] = Self.text(place.y)
    }
    return Diagnostic(.note, id(kind, file), values)
  }

  /// What records have is told by their lines.
  private func id(_ kind: CheckProblem.Kind, _ file: CheckedFile) -> String {
    let base = "check.found.\(kind.rawValue)"
    switch kind {
    case .swappedCoordinates where file.problems.contains(where: { $0.kind == kind && $0.reason == "fields" }):
      return base + "_by_fields"
    case .noGeometry, .nullIsland, .negativeCount, .notACount, .sexesDoNotAdd, .swappedCoordinates, .notDegrees:
      return file.content == .records ? base + "_in_records" : base
    case .repeatedRow: return file.repeatsAreExact ? base : base + "_about"
    default: return base
    }
  }

  static func label(_ problem: CheckProblem) -> String {
    problem.name.isEmpty ? problem.code : "\(problem.name) (\(problem.code))"
  }

  /// Metres and square metres as a person reads them: two decimals below ten, whole above, one digit of what is less than a hundredth.
  static func text(_ value: Double) -> String {
    var scale = value.magnitude < 10 ? 100.0 : 1
    while value.magnitude > 1e-9, (value * scale).rounded() == 0 { scale *= 10 }
    return NumberText.text((value * scale).rounded() / scale) ?? "?"
  }
}
