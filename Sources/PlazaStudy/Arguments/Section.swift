/// Under what heading options stand in a help screen.
public enum Section {
  public static var areas: String { text("Areas", es: "Áreas", pt: "Áreas") }
  public static var areasOrCells: String { text("Areas or cells", es: "Áreas o celdas", pt: "Áreas ou células") }
  public static var areasThatChange: String { text("Areas that change", es: "Áreas que cambian", pt: "Áreas que mudam") }
  public static var cells: String { text("Cells", es: "Celdas", pt: "Células") }
  public static var classes: String { text("Classes", es: "Clases", pt: "Classes") }
  public static var clusters: String { text("Clusters", es: "Concentraciones", pt: "Concentrações") }
  public static var comparison: String { text("Comparison", es: "Comparación", pt: "Comparação") }
  public static var concentration: String { text("Concentration", es: "Concentración", pt: "Concentração") }
  public static var hazards: String { text("Hazards", es: "Amenazas", pt: "Ameaças") }
  public static var incidents: String { text("Incidents", es: "Incidentes", pt: "Incidentes") }
  public static var input: String { text("Input", es: "Entrada", pt: "Entrada") }
  public static var keysAndLevels: String { text("Keys and levels", es: "Claves y niveles", pt: "Chaves e níveis") }
  public static var map: String { text("Map", es: "Mapa", pt: "Mapa") }
  public static var output: String { text("Output", es: "Salida", pt: "Saída") }
  public static var people: String { text("People", es: "Personas", pt: "Pessoas") }
  public static var rates: String { text("Rates", es: "Tasas", pt: "Taxas") }
  public static var records: String { text("Records", es: "Registros", pt: "Registros") }
  public static var regions: String { text("Regions", es: "Regiones", pt: "Regiões") }
  public static var registry: String { text("Registry", es: "Registro de espacios", pt: "Registro de espaços") }
  public static var run: String { text("Run", es: "Ejecución", pt: "Execução") }
  public static var sdg1171: String { text("SDG 11.7.1", es: "ODS 11.7.1", pt: "ODS 11.7.1") }
  public static var spacesAndIncidents: String {
    text("Spaces and incidents", es: "Espacios e incidentes", pt: "Espaços e incidentes")
  }
  public static var streets: String { text("Streets", es: "Calles", pt: "Ruas") }
  public static var test: String { text("Test", es: "Prueba", pt: "Teste") }
  public static var time: String { text("Time", es: "Tiempo", pt: "Tempo") }
}
