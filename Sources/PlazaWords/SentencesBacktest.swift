/// Whether a map said where later records would be.
let backtestSentences: [Sentence] = [
  Sentence(
    "backtest.hits",
    en:
      "the {surface:percent} of the surface that the map held highest ({units:int|polygon|polygons}) had {records:percent} of the later records: {pai:number.1} times its share (PAI); the best possible choice would have had {best:percent}",
    es:
      "el {surface:percent} de la superficie que el mapa señalaba primero ({units:int|polígono|polígonos}) tuvo el {records:percent} de los registros posteriores: {pai:number.1} veces lo que le toca por superficie (PAI); la mejor elección posible habría tenido el {best:percent}",
    pt:
      "os {surface:percent} da superfície que o mapa apontava primeiro ({units:int|polígono|polígonos}) tiveram {records:percent} dos registros posteriores: {pai:number.1} vezes o que lhes cabe pela superfície (PAI); a melhor escolha possível teria tido {best:percent}"
  ),
  Sentence(
    "backtest.no_hits",
    en:
      "the {surface:percent} of the surface that the map held highest ({units:int|polygon|polygons}) had none of the later records; the best possible choice would have had {best:percent}",
    es:
      "el {surface:percent} de la superficie que el mapa señalaba primero ({units:int|polígono|polígonos}) no tuvo ninguno de los registros posteriores; la mejor elección posible habría tenido el {best:percent}",
    pt:
      "os {surface:percent} da superfície que o mapa apontava primeiro ({units:int|polígono|polígonos}) não tiveram nenhum dos registros posteriores; a melhor escolha possível teria tido {best:percent}"
  ),
  Sentence(
    "backtest.recapture",
    en:
      "there were {then:int|record|records} there when the map was made and {now:int} later, on the whole map {all_then:int} and {all_now:int} (recapture rate index {index:number.2}; 1 when it changed as the whole did)",
    es:
      "allí había {then:int|registro|registros} cuando se hizo el mapa y {now:int} después, en todo el mapa {all_then:int} y {all_now:int} (índice de recaptura {index:number.2}; 1 si cambió como el conjunto)",
    pt:
      "ali havia {then:int|registro|registros} quando o mapa foi feito e {now:int} depois, em todo o mapa {all_then:int} e {all_now:int} (índice de recaptura {index:number.2}; 1 se mudou como o conjunto)"
  ),
  Sentence(
    "backtest.none", en: "there are no later records, so nothing can be said of the map",
    es: "no hay registros posteriores, así que nada puede decirse del mapa",
    pt: "não há registros posteriores, por isso nada se pode dizer do mapa"),
  Sentence(
    "backtest.field", en: "{file}: polygons are ordered by {field}", es: "{file}: los polígonos se ordenan por {field}",
    pt: "{file}: os polígonos são ordenados por {field}"),
  Sentence(
    "backtest.outside",
    en:
      "{count:int|record lies|records lie} in no polygon of the map and {count:plural|counts|count} as missed, of {records:int}; give --boundary if the study area is smaller than the records",
    es:
      "{count:int|registro no está|registros no están} en ningún polígono del mapa y {count:plural|cuenta|cuentan} como no acertados, de {records:int}; dé --boundary si el área de estudio es menor que los registros",
    pt:
      "{count:int|registro não está|registros não estão} em nenhum polígono do mapa e {count:plural|conta|contam} como não acertados, de {records:int}; dê --boundary se a área de estudo é menor que os registros"
  ),
  Sentence(
    "backtest.beyond_boundary",
    en: "the map covers {map:number.1} km², more than the boundary ({boundary:number.1} km²): the surface of the map is taken",
    es: "el mapa cubre {map:number.1} km², más que el límite ({boundary:number.1} km²): se toma la superficie del mapa",
    pt: "o mapa cobre {map:number.1} km², mais que o limite ({boundary:number.1} km²): toma-se a superfície do mapa"),
  Sentence(
    "backtest.flat",
    en: "{field} is the same in all {count:int} polygons: the map puts none before another",
    es: "{field} es igual en los {count:int} polígonos: el mapa no pone ninguno por delante de otro",
    pt: "{field} é igual nos {count:int} polígonos: o mapa não põe nenhum à frente de outro"),
  Sentence(
    "backtest.empty_budget", en: "the polygon that the map held highest is larger than {share:percent} of the surface",
    es: "el polígono que el mapa señalaba primero es mayor que el {share:percent} de la superficie",
    pt: "o polígono que o mapa apontava primeiro é maior que {share:percent} da superfície"),
  Sentence(
    "backtest.no_field",
    en: "{file} has none of the fields {known}; name the one that orders it with --field (fields: {fields})",
    es: "{file} no tiene ninguno de los campos {known}; indique con --field el que lo ordena (campos: {fields})",
    pt: "{file} não tem nenhum dos campos {known}; indique com --field o que o ordena (campos: {fields})"),
  Sentence(
    "backtest.not_a_number", en: "{file}: {field} of {code} is {value}, not a number",
    es: "{file}: {field} de {code} es {value}, no un número", pt: "{file}: {field} de {code} é {value}, não um número"),
  Sentence(
    "backtest.not_counts", en: "{file}: {field} is not a whole number, 0 or more, in every polygon",
    es: "{file}: {field} no es un número entero, 0 o más, en todos los polígonos",
    pt: "{file}: {field} não é um número inteiro, 0 ou mais, em todos os polígonos"),
  Sentence(
    "backtest.no_surface", en: "{file} has no polygon with a surface", es: "{file} no tiene ningún polígono con superficie",
    pt: "{file} não tem nenhum polígono com superfície"),
]
