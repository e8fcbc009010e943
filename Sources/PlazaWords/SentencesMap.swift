/// What stands on maps and charts, and names the classes of a layer in a GIS.
let mapSentences: [Sentence] = [
  Sentence(
    "map.description", en: "Map of {count:int|area|areas}. {title}: {classes}.",
    es: "Mapa de {count:int|área|áreas}. {title}: {classes}.", pt: "Mapa de {count:int|área|áreas}. {title}: {classes}."),
  Sentence(
    "map.description_spaces", en: "Map of {count:int|space|spaces}. {title}: {classes}.",
    es: "Mapa de {count:int|espacio|espacios}. {title}: {classes}.", pt: "Mapa de {count:int|espaço|espaços}. {title}: {classes}."
  ),
  Sentence("map.spaces", en: "spaces", es: "espacios", pt: "espaços"),
  Sentence("map.areas", en: "areas", es: "áreas", pt: "áreas"),
  Sentence("map.source_records", en: "Records: {file}.", es: "Registros: {file}.", pt: "Registros: {file}."),
  Sentence("map.source_areas", en: "Areas: {file}.", es: "Áreas: {file}.", pt: "Áreas: {file}."),
  Sentence("map.source_spaces", en: "Spaces: {file}.", es: "Espacios: {file}.", pt: "Espaços: {file}."),
  Sentence("map.source_people", en: "People: {file}.", es: "Población: {file}.", pt: "População: {file}."),
  Sentence("map.source_streets", en: "Streets: {file}.", es: "Calles: {file}.", pt: "Ruas: {file}."),
  Sentence("map.stated_source", en: "Source: {source}.", es: "Fuente: {source}.", pt: "Fonte: {source}."),
  Sentence(
    "map.overlay.service", en: "Within {metres:number} m of a space ({mode:id})",
    es: "A {metres:number} m o menos de un espacio ({mode:id})", pt: "A {metres:number} m ou menos de um espaço ({mode:id})"),
  Sentence("map.overlay.hazard", en: "Zones of {hazard}", es: "Zonas de {hazard}", pt: "Zonas de {hazard}"),
  Sentence("map.overlay.any_class", en: "any class", es: "cualquier clase", pt: "qualquer classe"),
  Sentence(
    "map.overlay.exposed_spaces", en: "Spaces in some zone", es: "Espacios en alguna zona", pt: "Espaços em alguma zona"),
  Sentence("map.overlay.other_spaces", en: "Other spaces", es: "Otros espacios", pt: "Outros espaços"),
  Sentence("map.cells", en: "cells", es: "celdas", pt: "células"),
  Sentence(
    "map.description_cells", en: "Map of {count:int|cell|cells}. {title}: {classes}.",
    es: "Mapa de {count:int|celda|celdas}. {title}: {classes}.", pt: "Mapa de {count:int|célula|células}. {title}: {classes}."
  ),
  Sentence(
    "map.no_field", en: "--map-field {field}: the layer of the map has no such field; it has {fields}",
    es: "--map-field {field}: la capa del mapa no tiene ese campo; tiene {fields}",
    pt: "--map-field {field}: a camada do mapa não tem esse campo; tem {fields}"),
  Sentence(
    "map.no_space_field",
    en:
      "--map-field {field}: the layer of the map has no such field; it has {fields}. A field of the registry is shown where --type or --state names it",
    es:
      "--map-field {field}: la capa del mapa no tiene ese campo; tiene {fields}. Un campo del registro se muestra si --type o --state lo nombra",
    pt:
      "--map-field {field}: a camada do mapa não tem esse campo; tem {fields}. Um campo do registro é mostrado se --type ou --state o nomeia"
  ),
  Sentence("title.join", en: "Records by area", es: "Registros por área", pt: "Registros por área"),
  Sentence("title.compare", en: "Changes by area", es: "Cambios por área", pt: "Mudanças por área"),
  Sentence(
    "title.concentration", en: "Where most records are", es: "Dónde está la mayoría de los registros",
    pt: "Onde está a maioria dos registros"),
  Sentence(
    "title.hotspots", en: "Where records concentrate", es: "Dónde se concentran los registros",
    pt: "Onde os registros se concentram"),
  Sentence(
    "title.hotspots_gi", en: "Where records concentrate", es: "Dónde se concentran los registros",
    pt: "Onde os registros se concentram"),
  Sentence(
    "title.hotspots_moran", en: "Areas like their neighbours, and unlike them",
    es: "Áreas parecidas a sus vecinas, y distintas de ellas",
    pt: "Áreas parecidas com suas vizinhas, e diferentes delas"),
  Sentence(
    "title.hotspots_density", en: "Where the records are densest", es: "Dónde son más densos los registros",
    pt: "Onde os registros são mais densos"),
  Sentence(
    "title.hotspots_clusters", en: "Zones where records gather", es: "Zonas donde se juntan los registros",
    pt: "Zonas onde os registros se juntam"),
  Sentence(
    "title.hotspots_backtest", en: "How well the map said where later records were",
    es: "Qué tan bien dijo el mapa dónde serían los registros posteriores",
    pt: "Quão bem o mapa disse onde seriam os registros posteriores"),
  Sentence(
    "title.coverage", en: "Who has a public space nearby", es: "Quién tiene cerca un espacio público",
    pt: "Quem tem perto um espaço público"),
  Sentence("title.spaces", en: "Public spaces", es: "Espacios públicos", pt: "Espaços públicos"),
  Sentence(
    "title.exposure", en: "What lies in hazard zones", es: "Qué está en zonas de amenaza", pt: "O que está em zonas de ameaça"),
  Sentence("title.check", en: "What is wrong with the layer", es: "Qué está mal en la capa", pt: "O que está errado na camada"),
  Sentence("title.convert", en: "Layer", es: "Capa", pt: "Camada"),
  Sentence("style.space_type", en: "Type of space ({field})", es: "Tipo de espacio ({field})", pt: "Tipo de espaço ({field})"),
  Sentence(
    "style.space_state", en: "State of the space ({field})", es: "Estado del espacio ({field})", pt: "Estado do espaço ({field})"),
  Sentence("style.more", en: "+{percent:int}%", es: "+{percent:int}\u{202F}%", pt: "+{percent:int}\u{202F}%"),
  Sentence("style.fewer", en: "−{percent:int}%", es: "−{percent:int}\u{202F}%", pt: "−{percent:int}\u{202F}%"),
  Sentence(
    "map.own_classes",
    en: "{field}, which this map shows, has classes of its own; choose a field with numbers with --map-field",
    es: "{field}, que es lo que muestra este mapa, tiene sus propias clases; elija un campo con números con --map-field",
    pt: "{field}, que é o que este mapa mostra, tem suas próprias classes; escolha um campo com números com --map-field"),
  Sentence(
    "map.no_numbers",
    en: "--map-field {field} holds texts, which have no classes; leave out --map-method, --map-classes and --map-breaks",
    es: "--map-field {field} tiene textos, que no se dividen en clases; omita --map-method, --map-classes y --map-breaks",
    pt: "--map-field {field} tem textos, que não se dividem em classes; omita --map-method, --map-classes e --map-breaks"),
  Sentence(
    "map.many_texts",
    en: "--map-field {field} holds more than {most:int} different texts, which no colours tell apart; choose another field",
    es: "--map-field {field} tiene más de {most:int} textos distintos, que ningún color distingue; elija otro campo",
    pt: "--map-field {field} tem mais de {most:int} textos diferentes, que nenhuma cor distingue; escolha outro campo"),
  Sentence(
    "map.no_level", en: "--map-level {level} is no level of these areas; they have {levels}",
    es: "--map-level {level} no es un nivel de estas áreas; tienen {levels}",
    pt: "--map-level {level} não é um nível destas áreas; elas têm {levels}"),
  Sentence(
    "map.no_levels", en: "--map-level {level}: these areas are not nested, so there is no level to choose; leave it out",
    es: "--map-level {level}: estas áreas no están anidadas, así que no hay nivel que elegir; omítalo",
    pt: "--map-level {level}: estas áreas não são aninhadas, portanto não há nível a escolher; omita-o"),
  Sentence(
    "map.many_breaks", en: "--map-breaks takes at most {most:int} limits: more classes are not told apart",
    es: "--map-breaks admite como máximo {most:int} límites: más clases no se distinguen",
    pt: "--map-breaks aceita no máximo {most:int} limites: mais classes não se distinguem"),
  Sentence("style.beyond_all", en: "farther", es: "más lejos", pt: "mais longe"),
  Sentence("map.overlay.spaces", en: "Public spaces", es: "Espacios públicos", pt: "Espaços públicos"),
  Sentence("style.value", en: "{value:number}", es: "{value:number}", pt: "{value:number}"),
  Sentence(
    "style.range", en: "{lower:number} to {upper:number}", es: "{lower:number} a {upper:number}",
    pt: "{lower:number} a {upper:number}"),
  Sentence(
    "style.range_above", en: "more than {lower:number} to {upper:number}", es: "más de {lower:number} a {upper:number}",
    pt: "mais de {lower:number} a {upper:number}"),
  Sentence(
    "map.not_shown",
    en: "{count:int} of {total:int} records ({share:percent}) are not on the map: no area or no place is known for them.",
    es: "{count:int} de {total:int} registros ({share:percent}) no están en el mapa: no se conoce su área o su lugar.",
    pt: "{count:int} de {total:int} registros ({share:percent}) não estão no mapa: não se conhece a sua área ou o seu lugar."),
  Sentence(
    "style.up_to", en: "up to {upper:number}", es: "hasta {upper:number}", pt: "até {upper:number}"),
  Sentence(
    "style.from", en: "more than {lower:number}", es: "más de {lower:number}", pt: "mais de {lower:number}"),
  Sentence(
    "style.share_up_to", en: "up to {upper:share}", es: "hasta {upper:share}", pt: "até {upper:share}"),
  Sentence(
    "style.share_from", en: "more than {lower:share}", es: "más de {lower:share}", pt: "mais de {lower:share}"),
  Sentence(
    "style.note.quantile", en: "Each class but zero has about as many shapes on the map.",
    es: "Cada clase, salvo la de cero, tiene en el mapa un número parecido de figuras.",
    pt: "Cada classe, exceto a de zero, tem no mapa um número parecido de figuras."),
  Sentence(
    "style.note.equal", en: "Classes of equal width.", es: "Clases de igual amplitud.", pt: "Classes de igual amplitude."),
  Sentence(
    "style.note.natural", en: "Natural breaks (Jenks): alike values together.",
    es: "Cortes naturales (Jenks): juntos los valores parecidos.",
    pt: "Quebras naturais (Jenks): juntos os valores parecidos."),
  Sentence(
    "style.note.deviation",
    en: "Steps of one standard deviation ({deviation:number}) around the mean ({mean:number}).",
    es: "Pasos de una desviación estándar ({deviation:number}) alrededor del promedio ({mean:number}).",
    pt: "Passos de um desvio padrão ({deviation:number}) em torno da média ({mean:number})."),
  Sentence(
    "style.note.deviation_share",
    en: "Steps of one standard deviation ({deviation:percent}) around the mean ({mean:percent}).",
    es: "Pasos de una desviación estándar ({deviation:percent}) alrededor del promedio ({mean:percent}).",
    pt: "Passos de um desvio padrão ({deviation:percent}) em torno da média ({mean:percent})."),
  Sentence(
    "style.note.fixed", en: "Fixed limits, to compare with other maps.", es: "Límites fijos, para comparar con otros mapas.",
    pt: "Limites fixos, para comparar com outros mapas."),
  Sentence("style.zero_records", en: "0 records", es: "0 registros", pt: "0 registros"),
  Sentence(
    "style.few_for_rate", en: "too few for a rate (1 to {most:int})", es: "muy pocos para una tasa (1 a {most:int})",
    pt: "poucos demais para uma taxa (1 a {most:int})"),
  Sentence("style.no_data", en: "no data", es: "sin dato", pt: "sem dado"),
  Sentence("style.undefined", en: "not defined here", es: "no definido aquí", pt: "não definido aqui"),
  Sentence("style.no_pattern", en: "no clear pattern", es: "sin un patrón claro", pt: "sem padrão claro"),
  Sentence("style.count", en: "Records", es: "Registros", pt: "Registros"),
  Sentence("style.per_km2", en: "Records per km²", es: "Registros por km²", pt: "Registros por km²"),
  Sentence(
    "style.rate", en: "Rate per 100\u{202F}000 inhabitants and year", es: "Tasa por 100\u{202F}000 habitantes y año",
    pt: "Taxa por 100\u{202F}000 habitantes e ano"),
  Sentence(
    "style.rate_eb", en: "Stabilised rate per 100\u{202F}000 inhabitants and year",
    es: "Tasa estabilizada por 100\u{202F}000 habitantes y año", pt: "Taxa estabilizada por 100\u{202F}000 habitantes e ano"),
  Sentence(
    "style.rate_period", en: "Rate per 100\u{202F}000 inhabitants over the period",
    es: "Tasa por 100\u{202F}000 habitantes en el período", pt: "Taxa por 100\u{202F}000 habitantes no período"),
  Sentence(
    "style.rate_eb_period", en: "Stabilised rate per 100\u{202F}000 inhabitants over the period",
    es: "Tasa estabilizada por 100\u{202F}000 habitantes en el período",
    pt: "Taxa estabilizada por 100\u{202F}000 habitantes no período"),
  Sentence(
    "style.rate_eb_kind", en: "{kind}: stabilised rate per 100\u{202F}000 inhabitants and year",
    es: "{kind}: tasa estabilizada por 100\u{202F}000 habitantes y año",
    pt: "{kind}: taxa estabilizada por 100\u{202F}000 habitantes e ano"),
  Sentence(
    "style.rate_eb_period_kind", en: "{kind}: stabilised rate per 100\u{202F}000 inhabitants over the period",
    es: "{kind}: tasa estabilizada por 100\u{202F}000 habitantes en el período",
    pt: "{kind}: taxa estabilizada por 100\u{202F}000 habitantes no período"),
  Sentence(
    "style.rate_kind", en: "{kind}: rate per 100\u{202F}000 inhabitants and year",
    es: "{kind}: tasa por 100\u{202F}000 habitantes y año",
    pt: "{kind}: taxa por 100\u{202F}000 habitantes e ano"),
  Sentence(
    "style.rate_period_kind", en: "{kind}: rate per 100\u{202F}000 inhabitants over the period",
    es: "{kind}: tasa por 100\u{202F}000 habitantes en el período",
    pt: "{kind}: taxa por 100\u{202F}000 habitantes no período"),
  Sentence(
    "style.density", en: "Incidents per km² and year", es: "Incidentes por km² y año", pt: "Incidentes por km² e ano"),
  Sentence(
    "style.bins", en: "Concentration beyond what chance explains", es: "Concentración: más de lo que explica el azar",
    pt: "Concentração: mais do que o acaso explica"),
  Sentence(
    "style.bin.high_3", en: "high concentration (99\u{202F}%)", es: "concentración alta (99\u{202F}%)",
    pt: "concentração alta (99\u{202F}%)"),
  Sentence(
    "style.bin.high_2", en: "clear concentration (95\u{202F}%)", es: "concentración clara (95\u{202F}%)",
    pt: "concentração clara (95\u{202F}%)"),
  Sentence(
    "style.bin.high_1", en: "likely concentration (90\u{202F}%)", es: "concentración probable (90\u{202F}%)",
    pt: "concentração provável (90\u{202F}%)"),
  Sentence(
    "style.bin.high_0", en: "no clear difference from chance", es: "sin diferencia clara con el azar",
    pt: "sem diferença clara do acaso"),
  Sentence(
    "style.bin.low_1", en: "likely fewer than chance explains (90\u{202F}%)",
    es: "probablemente menos de lo que explica el azar (90\u{202F}%)",
    pt: "provavelmente menos do que o acaso explica (90\u{202F}%)"),
  Sentence(
    "style.bin.low_2", en: "clearly fewer than chance explains (95\u{202F}%)",
    es: "claramente menos de lo que explica el azar (95\u{202F}%)",
    pt: "claramente menos do que o acaso explica (95\u{202F}%)"),
  Sentence(
    "style.bin.low_3", en: "far fewer than chance explains (99\u{202F}%)",
    es: "mucho menos de lo que explica el azar (99\u{202F}%)", pt: "muito menos do que o acaso explica (99\u{202F}%)"),
  Sentence(
    "style.too_few", en: "no statistic, or too few records", es: "sin estadístico, o con muy pocos registros",
    pt: "sem estatística, ou com poucos registros demais"),
  Sentence(
    "style.quadrants", en: "Areas and their neighbours, beyond chance",
    es: "Cada área y sus vecinas, más allá del azar", pt: "Cada área e suas vizinhas, além do acaso"),
  Sentence(
    "style.quadrant.hh", en: "high among high", es: "alta entre altas", pt: "alta entre altas"),
  Sentence(
    "style.quadrant.hl", en: "high among low", es: "alta entre bajas", pt: "alta entre baixas"),
  Sentence(
    "style.quadrant.lh", en: "low among high", es: "baja entre altas", pt: "baixa entre altas"),
  Sentence(
    "style.quadrant.ll", en: "low among low", es: "baja entre bajas", pt: "baixa entre baixas"),
  Sentence(
    "style.verdicts", en: "Change against the earlier period", es: "Cambio frente al período anterior",
    pt: "Mudança em relação ao período anterior"),
  Sentence(
    "style.verdicts_year", en: "Change against the year before", es: "Cambio frente al año anterior",
    pt: "Mudança em relação ao ano anterior"),
  Sentence("style.verdict.up", en: "up", es: "sube", pt: "sobe"),
  Sentence("style.verdict.down", en: "down", es: "baja", pt: "desce"),
  Sentence("style.verdict.no_clear_change", en: "no clear change", es: "sin cambio claro", pt: "sem mudança clara"),
  Sentence("style.verdict.too_few", en: "too few to say", es: "muy pocos para decirlo", pt: "poucos demais para dizer"),
  Sentence(
    "style.verdict.incomplete", en: "records missing: not said", es: "faltan registros: no se dice",
    pt: "faltam registros: não se diz"),
  Sentence(
    "style.verdict.not_comparable", en: "not comparable: places are missing", es: "no comparable: faltan lugares",
    pt: "não comparável: faltam lugares"),
  Sentence(
    "style.helds", en: "What the areas hold together, from the one with most",
    es: "Lo que reúnen las áreas, desde la que más tiene",
    pt: "O que as áreas reúnem, a partir da que mais tem"),
  Sentence(
    "style.held_first", en: "up to {upper:int}\u{202F}% of the records", es: "hasta el {upper:int}\u{202F}% de los registros",
    pt: "até {upper:int}\u{202F}% dos registros"),
  Sentence(
    "style.held", en: "{lower:int}\u{202F}% to {upper:int}\u{202F}%", es: "del {lower:int}\u{202F}% al {upper:int}\u{202F}%",
    pt: "de {lower:int}\u{202F}% a {upper:int}\u{202F}%"),
  Sentence("style.held_rest", en: "the rest", es: "el resto", pt: "o resto"),
  Sentence("style.no_records", en: "no records", es: "sin registros", pt: "sem registros"),
  Sentence(
    "style.zones", en: "Zones where records gather", es: "Zonas donde se juntan los registros",
    pt: "Zonas onde os registros se juntam"),
  Sentence(
    "style.zone.beyond_chance", en: "more than chance explains", es: "más de lo que explica el azar",
    pt: "mais do que o acaso explica"),
  Sentence(
    "style.zone.chance", en: "may be chance", es: "puede deberse al azar", pt: "pode ser obra do acaso"),
  Sentence("style.zone.untested", en: "not tested", es: "sin probar", pt: "sem teste"),
  Sentence(
    "style.zone.ground", en: "the rest of the study area", es: "el resto del área de estudio", pt: "o resto da área de estudo"),
  Sentence("chart.lorenz.x", en: "Share of the places", es: "Parte de los lugares", pt: "Parte dos lugares"),
  Sentence("chart.lorenz.y", en: "Share of the incidents", es: "Parte de los incidentes", pt: "Parte dos incidentes"),
  Sentence(
    "chart.lorenz.reference", en: "if all places had the same", es: "si todos los lugares tuvieran lo mismo",
    pt: "se todos os lugares tivessem o mesmo"),
  Sentence(
    "chart.hits.x", en: "Share of the surface marked by the map", es: "Parte de la superficie marcada por el mapa",
    pt: "Parte da superfície marcada pelo mapa"),
  Sentence(
    "chart.hits.y", en: "Share of the later incidents inside it", es: "Parte de los incidentes posteriores dentro de ella",
    pt: "Parte dos incidentes posteriores dentro dela"),
  Sentence(
    "chart.hits.reference", en: "if places were marked at random", es: "si los lugares se marcaran al azar",
    pt: "se os lugares fossem marcados ao acaso"),
  Sentence(
    "chart.description", en: "Chart. {x}; {y}: {series}.", es: "Gráfico. {x}; {y}: {series}.",
    pt: "Gráfico. {x}; {y}: {series}."),
  Sentence(
    "map.source_hazards", en: "Areas: {areas}. Hazards: {hazards}.", es: "Áreas: {areas}. Amenazas: {hazards}.",
    pt: "Áreas: {areas}. Ameaças: {hazards}."),
  Sentence("style.hazard", en: "Hazard: {hazard}", es: "Amenaza: {hazard}", pt: "Ameaça: {hazard}"),
  Sentence("style.hazard_class", en: "{class}", es: "{class}", pt: "{class}"),
  Sentence("style.no_hazard", en: "in no zone", es: "en ninguna zona", pt: "em nenhuma zona"),
  Sentence(
    "style.exposed_people", en: "People in zones of {hazard}: {class}", es: "Personas en zonas de {hazard}: {class}",
    pt: "Pessoas em zonas de {hazard}: {class}"),
  Sentence(
    "style.exposed_share", en: "Share of the ground in zones of {hazard}: {class}",
    es: "Parte del suelo en zonas de {hazard}: {class}",
    pt: "Parte do solo em zonas de {hazard}: {class}"),
  Sentence(
    "style.exposed_share_any", en: "Share of the ground in zones of {hazard}", es: "Parte del suelo en zonas de {hazard}",
    pt: "Parte do solo em zonas de {hazard}"),
  Sentence(
    "style.exposed_share_all", en: "Share of the ground in zones of any hazard",
    es: "Parte del suelo en zonas de cualquier amenaza",
    pt: "Parte do solo em zonas de qualquer ameaça"),
  Sentence(
    "style.exposed_people_any", en: "People in zones of {hazard}", es: "Personas en zonas de {hazard}",
    pt: "Pessoas em zonas de {hazard}"),
  Sentence(
    "style.exposed_people_all", en: "People in zones of any hazard", es: "Personas en zonas de cualquier amenaza",
    pt: "Pessoas em zonas de qualquer ameaça"),
  Sentence(
    "style.exposed_km2", en: "Surface (km²) in zones of {hazard}: {class}", es: "Superficie (km²) en zonas de {hazard}: {class}",
    pt: "Superfície (km²) em zonas de {hazard}: {class}"),
  Sentence(
    "style.exposed_km2_any", en: "Surface (km²) in zones of {hazard}", es: "Superficie (km²) en zonas de {hazard}",
    pt: "Superfície (km²) em zonas de {hazard}"),
  Sentence(
    "style.exposed_km2_all", en: "Surface (km²) in zones of any hazard", es: "Superficie (km²) en zonas de cualquier amenaza",
    pt: "Superfície (km²) em zonas de qualquer ameaça"),
  Sentence(
    "style.exposed_spaces", en: "Spaces in zones of {hazard}: {class}", es: "Espacios en zonas de {hazard}: {class}",
    pt: "Espaços em zonas de {hazard}: {class}"),
  Sentence(
    "style.exposed_spaces_any", en: "Spaces in zones of {hazard}", es: "Espacios en zonas de {hazard}",
    pt: "Espaços em zonas de {hazard}"),
  Sentence(
    "style.exposed_spaces_all", en: "Spaces in zones of any hazard", es: "Espacios en zonas de cualquier amenaza",
    pt: "Espaços em zonas de qualquer ameaça"),
  Sentence(
    "style.exposed_incidents", en: "Records in zones of {hazard}: {class}", es: "Registros en zonas de {hazard}: {class}",
    pt: "Registros em zonas de {hazard}: {class}"),
  Sentence(
    "style.exposed_incidents_any", en: "Records in zones of {hazard}", es: "Registros en zonas de {hazard}",
    pt: "Registros em zonas de {hazard}"),
  Sentence(
    "style.exposed_incidents_all", en: "Records in zones of any hazard", es: "Registros en zonas de cualquier amenaza",
    pt: "Registros em zonas de qualquer ameaça"),
  Sentence(
    "style.volumes", en: "Where the records are densest", es: "Dónde se concentran los registros",
    pt: "Onde os registros se concentram"),
  Sentence(
    "style.volume", en: "the densest part that holds {percent:number} %",
    es: "la parte más densa que reúne el {percent:number} %",
    pt: "a parte mais densa que reúne {percent:number} %"),
  Sentence(
    "style.volume_with", en: "with what is denser, {percent:number} %", es: "con lo más denso, el {percent:number} %",
    pt: "com o mais denso, {percent:number} %"),
  Sentence("style.volume_rest", en: "the rest", es: "el resto", pt: "o resto"),
  Sentence(
    "style.density_ratio", en: "Density against the other", es: "Densidad frente a la otra", pt: "Densidade frente à outra"),
  Sentence(
    "style.density_log_ratio", en: "Density against the other (logarithm)", es: "Densidad frente a la otra (logaritmo)",
    pt: "Densidade frente à outra (logaritmo)"),
  Sentence(
    "style.density_difference", en: "Density less the other, per km²", es: "Densidad menos la otra, por km²",
    pt: "Densidade menos a outra, por km²"),
  Sentence(
    "style.density_probability", en: "Share of the density in both together", es: "Parte de la densidad en ambas juntas",
    pt: "Parte da densidade em ambas juntas"),
  Sentence(
    "style.budgets", en: "What the map held highest, by share of the surface",
    es: "Lo que el mapa ponía más alto, por parte de la superficie", pt: "O que o mapa punha mais alto, por parte da superfície"),
  Sentence(
    "style.budget", en: "within the first {percent:number} %", es: "dentro del primer {percent:number} %",
    pt: "dentro dos primeiros {percent:number} %"),
]
