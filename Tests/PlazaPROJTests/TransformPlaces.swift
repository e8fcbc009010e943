import PlazaGeometry

/// A CRS and a place in it where people work with it: longitude and latitude, in whole tenths of a degree.
struct Place: Sendable {
  var code: Int
  var longitude: Double
  var latitude: Double

  /// The area of interest that an operation is chosen for: 0.6° around the place.
  var box: Envelope {
    Envelope(minX: longitude - 0.3, minY: latitude - 0.3, maxX: longitude + 0.3, maxY: latitude + 0.3)
  }

  init(_ code: Int, _ longitude: Double, _ latitude: Double) {
    self.code = code
    self.longitude = longitude
    self.latitude = latitude
  }

  static let all = [
    // El Salvador
    Place(5393, -89.2, 13.7), Place(5460, -89.2, 13.7), Place(32616, -89.2, 13.7),
    // Bolivia
    Place(5354, -68.1, -16.5), Place(5356, -68.1, -16.5), Place(5355, -63.2, -17.8), Place(24879, -68.1, -16.5),
    // Peru
    Place(5387, -77.0, -12.0), Place(5388, -80.6, -5.2), Place(5389, -71.5, -13.5), Place(32717, -80.6, -5.2),
    Place(32718, -77.0, -12.0), Place(32719, -71.5, -13.5), Place(24877, -80.6, -5.2), Place(24878, -77.0, -12.0),
    // Colombia
    Place(9377, -74.1, 4.6), Place(3116, -74.1, 4.6), Place(3114, -78.0, 1.6), Place(3115, -76.5, 3.4),
    Place(3117, -71.0, 6.0), Place(3118, -68.0, 4.0), Place(4686, -74.8, 10.9),
    // Argentina
    Place(5343, -71.8, -45.0), Place(5344, -69.0, -38.9), Place(5345, -66.0, -33.3), Place(5346, -63.2, -32.4),
    Place(5347, -60.7, -31.6), Place(5348, -57.9, -34.6), Place(5349, -54.6, -26.5), Place(9498, -58.4, -34.6),
    Place(22175, -60.7, -31.6), Place(22185, -60.7, -31.6), Place(22195, -60.7, -31.6),
    // Chile
    Place(5361, -70.6, -33.4), Place(5362, -73.0, -36.8), Place(20048, -73.0, -36.8), Place(20049, -70.6, -33.4),
    Place(5360, -70.6, -33.4),
    // Mexico
    Place(6365, -99.1, 19.4), Place(6366, -115.4, 32.4), Place(6367, -110.9, 29.0), Place(6368, -106.0, 28.6),
    Place(6369, -99.1, 19.4), Place(6370, -96.1, 19.1), Place(6371, -89.6, 20.9), Place(6372, -99.1, 19.4),
    // Elsewhere
    Place(25830, -3.7, 40.4), Place(4326, -74.0, 40.7), Place(4674, -46.6, -23.5), Place(3857, -89.2, 13.7),
    Place(26910, -123.1, 49.2), Place(2263, -74.0, 40.7), Place(5635, -15.4, 28.1),
  ]
}
