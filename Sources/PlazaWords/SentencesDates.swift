/// What the dates of a file say of the time that it covers, in words.
let dateSentences: [Sentence] = [
  Sentence(
    "dates.far",
    en: "{file}: {count:int|record has a date|records have dates} far from all others ({dates}), most likely mistyped."
      + " {count:plural|It counts|They count} with the rest, but the time covered is taken as {from} to {to}.",
    es: "{file}: {count:int|registro tiene una fecha muy lejos|registros tienen fechas muy lejos} de todas las demás ({dates}),"
      + " seguramente mal {count:plural|escrita|escritas}. {count:plural|Cuenta|Cuentan} con el resto, pero se toma como tiempo"
      + " cubierto del {from} al {to}.",
    pt: "{file}: {count:int|registro tem uma data muito longe|registros têm datas muito longe} de todas as outras ({dates}),"
      + " provavelmente mal {count:plural|escrita|escritas}. {count:plural|Conta|Contam} com o resto, mas o tempo coberto é"
      + " tomado como de {from} a {to}."),
  Sentence(
    "dates.months",
    en: "{file}: every date is day {day} of its month, so the dates are taken as whole months, from {from} to {to}.",
    es: "{file}: todas las fechas son del día {day} de su mes, así que se toman como meses enteros, del {from} al {to}.",
    pt: "{file}: todas as datas são do dia {day} de seu mês, portanto são tomadas como meses inteiros, de {from} a {to}."),
  Sentence(
    "dates.months_last",
    en: "{file}: every date is the last day of its month, so the dates are taken as whole months, from {from} to {to}.",
    es: "{file}: todas las fechas son el último día de su mes, así que se toman como meses enteros, del {from} al {to}.",
    pt: "{file}: todas as datas são o último dia de seu mês, portanto são tomadas como meses inteiros, de {from} a {to}."),
  Sentence(
    "dates.years",
    en: "{file}: every date is the same day of its year, so the dates are taken as whole years, from {from} to {to}.",
    es: "{file}: todas las fechas son el mismo día de su año, así que se toman como años enteros, del {from} al {to}.",
    pt: "{file}: todas as datas são o mesmo dia de seu ano, portanto são tomadas como anos inteiros, de {from} a {to}."),
  Sentence(
    "dates.offsets",
    en: "{file}: times are written with several offsets ({offsets}). They are taken as written, without conversion: one moment"
      + " may count on two days. Bring the column to one local time first.",
    es: "{file}: las horas están escritas con varios desfases ({offsets}). Se toman como están escritas, sin convertir: un"
      + " mismo momento puede contar en dos días. Lleve antes la columna a una sola hora local.",
    pt: "{file}: as horas estão escritas com vários deslocamentos ({offsets}). São tomadas como escritas, sem conversão: um"
      + " mesmo momento pode contar em dois dias. Leve antes a coluna a uma só hora local."),
  Sentence(
    "rates.span",
    en: "Rates are per year: counts are divided by {years:number.2} years, from {from} to {to}.",
    es: "Las tasas son anuales: los conteos se dividen entre {years:number.2} años, del {from} al {to}.",
    pt: "As taxas são anuais: as contagens são divididas por {years:number.2} anos, de {from} a {to}."),
  Sentence(
    "rates.short_span",
    en: "The records cover {days:int|day|days} only ({from} to {to}), and rates are per year: what happened in less than a"
      + " month is multiplied as if all the year were like it. --rate-basis period gives the rate of these days alone.",
    es: "Los registros cubren solo {days:int|día|días} (del {from} al {to}) y las tasas son anuales: lo ocurrido en menos de un"
      + " mes se multiplica como si todo el año fuera igual. --rate-basis period da la tasa de esos días solos.",
    pt: "Os registros cobrem apenas {days:int|dia|dias} (de {from} a {to}) e as taxas são anuais: o ocorrido em menos de um mês"
      + " é multiplicado como se todo o ano fosse igual. --rate-basis period dá a taxa desses dias apenas."),
  Sentence(
    "rates.span_beyond",
    en: "The time that was stated ({from} to {to}) reaches beyond the records, which are of {first} to {last}: if the rest is"
      + " missing and not without incidents, the rates are too low.",
    es: "El tiempo indicado (del {from} al {to}) va más allá de los registros, que son del {first} al {last}: si lo demás"
      + " falta, y no es que no hubo hechos, las tasas quedan demasiado bajas.",
    pt: "O tempo indicado (de {from} a {to}) vai além dos registros, que são de {first} a {last}: se o restante falta, e não é"
      + " que não houve ocorrências, as taxas ficam baixas demais."),
]
