/// Public spaces, each by itself and by region, and what does not add up in their registry.
let spaceSentences: [Sentence] = [
  Sentence(
    "spaces.chosen",
    en: "{file}: {count:int} of {of:int} features are the spaces asked about (--only)",
    es: "{file}: {count:int} de {of:int} elementos son los espacios por los que se pregunta (--only)",
    pt: "{file}: {count:int} de {of:int} feições são os espaços de que se pergunta (--only)"),
  Sentence(
    "spaces.none_chosen",
    en: "{file}: none of {count:int} features meets --only; see its values with plaza info",
    es: "{file}: ninguno de {count:int} elementos cumple --only; vea sus valores con plaza info",
    pt: "{file}: nenhuma de {count:int} feições cumpre --only; veja seus valores com plaza info"),
  Sentence(
    "output.regions",
    en: "registry by region",
    es: "registro por región",
    pt: "registro por região"),
  Sentence(
    "output.checks",
    en: "what does not add up",
    es: "lo que no cuadra",
    pt: "o que não confere"),
  Sentence(
    "style.spaces",
    en: "Spaces",
    es: "Espacios",
    pt: "Espaços"),
  Sentence(
    "style.incidents_within",
    en: "Incidents within {metres:number} m",
    es: "Incidentes a {metres:number} m o menos",
    pt: "Incidentes a até {metres:number} m"),
  Sentence(
    "style.people_within",
    en: "Residents within {metres:number} m",
    es: "Residentes a {metres:number} m o menos",
    pt: "Residentes a até {metres:number} m"),
  Sentence(
    "spaces.count",
    en: "{count:int|space|spaces}",
    es: "{count:int|espacio|espacios}",
    pt: "{count:int|espaço|espaços}"),
  Sentence(
    "spaces.states",
    en: "{count:int|space|spaces}; {own:int} ({share:percent}) {own:plural|is|are} in the state “{state}”",
    es: "{count:int|espacio|espacios}; {own:int} ({share:percent}) {own:plural|está|están} en el estado «{state}»",
    pt: "{count:int|espaço|espaços}; {own:int} ({share:percent}) {own:plural|está|estão} no estado “{state}”"),
  Sentence(
    "spaces.states_known",
    en:
      "{count:int|space|spaces}; the state of {known:int} is known: {own:int} ({share:percent}) {own:plural|is|are} in “{state}”",
    es:
      "{count:int|espacio|espacios}; se conoce el estado de {known:int}: {own:int} ({share:percent}) {own:plural|está|están} en «{state}»",
    pt:
      "{count:int|espaço|espaços}; conhece-se o estado de {known:int}: {own:int} ({share:percent}) {own:plural|está|estão} em “{state}”"
  ),
  Sentence(
    "spaces.people",
    en:
      "{people:int} people, {share:percent} of all, live within {metres:number} m of a space in a straight line, each counted once",
    es:
      "{people:int} personas, el {share:percent} del total, viven a {metres:number} m o menos de un espacio en línea recta, cada una contada una vez",
    pt:
      "{people:int} pessoas, {share:percent} do total, vivem a até {metres:number} m de um espaço em linha reta, cada uma contada uma vez"
  ),
  Sentence(
    "spaces.incidents",
    en:
      "{count:int|incident|incidents}, {share:percent} of those with a place, {count:plural|is|are} within {metres:number} m of a space, each counted once",
    es:
      "{count:int|incidente|incidentes}, el {share:percent} de los que tienen lugar, {count:plural|está|están} a {metres:number} m o menos de un espacio, contados una vez",
    pt:
      "{count:int|incidente|incidentes}, {share:percent} dos que têm lugar, {count:plural|está|estão} a até {metres:number} m de um espaço, contados uma vez"
  ),
  Sentence(
    "spaces.incident_weight",
    en: "the incidents within {metres:number} m of a space come to {amount:number}, each counted once",
    es: "los incidentes a {metres:number} m o menos de un espacio suman {amount:number}, contados una vez",
    pt: "os incidentes a até {metres:number} m de um espaço somam {amount:number}, contados uma vez"),
  Sentence(
    "spaces.piles",
    en:
      "{count:int} incidents share {places:int|coordinate|coordinates}, up to {highest:int} each: these may be police posts or centroids rather than places of incidents, and count around the spaces near them",
    es:
      "{count:int} incidentes comparten {places:int|coordenada|coordenadas}, hasta {highest:int} cada una: pueden ser puestos policiales o centroides y no lugares de los hechos, y cuentan alrededor de los espacios cercanos",
    pt:
      "{count:int} incidentes compartilham {places:int|coordenada|coordenadas}, até {highest:int} cada uma: podem ser postos policiais ou centroides e não lugares dos fatos, e contam ao redor dos espaços próximos"
  ),
  Sentence(
    "spaces.overlap",
    en:
      "{overlapping:int} of {count:int|space|spaces} {overlapping:plural|shares|share} part of what lies within {metres:number} m with others: their rows must not be added; the row “total” counts everybody once",
    es:
      "{overlapping:int} de {count:int|espacio|espacios} {overlapping:plural|comparte|comparten} con otros parte de lo que está a {metres:number} m o menos: sus filas no se suman; la fila «total» cuenta a cada quien una vez",
    pt:
      "{overlapping:int} de {count:int|espaço|espaços} {overlapping:plural|compartilha|compartilham} com outros parte do que está a até {metres:number} m: suas linhas não se somam; a linha “total” conta cada um uma vez"
  ),
  Sentence(
    "spaces.nearest",
    en: "half of the spaces have another one within {median:int} m; the loneliest is {space}, {metres:int} m from the next",
    es: "la mitad de los espacios tiene otro a {median:int} m o menos; el más aislado es {space}, a {metres:int} m del siguiente",
    pt: "metade dos espaços tem outro a até {median:int} m; o mais isolado é {space}, a {metres:int} m do seguinte"),
  Sentence(
    "spaces.hazard",
    en:
      "{hazard}: {inside:int} of {count:int|space|spaces} {inside:plural|lies|lie} in a zone, {highest:int} in the class “{class}”",
    es:
      "{hazard}: {inside:int} de {count:int|espacio|espacios} {inside:plural|está|están} en una zona, {highest:int} en la clase «{class}»",
    pt:
      "{hazard}: {inside:int} de {count:int|espaço|espaços} {inside:plural|está|estão} em uma zona, {highest:int} na classe “{class}”"
  ),
  Sentence(
    "spaces.coarse",
    en:
      "the areas with people are larger than what lies within {metres:number} m: of the {people:int} people there, {low:int} are sure and {high:int} possible",
    es:
      "las áreas con población son más grandes que lo que está a {metres:number} m o menos: de las {people:int} personas, {low:int} son seguras y {high:int} posibles",
    pt:
      "as áreas com população são maiores que o que está a até {metres:number} m: das {people:int} pessoas, {low:int} são certas e {high:int} possíveis"
  ),
  Sentence(
    "spaces.region",
    en: "of {count:int|region|regions}, {region} has most spaces: {own:int}",
    es: "de {count:int|región|regiones}, {region} tiene más espacios que ninguna otra: {own:int}",
    pt: "de {count:int|região|regiões}, {region} tem mais espaços que qualquer outra: {own:int}"),
  Sentence(
    "spaces.region_tied",
    en: "of {count:int|region|regions}, {tied:int} have most spaces, {own:int} each, {region} among them",
    es: "de {count:int|región|regiones}, {tied:int} tienen el mayor número de espacios, {own:int} cada una, entre ellas {region}",
    pt: "de {count:int|região|regiões}, {tied:int} têm o maior número de espaços, {own:int} cada uma, entre elas {region}"),
  Sentence(
    "spaces.nearest_tied",
    en:
      "half of the spaces have another one within {median:int} m; the {tied:int} loneliest are {metres:int} m from the next, {space} among them",
    es:
      "la mitad de los espacios tiene otro a {median:int} m o menos; los {tied:int} más aislados están a {metres:int} m del siguiente, entre ellos {space}",
    pt:
      "metade dos espaços tem outro a até {median:int} m; os {tied:int} mais isolados estão a {metres:int} m do seguinte, entre eles {space}"
  ),
  Sentence(
    "spaces.committees",
    en: "{members:number} members in {committees:int|committee|committees}, {each:number} in each on average",
    es: "{members:number} miembros en {committees:int|comité|comités}, {each:number} en cada uno en promedio",
    pt: "{members:number} membros em {committees:int|comitê|comitês}, {each:number} em cada um em média"),
  Sentence(
    "spaces.code_field",
    en: "{file}: codes of spaces in {field}",
    es: "{file}: códigos de los espacios en {field}",
    pt: "{file}: códigos dos espaços em {field}"),
  Sentence(
    "spaces.sex_fields",
    en: "{file}: women in {women}, men in {men}",
    es: "{file}: mujeres en {women}, hombres en {men}",
    pt: "{file}: mulheres em {women}, homens em {men}"),
  Sentence(
    "spaces.withheld",
    en: "{file}: {fields} can identify people: counted, and not written",
    es: "{file}: {fields} puede identificar a personas: se cuenta y no se escribe",
    pt: "{file}: {fields} pode identificar pessoas: é contado e não se escreve"),
  Sentence(
    "spaces.no_field",
    en: "{file} has no field {field}; it has: {fields}",
    es: "{file} no tiene el campo {field}; tiene: {fields}",
    pt: "{file} não tem o campo {field}; tem: {fields}"),
  Sentence(
    "spaces.doubtful_field",
    en: "{file}: several fields count women and men: {fields}; say which with {option}",
    es: "{file}: varios campos cuentan mujeres y hombres: {fields}; diga cuáles con {option}",
    pt: "{file}: vários campos contam mulheres e homens: {fields}; diga quais com {option}"),
  Sentence(
    "spaces.one_sex",
    en: "{file}: {field} counts one sex, and no field counts the other; name both, --women and --men",
    es: "{file}: {field} cuenta un sexo y ningún campo cuenta el otro; nombre los dos, --women y --men",
    pt: "{file}: {field} conta um sexo e nenhum campo conta o outro; nomeie os dois, --women e --men"),
  Sentence(
    "spaces.no_place",
    en: "{file}: no space has a place",
    es: "{file}: ningún espacio tiene lugar",
    pt: "{file}: nenhum espaço tem lugar"),
  Sentence(
    "spaces.failed",
    en: "the zones around the spaces cannot be computed: {reason}",
    es: "no se pueden calcular las zonas alrededor de los espacios: {reason}",
    pt: "não se podem calcular as zonas ao redor dos espaços: {reason}"),
  Sentence(
    "spaces.check_sexes_do_not_add",
    en:
      "{file}: in {count:int|row|rows} women and men are not the total: {women:number} + {men:number} = {sum:number}, not {total:number} (first: row {row}, {code}); left as it is",
    es:
      "{file}: en {count:int|fila|filas} las mujeres y los hombres no suman el total: {women:number} + {men:number} = {sum:number}, no {total:number} (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: em {count:int|linha|linhas} mulheres e homens não somam o total: {women:number} + {men:number} = {sum:number}, não {total:number} (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_not_a_count",
    en: "{file}: in {count:int|row|rows} a count cannot be read: “{value}” in {field} (first: row {row}, {code}); left as it is",
    es:
      "{file}: en {count:int|fila|filas} no se puede leer una cantidad: «{value}» en {field} (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: em {count:int|linha|linhas} não se pode ler uma quantidade: “{value}” em {field} (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_not_a_date",
    en: "{file}: in {count:int|row|rows} a date cannot be read: “{value}” in {field} (first: row {row}, {code}); left as it is",
    es:
      "{file}: en {count:int|fila|filas} no se puede leer una fecha: «{value}» en {field} (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: em {count:int|linha|linhas} não se pode ler uma data: “{value}” em {field} (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_repeated_code",
    en:
      "{file}: {count:int|row|rows} {count:plural|repeats|repeat} a code, as that of row {other} (first: row {row}, {code}); left as it is",
    es:
      "{file}: {count:int|fila|filas} {count:plural|repite|repiten} un código, como el de la fila {other} (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: {count:int|linha|linhas} {count:plural|repete|repetem} um código, como o da linha {other} (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_repeated_place",
    en:
      "{file}: {count:int|space|spaces} {count:plural|stands|stand} where another one does (first: {code} in row {row}, where {other} is too); left as it is",
    es:
      "{file}: {count:int|espacio|espacios} {count:plural|está|están} donde hay otro (el primero: {code}, de la fila {row}, donde también está {other}); se deja como está",
    pt:
      "{file}: {count:int|espaço|espaços} {count:plural|está|estão} onde há outro (o primeiro: {code}, da linha {row}, onde também está {other}); fica como está"
  ),
  Sentence(
    "spaces.check_shared_committee",
    en:
      "{file}: {count:int|space|spaces} {count:plural|has|have} the committee of another, as of {other}; it counts once (first: row {row}, {code}); left as it is",
    es:
      "{file}: {count:int|espacio|espacios} {count:plural|tiene|tienen} el comité de otro, como el de {other}; cuenta una vez (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: {count:int|espaço|espaços} {count:plural|tem|têm} o comitê de outro, como o de {other}; conta uma vez (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_members_without_committee",
    en:
      "{file}: {count:int|space|spaces} {count:plural|has|have} members and no committee: {members:number} (first: row {row}, {code}); left as it is",
    es:
      "{file}: {count:int|espacio|espacios} {count:plural|tiene|tienen} miembros y ningún comité: {members:number} (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: {count:int|espaço|espaços} {count:plural|tem|têm} membros e nenhum comitê: {members:number} (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_repeated_row",
    en:
      "{file}: {count:int|row|rows} {count:plural|says|say} the same as another, as row {other} (first: row {row}, {code}); left as it is",
    es:
      "{file}: {count:int|fila|filas} {count:plural|dice|dicen} lo mismo que otra, como la fila {other} (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: {count:int|linha|linhas} {count:plural|diz|dizem} o mesmo que outra, como a linha {other} (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_cumulative",
    en:
      "{file}: {count_cumulative:int|row|rows} cumulative beside those of periods: people are not summed (first: row {row}, {code}); left as it is",
    es:
      "{file}: {count_cumulative:int|fila acumulada|filas acumuladas} junto a otras de períodos: las personas no se suman (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: {count_cumulative:int|linha acumulada|linhas acumuladas} junto a outras de períodos: as pessoas não se somam (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_beyond_stays",
    en:
      "{file}: in {count:int|row|rows} more people passed than stays allow: {total:number}, where {active:number} at a time over {years:number} years with stays of {stay:number} are about {possible:number} (first: row {row}, {code}); left as it is",
    es:
      "{file}: en {count:int|fila|filas} pasaron más personas que las que permiten las estancias: {total:number}, cuando {active:number} a la vez durante {years:number} años con estancias de {stay:number} son unas {possible:number} (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: em {count:int|linha|linhas} passaram mais pessoas do que permitem as estadias: {total:number}, quando {active:number} de cada vez durante {years:number} anos com estadias de {stay:number} são cerca de {possible:number} (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_unknown_space",
    en:
      "{file}: {count:int|row|rows} {count:plural|names|name} a space that the registry does not have: {space} (first: row {row}, {code}); left as it is",
    es:
      "{file}: {count:int|fila|filas} {count:plural|nombra|nombran} un espacio que el registro no tiene: {space} (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: {count:int|linha|linhas} {count:plural|nomeia|nomeiam} um espaço que o registro não tem: {space} (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_unknown_region",
    en:
      "{file}: {count:int|row|rows} {count:plural|names|name} a region that the areas do not have: {region} (first: row {row}, {code}); left as it is",
    es:
      "{file}: {count:int|fila|filas} {count:plural|nombra|nombran} una región que las áreas no tienen: {region} (la primera: fila {row}, {code}); se deja como está",
    pt:
      "{file}: {count:int|linha|linhas} {count:plural|nomeia|nomeiam} uma região que as áreas não têm: {region} (a primeira: linha {row}, {code}); fica como está"
  ),
  Sentence(
    "spaces.check_no_place",
    en: "{file}: {count:int|space|spaces} {count:plural|has|have} no place (first: row {row}, {code}); left as it is",
    es:
      "{file}: {count:int|espacio|espacios} no {count:plural|tiene|tienen} lugar (la primera: fila {row}, {code}); se deja como está",
    pt: "{file}: {count:int|espaço|espaços} não {count:plural|tem|têm} lugar (a primeira: linha {row}, {code}); fica como está"),
]
