/// The account of the records: labels that stand before a number, and what is said when it does not add up.
let accountSentences: [Sentence] = [
  Sentence("account.title", en: "Account of the records", es: "Cuadre de registros", pt: "Balanço dos registros"),
  Sentence(
    "account.title_rows", en: "Account of the rows, and of the records that they stand for",
    es: "Cuadre de las filas y de los registros que representan", pt: "Balanço das linhas e dos registros que representam"),
  Sentence(
    "account.cases", en: "({count:int|record|records})", es: "({count:int|registro|registros})",
    pt: "({count:int|registro|registros})"),
  Sentence("account.read", en: "read", es: "leídos", pt: "lidos"),
  Sentence("account.joined", en: "joined to an area", es: "ubicados en un área", pt: "localizados em uma área"),
  Sentence("account.outside", en: "outside every area", es: "fuera de todas las áreas", pt: "fora de todas as áreas"),
  Sentence("account.unlocated", en: "without a usable place", es: "sin lugar utilizable", pt: "sem lugar utilizável"),
  Sentence(
    "account.rejected", en: "rejected: could not be read", es: "rechazados: no se pudieron leer",
    pt: "rejeitados: não puderam ser lidos"),
  Sentence(
    "account.filtered", en: "left out by the filters", es: "excluidos por los filtros", pt: "excluídos pelos filtros"),

  Sentence(
    "account.withheld", en: "withheld: on no map and in none of its figures",
    es: "reservados: no están en el mapa ni en sus cifras", pt: "reservados: não estão no mapa nem em seus números"),
  Sentence(
    "account.withheld.sensitive_kind", en: "of a kind that exposes people", es: "de un tipo que expone a personas",
    pt: "de um tipo que expõe pessoas"),
  Sentence(
    "account.withheld.pile", en: "at a coordinate that too many share", es: "en una coordenada que comparten demasiados",
    pt: "em uma coordenada que registros demais compartilham"),
  Sentence(
    "account.withheld.coarse_place", en: "with a place known less well than a block",
    es: "con un lugar conocido con menos precisión que una cuadra",
    pt: "com um lugar conhecido com menos precisão que um quarteirão"),

  Sentence("account.reason.no_coordinates", en: "no coordinates", es: "sin coordenadas", pt: "sem coordenadas"),
  Sentence(
    "account.reason.null_island", en: "coordinates 0, 0, which stand for missing ones",
    es: "coordenadas 0, 0, puestas donde faltaban", pt: "coordenadas 0, 0, usadas onde faltavam"),
  Sentence(
    "account.reason.no_code", en: "no area code or name", es: "sin código ni nombre de área", pt: "sem código nem nome de área"),
  Sentence(
    "account.reason.unknown_code", en: "an area code or name that no area has",
    es: "con un código o nombre que ninguna área tiene", pt: "com um código ou nome que nenhuma área tem"),
  Sentence(
    "account.reason.bad_row", en: "a row that does not fit the file's columns",
    es: "fila que no corresponde a las columnas del archivo", pt: "linha que não corresponde às colunas do arquivo"),
  Sentence(
    "account.reason.bad_encoding", en: "text that is not in the file's encoding",
    es: "texto que no está en la codificación del archivo", pt: "texto que não está na codificação do arquivo"),
  Sentence(
    "account.reason.too_long", en: "a record too long to be one", es: "registro demasiado largo para ser uno solo",
    pt: "registro longo demais para ser um só"),
  Sentence(
    "account.reason.bad_number", en: "a coordinate that is not a number", es: "coordenada que no es un número",
    pt: "coordenada que não é um número"),
  Sentence(
    "account.reason.out_of_range", en: "a coordinate outside the possible range",
    es: "coordenada fuera del intervalo posible", pt: "coordenada fora do intervalo possível"),
  Sentence(
    "account.reason.not_a_point", en: "a geometry that is not one point", es: "geometría que no es un solo punto",
    pt: "geometria que não é um único ponto"),
  Sentence(
    "account.reason.bad_date", en: "a date that cannot be read", es: "fecha que no se puede leer",
    pt: "data que não pode ser lida"),
  Sentence(
    "account.reason.bad_weight", en: "a weight that is not a number of zero or more",
    es: "peso que no es un número igual o mayor que cero", pt: "peso que não é um número igual ou maior que zero"),
  Sentence(
    "account.reason.total_row", en: "a row of totals, which repeats its parts",
    es: "fila de totales, que repite sus partes", pt: "linha de totais, que repete suas partes"),

  Sentence(
    "account.repeats", en: "exact copies of another record, which count all the same",
    es: "copias exactas de otro registro, que se cuentan igual", pt: "cópias exatas de outro registro, contadas do mesmo modo"),
  Sentence(
    "account.repeats_about", en: "exact copies of another record, about, which count all the same",
    es: "copias exactas de otro registro, aproximadamente, que se cuentan igual",
    pt: "cópias exatas de outro registro, aproximadamente, contadas do mesmo modo"),
  Sentence(
    "account.on_border", en: "on a border between areas, counted in the one with the lowest code",
    es: "en el límite entre áreas, contados en la de código menor",
    pt: "no limite entre áreas, contados na de menor código"),
  Sentence(
    "account.ambiguous", en: "inside two or more areas that overlap", es: "dentro de dos o más áreas que se superponen",
    pt: "dentro de duas ou mais áreas que se sobrepõem"),
  Sentence(
    "account.assigned", en: "sum of the counts over the areas", es: "suma de los conteos de las áreas",
    pt: "soma das contagens das áreas"),
  Sentence(
    "account.by_code", en: "joined by an area code", es: "ubicados por un código de área",
    pt: "localizados por um código de área"),
  Sentence(
    "account.by_name", en: "joined by an area name", es: "ubicados por un nombre de área",
    pt: "localizados por um nome de área"),
  Sentence(
    "account.disagree", en: "with a point in another area than they declare",
    es: "con un punto en un área distinta de la que declaran", pt: "com um ponto em uma área diferente da que declaram"),
]
