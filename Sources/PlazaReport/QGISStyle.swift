public import PlazaLayers
public import PlazaWords

/// A layer's style as the `.qml` file that QGIS reads beside it, from 3.22 on.
///
/// Single values become a categorised renderer, whose last category holds everything else; intervals become a graduated one. That has
/// no class for null, so where the layer has areas without a value, these are shown by a class of its own below all others.
public enum QGISStyle {
  /// - Parameter layer: only asked whether it has areas without a value.
  /// - Parameter nameField: the column whose values are written on the areas; nil writes none.
  /// - Parameter renamed: what fields are called in the file of the layer, where that has no room for their names.
  /// - Returns: UTF-8, the same bytes for the same style.
  public static func qml(
    _ layer: Layer, style: LayerStyle, words: Words, nameField: String? = nil, renamed: [String: String] = [:]
  ) -> [UInt8] {
    func written(_ field: String) -> String { renamed[field] ?? field }
    let classing = LayerClassing(layer, style)
    let values = shownValues(layer, style)
    let hasNull = values.contains(where: \.isNull) || values.isEmpty
    var entries: [(values: LayerStyle.Values, color: RGBColor, label: String)] = style.classes.map {
      ($0.values, $0.color, words.text($0.label))
    }
    var attribute = written(style.field)
    var value = quoted(attribute)
    if style.isGraduated, values.contains(where: { if case .text = $0 { true } else { false } }) {
      value = "to_real(\(value))"
      attribute = value
    }
    // What is told by other numbers than the field's own stands on numbers below all of these.
    let lowest = entries.map { if case .range(let lower, _) = $0.values { max(lower, -endless) } else { 0.0 } }.min() ?? 0
    var stand = lowest == -endless ? -2 * endless : (lowest - 1).rounded(.down)
    for index in entries.indices.reversed() {
      guard case .apart(let bounds) = entries[index].values else { continue }
      let told = bounds.flatMap { bound in
        let field = quoted(written(bound.field))
        return ["\(field) >= \(decimal(bound.lower))", "\(field) <= \(decimal(bound.upper))"]
      }
      value = "CASE WHEN \(told.joined(separator: " AND ")) THEN \(decimal(stand)) ELSE \(value) END"
      attribute = value
      entries[index].values = .range(lower: stand, upper: stand)
      stand *= 2
    }
    if style.isGraduated, hasNull {
      value = "coalesce(\(value), \(decimal(stand)))"
      attribute = value
      entries.append((.range(lower: stand, upper: stand), style.missing.color, words.text(style.missing.label)))
    } else if !style.isGraduated, style.only == nil, classing.missingCount > 0 || style.classes.isEmpty {
      entries.append((.value(.null), style.missing.color, words.text(style.missing.label)))
    } else if !style.isGraduated, style.only != nil, hasNull {
      // Null is what is not to be shown.
      value = "coalesce(\(value), \(literal(absent)))"
      entries.append((.value(.text(absent)), style.missing.color, words.text(style.missing.label)))
    }
    if let only = style.only {
      // What is not to be shown has no value, and no class.
      attribute = "CASE WHEN \(quoted(written(only.field))) = \(literal(only.value)) THEN \(value) END"
    }
    var out = Markup()
    out.raw("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" as StaticString)
    out.raw("<!-- release: internal -->\n" as StaticString)
    out.raw(
      "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling|Fields\" labelsEnabled=\"\(nameField == nil ? 0 : 1)\">\n")
    out.raw(
      style.isGraduated
        ? "<renderer-v2 type=\"graduatedSymbol\" graduatedMethod=\"GraduatedColor\" symbollevels=\"0\" attr=\""
        : "<renderer-v2 type=\"categorizedSymbol\" symbollevels=\"0\" attr=\"")
    out.text(attribute)
    out.raw(style.isGraduated ? "\">\n<ranges>\n" : "\">\n<categories>\n")
    for (index, entry) in entries.enumerated() {
      switch entry.values {
      case .range(let lower, let upper):
        out.raw("<range render=\"true\" symbol=\"\(index)\" lower=\"\(decimal(lower))\" upper=\"\(decimal(upper))\" label=\"")
      case .value(let value):
        out.raw("<category render=\"true\" symbol=\"\(index)\" type=\"\(value.isNull ? "NULL" : "string")\" value=\"")
        out.text(value.text ?? "")
        out.raw("\" label=\"" as StaticString)
      case .apart: continue
      }
      out.text(entry.label)
      out.raw("\"/>\n" as StaticString)
    }
    out.raw(style.isGraduated ? "</ranges>\n<symbols>\n" : "</categories>\n<symbols>\n")
    for (index, entry) in entries.enumerated() { symbol(index, entry.color, style, Mark(layer), into: &out) }
    out.raw("</symbols>\n</renderer-v2>\n" as StaticString)
    if let nameField { labels(written(nameField), isMany: layer.featureCount > 100, into: &out) }
    aliases(layer, words, renamed, into: &out)
    out.raw("<layerOpacity>1</layerOpacity>\n</qgis>\n" as StaticString)
    return out.bytes
  }

