internal import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension JoinStep {
  public var parameters: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("points", .text(points.name)),
      ("areas", areas.count == 1 ? .text(areas[0].name) : .array(areas.map { .text($0.name) })),
    ]
    func add(_ name: String, _ value: String?) { if let value { members.append((name, .text(value))) } }
    func list(_ name: String, _ values: [String]) {
      if !values.isEmpty { members.append((name, .array(values.map(JSONValue.text)))) }
    }
    func flag(_ name: String, _ isSet: Bool) { if isSet { members.append((name, .bool(true))) } }
    if options.coarserAreas.isEmpty {
      list("code", options.areas.code)
      add("name", options.areas.name)
      add("population", options.areas.population)
      add("parent", options.areas.parent)
    } else {
      let fields = [options.areas] + options.coarserAreas
      func levels(_ name: String, _ values: [String?]) {
        if values.contains(where: { $0 != nil }) { list(name, values.map { $0 ?? "" }) }
      }
      levels("code", fields.map { $0.code.isEmpty ? nil : $0.code.joined(separator: ",") })
      levels("name", fields.map(\.name))
      levels("population", fields.map(\.population))
      levels("parent", fields.map(\.parent))
    }
    add("level", options.levelField)
    list("level-name", levelNames)
    list("locate", options.keys.locate.map(\.rawValue))
    list("key", options.keys.codes)
    list("key-name", options.keys.names)
    add("key-width", options.keys.width.map(String.init))
    add("aliases", aliases?.name)
    add("min-match", options.keys.minimumMatch.flatMap(NumberText.text))
    add("declared", options.keys.declared)
    add("count", options.count)
    add("wide", options.wide?.rawValue)
    add("year", options.year)
    flag("merge-codes", options.areas.mergesCodes)
    flag("strict", options.areas.isStrict)
    add("title", title)
    add("by", options.by)
    add("when", options.when)
    add("period", options.period?.rawValue)
    add("date-order", options.dateOrder?.rawValue)
    add("from", options.from)
    add("to", options.to)
    if !options.conditions.isEmpty {
      members.append(("where", .object(options.conditions.map { ($0.field, .array($0.values.map(JSONValue.text))) })))
    }
    add("weight", options.weight)
    add("accuracy", options.accuracy?.text)
    add("assign", options.assignment.rawValue)
    flag("explode", options.explodes)
    if options.areas.population != nil || rateFiles.population != nil { add("rate-basis", options.rateBasis.rawValue) }
    members += rateParameters
    list("keep", options.keep)
    add("classes", classes?.file.name)
    add("class-country", classes?.country)
    add("class-level", classes?.level.map(String.init))
    list("keep-kind", options.keptKinds)
    flag("complete", options.isComplete)
    add("valid-from", options.areas.validFrom)
    add("valid-to", options.areas.validTo)
    add("as-of", options.areas.asOf)
    if let carrying = carrying {
      add("correspondence", carrying.correspondence.name)
      add("to-areas", carrying.areas.name)
      list("to-code", carrying.fields.code)
      add("to-name", carrying.fields.name)
      add("to-population", carrying.fields.population)
      add("to-as-of", carrying.fields.asOf)
    }
    add("assume-crs", assumedCRS)
    add("encoding", csv.encoding?.rawValue)
    add("lon", csv.longitude)
    add("lat", csv.latitude)
    add("easting", csv.easting)
    add("northing", csv.northing)
    add("delimiter", csv.delimiter.map { String(UnicodeScalar($0)) })
    add("decimal", csv.decimalMark.map { String(UnicodeScalar($0)) })
    return members
  }
}
