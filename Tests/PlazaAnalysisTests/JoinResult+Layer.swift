import PlazaAnalysis
import PlazaLayers

extension JoinResult {
  /// The layer, which the territories of these tests always give.
  var layer: Layer { try! makeLayer() }

  /// The table, whose rates these tests never break.
  var table: RowBlock { try! makeTable() }
}
