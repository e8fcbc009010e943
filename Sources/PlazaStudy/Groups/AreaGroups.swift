public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaLayers

/// Which fields of the areas are their code, name and parent, level by level; and when they are valid.
public struct LevelGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field with the code, or several that make it, as a,b. Default: found by name. Repeats in the order of --areas.",
      value: "field"))
  public var code: [FieldNameList] = []

  @Option(help: help("Field with the name. Default: found by name. Repeats in the order of --areas.", value: "field"))
  public var name: [String] = []

  @Option(
    help: help(
      "Field with the code (or the name) of the area one level up. Repeats in the order of --areas. Default: the one field whose values all are.",
      value: "field"))
  public var parent: [String] = []

  @Option(help: help("Field that divides one file of areas into levels, nested by --parent.", value: "field"))
  public var level: String?

  @Option(help: help("What a level is called, in the order of --areas. Default: its file's name.", value: "name"))
  public var levelName: [String] = []

  @Flag(help: help("Features with one code are one area."))
  public var mergeCodes = false

  @Flag(help: help("Refuse invalid polygons (exit 2) rather than repair them."))
  public var strict = false

  @OptionGroup public var validity: ValidityGroup

  public init() {}

  /// The fields of each level, finest first.
  /// - Parameter population: the field with it, level by level.
  func fields(files: Int, population: [String] = []) -> [AreaFields] {
    // Cells have none of these fields; what is stated all the same is refused by the verb.
    (0..<max(1, files)).map { level in
      var fields = AreaFields()
      fields.code = level < codes(files: files).count ? codes(files: files)[level] : []
      fields.name = stated(name, level)
      fields.population = stated(population, level)
      fields.parent = stated(parent, level)
      (fields.mergesCodes, fields.isStrict) = (mergeCodes, strict)
      validity.apply(to: &fields)
      return fields
    }
  }

  /// Of one file several fields make one code, however they are given.
  private func codes(files: Int) -> [[String]] { files > 1 ? code.map(\.names) : code.isEmpty ? [] : [code.flatMap(\.names)] }

  private func stated(_ texts: [String], _ level: Int) -> String? {
    level < texts.count && !texts[level].isEmpty ? texts[level] : nil
  }

  func levelName(_ level: Int) -> String? { stated(levelName, level) }

  /// - Parameter others: further options that repeat in the order of the files, and how often each stands.
  /// - Throws: `Failure` `usage.too_many_levels`, `usage.level_of_one`.
  func check(files: Int, others: [(String, Int)] = []) throws(Failure) {
    for (option, count) in [
      ("--code", codes(files: files).count), ("--name", name.count), ("--parent", parent.count),
      ("--level-name", levelName.count),
    ] + others where count > max(1, files) {
      throw Failure(
        .usage, "usage.too_many_levels", ["option": option, "count": String(count), "files": String(files)])
    }
    if level != nil, files > 1 { throw Failure(.usage, "usage.level_of_one") }
  }
}

/// When areas are valid.
public struct ValidityGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Only areas that are valid on this day, as 2019-05-17: from the first day inclusive to the last exclusive.",
      value: "date"))
  public var asOf: String?

  @Option(help: help("Field with the first day on which an area is valid. Default: found by name.", value: "field"))
  public var validFrom: String?

  @Option(help: help("Field with the first day on which an area is no longer valid; blank is open.", value: "field"))
  public var validTo: String?

  public init() {}

  func apply(to fields: inout AreaFields) { (fields.validFrom, fields.validTo, fields.asOf) = (validFrom, validTo, asOf) }
}

/// The fields of one layer of areas.
public struct AreaGroup: ParsableArguments, Sendable {
  @Option(help: help("Field with the code; a,b joins fields. Default: found by name.", value: "field"))
  public var code: [FieldNameList] = []

  @Option(help: help("Field with the name. Default: found by name.", value: "field"))
  public var name: String?

  @Option(help: help("Field with the population.", value: "field"))
  public var population: String?

  @Flag(help: help("Features with one code are one area."))
  public var mergeCodes = false

  @Flag(help: help("Refuse invalid polygons (exit 2) rather than repair them."))
  public var strict = false

  @OptionGroup public var validity: ValidityGroup

  public init() {}

  var fields: AreaFields {
    var fields = AreaFields()
    fields.code = code.flatMap(\.names)
    fields.name = name
    fields.population = population
    (fields.mergesCodes, fields.isStrict) = (mergeCodes, strict)
    validity.apply(to: &fields)
    return fields
  }
}
