/// What the dates of a file say of the time that it covers, in words.
let dateSentences: [Sentence] = [
  Sentence(
    "dates.far",
    en: "{file}: {count:int|record has a date|records have dates} far from all others ({dates}), most likely mistyped."
      + " {count:plural|It counts|They count} with the rest, but the time covered is taken as {from:date} to {to:date}.",
    es: "{file}: {count:int|registro tiene una fecha muy lejos|registros tienen fechas muy lejos} de todas las demás ({dates}),"
      + " seguramente mal {count:plural|escrita|escritas}. {count:plural|Cuenta|Cuentan} con el resto, pero se toma como tiempo"
      + " cubierto del {from:date} al {to:date}.",
    pt: "{file}: {count:int|registro tem uma data muito longe|registros têm datas muito longe} de todas as outras ({dates}),"
      + " provavelmente mal {count:plural|escrita|escritas}. {count:plural|Conta|Contam} com o resto, mas o tempo coberto é"
      + " tomado como de {from:date} a {to:date}."),
  Sentence(
    "dates.months",
    en: "{file}: every date is day {day} of its month, so the dates are taken as whole months, from {from:date} to {to:date}.",
    es:
      "{file}: todas las fechas son del día {day} de su mes, así que se toman como meses enteros, del {from:date} al {to:date}.",
    pt:
      "{file}: todas as datas são do dia {day} de seu mês, portanto são tomadas como meses inteiros, de {from:date} a {to:date}."),
  Sentence(
    "dates.months_last",
    en: "{file}: every date is the last day of its month, so the dates are taken as whole months, from {from:date} to {to:date}.",
    es:
      "{file}: todas las fechas son el último día de su mes, así que se toman como meses enteros, del {from:date} al {to:date}.",
    pt:
      "{file}: todas as datas são o último dia de seu mês, portanto são tomadas como meses inteiros, de {from:date} a {to:date}."),
  Sentence(
    "dates.years",
    en: "{file}: every date is the same day of its year, so the dates are taken as whole years, from {from:date} to {to:date}.",
    es: "{file}: todas las fechas son el mismo día de su año, así que se toman como años enteros, del {from:date} al {to:date}.",
    pt: "{file}: todas as datas são o mesmo dia de seu ano, portanto são tomadas como anos inteiros, de {from:date} a {to:date}."),
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
    en: "Rates are per year: counts are divided by {years:number.2} years, from {from:date} to {to:date}.",
    es: "Las tasas son anuales: los conteos se dividen entre {years:number.2} años, del {from:date} al {to:date}.",
    pt: "As taxas são anuais: as contagens são divididas por {years:number.2} anos, de {from:date} a {to:date}."),
  Sentence(
    "rates.short_span",
    en:
      "The records cover {days:int|day|days} only ({from:date} to {to:date}), and rates are per year: what happened in less than a"
      + " month is multiplied as if all the year were like it. --rate-basis period gives the rate of these days alone.",
    es:
      "Los registros cubren solo {days:int|día|días} (del {from:date} al {to:date}) y las tasas son anuales: lo ocurrido en menos de un"
      + " mes se multiplica como si todo el año fuera igual. --rate-basis period da la tasa de esos días solos.",
    pt:
      "Os registros cobrem apenas {days:int|dia|dias} (de {from:date} a {to:date}) e as taxas são anuais: o ocorrido em menos de um mês"
      + " é multiplicado como se todo o ano fosse igual. --rate-basis period dá a taxa desses dias apenas."),
  Sentence(
    "rates.span_beyond",
    en:
      "The time that was stated ({from:date} to {to:date}) reaches beyond the records, which are of {first:date} to {last:date}: if the rest is"
      + " missing and not without incidents, the rates are too low.",
    es:
      "El tiempo indicado (del {from:date} al {to:date}) va más allá de los registros, que son del {first:date} al {last:date}: si lo demás"
      + " falta, y no es que no hubo hechos, las tasas quedan demasiado bajas.",
    pt:
      "O tempo indicado (de {from:date} a {to:date}) vai além dos registros, que são de {first:date} a {last:date}: se o restante falta, e não é"
      + " que não houve ocorrências, as taxas ficam baixas demais."),
]
