/// What the fields of a layer are called where people read them: aliases in a GIS.
let fieldSentences: [Sentence] = [
  Sentence("column.count", en: "Records", es: "Registros", pt: "Registros"),
  Sentence("column.weight", en: "Weight", es: "Peso", pt: "Peso"),
  Sentence("column.area_km2", en: "Surface (km²)", es: "Superficie (km²)", pt: "Superfície (km²)"),
  Sentence("column.per_km2", en: "Records per km²", es: "Registros por km²", pt: "Registros por km²"),
  Sentence(
    "column.located_share", en: "Share of records with a place", es: "Proporción de registros ubicados",
    pt: "Proporção de registros localizados"),
  Sentence(
    "column.near_border", en: "Records near a border", es: "Registros cerca de un límite", pt: "Registros perto de um limite"),
  Sentence("column.count_low", en: "Records, at least", es: "Registros, al menos", pt: "Registros, pelo menos"),
  Sentence("column.count_high", en: "Records, at most", es: "Registros, a lo sumo", pt: "Registros, no máximo"),
  Sentence("column.rate", en: "Rate per 100\u{202F}000", es: "Tasa por 100\u{202F}000", pt: "Taxa por 100\u{202F}000"),
  Sentence(
    "column.rate_low", en: "Rate, lower limit (95\u{202F}%)", es: "Tasa, límite inferior (95\u{202F}%)",
    pt: "Taxa, limite inferior (95\u{202F}%)"),
  Sentence(
    "column.rate_high", en: "Rate, upper limit (95\u{202F}%)", es: "Tasa, límite superior (95\u{202F}%)",
    pt: "Taxa, limite superior (95\u{202F}%)"),
  Sentence("column.rate_eb", en: "Stabilised rate", es: "Tasa estabilizada", pt: "Taxa estabilizada"),
  Sentence(
    "column.rate_present", en: "Rate of the people present", es: "Tasa sobre la población presente",
    pt: "Taxa sobre a população presente"),
  Sentence("column.rate_std", en: "Standardised rate", es: "Tasa estandarizada", pt: "Taxa padronizada"),
  Sentence("column.smr", en: "Observed over expected", es: "Observados sobre esperados", pt: "Observados sobre esperados"),
  Sentence("column.population", en: "Population", es: "Población", pt: "População"),
  Sentence("column.count_now", en: "Records, now", es: "Registros, ahora", pt: "Registros, agora"),
  Sentence("column.count_before", en: "Records, before", es: "Registros, antes", pt: "Registros, antes"),
  Sentence("column.change", en: "Change", es: "Cambio", pt: "Mudança"),
  Sentence("column.change_pct", en: "Change (%)", es: "Cambio (%)", pt: "Mudança (%)"),
  Sentence("column.change_low", en: "Change, lower limit", es: "Cambio, límite inferior", pt: "Mudança, limite inferior"),
  Sentence("column.change_high", en: "Change, upper limit", es: "Cambio, límite superior", pt: "Mudança, limite superior"),
  Sentence("column.p", en: "p-value", es: "Valor p", pt: "Valor p"),
  Sentence(
    "column.p_fdr", en: "p-value, corrected for many areas", es: "Valor p, corregido por muchas áreas",
    pt: "Valor p, corrigido por muitas áreas"),
  Sentence("column.verdict", en: "Verdict", es: "Veredicto", pt: "Veredito"),
  Sentence("column.density", en: "Records per km²", es: "Registros por km²", pt: "Registros por km²"),
  Sentence("column.z", en: "Standard deviations", es: "Desviaciones estándar", pt: "Desvios-padrão"),
  Sentence("column.bin", en: "Concentration (−3 to 3)", es: "Concentración (−3 a 3)", pt: "Concentração (−3 a 3)"),
  Sentence("column.class", en: "Class", es: "Clase", pt: "Classe"),
  Sentence("column.local_i", en: "Local Moran", es: "Moran local", pt: "Moran local"),
  Sentence("column.lag", en: "Mean of the neighbours", es: "Promedio de los vecinos", pt: "Média dos vizinhos"),
  Sentence("column.quadrant", en: "Quadrant", es: "Cuadrante", pt: "Quadrante"),
  Sentence("column.cumulative_share", en: "Share held with all before it", es: "Proporción acumulada", pt: "Proporção acumulada"),
  Sentence("column.spaces", en: "Spaces", es: "Espacios", pt: "Espaços"),
  Sentence(
    "column.space_km2", en: "Surface of spaces (km²)", es: "Superficie de espacios (km²)", pt: "Superfície de espaços (km²)"),
  Sentence(
    "column.space_share", en: "Share of the ground that is space", es: "Proporción del suelo que es espacio",
    pt: "Proporção do solo que é espaço"),
  Sentence(
    "column.nearest_space_m", en: "Metres to the nearest space", es: "Metros al espacio más cercano",
    pt: "Metros ao espaço mais próximo"),
  Sentence(
    "column.nearest_m", en: "Metres to the nearest other space", es: "Metros al otro espacio más cercano",
    pt: "Metros ao outro espaço mais próximo"),
  Sentence("column.count_of", en: "Records: {kind}", es: "Registros: {kind}", pt: "Registros: {kind}"),
  Sentence(
    "column.rate_of", en: "Rate per 100\u{202F}000: {kind}", es: "Tasa por 100\u{202F}000: {kind}",
    pt: "Taxa por 100\u{202F}000: {kind}"),
  Sentence(
    "column.covered_share", en: "Share within {metres} m", es: "Proporción a {metres} m o menos",
    pt: "Proporção a {metres} m ou menos"),
  Sentence(
    "column.covered_population", en: "People within {metres} m", es: "Personas a {metres} m o menos",
    pt: "Pessoas a {metres} m ou menos"),
  Sentence(
    "column.covered_km2", en: "Surface within {metres} m (km²)", es: "Superficie a {metres} m o menos (km²)",
    pt: "Superfície a {metres} m ou menos (km²)"),
  Sentence(
    "column.covered_share_walk", en: "Share within {metres} m on foot", es: "Proporción a {metres} m o menos a pie",
    pt: "Proporção a {metres} m ou menos a pé"),
  Sentence(
    "column.covered_population_walk", en: "People within {metres} m on foot", es: "Personas a {metres} m o menos a pie",
    pt: "Pessoas a {metres} m ou menos a pé"),
  Sentence(
    "column.covered_km2_walk", en: "Surface within {metres} m on foot (km²)", es: "Superficie a {metres} m o menos a pie (km²)",
    pt: "Superfície a {metres} m ou menos a pé (km²)"),
]
