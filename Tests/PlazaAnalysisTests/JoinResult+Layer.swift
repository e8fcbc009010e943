import PlazaAnalysis
import PlazaLayers
import PlazaTesting

extension JoinResult {
  /// The layer, which the territories of these tests always give.
  var layer: Layer { try! makeLayer() }

  /// The rows of areas, whose rates these tests never break; those of the whole territory are in `TerritoryTotalTests`.
  var table: RowBlock {
    let all = try! makeTable()
    var rows = RowBlock(columns: tableHeader.count)
    for row in all.rows where !(row[0].isEmpty && row[6] == "territory") { for cell in row { rows.append(cell) } }
    return rows
  }
}
