internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

extension ClusterMap {
  /// What a search for clusters tells of itself.
  var clusterFacts: [(String, JSONValue)] {
    [
      ("clusters", clusterFact), ("test", test), ("crs", .coordinates(coordinates)),
      ("study_crs", .text(crs)),
    ]
  }

  private var clusterFact: JSONValue {
    let facts = self.facts
    return .object([
      ("used", .integer(facts.used)), ("in_clusters", .integer(facts.inClusters)), ("noise", .integer(facts.noise)),
      ("count", .integer(clusters.count)), ("weight", .real(facts.total)),
      ("weight_in_clusters", .real(facts.weightInClusters)), ("inside", .integer(facts.inside)),
      ("weight_inside", .real(facts.weightInside)), ("share", .real(facts.share)),
      ("area_km2", .real(facts.surface)), ("area_share", .real(facts.surfaceShare)),
      ("study_area_km2", .real(facts.groundSurface)), ("radius_m", .real(facts.scale.radius)),
      ("minimum", .real(facts.scale.minimum)),
    ])
  }

  private var test: JSONValue {
    let facts = self.facts
    return .object([
      ("chance", .text(facts.population == nil ? "even" : "population")), ("population", .real(facts.population)),
      ("simulations", .integer(facts.simulations)),
      ("seed", .seed(facts.seed)),
      (
        "beyond_chance",
        facts.simulations > 0 ? .integer(clusters.count { $0.isBeyondChance }) : .null
      ),
    ])
  }
}
