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
]
