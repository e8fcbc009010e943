public import PlazaFormats
public import PlazaLayers

extension StudyVerification {
  /// One for each file that is not as the manifest tells it: inputs, then outputs as made now, then outputs on the disk.
  public var differences: [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ id: String, _ file: Comparison, _ values: [String: String] = [:]) {
      found.append(Diagnostic(.error, id, values.merging(["path": file.path]) { own, _ in own }))
    }
    for input in inputs where input.recorded != input.now {
      if let now = input.now {
        add("verify.input_changed", input, ["then": input.recorded ?? "", "now": now])
      } else {
        add("verify.input_missing", input)
      }
    }
    if let failure { return found + [failure.diagnostic] + diskDifferences }
    for output in outputs where output.recorded != output.now {
      switch (output.recorded, output.now) {
      case (let then?, let now?): add("verify.output_differs", output, ["then": then, "now": now])
      case (_?, nil): add("verify.output_not_made", output)
      default: add("verify.output_new", output)
      }
    }
    return found + diskDifferences
  }

  private var diskDifferences: [Diagnostic] {
    outputs.compactMap { output in
      guard let recorded = output.recorded, output.onDisk != recorded else { return nil }
      guard let onDisk = output.onDisk else { return Diagnostic(.error, "verify.disk_missing", ["path": output.path]) }
      return Diagnostic(.error, "verify.disk_changed", ["path": output.path, "then": recorded, "now": onDisk])
    }
  }

  /// What is worth saying beside the differences: the versions that are others.
  public var remarks: [Diagnostic] {
    versions.filter { $0.recorded != $0.now }.map {
      Diagnostic(.note, "verify.version", ["name": $0.name, "then": $0.recorded, "now": $0.now])
    }
  }
}

/// The comparison `plaza.verify/1` that other programs read.
public enum VerificationSummary {
  public static let schema = "plaza.verify/1"

  public static func json(_ verification: StudyVerification) -> JSONValue {
    .object([
      ("schema", .text(schema)), ("manifest", .text(verification.manifest)), ("study_file", .text(verification.study)),
      ("identical", .bool(verification.isIdentical)),
      (
        "versions",
        .array(
          verification.versions.map {
            .object([("name", .text($0.name)), ("recorded", .text($0.recorded)), ("now", .text($0.now))])
          })
      ),
      (
        "inputs",
        .array(
          verification.inputs.map { input in
            .object([
              ("path", .text(input.path)), ("same", .bool(input.recorded == input.now)), ("recorded", .optional(input.recorded)),
              ("now", .optional(input.now)),
            ])
          })
      ),
      ("outputs", .array(verification.outputs.map(output))),
      ("failure", verification.failure.map { JSONValue.diagnostic($0.diagnostic) } ?? .null),
      ("version", .text(PlazaVersion.current)),
    ])
  }

  private static func output(_ output: StudyVerification.Comparison) -> JSONValue {
    .object([
      ("path", .text(output.path)), ("same", .bool(output.recorded == output.now && output.recorded == output.onDisk)),
      ("recorded", .optional(output.recorded)), ("now", .optional(output.now)), ("on_disk", .optional(output.onDisk)),
    ])
  }
}
