internal import PlazaGeometry

/// Where the map lies in its column of the sheet.
struct MapFrame {
  let scale: Double
  let left: Double
  let top: Double
  let height: Double

  /// - Parameter box: in metres; empty, or a single place, is a frame of its least height.
  init(_ box: Envelope, width: Double, tallest: Double) {
    // Room for the outlines of the outermost areas.
    let edge = 3.0
    let fit = min((width - 2 * edge) / box.width, (tallest - 2 * edge) / box.height)
    scale = fit.isFinite && fit > 0 ? fit : 1
    height = max(160, box.height * scale + 2 * edge)
    left = (width - box.width * scale) / 2
    top = (height - box.height * scale) / 2
  }
}
