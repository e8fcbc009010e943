/// What a join found, in words: said of counts and rates, never of causes.
///
/// Rates are per 100 000 person-years, which a reader knows as residents a year.
let findingSentences: [Sentence] = [
  Sentence(
    "finding.most",
    en: "{area} has the most records: {count:int}, {share:percent} of those joined to an area",
    es: "{area} tiene más registros que ninguna otra área: {count:int}, el {share:percent} de los ubicados en un área",
    pt: "{area} tem mais registros do que qualquer outra área: {count:int}, {share:percent} dos localizados em uma área"),
  Sentence(
    "finding.most_tied",
    en:
      "{tied:int} areas share the most records, {count:int} each ({share:percent} of those joined to an area), {areas} among them",
    es:
      "{tied:int} áreas comparten el mayor número de registros, {count:int} cada una (el {share:percent} de los ubicados en un área), entre ellas {areas}",
    pt:
      "{tied:int} áreas dividem o maior número de registros, {count:int} cada uma ({share:percent} dos localizados em uma área), entre elas {areas}"
  ),
  Sentence(
    "finding.territory",
    en:
      "{count:int|good record|good records} in all: {joined:int} in an area, {unlocated:int} without a usable place, {outside:int} outside every area",
    es:
      "{count:int|registro válido|registros válidos} en total: {joined:int} en un área, {unlocated:int} sin lugar utilizable, {outside:int} fuera de todas las áreas",
    pt:
      "{count:int|registro válido|registros válidos} no total: {joined:int} em uma área, {unlocated:int} sem lugar utilizável, {outside:int} fora de todas as áreas"
  ),
  Sentence(
    "finding.territory_in_areas",
    en: "{count:int|good record|good records} in all, {count:plural|in|each in} an area",
    es: "{count:int|registro válido|registros válidos} en total, {count:plural|ubicado|todos ubicados} en un área",
    pt: "{count:int|registro válido|registros válidos} no total, {count:plural|localizado|todos localizados} em uma área"),
  Sentence(
    "finding.territory_rate",
    en: "the whole territory has {rate:number.1} records per 100\u{202F}000 residents a year"
      + " (95\u{202F}% limits {low:number.1} to {high:number.1})",
    es: "todo el territorio tiene {rate:number.1} registros por cada 100\u{202F}000 habitantes al año"
      + " (límites del 95\u{202F}%: de {low:number.1} a {high:number.1})",
    pt: "todo o território tem {rate:number.1} registros por 100\u{202F}000 habitantes ao ano"
      + " (limites de 95\u{202F}%: de {low:number.1} a {high:number.1})"),
  Sentence(
    "finding.territory_rate_of",
    en: "the whole territory has {rate:number.1} of {kind} per 100\u{202F}000 residents a year"
      + " (95\u{202F}% limits {low:number.1} to {high:number.1})",
    es: "todo el territorio tiene {rate:number.1} de {kind} por cada 100\u{202F}000 habitantes al año"
      + " (límites del 95\u{202F}%: de {low:number.1} a {high:number.1})",
    pt: "todo o território tem {rate:number.1} de {kind} por 100\u{202F}000 habitantes ao ano"
      + " (limites de 95\u{202F}%: de {low:number.1} a {high:number.1})"),
  Sentence(
    "finding.territory_rate_cumulative",
    en: "the whole territory has {rate:number.1} records per 100\u{202F}000 residents over the whole period"
      + " (95\u{202F}% limits {low:number.1} to {high:number.1})",
    es: "todo el territorio tiene {rate:number.1} registros por cada 100\u{202F}000 habitantes en todo el período"
      + " (límites del 95\u{202F}%: de {low:number.1} a {high:number.1})",
    pt: "todo o território tem {rate:number.1} registros por 100\u{202F}000 habitantes em todo o período"
      + " (limites de 95\u{202F}%: de {low:number.1} a {high:number.1})"),
  Sentence(
    "finding.territory_rate_of_cumulative",
    en: "the whole territory has {rate:number.1} of {kind} per 100\u{202F}000 residents over the whole period"
      + " (95\u{202F}% limits {low:number.1} to {high:number.1})",
    es: "todo el territorio tiene {rate:number.1} de {kind} por cada 100\u{202F}000 habitantes en todo el período"
      + " (límites del 95\u{202F}%: de {low:number.1} a {high:number.1})",
    pt: "todo o território tem {rate:number.1} de {kind} por 100\u{202F}000 habitantes em todo o período"
      + " (limites de 95\u{202F}%: de {low:number.1} a {high:number.1})"),
  Sentence(
    "finding.unknown_part",
    en:
      "{count:int|joined record is|joined records are} not known down to {level}: {share:percent}, in the rows that end in :unknown",
    es:
      "{count:int|registro ubicado no se conoce|registros ubicados no se conocen} hasta el nivel {level}: el {share:percent}, en las filas que terminan en :unknown",
    pt:
      "{count:int|registro localizado não é conhecido|registros localizados não são conhecidos} até o nível {level}: {share:percent}, nas linhas que terminam em :unknown"
  ),
  Sentence(
    "finding.fewest_half",
    en: "{n:int} of {total:int|area|areas} {n:plural|holds|hold} half of the located records",
    es: "{n:int} de {total:int|área|áreas} {n:plural|reúne|reúnen} la mitad de los registros ubicados",
    pt: "{n:int} de {total:int|área|áreas} {n:plural|reúne|reúnem} a metade dos registros localizados"),
  Sentence(
    "finding.top_kind",
    en: "the commonest kind is {kind}: {count:int}, {share:percent} of the records joined to an area",
    es: "el tipo más frecuente es {kind}: {count:int}, el {share:percent} de los registros ubicados en un área",
    pt: "o tipo mais frequente é {kind}: {count:int}, {share:percent} dos registros localizados em uma área"),
  Sentence(
    "finding.top_kind_tied",
    en:
      "{tied:int} kinds are equally common, {count:int} each ({share:percent} of the records joined to an area), {kinds} among them",
    es:
      "{tied:int} tipos son igual de frecuentes, {count:int} cada uno (el {share:percent} de los registros ubicados en un área), entre ellos {kinds}",
    pt:
      "{tied:int} tipos são igualmente frequentes, {count:int} cada um ({share:percent} dos registros localizados em uma área), entre eles {kinds}"
  ),
  Sentence(
    "finding.rate_highest",
    en:
      "{area} has the highest stabilised rate of {kind} among areas of at least {floor:int} residents: {stabilized:number.1} per 100\u{202F}000 residents a year"
      + " ({count:int|record|records}, {population:int|resident|residents}; without stabilising {rate:number.1}, 95\u{202F}% confidence interval {low:number.1} to {high:number.1})",
    es:
      "{area} tiene la tasa estabilizada más alta de {kind} entre las áreas de al menos {floor:int} habitantes: {stabilized:number.1} por cada 100\u{202F}000 habitantes al año"
      + " ({count:int|registro|registros}, {population:int|habitante|habitantes}; sin estabilizar {rate:number.1}, intervalo de confianza del 95\u{202F}%: de {low:number.1} a {high:number.1})",
    pt:
      "{area} tem a taxa estabilizada mais alta de {kind} entre as áreas de pelo menos {floor:int} habitantes: {stabilized:number.1} por 100\u{202F}000 habitantes ao ano"
      + " ({count:int|registro|registros}, {population:int|habitante|habitantes}; sem estabilizar {rate:number.1}, intervalo de confiança de 95\u{202F}%: de {low:number.1} a {high:number.1})"
  ),
  Sentence(
    "finding.rate_without_kind",
    en:
      "{area} has the highest stabilised rate among areas of at least {floor:int} residents: {stabilized:number.1} per 100\u{202F}000 residents a year"
      + " ({count:int|record|records}, {population:int|resident|residents}; without stabilising {rate:number.1}, 95\u{202F}% confidence interval {low:number.1} to {high:number.1})",
    es:
      "{area} tiene la tasa estabilizada más alta entre las áreas de al menos {floor:int} habitantes: {stabilized:number.1} por cada 100\u{202F}000 habitantes al año"
      + " ({count:int|registro|registros}, {population:int|habitante|habitantes}; sin estabilizar {rate:number.1}, intervalo de confianza del 95\u{202F}%: de {low:number.1} a {high:number.1})",
    pt:
      "{area} tem a taxa estabilizada mais alta entre as áreas de pelo menos {floor:int} habitantes: {stabilized:number.1} por 100\u{202F}000 habitantes ao ano"
      + " ({count:int|registro|registros}, {population:int|habitante|habitantes}; sem estabilizar {rate:number.1}, intervalo de confiança de 95\u{202F}%: de {low:number.1} a {high:number.1})"
  ),
  Sentence(
    "finding.unlocated_share",
    en:
      "{share:percent} of the good records have no usable place: they are in the row of the whole territory, but in no area and not on the map",
    es:
      "el {share:percent} de los registros válidos no tiene un lugar utilizable: están en la fila de todo el territorio, pero en ningún área ni en el mapa",
    pt:
      "{share:percent} dos registros válidos não têm um lugar utilizável: estão na linha de todo o território, mas em nenhuma área nem no mapa"
  ),
  Sentence(
    "finding.outside",
    en: "{count:int|record lies|records lie} outside every area: check that the areas cover the whole territory",
    es: "{count:int|registro está|registros están} fuera de todas las áreas: revise si las áreas cubren todo el territorio",
    pt: "{count:int|registro está|registros estão} fora de todas as áreas: verifique se as áreas cobrem todo o território"),
  Sentence(
    "finding.peak_period",
    en: "the period with the most records is {period}: {count:int}",
    es: "el período con más registros es {period}: {count:int}",
    pt: "o período com mais registros é {period}: {count:int}"),
  Sentence(
    "finding.peak_period_tied",
    en: "{tied:int} periods share the most records, {count:int} each, {periods} among them",
    es: "{tied:int} períodos comparten el mayor número de registros, {count:int} cada uno, entre ellos {periods}",
    pt: "{tied:int} períodos dividem o maior número de registros, {count:int} cada um, entre eles {periods}"),
  Sentence(
    "finding.no_records",
    en: "no record was joined to an area: check the coordinates, the CRS and the filters",
    es: "ningún registro quedó ubicado en un área: revise las coordenadas, el CRS y los filtros",
    pt: "nenhum registro foi localizado em uma área: verifique as coordenadas, o CRS e os filtros"),
  Sentence(
    "finding.rate_highest_cumulative",
    en:
      "{area} has the highest stabilised rate of {kind} among areas of at least {floor:int} residents: {stabilized:number.1} per 100\u{202F}000 residents over the whole period"
      + " ({count:int|record|records}, {population:int|resident|residents}; without stabilising {rate:number.1}, 95\u{202F}% confidence interval {low:number.1} to {high:number.1})",
    es:
      "{area} tiene la tasa estabilizada más alta de {kind} entre las áreas de al menos {floor:int} habitantes: {stabilized:number.1} por cada 100\u{202F}000 habitantes en todo el período"
      + " ({count:int|registro|registros}, {population:int|habitante|habitantes}; sin estabilizar {rate:number.1}, intervalo de confianza del 95\u{202F}%: de {low:number.1} a {high:number.1})",
    pt:
      "{area} tem a taxa estabilizada mais alta de {kind} entre as áreas de pelo menos {floor:int} habitantes: {stabilized:number.1} por 100\u{202F}000 habitantes em todo o período"
      + " ({count:int|registro|registros}, {population:int|habitante|habitantes}; sem estabilizar {rate:number.1}, intervalo de confiança de 95\u{202F}%: de {low:number.1} a {high:number.1})"
  ),
  Sentence(
    "finding.rate_without_kind_cumulative",
    en:
      "{area} has the highest stabilised rate among areas of at least {floor:int} residents: {stabilized:number.1} per 100\u{202F}000 residents over the whole period"
      + " ({count:int|record|records}, {population:int|resident|residents}; without stabilising {rate:number.1}, 95\u{202F}% confidence interval {low:number.1} to {high:number.1})",
    es:
      "{area} tiene la tasa estabilizada más alta entre las áreas de al menos {floor:int} habitantes: {stabilized:number.1} por cada 100\u{202F}000 habitantes en todo el período"
      + " ({count:int|registro|registros}, {population:int|habitante|habitantes}; sin estabilizar {rate:number.1}, intervalo de confianza del 95\u{202F}%: de {low:number.1} a {high:number.1})",
    pt:
      "{area} tem a taxa estabilizada mais alta entre as áreas de pelo menos {floor:int} habitantes: {stabilized:number.1} por 100\u{202F}000 habitantes em todo o período"
      + " ({count:int|registro|registros}, {population:int|habitante|habitantes}; sem estabilizar {rate:number.1}, intervalo de confiança de 95\u{202F}%: de {low:number.1} a {high:number.1})"
  ),
]
