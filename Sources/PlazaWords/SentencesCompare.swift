/// What changed, in words: counts from and to, and what chance alone could do; never a cause, never a percentage of few.
let compareSentences: [Sentence] = [
  Sentence("compare.records", en: "records", es: "registros", pt: "registros"),
  Sentence("compare.all_kinds", en: "All kinds together", es: "Todos los tipos juntos", pt: "Todos os tipos juntos"),
  Sentence(
    "compare.up",
    en:
      "{kind:id}, {from:date} to {to:date}: up from {before:int} to {now:int} against {before_from:date} to {before_to:date}, more than the"
      + " {months:int} months of its history vary by themselves (confidence interval: {low:int} to {high:int} more)",
    es:
      "{kind:id}, del {from:date} al {to:date}: sube de {before:int} a {now:int} frente al período del {before_from:date} al {before_to:date},"
      + " más de lo que varían por sí solos los {months:int} meses de su historia (intervalo de confianza: de {low:int} a {high:int}"
      + " más)",
    pt:
      "{kind:id}, de {from:date} a {to:date}: sobe de {before:int} para {now:int} em relação ao período de {before_from:date} a {before_to:date},"
      + " mais do que variam por si sós os {months:int} meses de sua história (intervalo de confiança: de {low:int} a {high:int} a"
      + " mais)"),
  Sentence(
    "compare.down",
    en:
      "{kind:id}, {from:date} to {to:date}: down from {before:int} to {now:int} against {before_from:date} to {before_to:date}, more than the"
      + " {months:int} months of its history vary by themselves (confidence interval: {low:int} to {high:int} fewer)",
    es:
      "{kind:id}, del {from:date} al {to:date}: baja de {before:int} a {now:int} frente al período del {before_from:date} al {before_to:date},"
      + " más de lo que varían por sí solos los {months:int} meses de su historia (intervalo de confianza: de {low:int} a {high:int}"
      + " menos)",
    pt:
      "{kind:id}, de {from:date} a {to:date}: cai de {before:int} para {now:int} em relação ao período de {before_from:date} a {before_to:date},"
      + " mais do que variam por si sós os {months:int} meses de sua história (intervalo de confiança: de {low:int} a {high:int} a"
      + " menos)"),
  Sentence(
    "compare.no_clear_change",
    en:
      "{kind:id}, {from:date} to {to:date}: from {before:int} to {now:int} against {before_from:date} to {before_to:date}, no clear change: no"
      + " more than the {months:int} months of its history vary by themselves",
    es:
      "{kind:id}, del {from:date} al {to:date}: de {before:int} a {now:int} frente al período del {before_from:date} al {before_to:date}, sin"
      + " cambio claro: no más de lo que varían por sí solos los {months:int} meses de su historia",
    pt:
      "{kind:id}, de {from:date} a {to:date}: de {before:int} para {now:int} em relação ao período de {before_from:date} a {before_to:date}, sem"
      + " mudança clara: não mais do que variam por si sós os {months:int} meses de sua história"),
  Sentence(
    "compare.up_chance",
    en:
      "{kind:id}, {from:date} to {to:date}: up from {before:int} to {now:int} against {before_from:date} to {before_to:date}, more than mere"
      + " chance explains (confidence interval: {low:int} to {high:int} more); how much it varies from month to month is not"
      + " known",
    es:
      "{kind:id}, del {from:date} al {to:date}: sube de {before:int} a {now:int} frente al período del {before_from:date} al {before_to:date},"
      + " más de lo que explica el puro azar (intervalo de confianza: de {low:int} a {high:int} más); no se sabe cuánto varía de"
      + " mes a mes",
    pt:
      "{kind:id}, de {from:date} a {to:date}: sobe de {before:int} para {now:int} em relação ao período de {before_from:date} a {before_to:date},"
      + " mais do que o puro acaso explica (intervalo de confiança: de {low:int} a {high:int} a mais); não se sabe quanto varia"
      + " de mês a mês"),
  Sentence(
    "compare.down_chance",
    en:
      "{kind:id}, {from:date} to {to:date}: down from {before:int} to {now:int} against {before_from:date} to {before_to:date}, more than mere"
      + " chance explains (confidence interval: {low:int} to {high:int} fewer); how much it varies from month to month is not"
      + " known",
    es:
      "{kind:id}, del {from:date} al {to:date}: baja de {before:int} a {now:int} frente al período del {before_from:date} al {before_to:date},"
      + " más de lo que explica el puro azar (intervalo de confianza: de {low:int} a {high:int} menos); no se sabe cuánto varía"
      + " de mes a mes",
    pt:
      "{kind:id}, de {from:date} a {to:date}: cai de {before:int} para {now:int} em relação ao período de {before_from:date} a {before_to:date},"
      + " mais do que o puro acaso explica (intervalo de confiança: de {low:int} a {high:int} a menos); não se sabe quanto varia"
      + " de mês a mês"),
  Sentence(
    "compare.no_clear_change_chance",
    en:
      "{kind:id}, {from:date} to {to:date}: from {before:int} to {now:int} against {before_from:date} to {before_to:date}, no clear change:"
      + " chance alone could do as much",
    es:
      "{kind:id}, del {from:date} al {to:date}: de {before:int} a {now:int} frente al período del {before_from:date} al {before_to:date}, sin"
      + " cambio claro: el azar por sí solo podría dar lo mismo",
    pt:
      "{kind:id}, de {from:date} a {to:date}: de {before:int} para {now:int} em relação ao período de {before_from:date} a {before_to:date}, sem"
      + " mudança clara: o acaso por si só poderia dar o mesmo"),
  Sentence(
    "compare.kind_incomplete",
    en:
      "{kind:id}, {from:date} to {to:date} ({now:int} records) against {before_from:date} to {before_to:date} ({before:int}): there are days"
      + " without a single record, as there never were, so it seems that records are missing; whether it went up or down is not"
      + " said",
    es:
      "{kind:id}, del {from:date} al {to:date} ({now:int|registro|registros}) frente al período del {before_from:date} al {before_to:date} ({before:int}):"
      + " hay días sin ningún registro, como nunca hubo, así que parece que faltan registros; no se dice si sube o baja",
    pt:
      "{kind:id}, de {from:date} a {to:date} ({now:int|registro|registros}) em relação ao período de {before_from:date} a {before_to:date} ({before:int}):"
      + " há dias sem nenhum registro, como nunca houve, portanto parece que faltam registros; não se diz se sobe ou cai"),
  Sentence(
    "compare.too_few",
    en:
      "{kind:id}, {from:date} to {to:date}: from {before:int} to {now:int} against {before_from:date} to {before_to:date}, too few to say anything",
    es:
      "{kind:id}, del {from:date} al {to:date}: de {before:int} a {now:int} frente al período del {before_from:date} al {before_to:date}, muy"
      + " pocos para decir algo",
    pt:
      "{kind:id}, de {from:date} a {to:date}: de {before:int} para {now:int} em relação ao período de {before_from:date} a {before_to:date},"
      + " muito poucos para dizer algo"),
  Sentence(
    "compare.window_incomplete",
    en:
      "{from:date} to {to:date}: the records are complete only up to {last:date}, so nothing is said of this time; --until gives an earlier end",
    es:
      "Del {from:date} al {to:date}: los registros están completos solo hasta el {last:date}, así que no se dice nada de este período;"
      + " --until indica un final anterior",
    pt:
      "De {from:date} a {to:date}: os registros estão completos só até {last:date}, portanto nada se diz deste período; --until indica um fim anterior"
  ),
  Sentence(
    "compare.window_late",
    en: "{from:date} to {to:date}: the records are complete only from {first:date} on, so nothing is said of this time",
    es:
      "Del {from:date} al {to:date}: los registros están completos solo desde el {first:date}, así que no se dice nada de este período",
    pt: "De {from:date} a {to:date}: os registros estão completos só a partir de {first:date}, portanto nada se diz deste período"
  ),
  Sentence(
    "compare.window_within",
    en:
      "{from:date} to {to:date}: the records are complete only from {first:date} to {last:date}, so nothing is said of this time; --until gives an earlier end",
    es:
      "Del {from:date} al {to:date}: los registros están completos solo del {first:date} al {last:date}, así que no se dice nada de este período;"
      + " --until indica un final anterior",
    pt:
      "De {from:date} a {to:date}: os registros estão completos só de {first:date} a {last:date}, portanto nada se diz deste período; --until indica um fim anterior"
  ),
  Sentence(
    "compare.window_missing",
    en: "{from:date} to {to:date}: most records of this time are missing, so nothing is said of it; --until gives an earlier end",
    es:
      "Del {from:date} al {to:date}: faltan casi todos los registros de este período, así que no se dice nada de él; --until indica un"
      + " final anterior",
    pt:
      "De {from:date} a {to:date}: faltam quase todos os registros deste período, portanto nada se diz dele; --until indica um fim anterior"
  ),
  Sentence(
    "compare.total_incomplete",
    en:
      "{kind:id}, {from:date} to {to:date}: {now:int} against {before:int} from {before_from:date} to {before_to:date}, but records are missing in"
      + " areas that usually hold {share:percent} of them; whether the total went up or down is not said",
    es:
      "{kind:id}, del {from:date} al {to:date}: {now:int} frente a {before:int} del {before_from:date} al {before_to:date}, pero faltan registros"
      + " en áreas que suelen reunir el {share:percent} de ellos; no se dice si el total sube o baja",
    pt:
      "{kind:id}, de {from:date} a {to:date}: {now:int} em relação a {before:int} de {before_from:date} a {before_to:date}, mas faltam registros"
      + " em áreas que costumam reunir {share:percent} deles; não se diz se o total sobe ou cai"),
  Sentence(
    "compare.total_incomplete_areas",
    en:
      "{kind:id}, {from:date} to {to:date}: {now:int} against {before:int} from {before_from:date} to {before_to:date}, but records are missing in"
      + " areas that usually hold {share:percent} of them ({lacking}); whether the total went up or down is not said",
    es:
      "{kind:id}, del {from:date} al {to:date}: {now:int} frente a {before:int} del {before_from:date} al {before_to:date}, pero faltan registros en"
      + " áreas que suelen reunir el {share:percent} de ellos ({lacking}); no se dice si el total sube o baja",
    pt:
      "{kind:id}, de {from:date} a {to:date}: {now:int} em relação a {before:int} de {before_from:date} a {before_to:date}, mas faltam registros em"
      + " áreas que costumam reunir {share:percent} deles ({lacking}); não se diz se o total sobe ou cai"),
  Sentence(
    "compare.areas_unplaced",
    en:
      "{count:int} of {total:int} areas ({level}) {count:plural|has|have} far fewer records of {from:date} to {to:date} or of the earlier"
      + " time than usual: {areas} (in brackets the time for which they are there). About as many more records came without a"
      + " place, so they were delivered and nobody knows where they belong: these areas are not compared, the totals are",
    es:
      "{count:int} de {total:int} áreas ({level}) {count:plural|tiene|tienen} muchos menos registros del {from:date} al {to:date} o del"
      + " período anterior que de costumbre: {areas} (entre paréntesis, el tiempo del que sí están). Llegaron más o menos otros"
      + " tantos registros sin lugar, así que se entregaron y no se sabe de dónde son: esas áreas no se comparan, los totales sí",
    pt:
      "{count:int} de {total:int} áreas ({level}) {count:plural|tem|têm} muito menos registros de {from:date} a {to:date} ou do período"
      + " anterior do que de costume: {areas} (entre parênteses, o tempo de que há registros). Chegaram mais ou menos outros"
      + " tantos registros sem lugar, portanto foram entregues e não se sabe de onde são: essas áreas não são comparadas, os"
      + " totais sim"),
  Sentence(
    "compare.areas_incomplete",
    en:
      "{count:int} of {total:int} areas ({level}) {count:plural|lacks|lack} records of {from:date} to {to:date} or of the earlier time:"
      + " {areas} (in brackets the time for which they are there). Whether {count:plural|it|they} went up or down is not said, and the totals lack what is missing",
    es:
      "A {count:int} de {total:int} áreas ({level}) {count:plural|le|les} faltan registros del {from:date} al {to:date} o del período"
      + " anterior: {areas} (entre paréntesis, el tiempo del que sí están). No se dice si {count:plural|sube o baja|suben o bajan}, y a los totales les falta lo mismo",
    pt:
      "A {count:int} de {total:int} áreas ({level}) faltam registros de {from:date} a {to:date} ou do período anterior: {areas} (entre parênteses, o tempo de que há registros). Não se"
      + " diz se {count:plural|sobe ou cai|sobem ou caem}, e aos totais falta o mesmo"),
  Sentence(
    "compare.areas_not_comparable",
    en: "{kind:id}, by area ({level}): the share of records with a place went from {located_before:percent} to"
      + " {located_now:percent}. That moves the counts of areas more than what happened there, so {moved:int} of {total:int} are"
      + " not compared",
    es: "{kind:id}, por área ({level}): la parte de los registros con lugar pasó del {located_before:percent} al"
      + " {located_now:percent}. Eso mueve los conteos de las áreas más que lo ocurrido en ellas, así que {moved:int} de"
      + " {total:int} no se comparan",
    pt: "{kind:id}, por área ({level}): a parte dos registros com lugar passou de {located_before:percent} a"
      + " {located_now:percent}. Isso move as contagens das áreas mais do que o que ocorreu nelas, portanto {moved:int} de"
      + " {total:int} não são comparadas"),
  Sentence(
    "compare.areas",
    en: "{kind:id}: of {total:int} areas ({level}), {up:int} went clearly up and {down:int} clearly down, {unclear:int} without"
      + " clear change, {few:int} with too few records; the largest changes: {areas}",
    es: "{kind:id}: de {total:int} áreas ({level}), {up:int} {up:plural|sube|suben} y {down:int} {down:plural|baja|bajan}"
      + " claramente, {unclear:int} sin cambio claro, {few:int} con muy pocos registros; los mayores cambios: {areas}",
    pt: "{kind:id}: de {total:int} áreas ({level}), {up:int} {up:plural|sobe|sobem} e {down:int} {down:plural|cai|caem}"
      + " claramente, {unclear:int} sem mudança clara, {few:int} com muito poucos registros; as maiores mudanças: {areas}"),
  Sentence(
    "compare.areas_missing",
    en: "{kind:id}: of {total:int} areas ({level}), {up:int} went clearly up and {down:int} clearly down, {unclear:int} without"
      + " clear change, {few:int} with too few records, {missing:int} that cannot be compared ({withheld}); the largest changes: {areas}",
    es: "{kind:id}: de {total:int} áreas ({level}), {up:int} {up:plural|sube|suben} y {down:int} {down:plural|baja|bajan}"
      + " claramente, {unclear:int} sin cambio claro, {few:int} con muy pocos registros, {missing:int} que no se"
      + " {missing:plural|puede|pueden} comparar ({withheld}); los mayores cambios: {areas}",
    pt: "{kind:id}: de {total:int} áreas ({level}), {up:int} {up:plural|sobe|sobem} e {down:int} {down:plural|cai|caem}"
      + " claramente, {unclear:int} sem mudança clara, {few:int} com muito poucos registros, {missing:int} que não se"
      + " {missing:plural|pode|podem} comparar ({withheld}); as maiores mudanças: {areas}"),
  Sentence(
    "compare.areas_none",
    en: "{kind:id}: none of {total:int} areas ({level}) changed clearly: {unclear:int} without clear change, {few:int} with too"
      + " few records",
    es: "{kind:id}: ninguna de {total:int} áreas ({level}) cambia claramente: {unclear:int} sin cambio claro, {few:int} con muy"
      + " pocos registros",
    pt: "{kind:id}: nenhuma de {total:int} áreas ({level}) muda claramente: {unclear:int} sem mudança clara, {few:int} com"
      + " muito poucos registros"),
  Sentence(
    "compare.areas_none_missing",
    en: "{kind:id}: none of {total:int} areas ({level}) changed clearly: {unclear:int} without clear change, {few:int} with too"
      + " few records, {missing:int} that cannot be compared ({withheld})",
    es: "{kind:id}: ninguna de {total:int} áreas ({level}) cambia claramente: {unclear:int} sin cambio claro, {few:int} con muy"
      + " pocos registros, {missing:int} que no se {missing:plural|puede|pueden} comparar ({withheld})",
    pt: "{kind:id}: nenhuma de {total:int} áreas ({level}) muda claramente: {unclear:int} sem mudança clara, {few:int} com"
      + " muito poucos registros, {missing:int} que não se {missing:plural|pode|podem} comparar ({withheld})"),
  Sentence(
    "compare.account",
    en: "{from:date} to {to:date}: {records:int|record|records}, of which {joined:int} in areas, {outside:int} outside and"
      + " {unlocated:int} without a place.",
    es:
      "Del {from:date} al {to:date}: {records:int|registro|registros}, de los cuales {joined:int} en áreas, {outside:int} fuera y"
      + " {unlocated:int} sin lugar.",
    pt:
      "De {from:date} a {to:date}: {records:int|registro|registros}, dos quais {joined:int} em áreas, {outside:int} fora e {unlocated:int} sem lugar."
  ),
  Sentence(
    "compare.elsewhere",
    en: "{count:int|record lies|records lie} outside the windows that are compared.",
    es: "{count:int|registro queda|registros quedan} fuera de las ventanas que se comparan.",
    pt: "{count:int|registro fica|registros ficam} fora das janelas que se comparam."),
  Sentence(
    "compare.past",
    en: "How much counts vary by themselves is taken from the last months before each window, at least {months:int}, with their"
      + " trend and, of two years or more, their season; where the records do not reach back so far, the window's own months help.",
    es: "Cuánto varían los conteos por sí solos se toma de los últimos meses antes de cada ventana, al menos {months:int}, con su"
      + " tendencia y, si hay dos años o más, su estacionalidad; si los registros no llegan tan atrás, ayudan los meses de la ventana.",
    pt: "Quanto as contagens variam por si sós é tomado dos últimos meses antes de cada janela, pelo menos {months:int}, com sua"
      + " tendência e, com dois anos ou mais, sua sazonalidade; se os registros não chegam tão atrás, ajudam os meses da janela."),
  Sentence(
    "compare.no_past",
    en: "The records have {months:int|whole month|whole months} before the window, and twelve are needed to know how much"
      + " counts vary from month to month: only mere chance was allowed for, which calls too many changes. Give longer records.",
    es: "Los registros tienen {months:int|mes completo|meses completos} antes de la ventana, y hacen falta doce para saber"
      + " cuánto varían los conteos de mes a mes: solo se descontó el puro azar, que da demasiados cambios. Use registros más"
      + " largos.",
    pt: "Os registros têm {months:int|mês completo|meses completos} antes da janela, e são precisos doze para saber quanto as"
      + " contagens variam de mês a mês: só se descontou o puro acaso, que dá mudanças demais. Use registros mais longos."),
  Sentence(
    "compare.unjudged",
    en: "For a part of the time that is compared it cannot be judged whether the records are complete: they are too few, their"
      + " past is shorter than eight weeks, or their dates say no days.",
    es: "De una parte del tiempo que se compara no se puede juzgar si los registros están completos: son muy pocos, su pasado no"
      + " llega a ocho semanas o sus fechas no dicen el día.",
    pt: "De uma parte do tempo que se compara não se pode julgar se os registros estão completos: são muito poucos, seu passado"
      + " não chega a oito semanas ou suas datas não dizem o dia."),
  Sentence(
    "compare.until",
    en: "The comparison ends with the last complete month of the records, on {until:date}; another day is given by --until.",
    es: "La comparación termina con el último mes completo de los registros, el {until:date}; otro día se indica con --until.",
    pt: "A comparação termina com o último mês completo dos registros, em {until:date}; outro dia é indicado com --until."),
  Sentence(
    "compare.until_cutoff",
    en:
      "The comparison ends with the last whole month before --cutoff {cutoff}, on {until:date}; another day is given by --until.",
    es:
      "La comparación termina con el último mes entero antes de --cutoff {cutoff}, el {until:date}; otro día se indica con --until.",
    pt:
      "A comparação termina com o último mês inteiro antes de --cutoff {cutoff}, em {until:date}; outro dia é indicado com --until."
  ),
  Sentence(
    "compare.preliminary",
    en: "The figures are preliminary: records of the last months may still arrive, while those of the earlier time are"
      + " complete. --registered FIELD --cutoff DATE compares both as they were known after the same delay.",
    es: "Las cifras son preliminares: de los últimos meses pueden faltar registros que aún no llegan, y el período anterior"
      + " está completo. --registered CAMPO --cutoff FECHA compara ambos tal como se conocían con el mismo retraso.",
    pt: "Os números são preliminares: podem faltar registros dos últimos meses que ainda não chegaram, e o período anterior"
      + " está completo. --registered CAMPO --cutoff DATA compara ambos tal como eram conhecidos com o mesmo atraso."),
  Sentence(
    "compare.window_dropped",
    en: "{file} begins on {first:date}: the window {window} needs records from {needed:date} on and is left out.",
    es: "{file} comienza el {first:date}: la ventana {window} necesita registros desde el {needed:date} y se omite.",
    pt: "{file} começa em {first:date}: a janela {window} precisa de registros desde {needed:date} e é omitida."),
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
    en: "--cutoff {cutoff} is before the end of the comparison, {until:date}: give a --until that has passed by then.",
    es: "--cutoff {cutoff} es anterior al fin de la comparación, {until:date}: indique un --until que ya haya pasado entonces.",
    pt: "--cutoff {cutoff} é anterior ao fim da comparação, {until:date}: indique um --until que já tenha passado então."),
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
    en: "{file} ends on {last:date}, before the month of --until {until}: give an earlier day.",
    es: "{file} termina el {last:date}, antes del mes de --until {until}: indique un día anterior.",
    pt: "{file} termina em {last:date}, antes do mês de --until {until}: indique um dia anterior."),
  Sentence(
    "compare.not_covered",
    en:
      "{file} begins on {first:date}, and every comparison that was asked for needs records from {needed:date} on at least: ask for a"
      + " shorter window, --against previous, or a later --until.",
    es:
      "{file} comienza el {first:date}, y toda comparación pedida necesita registros al menos desde el {needed:date}: pida una ventana"
      + " más corta, --against previous o un --until posterior.",
    pt:
      "{file} começa em {first:date}, e toda comparação pedida precisa de registros pelo menos desde {needed:date}: peça uma janela"
      + " mais curta, --against previous ou um --until posterior."),
  Sentence(
    "date.day", en: "{day} {month:id} {year}", es: "{day} de {month:id} de {year}", pt: "{day} de {month:id} de {year}"),
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
  Sentence("compare.span.days", en: "{from:date} to {to:date}", es: "{from:date} a {to:date}", pt: "{from:date} a {to:date}"),
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
