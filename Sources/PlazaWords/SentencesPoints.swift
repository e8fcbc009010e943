/// Records that are taken as points: how well their places are known, and where too many share one.
let pointSentences: [Sentence] = [
  Sentence(
    "points.coarse",
    en:
      "{count:int|record is|records are} left out: {count:plural|its place is|their places are} known less well than a block, and a map of points would put them where they were not",
    es:
      "{count:int|registro queda|registros quedan} fuera: su lugar se conoce con menos precisión que una cuadra, y un mapa de puntos los pondría donde no ocurrieron",
    pt:
      "{count:int|registro fica|registros ficam} de fora: seu lugar é conhecido com menos precisão que um quarteirão, e um mapa de pontos os poria onde não ocorreram"
  ),
  Sentence(
    "points.unknown_precision",
    en:
      "{count:int|record has|records have} a precision that is not known ({values}) and count as having none; known are {known}",
    es:
      "{count:int|registro tiene|registros tienen} una precisión que no se conoce ({values}) y cuentan como sin ella; se conocen {known}",
    pt:
      "{count:int|registro tem|registros têm} uma precisão que não se conhece ({values}) e contam como sem ela; conhecem-se {known}"
  ),
  Sentence(
    "points.piles",
    en:
      "{file}: {count:int|coordinate has|coordinates have} so many records ({records:int}, {share:percent}) that {count:plural|it is|they are} hardly where things happened: {examples}. Say what becomes of them: --piles keep (they did happen there), --piles drop, or --piles area (they count in their area and are no points)",
    es:
      "{file}: {count:int|coordenada tiene|coordenadas tienen} tantos registros ({records:int}, {share:percent}) que difícilmente son el lugar de los hechos: {examples}. Diga qué hacer con ellos: --piles keep (sí ocurrieron allí), --piles drop (excluirlos) o --piles area (cuentan en su área y no son puntos)",
    pt:
      "{file}: {count:int|coordenada tem|coordenadas têm} tantos registros ({records:int}, {share:percent}) que dificilmente são o lugar dos fatos: {examples}. Diga o que fazer com eles: --piles keep (ocorreram ali), --piles drop (excluí-los) ou --piles area (contam em sua área e não são pontos)"
  ),
  Sentence(
    "points.piles_kept",
    en: "{count:int|pile|piles} of records at one coordinate kept as points ({records:int|record|records}): {examples}",
    es:
      "{count:int|pila|pilas} de registros en una misma coordenada, tomadas como puntos ({records:int|registro|registros}): {examples}",
    pt:
      "{count:int|pilha|pilhas} de registros em uma mesma coordenada, tomadas como pontos ({records:int|registro|registros}): {examples}"
  ),
  Sentence(
    "points.piles_dropped",
    en: "{count:int|pile|piles} of records at one coordinate left out ({records:int|record|records}): {examples}",
    es: "{count:int|pila|pilas} de registros en una misma coordenada, sin usar ({records:int|registro|registros}): {examples}",
    pt: "{count:int|pilha|pilhas} de registros em uma mesma coordenada, sem usar ({records:int|registro|registros}): {examples}"),
  Sentence(
    "points.piles_area",
    en:
      "{count:int|pile|piles} of records at one coordinate count in their area and are no points ({records:int|record|records}): {examples}",
    es:
      "{count:int|pila|pilas} de registros en una misma coordenada cuentan en su área y no son puntos ({records:int|registro|registros}): {examples}",
    pt:
      "{count:int|pilha|pilhas} de registros em uma mesma coordenada contam em sua área e não são pontos ({records:int|registro|registros}): {examples}"
  ),
  Sentence(
    "ground.crs", en: "distances and surfaces are computed in {crs}", es: "distancias y superficies se calculan en {crs}",
    pt: "distâncias e superfícies são calculadas em {crs}"),
  Sentence(
    "ground.crs_stated", en: "distances and surfaces are computed in {crs}, as asked",
    es: "distancias y superficies se calculan en {crs}, como se pidió",
    pt: "distâncias e superfícies são calculadas em {crs}, como pedido"),
  Sentence(
    "ground.not_metric",
    en: "{crs} is not in metres (its unit is {unit}): --crs takes a projected CRS in metres, as EPSG:32614",
    es: "{crs} no está en metros (su unidad es {unit}): --crs toma un CRS proyectado en metros, como EPSG:32614",
    pt: "{crs} não está em metros (sua unidade é {unit}): --crs toma um CRS projetado em metros, como EPSG:32614"),
  Sentence(
    "ground.no_points",
    en: "no record has a usable place within what was asked for, and there is no --boundary: there is no ground to compute on",
    es:
      "ningún registro tiene un lugar utilizable dentro de lo pedido, y no hay --boundary: no hay terreno sobre el que calcular",
    pt: "nenhum registro tem um lugar utilizável dentro do pedido, e não há --boundary: não há terreno sobre o qual calcular"),
  Sentence(
    "ground.box",
    en:
      "without --boundary or --areas the study area is a box of {width:number} × {height:number} km around the middle 99.8 % of the records, empty land and water included ({beyond:int|record lies|records lie} beyond it); a boundary gives truer results",
    es:
      "sin --boundary ni --areas el área de estudio es un rectángulo de {width:number} × {height:number} km alrededor del 99,8 % central de los registros, con terrenos vacíos y agua ({beyond:int|registro queda|registros quedan} fuera); un límite da resultados más fieles",
    pt:
      "sem --boundary nem --areas a área de estudo é um retângulo de {width:number} × {height:number} km ao redor dos 99,8 % centrais dos registros, com terrenos vazios e água ({beyond:int|registro fica|registros ficam} fora); um limite dá resultados mais fiéis"
  ),
  Sentence(
    "points.no_known", en: "{file}: no place with a position, though --known was given",
    es: "{file}: ningún lugar con posición, aunque se dio --known",
    pt: "{file}: nenhum lugar com posição, embora se tenha dado --known"),
  Sentence(
    "points.kind_field", en: "{file}: kinds of incident in {field}", es: "{file}: tipos de hecho en {field}",
    pt: "{file}: tipos de ocorrência em {field}"),
]