  /// Names with a halo, around the middle of each area; of many areas only where one has zoomed in.
  private static func labels(_ field: String, isMany: Bool, into out: inout Markup) {
    out.raw("<labeling type=\"simple\">\n<settings calloutType=\"simple\">\n<text-style fieldName=\"" as StaticString)
    out.text(field)
    out.raw(
      "\" isExpression=\"0\" fontFamily=\"Open Sans\" fontSize=\"8\" fontSizeUnit=\"Point\" textColor=\"34,34,34,255\" textOpacity=\"1\">\n"
        + "<text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\" bufferOpacity=\"0.85\"/>\n"
        + "</text-style>\n<placement placement=\"1\" centroidInside=\"1\"/>\n"
        + "<rendering drawLabels=\"1\" obstacle=\"1\" scaleVisibility=\"\(isMany ? 1 : 0)\" scaleMin=\"50000\" scaleMax=\"0\"/>\n"
        + "</settings>\n</labeling>\n")
  }

  /// What fields are called where people read them; of one whose name was cut, at least the whole name.
  private static func aliases(_ layer: Layer, _ words: Words, _ renamed: [String: String], into out: inout Markup) {
    out.raw("<aliases>\n" as StaticString)
    for (index, column) in layer.columns.enumerated() {
      guard let alias = words.alias(ofField: column.name) ?? renamed[column.name].map({ _ in column.name }) else { continue }
      out.raw("<alias index=\"\(index)\" field=\"")
      out.text(renamed[column.name] ?? column.name)
      out.raw("\" name=\"" as StaticString)
      out.text(alias)
      out.raw("\"/>\n" as StaticString)
    }
    out.raw("</aliases>\n" as StaticString)
  }

  /// What features are drawn by, as QGIS calls it.
  private enum Mark: String {
    case marker, line, fill

    init(_ layer: Layer) { self = layer.isOfPoints ? .marker : layer.isOfLines ? .line : .fill }
  }

  private static func symbol(
    _ name: Int, _ color: RGBColor, _ style: LayerStyle, _ mark: Mark, into out: inout Markup
  ) {
    let opacity = NumberText.text(style.opacity) ?? "1"
    let width = NumberText.text(style.outlineWidth) ?? "0.1"
    let kind =
      switch mark {
      case .marker: "SimpleMarker"
      case .line: "SimpleLine"
      case .fill: "SimpleFill"
      }
    out.raw("<symbol type=\"\(mark.rawValue)\" name=\"\(name)\" alpha=\"\(opacity)\" clip_to_extent=\"1\" force_rhr=\"0\">\n")
    out.raw("<layer class=\"\(kind)\" enabled=\"1\" locked=\"0\" pass=\"0\">\n")
    // 3.22 reads the elements, later versions the map of options; both are as QGIS itself writes them.
    let outline = [
      ("color", rgba(color)), ("outline_color", rgba(style.outline)), ("outline_style", "solid"), ("outline_width", width),
      ("outline_width_unit", "MM"),
    ]
    let properties =
      switch mark {
      case .marker: outline + [("name", "circle"), ("size", "2.6"), ("size_unit", "MM")]
      case .line: [("line_color", rgba(color)), ("line_style", "solid"), ("line_width", "0.6"), ("line_width_unit", "MM")]
      case .fill: outline + [("style", "solid")]
      }
    out.raw("<Option type=\"Map\">\n" as StaticString)
    for (key, value) in properties { out.raw("<Option type=\"QString\" name=\"\(key)\" value=\"\(value)\"/>\n") }
    out.raw("</Option>\n" as StaticString)
    for (key, value) in properties { out.raw("<prop k=\"\(key)\" v=\"\(value)\"/>\n") }
    out.raw("</layer>\n</symbol>\n" as StaticString)
  }

  private static func rgba(_ color: RGBColor) -> String { "\(color.red),\(color.green),\(color.blue),255" }

  private static func decimal(_ value: Double) -> String {
    NumberText.text(value.isInfinite ? (value < 0 ? -endless : endless) : value) ?? "0"
  }

  /// What a class without an end ends with: far from every number of ours, and a number for QGIS.
  private static let endless = 1e15

  /// What stands for a text that is not there.
  private static let absent = "–"

  /// The styled values of the features that are shown.
  private static func shownValues(_ layer: Layer, _ style: LayerStyle) -> [FieldValue] {
    let values = layer.column(named: style.field)?.values ?? []
    guard let only = style.only, let told = layer.column(named: only.field)?.values else { return values }
    return values.indices.filter { told[$0].text == only.value }.map { values[$0] }
  }

  /// A text in an expression of QGIS.
  private static func literal(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

  /// A field in an expression of QGIS.
  private static func quoted(_ field: String) -> String {
    "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
