/// What changed, in words: counts from and to, and what chance alone could do; never a cause, never a percentage of few.
let compareSentences: [Sentence] = [
  Sentence("compare.records", en: "records", es: "registros", pt: "registros"),
  Sentence(
    "compare.up",
    en: "{kind:id}, {from} to {to}: up from {before:int} to {now:int} against {before_from} to {before_to},"
      + " by more than chance explains (95\u{202F}% limits: {low:int} to {high:int} more)",
    es: "{kind:id}, del {from} al {to}: sube de {before:int} a {now:int} frente al período del {before_from} al {before_to},"
      + " más de lo que explica el azar (límites del 95\u{202F}%: de {low:int} a {high:int} más)",
    pt: "{kind:id}, de {from} a {to}: sobe de {before:int} para {now:int} em relação ao período de {before_from} a {before_to},"
      + " mais do que o acaso explica (limites de 95\u{202F}%: de {low:int} a {high:int} a mais)"),
  Sentence(
    "compare.down",
    en: "{kind:id}, {from} to {to}: down from {before:int} to {now:int} against {before_from} to {before_to},"
      + " by more than chance explains (95\u{202F}% limits: {low:int} to {high:int} fewer)",
    es: "{kind:id}, del {from} al {to}: baja de {before:int} a {now:int} frente al período del {before_from} al {before_to},"
      + " más de lo que explica el azar (límites del 95\u{202F}%: de {low:int} a {high:int} menos)",
    pt: "{kind:id}, de {from} a {to}: cai de {before:int} para {now:int} em relação ao período de {before_from} a {before_to},"
      + " mais do que o acaso explica (limites de 95\u{202F}%: de {low:int} a {high:int} a menos)"),
  Sentence(
    "compare.no_clear_change",
    en: "{kind:id}, {from} to {to}: from {before:int} to {now:int} against {before_from} to {before_to},"
      + " no clear change: chance alone could do as much",
    es: "{kind:id}, del {from} al {to}: de {before:int} a {now:int} frente al período del {before_from} al {before_to},"
      + " sin cambio claro: el azar por sí solo podría dar lo mismo",
    pt: "{kind:id}, de {from} a {to}: de {before:int} para {now:int} em relação ao período de {before_from} a {before_to},"
      + " sem mudança clara: o acaso por si só poderia dar o mesmo"),
  Sentence(
    "compare.too_few",
    en: "{kind:id}, {from} to {to}: from {before:int} to {now:int} against {before_from} to {before_to}, too few to say anything",
    es: "{kind:id}, del {from} al {to}: de {before:int} a {now:int} frente al período del {before_from} al {before_to},"
      + " muy pocos para decir algo",
    pt: "{kind:id}, de {from} a {to}: de {before:int} para {now:int} em relação ao período de {before_from} a {before_to},"
      + " muito poucos para dizer algo"),
  Sentence(
    "compare.areas",
    en: "{kind:id}: of {total:int} areas ({level}), {up:int} went up and {down:int} down by more than chance explains,"
      + " {unclear:int} without clear change, {few:int} with too few records; the largest changes: {areas}",
    es:
      "{kind:id}: de {total:int} áreas ({level}), {up:int} {up:plural|sube|suben} y {down:int} {down:plural|baja|bajan} más de lo que"
      + " explica el azar, {unclear:int} sin cambio claro, {few:int} con muy pocos registros; los mayores cambios: {areas}",
    pt:
      "{kind:id}: de {total:int} áreas ({level}), {up:int} {up:plural|sobe|sobem} e {down:int} {down:plural|cai|caem} mais do que o acaso"
      + " explica, {unclear:int} sem mudança clara, {few:int} com muito poucos registros; as maiores mudanças: {areas}"),
  Sentence(
    "compare.areas_none",
    en: "{kind:id}: in none of {total:int} areas ({level}) the change is more than chance explains:"
      + " {unclear:int} without clear change, {few:int} with too few records",
    es: "{kind:id}: en ninguna de {total:int} áreas ({level}) el cambio es mayor de lo que explica el azar:"
      + " {unclear:int} sin cambio claro, {few:int} con muy pocos registros",
    pt: "{kind:id}: em nenhuma de {total:int} áreas ({level}) a mudança é maior do que o acaso explica:"
      + " {unclear:int} sem mudança clara, {few:int} com muito poucos registros"),
  Sentence(
    "compare.until",
    en: "The comparison ends with the last complete month of the records, on {until}; another day is given by --until.",
    es: "La comparación termina con el último mes completo de los registros, el {until}; otro día se indica con --until.",
    pt: "A comparação termina com o último mês completo dos registros, em {until}; outro dia é indicado com --until."),
  Sentence(
    "compare.preliminary",
    en: "The figures are preliminary: records of the last months may still arrive, while those of the earlier time are complete."
      + " --registered FIELD --cutoff DATE compares both as they were known after the same delay.",
    es: "Las cifras son preliminares: de los últimos meses pueden faltar registros que aún no llegan, y el período anterior está"
      + " completo. --registered CAMPO --cutoff FECHA compara ambos tal como se conocían con el mismo retraso.",
    pt: "Os números são preliminares: podem faltar registros dos últimos meses que ainda não chegaram, e o período anterior está"
      + " completo. --registered CAMPO --cutoff DATA compara ambos tal como eram conhecidos com o mesmo atraso."),
  Sentence(
    "compare.window_dropped",
    en: "{file} begins on {first}: the window {window} needs records from {needed} on and is left out.",
    es: "{file} comienza el {first}: la ventana {window} necesita registros desde el {needed} y se omite.",
    pt: "{file} começa em {first}: a janela {window} precisa de registros desde {needed} e é omitida."),
  Sentence(
    "compare.unplaced_in_time",
    en:
      "{count:int|record has|records have} no date, or one that is less exact than the windows, and {count:plural|counts|count} in none.",
    es: "{count:int|registro no tiene|registros no tienen} fecha, o la tienen menos exacta que las ventanas, y no"
      + " {count:plural|cuenta|cuentan} en ninguna.",
    pt: "{count:int|registro não tem|registros não têm} data, ou a têm menos exata do que as janelas, e não"
      + " {count:plural|conta|contam} em nenhuma."),
  Sentence(
    "compare.bad_date",
    en: "{option} takes a day or a month, as 2025-10-31 or 2025-10, not '{value}'.",
    es: "{option} lleva un día o un mes, como 2025-10-31 o 2025-10, no '{value}'.",
    pt: "{option} leva um dia ou um mês, como 2025-10-31 ou 2025-10, não '{value}'."),
  Sentence(
    "compare.registered_cutoff",
    en:
      "--registered FIELD and --cutoff DATE go together: the day on which each record became known, and up to which day it counts.",
    es: "--registered CAMPO y --cutoff FECHA van juntos: el día en que se conoció cada registro y hasta qué día cuenta.",
    pt: "--registered CAMPO e --cutoff DATA vão juntos: o dia em que cada registro foi conhecido e até que dia ele conta."),
  Sentence(
    "compare.cutoff_before_end",
    en: "--cutoff {cutoff} is before the end of the comparison, {until}: give a --until that has passed by then.",
    es: "--cutoff {cutoff} es anterior al fin de la comparación, {until}: indique un --until que ya haya pasado entonces.",
    pt: "--cutoff {cutoff} é anterior ao fim da comparação, {until}: indique um --until que já tenha passado então."),
  Sentence(
    "compare.wide_whole_months",
    en: "Columns of months can only be compared by whole months: give a --until that ends a month, and no --registered.",
    es: "Las columnas de meses solo se comparan por meses enteros: indique un --until que termine un mes, y ningún --registered.",
    pt: "Colunas de meses só se comparam por meses inteiros: indique um --until que termine um mês, e nenhum --registered."),
  Sentence(
    "compare.no_dates",
    en: "{file}: no record that counts has a date, so nothing can be compared in time; check --when and --where.",
    es: "{file}: ningún registro que cuenta tiene fecha, así que no se puede comparar en el tiempo; revise --when y --where.",
    pt: "{file}: nenhum registro que conta tem data, portanto nada se compara no tempo; verifique --when e --where."),
  Sentence(
    "compare.until_beyond",
    en: "{file} ends on {last}, before the month of --until {until}: give an earlier day.",
    es: "{file} termina el {last}, antes del mes de --until {until}: indique un día anterior.",
    pt: "{file} termina em {last}, antes do mês de --until {until}: indique um dia anterior."),
  Sentence(
    "compare.not_covered",
    en: "{file} begins on {first}, and every comparison that was asked for needs records from {needed} on at least:"
      + " ask for a shorter window, --against previous, or a later --until.",
    es: "{file} comienza el {first}, y toda comparación pedida necesita registros al menos desde el {needed}:"
      + " pida una ventana más corta, --against previous o un --until posterior.",
    pt: "{file} começa em {first}, e toda comparação pedida precisa de registros pelo menos desde {needed}:"
      + " peça uma janela mais curta, --against previous ou um --until posterior."),
  Sentence("month.1", en: "January", es: "enero", pt: "janeiro"),
  Sentence("month.2", en: "February", es: "febrero", pt: "fevereiro"),
  Sentence("month.3", en: "March", es: "marzo", pt: "março"),
  Sentence("month.4", en: "April", es: "abril", pt: "abril"),
  Sentence("month.5", en: "May", es: "mayo", pt: "maio"),
  Sentence("month.6", en: "June", es: "junio", pt: "junho"),
  Sentence("month.7", en: "July", es: "julio", pt: "julho"),
  Sentence("month.8", en: "August", es: "agosto", pt: "agosto"),
  Sentence("month.9", en: "September", es: "septiembre", pt: "setembro"),
  Sentence("month.10", en: "October", es: "octubre", pt: "outubro"),
  Sentence("month.11", en: "November", es: "noviembre", pt: "novembro"),
  Sentence("month.12", en: "December", es: "diciembre", pt: "dezembro"),
  Sentence("compare.against", en: "{now} against {before}", es: "{now} frente a {before}", pt: "{now} em relação a {before}"),
  Sentence("compare.span.days", en: "{from} to {to}", es: "{from} a {to}", pt: "{from} a {to}"),
  Sentence("compare.span.month", en: "{last:id} {last_year}", es: "{last:id} de {last_year}", pt: "{last:id} de {last_year}"),
  Sentence(
    "compare.span.months", en: "{first:id} to {last:id} {last_year}", es: "{first:id} a {last:id} de {last_year}",
    pt: "{first:id} a {last:id} de {last_year}"),
  Sentence(
    "compare.span.years", en: "{first:id} {first_year} to {last:id} {last_year}",
    es: "{first:id} de {first_year} a {last:id} de {last_year}", pt: "{first:id} de {first_year} a {last:id} de {last_year}"),
  Sentence(
    "compare.piles",
    en:
      "{count:int|coordinate has|coordinates have} so many records ({records:int}, {share:percent}) that they may be noted there rather than have happened there: {examples}. They count in their cell: a change in it may be one of how places are noted.",
    es:
      "{count:int|coordenada tiene|coordenadas tienen} tantos registros ({records:int}, {share:percent}) que quizá se anotaron allí sin haber ocurrido allí: {examples}. Cuentan en su celda: un cambio en ella puede ser un cambio en cómo se anota el lugar.",
    pt:
      "{count:int|coordenada tem|coordenadas têm} tantos registros ({records:int}, {share:percent}) que talvez tenham sido anotados ali sem ter ocorrido ali: {examples}. Contam em sua célula: uma mudança nela pode ser uma mudança em como se anota o lugar."
  ),
  Sentence(
    "compare.map_withheld", en: "without kinds that expose people", es: "sin los tipos que exponen a personas",
    pt: "sem os tipos que expõem pessoas"),
  Sentence(
    "cells.incomplete",
    en: "say in what records are counted: --areas FILE, or --grid square|hexagon --cell METRES --boundary FILE",
    es: "diga en qué se cuentan los registros: --areas ARCHIVO, o --grid square|hexagon --cell METROS --boundary ARCHIVO",
    pt: "diga em que se contam os registros: --areas ARQUIVO, ou --grid square|hexagon --cell METROS --boundary ARQUIVO"),
  Sentence(
    "cells.or_areas",
    en:
      "--areas is one thing and --grid, --cell, --boundary, --crs and --keep-kind, which go with cells, another: give one of them",
    es: "--areas es una cosa y --grid, --cell, --boundary, --crs y --keep-kind, que van con celdas, otra: dé una sola",
    pt: "--areas é uma coisa e --grid, --cell, --boundary, --crs e --keep-kind, que vão com células, outra: dê uma só"),
  Sentence(
    "cells.by_point",
    en: "cells have no names, codes or levels of their own: only the position of a record places it in one",
    es: "las celdas no tienen nombres, códigos ni niveles propios: solo la posición de un registro lo ubica en una",
    pt: "as células não têm nomes, códigos nem níveis próprios: só a posição de um registro o situa em uma"),
]
