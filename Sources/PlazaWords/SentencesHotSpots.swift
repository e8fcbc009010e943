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
    "hotspots.none_areas",
    en: "of none of {tested:int} areas can it be said that it has more records around it than chance explains",
    es: "de ninguna de {tested:int} áreas se puede afirmar que tenga a su alrededor más registros de los que explica el azar",
    pt: "de nenhuma de {tested:int} áreas se pode afirmar que tenha ao redor mais registros do que o acaso explica"),
  Sentence(
    "hotspots.none_cells",
    en: "of none of {tested:int} cells can it be said that it has more records around it than chance explains",
    es: "de ninguna de {tested:int} celdas se puede afirmar que tenga a su alrededor más registros de los que explica el azar",
    pt: "de nenhuma de {tested:int} células se pode afirmar que tenha ao redor mais registros do que o acaso explica"),
  Sentence(
    "hotspots.zone",
    en:
      "zone {number:int}, around {place}: {records:int|record|records} in {km2:number} km², where an even spread would put {expected:number}",
    es:
      "zona {number:int}, alrededor de {place}: {records:int|registro|registros} en {km2:number} km², donde un reparto parejo dejaría {expected:number}",
    pt:
      "zona {number:int}, ao redor de {place}: {records:int|registro|registros} em {km2:number} km², onde uma distribuição uniforme deixaria {expected:number}"
  ),
  Sentence(
    "hotspots.zone_people",
    en:
      "zone {number:int}, around {place}: {records:int|record|records} in {km2:number} km² with {people:int|inhabitant|inhabitants}, where an even spread over the ground would put {expected:number}",
    es:
      "zona {number:int}, alrededor de {place}: {records:int|registro|registros} en {km2:number} km² con {people:int|habitante|habitantes}, donde un reparto parejo sobre el terreno dejaría {expected:number}",
    pt:
      "zona {number:int}, ao redor de {place}: {records:int|registro|registros} em {km2:number} km² com {people:int|habitante|habitantes}, onde uma distribuição uniforme sobre o terreno deixaria {expected:number}"
  ),
  Sentence(
    "hotspots.zone_rate",
    en:
      "zone {number:int}, around {place}: {records:int|record|records} in {km2:number} km² with {people:int|inhabitant|inhabitants}, where as many as elsewhere would be {expected:number}",
    es:
      "zona {number:int}, alrededor de {place}: {records:int|registro|registros} en {km2:number} km² con {people:int|habitante|habitantes}, donde tantos como en el resto serían {expected:number}",
    pt:
      "zona {number:int}, ao redor de {place}: {records:int|registro|registros} em {km2:number} km² com {people:int|habitante|habitantes}, onde tantos quanto no resto seriam {expected:number}"
  ),
  Sentence(
    "hotspots.too_few",
    en:
      "{records:int|record is|records are} too few to tell zones from chance: it takes {needed:int}, or a zone of {together:int} at least that chance does not explain",
    es:
      "{records:int|registro es|registros son} muy {records:plural|poco|pocos} para distinguir zonas del azar: hacen falta {needed:int}, o una zona de al menos {together:int} que el azar no explique",
    pt:
      "{records:int|registro é|registros são} {records:plural|pouco|poucos} para distinguir zonas do acaso: são precisos {needed:int}, ou uma zona de pelo menos {together:int} que o acaso não explique"
  ),
  Sentence(
    "hotspots.cold_areas",
    en:
      "{units:int|area and its surroundings have|areas and their surroundings have} fewer records than chance would leave there",
    es: "{units:int|área y su entorno tienen|áreas y su entorno tienen} menos registros de los que dejaría allí el azar",
    pt: "{units:int|área e seu entorno têm|áreas e seu entorno têm} menos registros do que o acaso deixaria ali"),
  Sentence(
    "hotspots.cold_cells",
    en:
      "{units:int|cell and its surroundings have|cells and their surroundings have} fewer records than chance would leave there",
    es: "{units:int|celda y su entorno tienen|celdas y su entorno tienen} menos registros de los que dejaría allí el azar",
    pt: "{units:int|célula e seu entorno têm|células e seu entorno têm} menos registros do que o acaso deixaria ali"),
  Sentence(
    "hotspots.moran_alike", en: "neighbours are more alike than chance makes them (Moran's I {value:number}, p {p:number})",
    es: "las unidades vecinas se parecen más de lo que explica el azar (I de Moran {value:number}, p {p:number})",
    pt: "as unidades vizinhas se parecem mais do que o acaso explica (I de Moran {value:number}, p {p:number})"),
  Sentence(
    "hotspots.moran_unlike", en: "neighbours are less alike than chance makes them (Moran's I {value:number}, p {p:number})",
    es: "las unidades vecinas se parecen menos de lo que explica el azar (I de Moran {value:number}, p {p:number})",
    pt: "as unidades vizinhas se parecem menos do que o acaso explica (I de Moran {value:number}, p {p:number})"),
  Sentence(
    "hotspots.moran_ground",
    en:
      "neighbours are alike (Moran's I {value:number}, p {p:number}), but no more than units of unequal ground are when records fall evenly on it",
    es:
      "las unidades vecinas se parecen (I de Moran {value:number}, p {p:number}), pero no más que unidades de terreno desigual cuando los registros caen parejos sobre él",
    pt:
      "as unidades vizinhas se parecem (I de Moran {value:number}, p {p:number}), mas não mais do que unidades de terreno desigual quando os registros caem uniformemente sobre ele"
  ),
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
    en:
      "{count:int|unit has|units have} no neighbour and no statistic: {units}; where borders were drawn a little apart, --gap METRES lets them touch",
    es:
      "{count:int|unidad no tiene|unidades no tienen} vecinas ni estadístico: {units}; si los límites se dibujaron algo separados, --gap METROS hace que se toquen",
    pt:
      "{count:int|unidade não tem|unidades não têm} vizinhas nem estatística: {units}; se os limites foram desenhados um pouco afastados, --gap METROS faz com que se toquem"
  ),
  Sentence(
    "hotspots.undefined", en: "nothing can be tested on {count:int|unit|units}: {reason:id}",
    es: "no hay nada que probar en {count:int|unidad|unidades}: {reason:id}",
    pt: "não há o que testar em {count:int|unidade|unidades}: {reason:id}"),
  Sentence("untested.novalue", en: "they have no value", es: "no tienen valor", pt: "não têm valor"),
  Sentence("untested.island", en: "none has a neighbour", es: "ninguna tiene vecinas", pt: "nenhuma tem vizinhas"),
  Sentence("untested.toofewareas", en: "it takes three", es: "hacen falta tres", pt: "são precisas três"),
  Sentence(
    "untested.constantvalues", en: "all have the same value", es: "todas tienen el mismo valor", pt: "todas têm o mesmo valor"),
  Sentence(
    "untested.everyareaisneighbor", en: "each is the neighbour of all others", es: "cada una es vecina de todas las demás",
    pt: "cada uma é vizinha de todas as outras"),
  Sentence("untested.negativevalue", en: "some values are negative", es: "hay valores negativos", pt: "há valores negativos"),
  Sentence(
    "hotspots.no_value", en: "{count:int|unit has|units have} no value (no population or no geometry) and no statistic",
    es: "{count:int|unidad no tiene|unidades no tienen} valor (sin población o sin geometría) ni estadístico",
    pt: "{count:int|unidade não tem|unidades não têm} valor (sem população ou sem geometria) nem estatística"),
  Sentence(
    "hotspots.dominant_cell",
    en: "One cell ({unit}, {count:int|record|records}) holds more than any other cell with all its neighbours. Look at it first:"
      + " beside it hardly any other zone can show as beyond chance, so a map without zones elsewhere does not say that there"
      + " are none; repeat without its records",
    es: "Una sola celda ({unit}, {count:int|registro|registros}) tiene más que cualquier otra junto con todas sus vecinas. Mírela"
      + " primero: a su lado casi ninguna otra zona puede destacar sobre el azar, así que un mapa sin otras zonas no dice que no"
      + " las haya; repita sin los registros de ella",
    pt:
      "Uma só célula ({unit}, {count:int|registro|registros}) tem mais do que qualquer outra junto com todas as vizinhas. Olhe-a"
      + " primeiro: ao lado dela quase nenhuma outra zona pode se destacar do acaso, portanto um mapa sem outras zonas não diz que"
      + " não existam; repita sem os registros dela"),
  Sentence(
    "hotspots.dominant_area",
    en: "One area ({unit}, {count:int|record|records}) holds more than any other area with all its neighbours. Look at it first:"
      + " beside it hardly any other zone can show as beyond chance, so a map without zones elsewhere does not say that there"
      + " are none",
    es: "Una sola área ({unit}, {count:int|registro|registros}) tiene más que cualquier otra junto con todas sus vecinas. Mírela"
      + " primero: a su lado casi ninguna otra zona puede destacar sobre el azar, así que un mapa sin otras zonas no dice que no"
      + " las haya",
    pt: "Uma só área ({unit}, {count:int|registro|registros}) tem mais do que qualquer outra junto com todas as vizinhas. Olhe-a"
      + " primeiro: ao lado dela quase nenhuma outra zona pode se destacar do acaso, portanto um mapa sem outras zonas não diz que"
      + " não existam"),
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
  Sentence(
    "density.densest",
    en: "the densest {surface:percent} of the surface ({km2:number} km²) holds {records:percent} of the records",
    es: "el {surface:percent} más denso de la superficie ({km2:number} km²) reúne el {records:percent} de los registros",
    pt: "{surface:percent} mais densos da superfície ({km2:number} km²) reúnem {records:percent} dos registros"),
  Sentence("kernel.quartic", en: "quartic", es: "cuártico", pt: "quártico"),
  Sentence("kernel.gaussian", en: "Gaussian", es: "gaussiano", pt: "gaussiano"),
  Sentence("kernel.epanechnikov", en: "Epanechnikov", es: "de Epanechnikov", pt: "de Epanechnikov"),
  Sentence("kernel.triangular", en: "triangular", es: "triangular", pt: "triangular"),
  Sentence("kernel.uniform", en: "uniform", es: "uniforme", pt: "uniforme"),
  Sentence("kernel.triweight", en: "triweight", es: "triweight", pt: "triweight"),
  Sentence("rule.robust", en: "robust", es: "robusta", pt: "robusta"),
  Sentence("rule.scott", en: "Scott", es: "de Scott", pt: "de Scott"),
  Sentence("rule.reference", en: "normal reference", es: "de referencia normal", pt: "de referência normal"),
  Sentence("rule.likelihood", en: "likelihood", es: "de verosimilitud", pt: "de verossimilhança"),
  Sentence("rule.diggle", en: "Diggle", es: "de Diggle", pt: "de Diggle"),
  Sentence(
    "density.bandwidth_stated",
    en: "{kernel:id} kernel, bandwidth {bandwidth:number} m as given, cells of {cell:number} m",
    es: "núcleo {kernel:id}, ancho de banda {bandwidth:number} m según lo pedido, celdas de {cell:number} m",
    pt: "núcleo {kernel:id}, largura de banda {bandwidth:number} m conforme o pedido, células de {cell:number} m"),
  Sentence(
    "density.bandwidth_standarddistance",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m by the {rule:id} rule: the standard distance of {points:int} records decided; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m por la regla {rule:id}: decidió la distancia estándar de {points:int} registros; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m pela regra {rule:id}: decidiu a distância padrão de {points:int} registros; células de {cell:number} m"
  ),
  Sentence(
    "density.bandwidth_mediandistance",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m by the {rule:id} rule: the median distance of {points:int} records decided, as some lie far out; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m por la regla {rule:id}: decidió la distancia mediana de {points:int} registros, pues algunos están lejos; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m pela regra {rule:id}: decidiu a distância mediana de {points:int} registros, pois alguns estão longe; células de {cell:number} m"
  ),
  Sentence(
    "density.bandwidth_mediandistancezero",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m by the {rule:id} rule: half of {points:int} records lie at one place, so the standard distance decided; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m por la regla {rule:id}: la mitad de {points:int} registros está en un mismo lugar, así que decidió la distancia estándar; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m pela regra {rule:id}: metade de {points:int} registros está em um mesmo lugar, por isso decidiu a distância padrão; células de {cell:number} m"
  ),
  Sentence(
    "density.bandwidth_axisspread",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m by the {rule:id} rule: the spread of {points:int} records along both axes; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m por la regla {rule:id}: la dispersión de {points:int} registros en ambos ejes; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m pela regra {rule:id}: a dispersão de {points:int} registros em ambos os eixos; células de {cell:number} m"
  ),
  Sentence(
    "density.bandwidth_quartilerangezero",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m by the {rule:id} rule: half of {points:int} records share a line, so their standard deviation decided; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m por la regla {rule:id}: la mitad de {points:int} registros comparte una línea, así que decidió su desviación estándar; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m pela regra {rule:id}: metade de {points:int} registros compartilha uma linha, por isso decidiu seu desvio-padrão; células de {cell:number} m"
  ),
  Sentence(
    "density.bandwidth_likelihood",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m by {rule:id} cross-validation over {points:int} records; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m por validación cruzada ({rule:id}) sobre {points:int} registros; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m por validação cruzada ({rule:id}) sobre {points:int} registros; células de {cell:number} m"
  ),
  Sentence(
    "density.bandwidth_likelihoodatend",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m: the likelihood of {points:int} records still rose at the end of what {rule:id} tried; choose by --bandwidth; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m: la verosimilitud de {points:int} registros aún crecía al final de lo que {rule:id} probó; elija con --bandwidth; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m: a verossimilhança de {points:int} registros ainda crescia no fim do que {rule:id} tentou; escolha com --bandwidth; células de {cell:number} m"
  ),
  Sentence(
    "density.bandwidth_squareerror",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m by the {rule:id} rule: the least mean square error over {places:int} places; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m por la regla {rule:id}: el menor error cuadrático medio sobre {places:int} lugares; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m pela regra {rule:id}: o menor erro quadrático médio sobre {places:int} lugares; células de {cell:number} m"
  ),
  Sentence(
    "density.bandwidth_squareerroratend",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m: the mean square error over {places:int} places was least at an end of what {rule:id} tried; choose by --bandwidth; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m: el error cuadrático medio sobre {places:int} lugares fue menor en un extremo de lo que {rule:id} probó; elija con --bandwidth; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m: o erro quadrático médio sobre {places:int} lugares foi menor em um extremo do que {rule:id} tentou; escolha com --bandwidth; células de {cell:number} m"
  ),
  Sentence(
    "density.bandwidth_boxwithoutarea",
    en:
      "{kernel:id} kernel, bandwidth {bandwidth:number} m: {points:int} records lie on one line, where {rule:id} has no area, so Scott's rule decided; cells of {cell:number} m",
    es:
      "núcleo {kernel:id}, ancho de banda {bandwidth:number} m: {points:int} registros están en una línea, donde {rule:id} no tiene superficie, así que decidió la regla de Scott; celdas de {cell:number} m",
    pt:
      "núcleo {kernel:id}, largura de banda {bandwidth:number} m: {points:int} registros estão em uma linha, onde {rule:id} não tem área, por isso decidiu a regra de Scott; células de {cell:number} m"
  ),
  Sentence(
    "density.duplicates",
    en:
      "{share:percent} of the records lie where another one does: places may be rounded, and bandwidths chosen from them too small",
    es:
      "el {share:percent} de los registros está donde ya hay otro: los lugares pueden estar redondeados, y el ancho de banda elegido resultar pequeño",
    pt:
      "{share:percent} dos registros estão onde já há outro: os lugares podem estar arredondados, e a largura de banda escolhida ser pequena demais"
  ),
  Sentence(
    "density.no_boundary", en: "--edge diggle needs --boundary FILE: it keeps the mass inside it",
    es: "--edge diggle necesita --boundary ARCHIVO: conserva la masa dentro de él",
    pt: "--edge diggle precisa de --boundary ARQUIVO: conserva a massa dentro dele"),
  Sentence(
    "density.too_few", en: "a bandwidth needs at least two records; give --bandwidth METRES",
    es: "un ancho de banda necesita al menos dos registros; dé --bandwidth METROS",
    pt: "uma largura de banda precisa de ao menos dois registros; dê --bandwidth METROS"),
  Sentence(
    "density.one_place", en: "all records lie in one place, so no bandwidth follows from them; give --bandwidth METRES",
    es: "todos los registros están en un mismo lugar, así que no se deduce un ancho de banda; dé --bandwidth METROS",
    pt: "todos os registros estão em um mesmo lugar, por isso não se deduz uma largura de banda; dê --bandwidth METROS"),
  Sentence(
    "density.bad_bandwidth",
    en:
      "a bandwidth of {bandwidth:number} m is less than a cell of {cell:number} m, or beyond all measure: give a smaller --cell or another --bandwidth",
    es:
      "un ancho de banda de {bandwidth:number} m es menor que una celda de {cell:number} m, o desmedido: use --cell menor u otro --bandwidth",
    pt:
      "uma largura de banda de {bandwidth:number} m é menor que uma célula de {cell:number} m, ou desmedida: use --cell menor ou outro --bandwidth"
  ),
  Sentence(
    "density.too_many_cells",
    en:
      "a layer of {count:int} cells is too large (at most {limit:int}): write a raster with -o NAME.tif, or give --cell above {cell:number} m",
    es:
      "una capa de {count:int} celdas es demasiado grande (como máximo {limit:int}): escriba un ráster con -o NOMBRE.tif, o dé --cell mayor que {cell:number} m",
    pt:
      "uma camada de {count:int} células é grande demais (no máximo {limit:int}): escreva um raster com -o NOME.tif, ou dê --cell maior que {cell:number} m"
  ),
  Sentence(
    "density.failed", en: "the density cannot be computed: {reason}", es: "no se puede calcular la densidad: {reason}",
    pt: "não se pode calcular a densidade: {reason}"),
  Sentence(
    "density.against_boundary", en: "--reference needs --boundary FILE, so that both densities lie on the same ground",
    es: "--reference necesita --boundary ARCHIVO, para que ambas densidades estén en el mismo terreno",
    pt: "--reference precisa de --boundary ARQUIVO, para que ambas as densidades estejam no mesmo terreno"),
  Sentence(
    "density.against_nothing",
    en: "the points of --reference have no weight within the boundary: there is nothing to hold the density against",
    es: "los puntos de --reference no tienen peso dentro del límite: no hay contra qué medir la densidad",
    pt: "os pontos de --reference não têm peso dentro do limite: não há com que comparar a densidade"),
]
