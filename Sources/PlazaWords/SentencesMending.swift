/// What was read other than it is written, or could not be: numbers, words and rows as people write them.
let mendingSentences: [Sentence] = [
  Sentence(
    "mended.blank_rows",
    en: "{file}: {count:int|blank row|blank rows} from line {line} on left out: no records (--as-is blank_rows keeps them)",
    es:
      "{file}: se {count:plural|omitió|omitieron} {count:int|fila vacía|filas vacías} desde la línea {line}: no son registros (--as-is blank_rows las conserva)",
    pt:
      "{file}: {count:int|linha vazia omitida|linhas vazias omitidas} a partir da linha {line}: não são registros (--as-is blank_rows as mantém)"
  ),
  Sentence(
    "mended.marks",
    en:
      "{file}: {count:int|position|positions} with a typographic minus, a no-break space or another decimal mark than the file's, first on line {line}: read as meant (--as-is marks rejects them)",
    es:
      "{file}: {count:int|posición|posiciones} con un signo menos tipográfico, un espacio duro u otra marca decimal que la del archivo, la primera en la línea {line}: se {count:plural|leyó|leyeron} como se quiso escribir (--as-is marks las rechaza)",
    pt:
      "{file}: {count:int|posição|posições} com um sinal de menos tipográfico, um espaço rígido ou outra marca decimal que a do arquivo, a primeira na linha {line}: {count:plural|lida|lidas} como se quis escrever (--as-is marks as rejeita)"
  ),
  Sentence(
    "mended.degrees",
    en:
      "{file}: {count:int|position|positions} in degrees, minutes and seconds or with the letter of a hemisphere, first on line {line}: read as degrees (--as-is degrees rejects them)",
    es:
      "{file}: {count:int|posición|posiciones} en grados, minutos y segundos o con la letra del hemisferio, la primera en la línea {line}: se {count:plural|leyó|leyeron} como grados (--as-is degrees las rechaza)",
    pt:
      "{file}: {count:int|posição|posições} em graus, minutos e segundos ou com a letra do hemisfério, a primeira na linha {line}: {count:plural|lida|lidas} como graus (--as-is degrees as rejeita)"
  ),
  Sentence(
    "mended.swapped",
    en:
      "{file}: {count:int|position|positions} with longitude and latitude in each other's place (no latitude is beyond 90°), first on line {line}: exchanged (--as-is swapped rejects them)",
    es:
      "{file}: {count:int|posición|posiciones} con longitud y latitud una en lugar de la otra (ninguna latitud pasa de 90°), la primera en la línea {line}: se {count:plural|intercambió|intercambiaron} (--as-is swapped las rechaza)",
    pt:
      "{file}: {count:int|posição|posições} com longitude e latitude uma no lugar da outra (nenhuma latitude passa de 90°), a primeira na linha {line}: {count:plural|trocada|trocadas} (--as-is swapped as rejeita)"
  ),
  Sentence(
    "mended.serials",
    en:
      "{file}: {count:int|date|dates} as a spreadsheet's number of days (44927 is 2023-01-01), first on line {line}: read as dates (--as-is serials rejects them)",
    es:
      "{file}: {count:int|fecha|fechas} como número de días de una hoja de cálculo (44927 es 2023-01-01), la primera en la línea {line}: se {count:plural|leyó|leyeron} como fechas (--as-is serials las rechaza)",
    pt:
      "{file}: {count:int|data|datas} como número de dias de uma planilha (44927 é 2023-01-01), a primeira na linha {line}: {count:plural|lida|lidas} como datas (--as-is serials as rejeita)"
  ),
  Sentence(
    "mended.encoding",
    en:
      "{file}: {count:int|record|records} in another encoding than the file's, or encoded twice, first on line {line}: read as meant (--as-is encoding leaves them as they are)",
    es:
      "{file}: {count:int|registro|registros} en otra codificación que la del archivo, o codificados dos veces, el primero en la línea {line}: se {count:plural|leyó|leyeron} como se quiso escribir (--as-is encoding los deja como están)",
    pt:
      "{file}: {count:int|registro|registros} em outra codificação que a do arquivo, ou codificados duas vezes, o primeiro na linha {line}: {count:plural|lido|lidos} como se quis escrever (--as-is encoding os deixa como estão)"
  ),
  Sentence(
    "mended.blanks",
    en: "{file}: {count:int|cell|cells} with a dash or nothing, first on line {line}, taken for zero as --blank-is says",
    es:
      "{file}: {count:int|celda|celdas} con un guion o sin nada, la primera en la línea {line}: se {count:plural|tomó|tomaron} por cero, como dice --blank-is",
    pt:
      "{file}: {count:int|célula|células} com um traço ou sem nada, a primeira na linha {line}: {count:plural|tomada|tomadas} por zero, como diz --blank-is"
  ),
  Sentence(
    "mended.kinds",
    en:
      "{file}: {count:int|record|records} of {distinct:int|kind|kinds} written in several ways: counted together under the commonest: {examples} (--as-is kinds keeps them apart)",
    es:
      "{file}: {count:int|registro|registros} de {distinct:int|tipo escrito|tipos escritos} de varias formas: se cuentan juntos con la más común: {examples} (--as-is kinds los separa)",
    pt:
      "{file}: {count:int|registro|registros} de {distinct:int|tipo escrito|tipos escritos} de várias formas: contados juntos com a mais comum: {examples} (--as-is kinds os separa)"
  ),
  Sentence(
    "mended.thousands",
    en:
      "{file}: in {fields} the point or comma of {count:int|cell|cells}, first on line {line}, divides thousands: 1.506 is 1506 (--decimal . or --as-is thousands says that it does not)",
    es:
      "{file}: en {fields} el punto o la coma de {count:int|celda|celdas}, la primera en la línea {line}, separa miles: 1.506 es 1506 (--decimal . o --as-is thousands dice que no)",
    pt:
      "{file}: em {fields} o ponto ou a vírgula de {count:int|célula|células}, a primeira na linha {line}, separa milhares: 1.506 é 1506 (--decimal . ou --as-is thousands diz que não)"
  ),
  Sentence(
    "numbers.thousands",
    en:
      "{file}: in {field} the mark of {count:int|number|numbers} divides thousands, because people are whole: {example} is {value} (if it parts decimals, say so with {option})",
    es:
      "{file}: en {field} el signo de {count:int|número|números} separa miles, porque las personas son enteras: {example} es {value} (si separa decimales, dígalo con {option})",
    pt:
      "{file}: em {field} o sinal de {count:int|número|números} separa milhares, porque pessoas são inteiras: {example} é {value} (se separa decimais, diga-o com {option})"
  ),
  Sentence(
    "numbers.mixed",
    en:
      "{file}, {line}: {field} is {value} there and {other} in {other_line}: the “{mark}” cannot divide thousands in one and part decimals in the other; say which with {option}: {mark} if it parts decimals, {swapped} if it divides thousands, or mend the file",
    es:
      "{file}, {line}: {field} dice {value} ahí y {other} en {other_line}: el «{mark}» no puede separar miles en uno y decimales en el otro; diga cuál con {option}: {mark} si separa decimales, {swapped} si separa miles, o corrija el archivo",
    pt:
      "{file}, {line}: {field} diz {value} ali e {other} em {other_line}: o «{mark}» não pode separar milhares em um e decimais no outro; diga qual com {option}: {mark} se separa decimais, {swapped} se separa milhares, ou corrija o arquivo"
  ),
  Sentence(
    "numbers.doubtful",
    en:
      "{file}, {line}: {field} is {value}, and no other cell says whether the “{mark}” divides thousands or parts decimals; say which with {option}: {mark} if it parts decimals, {swapped} if it divides thousands",
    es:
      "{file}, {line}: {field} dice {value}, y ninguna otra celda dice si el «{mark}» separa miles o decimales; diga cuál con {option}: {mark} si separa decimales, {swapped} si separa miles",
    pt:
      "{file}, {line}: {field} diz {value}, e nenhuma outra célula diz se o «{mark}» separa milhares ou decimais; diga qual com {option}: {mark} se separa decimais, {swapped} se separa milhares"
  ),
  Sentence(
    "wide.unknown_cells",
    en:
      "{file}: {count:int|cell|cells} of the column {field} without a number, first '{value}' on line {line}: not known, and so in no count; the rest of their rows counts ({total:int} such cells in {fields:int|column|columns})",
    es:
      "{file}: {count:int|celda|celdas} de la columna {field} sin un número, la primera «{value}» en la línea {line}: no se {count:plural|sabe|saben} y no {count:plural|entra|entran} en ningún conteo; el resto de sus filas cuenta ({total:int} en total en {fields:int|columna|columnas})",
    pt:
      "{file}: {count:int|célula|células} da coluna {field} sem um número, a primeira “{value}” na linha {line}: não se {count:plural|sabe|sabem} e não {count:plural|entra|entram} em nenhuma contagem; o resto de suas linhas conta ({total:int} no total em {fields:int|coluna|colunas})"
  ),
  Sentence(
    "filter.unknown_value",
    en: "{file}: no record has '{value}' in {field}, as --where asks",
    es: "{file}: ningún registro tiene «{value}» en {field}, como pide --where",
    pt: "{file}: nenhum registro tem “{value}” em {field}, como pede --where"),
  Sentence(
    "filter.nearest_value",
    en: "{file}: no record has '{value}' in {field}, as --where asks; the nearest is '{nearest}'",
    es: "{file}: ningún registro tiene «{value}» en {field}, como pide --where; lo más parecido es «{nearest}»",
    pt: "{file}: nenhum registro tem “{value}” em {field}, como pede --where; o mais parecido é “{nearest}”"),
  Sentence(
    "totals.agree",
    en:
      "{file}: {count:int|row|rows} of totals left out, first on line {line}; they agree with the sums of their parts (all parts together: {sum:int})",
    es:
      "{file}: se {count:plural|omitió|omitieron} {count:int|fila|filas} de totales, la primera en la línea {line}; coinciden con las sumas de sus partes (todas las partes juntas: {sum:int})",
    pt:
      "{file}: {count:int|linha de totais omitida|linhas de totais omitidas}, a primeira na linha {line}; coincidem com as somas de suas partes (todas as partes juntas: {sum:int})"
  ),
  Sentence(
    "totals.differ",
    en:
      "{file}: {count:int|row|rows} of totals left out, first on line {line}; {differing:int} of {checked:int} totals differ from the sum of their parts, most of all {what}: {total:int} stated, {sum:int} summed; check the file, or keep them with --as-is total_rows",
    es:
      "{file}: se {count:plural|omitió|omitieron} {count:int|fila|filas} de totales, la primera en la línea {line}; {differing:int} de {checked:int} totales no coinciden con la suma de sus partes, sobre todo {what}: dice {total:int}, suman {sum:int}; revise el archivo, o consérvelas con --as-is total_rows",
    pt:
      "{file}: {count:int|linha de totais omitida|linhas de totais omitidas}, a primeira na linha {line}; {differing:int} de {checked:int} totais não coincidem com a soma de suas partes, sobretudo {what}: diz {total:int}, somam {sum:int}; verifique o arquivo, ou mantenha-as com --as-is total_rows"
  ),
  Sentence(
    "totals.left_out",
    en:
      "{file}: {count:int|row|rows} of totals or notes left out, first on line {line}; whether they agree with their parts could not be checked (--as-is total_rows keeps them)",
    es:
      "{file}: se {count:plural|omitió|omitieron} {count:int|fila|filas} de totales o notas, la primera en la línea {line}; no se pudo comprobar si coinciden con sus partes (--as-is total_rows las conserva)",
    pt:
      "{file}: {count:int|linha de totais ou notas omitida|linhas de totais ou notas omitidas}, a primeira na linha {line}; não foi possível verificar se coincidem com suas partes (--as-is total_rows as mantém)"
  ),
  Sentence(
    "mended.repeated_keys",
    en:
      "{file}: {count:int|feature says|features say} a field twice, first feature {line}: the last value counts; mend the file",
    es:
      "{file}: {count:int|elemento dice|elementos dicen} dos veces un campo, el primero es el {line}: vale el último valor; corrija el archivo",
    pt:
      "{file}: {count:int|elemento diz|elementos dizem} duas vezes um campo, o primeiro é o {line}: vale o último valor; corrija o arquivo"
  ),
  Sentence(
    "geojson.repeated_key",
    en:
      "{file}, feature {feature}: {field} stands twice ({count:int|feature|features} in all): the last value counts; mend the file",
    es:
      "{file}, elemento {feature}: {field} aparece dos veces ({count:int|elemento|elementos} en total): vale el último valor; corrija el archivo",
    pt:
      "{file}, elemento {feature}: {field} aparece duas vezes ({count:int|elemento|elementos} no total): vale o último valor; corrija o arquivo"
  ),
  Sentence(
    "numbers.thousands_layer",
    en:
      "{file}: in {field} the mark of {count:int|number|numbers} divides thousands, because people are whole: {example} is {value} (--areas-as-is thousands says that it does not)",
    es:
      "{file}: en {field} el signo de {count:int|número|números} separa miles, porque las personas son enteras: {example} es {value} (--areas-as-is thousands dice que no)",
    pt:
      "{file}: em {field} o sinal de {count:int|número|números} separa milhares, porque pessoas são inteiras: {example} é {value} (--areas-as-is thousands diz que não)"
  ),
  Sentence(
    "numbers.mixed_layer",
    en:
      "{file}, feature {line}: {field} is {value}, and {other} in feature {other_line}: the “{mark}” cannot divide thousands in one and part decimals in the other; mend the file, or give --areas-as-is thousands if it parts decimals",
    es:
      "{file}, elemento {line}: {field} dice {value}, y {other} en el elemento {other_line}: el «{mark}» no puede separar miles en uno y decimales en el otro; corrija el archivo, o dé --areas-as-is thousands si separa decimales",
    pt:
      "{file}, elemento {line}: {field} diz {value}, e {other} no elemento {other_line}: o «{mark}» não pode separar milhares em um e decimais no outro; corrija o arquivo, ou dê --areas-as-is thousands se separa decimais"
  ),
  Sentence(
    "population.unknown",
    en: "{file}: {count:int|row says|rows say} that the population is not known: left out",
    es: "{file}: {count:int|fila dice|filas dicen} que no se sabe la población: se {count:plural|omite|omiten}",
    pt: "{file}: {count:int|linha diz|linhas dizem} que a população não é conhecida: {count:plural|omitida|omitidas}"),
  Sentence(
    "join.impossible_rates",
    en:
      "{count:int|area has|areas have} more than one record for each resident and year, most of all {area}: {rate:int} per 100 000 with a population of {population:int}; check the population and the dates",
    es:
      "{count:int|área tiene|áreas tienen} más de un registro por habitante y año, sobre todo {area}: {rate:int} por 100 000 con una población de {population:int}; revise la población y las fechas",
    pt:
      "{count:int|área tem|áreas têm} mais de um registro por habitante e ano, sobretudo {area}: {rate:int} por 100 000 com uma população de {population:int}; verifique a população e as datas"
  ),
  Sentence(
    "areas.codes_mended",
    en:
      "{file}: {count:int|code|codes} in {field} written as numbers: {example} is {code} (--areas-as-is codes leaves them)",
    es:
      "{file}: {count:int|código escrito|códigos escritos} en {field} como números: {example} es {code} (--areas-as-is codes los deja)",
    pt:
      "{file}: {count:int|código escrito|códigos escritos} em {field} como números: {example} é {code} (--areas-as-is codes os deixa)"
  ),
  Sentence(
    "keys.no_area_names",
    en: "{file}: the areas have no field of names to look records up by; choose it with --name; the fields are {fields}",
    es:
      "{file}: las áreas no tienen un campo de nombres con el que buscar los registros; elíjalo con --name; los campos son {fields}",
    pt:
      "{file}: as áreas não têm um campo de nomes pelo qual procurar os registros; escolha-o com --name; os campos são {fields}"),
  Sentence(
    "info.problem.thousands",
    en:
      "{field} has numbers as {value}: where people or records are counted by it, the “{mark}” divides thousands; if it parts decimals, say so with --decimal",
    es:
      "{field} tiene números como {value}: donde se cuentan personas o registros con él, el «{mark}» separa miles; si separa decimales, dígalo con --decimal",
    pt:
      "{field} tem números como {value}: onde se contam pessoas ou registros com ele, o «{mark}» separa milhares; se separa decimais, diga-o com --decimal"
  ),
  Sentence(
    "info.problem.mixed_marks",
    en:
      "{field} has {value} and {other}: the “{mark}” cannot divide thousands in one and part decimals in the other; mend it, or say which with --decimal",
    es:
      "{field} tiene {value} y {other}: el «{mark}» no puede separar miles en uno y decimales en el otro; corríjalo, o diga cuál con --decimal",
    pt:
      "{field} tem {value} e {other}: o «{mark}» não pode separar milhares em um e decimais no outro; corrija-o, ou diga qual com --decimal"
  ),
  Sentence(
    "info.problem.totals",
    en:
      "{count:int|row holds|rows hold} the sum of others, first line {line}: {field} is {value}; they are left out of counts where that field is read",
    es:
      "{count:int|fila contiene|filas contienen} la suma de otras, la primera en la línea {line}: {field} dice {value}; no entran en los conteos donde se lee ese campo",
    pt:
      "{count:int|linha contém|linhas contêm} a soma de outras, a primeira na linha {line}: {field} diz {value}; ficam fora das contagens onde se lê esse campo"
  ),
  Sentence(
    "compare.kinds_gone",
    en:
      "kinds without any record in the window {window} that had some in the earlier one: {gone}; if they were renamed, --aliases FILE with alias and kind says so",
    es:
      "tipos sin ningún registro en la ventana {window} que sí tenían en la anterior: {gone}; si cambiaron de nombre, --aliases ARCHIVO con alias y tipo lo dice",
    pt:
      "tipos sem nenhum registro na janela {window} que tinham na anterior: {gone}; se mudaram de nome, --aliases ARQUIVO com alias e tipo o diz"
  ),
  Sentence(
    "compare.kinds_new",
    en:
      "kinds with records in the window {window} that had none in the earlier one: {new}; if they were renamed, --aliases FILE with alias and kind says so",
    es:
      "tipos con registros en la ventana {window} que no tenían en la anterior: {new}; si cambiaron de nombre, --aliases ARCHIVO con alias y tipo lo dice",
    pt:
      "tipos com registros na janela {window} que não tinham na anterior: {new}; se mudaram de nome, --aliases ARQUIVO com alias e tipo o diz"
  ),
  Sentence(
    "compare.kinds_both",
    en:
      "in the window {window} some kinds have no record, which had some in the earlier one: {gone}; and others have some, which had none: {new}; if they were renamed, --aliases FILE with alias and kind says so",
    es:
      "en la ventana {window} unos tipos no tienen ningún registro y en la anterior sí: {gone}; y otros tienen, y en la anterior no: {new}; si cambiaron de nombre, --aliases ARCHIVO con alias y tipo lo dice",
    pt:
      "na janela {window} alguns tipos não têm nenhum registro e na anterior tinham: {gone}; e outros têm, e na anterior não: {new}; se mudaram de nome, --aliases ARQUIVO com alias e tipo o diz"
  ),
  Sentence(
    "info.problem.serials",
    en: "{field} has a date's name and holds a spreadsheet's numbers of days, as {value}: they are read as dates",
    es: "{field} tiene nombre de fecha y contiene números de días de una hoja de cálculo, como {value}: se leen como fechas",
    pt: "{field} tem nome de data e contém números de dias de uma planilha, como {value}: são lidos como datas"),
  Sentence(
    "info.problem.serial_dates",
    en:
      "{field} has a date's name and holds numbers as {value}: no dates (a spreadsheet's serial numbers?); give the column a date's format and export it again",
    es:
      "{field} tiene nombre de fecha y contiene números como {value}: no son fechas (¿números de serie de una hoja de cálculo?); dé a la columna formato de fecha y expórtela de nuevo",
    pt:
      "{field} tem nome de data e contém números como {value}: não são datas (números de série de uma planilha?); dê à coluna formato de data e exporte-a de novo"
  ),
]
