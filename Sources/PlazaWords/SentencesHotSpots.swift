/// Where records are many beyond chance. Hot spots of crime are called *zonas prioritarias*.
let hotSpotSentences: [Sentence] = [
  Sentence(
    "hotspots.zones_areas",
    en:
      "{zones:int|zone|zones} ({units:int|area|areas} of {tested:int}) {zones:plural|holds|hold} {records:percent} of the records in {surface:percent} of the surface, beyond what chance explains",
    es:
      "{zones:int|zona prioritaria|zonas prioritarias} ({units:int|área|áreas} de {tested:int}) {zones:plural|reúne|reúnen} el {records:percent} de los registros en el {surface:percent} de la superficie, más de lo que explica el azar",
    pt:
      "{zones:int|zona prioritária|zonas prioritárias} ({units:int|área|áreas} de {tested:int}) {zones:plural|reúne|reúnem} {records:percent} dos registros em {surface:percent} da superfície, mais do que o acaso explica"
  ),
  Sentence(
    "hotspots.zones_cells",
    en:
      "{zones:int|zone|zones} ({units:int|cell|cells} of {tested:int}) {zones:plural|holds|hold} {records:percent} of the records in {surface:percent} of the surface, beyond what chance explains",
    es:
      "{zones:int|zona prioritaria|zonas prioritarias} ({units:int|celda|celdas} de {tested:int}) {zones:plural|reúne|reúnen} el {records:percent} de los registros en el {surface:percent} de la superficie, más de lo que explica el azar",
    pt:
      "{zones:int|zona prioritária|zonas prioritárias} ({units:int|célula|células} de {tested:int}) {zones:plural|reúne|reúnem} {records:percent} dos registros em {surface:percent} da superfície, mais do que o acaso explica"
  ),
  Sentence(
    "hotspots.none_areas", en: "none of {tested:int} areas has more records around it than chance explains",
    es: "ninguna de {tested:int} áreas tiene a su alrededor más registros de los que explica el azar",
    pt: "nenhuma de {tested:int} áreas tem ao redor mais registros do que o acaso explica"),
  Sentence(
    "hotspots.none_cells", en: "none of {tested:int} cells has more records around it than chance explains",
    es: "ninguna de {tested:int} celdas tiene a su alrededor más registros de los que explica el azar",
    pt: "nenhuma de {tested:int} células tem ao redor mais registros do que o acaso explica"),
  Sentence(
    "hotspots.hottest",
    en:
      "{unit} stands out most: {count:int|record|records} there, and its surroundings lie {z:number} standard deviations above chance",
    es:
      "{unit} es donde más se nota: {count:int|registro|registros} allí, y su entorno está {z:number} desviaciones estándar por encima del azar",
    pt:
      "{unit} é onde mais se nota: {count:int|registro|registros} ali, e seu entorno está {z:number} desvios-padrão acima do acaso"
  ),
  Sentence(
    "hotspots.cold_areas", en: "{units:int|area has|areas have} fewer records around than chance explains",
    es: "{units:int|área tiene|áreas tienen} a su alrededor menos registros de los que explica el azar",
    pt: "{units:int|área tem|áreas têm} ao redor menos registros do que o acaso explica"),
  Sentence(
    "hotspots.cold_cells", en: "{units:int|cell has|cells have} fewer records around than chance explains",
    es: "{units:int|celda tiene|celdas tienen} a su alrededor menos registros de los que explica el azar",
    pt: "{units:int|célula tem|células têm} ao redor menos registros do que o acaso explica"),
  Sentence(
    "hotspots.moran_alike", en: "neighbours are more alike than chance makes them (Moran's I {value:number}, p {p:number})",
    es: "las unidades vecinas se parecen más de lo que explica el azar (I de Moran {value:number}, p {p:number})",
    pt: "as unidades vizinhas se parecem mais do que o acaso explica (I de Moran {value:number}, p {p:number})"),
  Sentence(
    "hotspots.moran_unlike", en: "neighbours are less alike than chance makes them (Moran's I {value:number}, p {p:number})",
    es: "las unidades vecinas se parecen menos de lo que explica el azar (I de Moran {value:number}, p {p:number})",
    pt: "as unidades vizinhas se parecem menos do que o acaso explica (I de Moran {value:number}, p {p:number})"),
  Sentence(
    "hotspots.moran_none", en: "neighbours are no more alike than chance makes them (Moran's I {value:number}, p {p:number})",
    es: "las unidades vecinas no se parecen más de lo que explica el azar (I de Moran {value:number}, p {p:number})",
    pt: "as unidades vizinhas não se parecem mais do que o acaso explica (I de Moran {value:number}, p {p:number})"),
  Sentence(
    "hotspots.high_among_low",
    en:
      "{units:int|unit stands|units stand} out high among low neighbours; the highest is {unit} with {count:int|record|records}",
    es:
      "{units:int|unidad sobresale|unidades sobresalen} entre vecinas bajas; la más alta es {unit}, con {count:int|registro|registros}",
    pt:
      "{units:int|unidade se destaca|unidades se destacam} entre vizinhas baixas; a mais alta é {unit}, com {count:int|registro|registros}"
  ),
  Sentence(
    "hotspots.islands",
    en: "{count:int|unit has|units have} no neighbour and no statistic: {units}",
    es: "{count:int|unidad no tiene|unidades no tienen} vecinas ni estadístico: {units}",
    pt: "{count:int|unidade não tem|unidades não têm} vizinhas nem estatística: {units}"),
  Sentence(
    "hotspots.undefined", en: "nothing can be tested on {count:int|unit|units}: {reason}",
    es: "no hay nada que probar en {count:int|unidad|unidades}: {reason}",
    pt: "não há o que testar em {count:int|unidade|unidades}: {reason}"),
  Sentence(
    "hotspots.no_value", en: "{count:int|unit has|units have} no value (no population or no geometry) and no statistic",
    es: "{count:int|unidad no tiene|unidades no tienen} valor (sin población o sin geometría) ni estadístico",
    pt: "{count:int|unidade não tem|unidades não têm} valor (sem população ou sem geometria) nem estatística"),
  Sentence(
    "hotspots.few_permutations",
    en:
      "{permutations:int} permutations cannot find a single significant unit among {tests:int} tests after correction; give --permutations {wanted}",
    es:
      "{permutations:int} permutaciones no permiten hallar ninguna unidad significativa entre {tests:int} pruebas tras la corrección; use --permutations {wanted}",
    pt:
      "{permutations:int} permutações não permitem achar nenhuma unidade significativa entre {tests:int} testes após a correção; use --permutations {wanted}"
  ),
  Sentence(
    "hotspots.mixed_kinds",
    en: "{count:int} kinds of {field} are taken together: the map shows the commonest; choose one with --where {field}=…",
    es: "se toman juntos {count:int} tipos de {field}: el mapa muestra los más frecuentes; elija uno con --where {field}=…",
    pt: "tomam-se juntos {count:int} tipos de {field}: o mapa mostra os mais frequentes; escolha um com --where {field}=…"),
  Sentence(
    "hotspots.no_units", en: "say what is tested: --areas FILE, or --cell METRES for the cells of a grid",
    es: "diga qué se prueba: --areas ARCHIVO, o --cell METROS para las celdas de una cuadrícula",
    pt: "diga o que se testa: --areas ARQUIVO, ou --cell METROS para as células de uma grade"),
  Sentence(
    "hotspots.two_units", en: "--areas and --grid (or --cell) say two things; give one of them",
    es: "--areas y --grid (o --cell) dicen dos cosas distintas; dé una sola",
    pt: "--areas e --grid (ou --cell) dizem duas coisas; dê uma só"),
  Sentence(
    "hotspots.cells_only",
    en: "--boundary, --crs, --precision, --piles and --known go with the cells of a grid; areas count whatever lies in them",
    es:
      "--boundary, --crs, --precision, --piles y --known van con las celdas de una cuadrícula; las áreas cuentan lo que hay en ellas",
    pt: "--boundary, --crs, --precision, --piles e --known vão com as células de uma grade; as áreas contam o que há nelas"),
  Sentence(
    "hotspots.no_population", en: "--on rate needs areas with --population FIELD",
    es: "--on rate necesita áreas con --population CAMPO", pt: "--on rate precisa de áreas com --population CAMPO"),
  Sentence(
    "grid.too_many_cells",
    en: "cells of {cell:number} m would be {count} (at most {limit:int}): give a larger --cell or a smaller --boundary",
    es: "las celdas de {cell:number} m serían {count} (como máximo {limit:int}): use --cell mayor o --boundary menor",
    pt: "as células de {cell:number} m seriam {count} (no máximo {limit:int}): use --cell maior ou --boundary menor"),
  Sentence(
    "grid.failed", en: "the grid cannot be cut to the boundary: {reason}",
    es: "no se puede recortar la cuadrícula al límite: {reason}",
    pt: "não se pode recortar a grade ao limite: {reason}"),
  Sentence(
    "units.no_geometry", en: "area {code} has no geometry, so it has no distance to others; use --neighbors queen",
    es: "el área {code} no tiene geometría, así que no tiene distancia a otras; use --neighbors queen",
    pt: "a área {code} não tem geometria, por isso não tem distância a outras; use --neighbors queen"),
  Sentence(
    "statistics.failed", en: "the statistic cannot be computed: {reason}", es: "no se puede calcular el estadístico: {reason}",
    pt: "não se pode calcular a estatística: {reason}"),
]
