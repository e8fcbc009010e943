/// Areas, records and what a join says of them.
let joinSentences: [Sentence] = [
  Sentence(
    "areas.code_field",
    en: "{file}: area codes in {field}", es: "{file}: códigos de área en {field}", pt: "{file}: códigos de área em {field}"),
  Sentence(
    "areas.name_field",
    en: "{file}: area names in {field}", es: "{file}: nombres de área en {field}", pt: "{file}: nomes de área em {field}"),
  Sentence(
    "areas.no_field",
    en: "{file}: {option} names {field}, which is not a field; the fields are {fields}",
    es: "{file}: {option} nombra {field}, que no es un campo; los campos son {fields}",
    pt: "{file}: {option} indica {field}, que não é um campo; os campos são {fields}"),
  Sentence(
    "areas.no_code",
    en: "{file}: no field has a code's name; choose with --code; with a value of its own for each area are {fields}",
    es: "{file}: ningún campo tiene nombre de código; elija con --code; con un valor propio para cada área están {fields}",
    pt: "{file}: nenhum campo tem nome de código; escolha com --code; com um valor próprio para cada área estão {fields}"),
  Sentence(
    "areas.no_key",
    en:
      "{file}: no field can be the code: each has empty or repeated values ({fields}); add one with a code of its own for each area",
    es:
      "{file}: ningún campo puede ser el código: todos tienen valores vacíos o repetidos ({fields}); agregue uno con un código propio para cada área",
    pt:
      "{file}: nenhum campo pode ser o código: todos têm valores vazios ou repetidos ({fields}); acrescente um com um código próprio para cada área"
  ),
  Sentence(
    "areas.doubtful_code",
    en: "{file}: several fields could be the code: {fields}; choose with --code",
    es: "{file}: varios campos podrían ser el código: {fields}; elija con --code",
    pt: "{file}: vários campos podem ser o código: {fields}; escolha com --code"),
  Sentence(
    "areas.null_code",
    en: "{file}, feature {feature}: the code is empty; give the area a code, or choose another field with --code",
    es: "{file}, elemento {feature}: el código está vacío; dé un código al área o elija otro campo con --code",
    pt: "{file}, feição {feature}: o código está vazio; dê um código à área ou escolha outro campo com --code"),
  Sentence(
    "areas.repeated_code",
    en: "{file}, feature {feature}: code {code} is that of feature {other} too; --merge-codes makes them one area",
    es: "{file}, elemento {feature}: el código {code} es también el del elemento {other}; --merge-codes los une en un área",
    pt: "{file}, feição {feature}: o código {code} é também o da feição {other}; --merge-codes os une em uma área"),
  Sentence(
    "areas.none",
    en: "{file}: there are no areas in the file", es: "{file}: no hay áreas en el archivo", pt: "{file}: não há áreas no arquivo"),
  Sentence(
    "areas.without_geometry",
    en:
      "{file}: {count:int|area has|areas have} no geometry, the first is {code}: no record can fall there by its point, and what is found there is unknown",
    es:
      "{file}: {count:int|área no tiene|áreas no tienen} geometría, la primera es {code}: ningún registro puede caer allí por su punto, y lo que haya allí es desconocido",
    pt:
      "{file}: {count:int|área não tem|áreas não têm} geometria, a primeira é {code}: nenhum registro pode cair ali por seu ponto, e o que há ali é desconhecido"
  ),
  Sentence(
    "areas.bad_population",
    en: "{file}, feature {feature}: {field} is '{value}', not a population; mend it or leave it empty",
    es: "{file}, elemento {feature}: {field} es '{value}', que no es una población; corríjalo o déjelo vacío",
    pt: "{file}, feição {feature}: {field} é '{value}', que não é uma população; corrija ou deixe vazio"),
  Sentence(
    "join.no_field",
    en: "{file}: {option} names {field}, which is not a field; the fields are {fields}",
    es: "{file}: {option} nombra {field}, que no es un campo; los campos son {fields}",
    pt: "{file}: {option} indica {field}, que não é um campo; os campos são {fields}"),
  Sentence(
    "join.date_field",
    en: "{file}: dates in {field}", es: "{file}: fechas en {field}", pt: "{file}: datas em {field}"),
  Sentence(
    "join.date_fields",
    en: "{file}: the date is put together from {fields}",
    es: "{file}: la fecha se compone de {fields}",
    pt: "{file}: a data se compõe de {fields}"),
  Sentence(
    "join.date_parts",
    en: "{file}: of the fields {fields} in --when the names must say which is the year and which the month (año, mes, día)",
    es: "{file}: de los campos {fields} de --when, los nombres deben decir cuál es el año y cuál el mes (año, mes, día)",
    pt: "{file}: dos campos {fields} de --when, os nomes devem dizer qual é o ano e qual o mês (ano, mês, dia)"),
  Sentence(
    "records.none_read",
    en:
      "{file}: none of {count:int} records can be read, {of:int} of them for this reason: {reason:id}. Nothing is written; plaza info"
      + " {file} shows the fields and how they are read",
    es:
      "{file}: ninguno de {count:int} registros se puede leer; motivo de {of:int} de ellos: {reason:id}. No se escribe nada; plaza"
      + " info {file} muestra los campos y cómo se leen",
    pt: "{file}: nenhum de {count:int} registros pode ser lido; motivo de {of:int} deles: {reason:id}. Nada é escrito; plaza info"
      + " {file} mostra os campos e como são lidos"),
  Sentence(
    "count.unused",
    en:
      "{file}: {field} holds whole numbers, as a column that says how many cases a row stands for; each row is counted as one. If rows"
      + " stand for several, use --count {field}",
    es:
      "{file}: {field} contiene números enteros, como una columna que dice cuántos casos representa cada fila; cada fila se cuenta como"
      + " uno. Si las filas representan varios, use --count {field}",
    pt:
      "{file}: {field} contém números inteiros, como uma coluna que diz quantos casos cada linha representa; cada linha conta como um."
      + " Se as linhas representam vários, use --count {field}"),
  Sentence(
    "wide.unused",
    en:
      "{file}: {count:int} columns bear the names of months, as in a table of counts by month; each row is counted as one record. If the"
      + " columns hold counts, use {options}",
    es:
      "{file}: {count:int} columnas llevan nombres de meses, como en una tabla de conteos por mes; cada fila se cuenta como un registro."
      + " Si las columnas contienen conteos, use {options}",
    pt:
      "{file}: {count:int} colunas têm nomes de meses, como numa tabela de contagens por mês; cada linha conta como um registro. Se as"
      + " colunas contêm contagens, use {options}"),
  Sentence(
    "join.no_date",
    en: "{file}: no field has a date's name; choose with --when; the fields are {fields}",
    es: "{file}: ningún campo tiene nombre de fecha; elija con --when; los campos son {fields}",
    pt: "{file}: nenhum campo tem nome de data; escolha com --when; os campos são {fields}"),
  Sentence(
    "join.no_date_for_rates",
    en:
      "{file}: rates by year need dates and no field has a date's name; choose with --when, or give --rate-basis period; the fields are {fields}",
    es:
      "{file}: las tasas anuales necesitan fechas y ningún campo tiene nombre de fecha; elija con --when o use --rate-basis period; los campos son {fields}",
    pt:
      "{file}: as taxas anuais precisam de datas e nenhum campo tem nome de data; escolha com --when ou use --rate-basis period; os campos são {fields}"
  ),
  Sentence(
    "join.doubtful_date",
    en: "{file}: several fields could be the date: {fields}; choose with --when",
    es: "{file}: varios campos podrían ser la fecha: {fields}; elija con --when",
    pt: "{file}: vários campos podem ser a data: {fields}; escolha com --when"),
  Sentence(
    "join.bad_option_date",
    en: "{option} {value} is not a date; write it as 2019, 2019-05 or 2019-05-17",
    es: "{option} {value} no es una fecha; escríbala como 2019, 2019-05 o 2019-05-17",
    pt: "{option} {value} não é uma data; escreva-a como 2019, 2019-05 ou 2019-05-17"),
  Sentence(
    "join.left_out",
    en:
      "{file}: of single records kinds, dates and the position are written, and of these fields nothing: {fields}; --keep FIELD adds one",
    es:
      "{file}: de cada registro se escriben los tipos, las fechas y la posición, y nada de estos campos: {fields}; --keep CAMPO agrega uno",
    pt:
      "{file}: de cada registro são gravados os tipos, as datas e a posição, e nada destes campos: {fields}; --keep CAMPO acrescenta um"
  ),
  Sentence(
    "join.too_many_kinds",
    en: "{file}: more than 10 000 kinds: --by names a field that tells records apart, not kinds; choose another",
    es: "{file}: más de 10 000 tipos: --by nombra un campo que distingue registros, no tipos; elija otro",
    pt: "{file}: mais de 10 000 tipos: --by indica um campo que distingue registros, não tipos; escolha outro"),
  Sentence(
    "join.ambiguous",
    en: "{count:int|record lies|records lie} inside two or more areas that overlap; each counts in the one with the lowest code",
    es:
      "{count:int|registro está|registros están} dentro de dos o más áreas que se superponen; cada uno cuenta en la de código más bajo",
    pt:
      "{count:int|registro está|registros estão} dentro de duas ou mais áreas que se sobrepõem; cada um conta na de código mais baixo"
  ),
  Sentence(
    "join.ambiguous_all",
    en: "{count:int|record lies|records lie} inside two or more areas that overlap; each counts in all of them",
    es: "{count:int|registro está|registros están} dentro de dos o más áreas que se superponen; cada uno cuenta en todas",
    pt: "{count:int|registro está|registros estão} dentro de duas ou mais áreas que se sobrepõem; cada um conta em todas"),
  Sentence(
    "join.undated",
    en: "{count:int|record has|records have} no date precise enough: counted, with an empty period",
    es:
      "{count:int|registro no tiene|registros no tienen} una fecha con la precisión necesaria: se cuentan, con el período vacío",
    pt: "{count:int|registro não tem|registros não têm} uma data com a precisão necessária: são contados, com o período vazio"),
  Sentence(
    "join.weighted_rates",
    en: "rates are of weights, which are not counts: they have no limits",
    es: "las tasas son de ponderaciones, que no son conteos: no tienen límites",
    pt: "as taxas são de ponderações, que não são contagens: não têm limites"),
  Sentence(
    "join.many_kinds",
    en: "{count:int} kinds: the layer has fields for the {limit:int} commonest, the table has all",
    es: "{count:int} tipos: la capa tiene campos para los {limit:int} más frecuentes; la tabla los tiene todos",
    pt: "{count:int} tipos: a camada tem campos para os {limit:int} mais frequentes; a tabela tem todos"),
  Sentence(
    "join.replaced_fields",
    en: "fields of the areas with the names of computed ones were replaced: {fields}",
    es: "se reemplazaron campos de las áreas que tenían el nombre de los calculados: {fields}",
    pt: "campos das áreas com o nome dos calculados foram substituídos: {fields}"),
  Sentence(
    "points.out_of_range",
    en:
      "{file}: {count:int} of {read:int} positions {count:plural|is|are} no longitude and latitude, the first on line {line:int} with {cell}; if all are metres, say what they are in with --assume-crs EPSG:nnnn; if {count:plural|it is a mistake|they are mistakes}, --assume-crs EPSG:4326 takes the others and rejects {count:plural|it|them}",
    es:
      "{file}: {count:int} de {read:int} posiciones no {count:plural|es|son} longitud y latitud, la primera en la línea {line:int} con {cell}; si todas están en metros, diga en qué con --assume-crs EPSG:nnnn; si {count:plural|es un error|son errores}, --assume-crs EPSG:4326 toma las demás y {count:plural|la|las} rechaza",
    pt:
      "{file}: {count:int} de {read:int} posições não {count:plural|é|são} longitude e latitude, a primeira na linha {line:int} com {cell}; se todas estão em metros, diga em que com --assume-crs EPSG:nnnn; se {count:plural|é um erro|são erros}, --assume-crs EPSG:4326 aceita as demais e {count:plural|a|as} rejeita"
  ),
  Sentence(
    "points.out_of_range_stated",
    en:
      "{file}: {count:int} of {read:int} positions {count:plural|has|have} no place on earth in {crs}, the first on line {line:int} with {cell}; give the system that they are in, or mend them",
    es:
      "{file}: {count:int} de {read:int} posiciones no {count:plural|tiene|tienen} lugar en la tierra en {crs}, la primera en la línea {line:int} con {cell}; indique el sistema en que están, o corríjalas",
    pt:
      "{file}: {count:int} de {read:int} posições não {count:plural|tem|têm} lugar na terra em {crs}, a primeira na linha {line:int} com {cell}; indique o sistema em que estão, ou corrija-as"
  ),
  Sentence(
    "points.swapped",
    en: "{file}: no position falls on the areas, but most do with {x} and {y} exchanged; give --lon {y} --lat {x}",
    es: "{file}: ninguna posición cae en las áreas, pero la mayoría sí al intercambiar {x} y {y}; use --lon {y} --lat {x}",
    pt: "{file}: nenhuma posição cai nas áreas, mas a maioria sim ao trocar {x} e {y}; use --lon {y} --lat {x}"),
  Sentence(
    "date.ambiguous",
    en: "{file}: the dates in {field} can be read day first or month first; give --date-order dmy or mdy",
    es: "{file}: las fechas en {field} pueden leerse con el día o con el mes primero; indique --date-order dmy o mdy",
    pt: "{file}: as datas em {field} podem ser lidas com o dia ou com o mês primeiro; indique --date-order dmy ou mdy"),
  Sentence(
    "date.unreadable",
    en: "{file}: {field} holds no dates that can be read, as '{example}'; choose another field with --when",
    es: "{file}: {field} no contiene fechas que se puedan leer, como '{example}'; elija otro campo con --when",
    pt: "{file}: {field} não contém datas que se possam ler, como '{example}'; escolha outro campo com --when"),
  Sentence(
    "date.contradiction",
    en: "{file}: the date '{value}' contradicts the order {order} found in the first records; give --date-order",
    es: "{file}: la fecha '{value}' contradice el orden {order} hallado en los primeros registros; indique --date-order",
    pt: "{file}: a data '{value}' contradiz a ordem {order} encontrada nos primeiros registros; indique --date-order"),
  Sentence("findings.title", en: "In words", es: "En palabras", pt: "Em palavras"),
  Sentence("severity.warning", en: "warning", es: "aviso", pt: "aviso"),
  Sentence(
    "progress.records",
    en: "{records:int} records, {megabytes:int} MB", es: "{records:int} registros, {megabytes:int} MB",
    pt: "{records:int} registros, {megabytes:int} MB"),
  Sentence(
    "join.complete_too_many",
    en:
      "{file}: --complete would write {rows:int} rows ({areas:int} areas × {kinds:int} kinds × {periods:int} periods), more than {limit:int}; take a longer --period, fewer kinds (--where, --class-level) or dates (--from, --to), or leave --complete out",
    es:
      "{file}: --complete escribiría {rows:int} filas ({areas:int} áreas × {kinds:int} tipos × {periods:int} períodos), más de {limit:int}; elija un --period más largo, menos tipos (--where, --class-level) o fechas (--from, --to), o quite --complete",
    pt:
      "{file}: --complete escreveria {rows:int} linhas ({areas:int} áreas × {kinds:int} tipos × {periods:int} períodos), mais de {limit:int}; escolha um --period mais longo, menos tipos (--where, --class-level) ou datas (--from, --to), ou retire --complete"
  ),
]
