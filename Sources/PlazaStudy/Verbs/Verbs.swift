/// Every verb that can be a step of a study, in the order of the manual.
public enum Verbs {
  public static let all: [any Verb.Type] = [
    CheckVerb.self, ConvertVerb.self, JoinVerb.self, CompareVerb.self, ConcentrationVerb.self, HotSpotsVerb.self,
    GetisOrdVerb.self, MoranVerb.self,
    DensityVerb.self, ClustersVerb.self, BacktestVerb.self, CoverageVerb.self, SpacesVerb.self, ExposureVerb.self,
  ]
}
