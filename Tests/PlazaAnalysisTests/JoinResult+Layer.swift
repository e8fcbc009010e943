import PlazaAnalysis
import PlazaLayers

extension JoinResult {
  /// The layer, which the territories of these tests always give.
  var layer: Layer { try! makeLayer() }
}
