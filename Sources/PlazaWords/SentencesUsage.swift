/// What is said of words that the command line, or a step of a study, does not take.
let usageSentences: [Sentence] = [
  Sentence(
    "usage.unknown",
    en: "there is no option {option}", es: "no existe la opción {option}", pt: "não existe a opção {option}"),
  Sentence(
    "usage.unknown_like",
    en: "there is no option {option}; did you mean {like}?", es: "no existe la opción {option}; ¿quiso decir {like}?",
    pt: "não existe a opção {option}; quis dizer {like}?"),
  Sentence(
    "usage.missing_value", en: "{usage} has no value", es: "falta el valor de {usage}", pt: "falta o valor de {usage}"),
  Sentence(
    "usage.missing_option", en: "{usage} is missing", es: "falta la opción {usage}", pt: "falta a opção {usage}"),
  Sentence(
    "usage.missing_argument", en: "{usage} is missing", es: "falta {usage}", pt: "falta {usage}"),
  Sentence(
    "usage.unexpected", en: "{given} was not expected here", es: "no se esperaba {given}", pt: "não se esperava {given}"),
  Sentence(
    "usage.no_value",
    en: "{option} takes no value, but has '{given}'", es: "{option} no lleva valor, y tiene «{given}»",
    pt: "{option} não leva valor, e tem “{given}”"),
  Sentence(
    "usage.invalid",
    en: "{option} does not take '{given}'", es: "{option} no admite «{given}»", pt: "{option} não aceita “{given}”"),
  Sentence("usage.other", en: "{message}", es: "{message}", pt: "{message}"),
  Sentence(
    "usage.needs",
    en: "{option} says nothing without {needed}, which is missing", es: "{option} no dice nada sin {needed}, que falta",
    pt: "{option} não diz nada sem {needed}, que falta"),
  Sentence(
    "usage.together",
    en: "{one} and {other} go together: give both, or neither", es: "{one} y {other} van juntas: dé las dos, o ninguna",
    pt: "{one} e {other} andam juntas: dê as duas, ou nenhuma"),
  Sentence(
    "usage.excludes",
    en: "{one} and {other} do not go together: give one of them", es: "{one} y {other} no van juntas: dé una de las dos",
    pt: "{one} e {other} não andam juntas: dê uma das duas"),
  Sentence(
    "usage.too_many_levels",
    en: "{option} stands {count:int} times and --areas {files:int}: one for each file, in the same order, \"\" for none",
    es: "{option} está {count:int|vez|veces} y --areas {files:int}: una por archivo, en el mismo orden, \"\" para ninguna",
    pt: "{option} aparece {count:int|vez|vezes} e --areas {files:int}: uma por arquivo, na mesma ordem, \"\" para nenhuma"),
  Sentence(
    "usage.level_of_one",
    en: "--level divides one file of areas; with several --areas each file is a level",
    es: "--level divide un solo archivo de áreas; con varios --areas cada archivo es un nivel",
    pt: "--level divide um só arquivo de áreas; com vários --areas cada arquivo é um nível"),
  Sentence(
    "usage.file_property",
    en: "{property} does not take '{value}'", es: "{property} no admite «{value}»", pt: "{property} não aceita “{value}”"),
  Sentence(
    "usage.unknown_command",
    en: "there is no command {command}; there are {commands}", es: "no existe el comando {command}; existen {commands}",
    pt: "não existe o comando {command}; existem {commands}"),
  Sentence(
    "usage.not_unicode",
    en: "“{word}” is not UTF-8: rename the file, or give it through standard input as `-`",
    es: "«{word}» no está en UTF-8: cambie el nombre del archivo o páselo por la entrada estándar como `-`",
    pt: "“{word}” não está em UTF-8: renomeie o arquivo ou passe-o pela entrada padrão como `-`"),
  Sentence(
    "usage.help", en: "see '{command}'", es: "véase '{command}'", pt: "veja '{command}'"),
  Sentence(
    "output.stdout_twice",
    en: "only one output can go to standard output: give the others a file",
    es: "solo una salida puede ir a la salida estándar: indique un archivo para las demás",
    pt: "só uma saída pode ir para a saída padrão: indique um arquivo para as demais"),
  Sentence(
    "study.two_verbs",
    en: "{file}, line {line}: a step does one thing, and this one names {verbs}",
    es: "{file}, línea {line}: un paso hace una sola cosa, y este nombra {verbs}",
    pt: "{file}, linha {line}: um passo faz uma só coisa, e este nomeia {verbs}"),
  Sentence(
    "study.bad_name",
    en: "{file}, line {line}: {key}: {name} names files of one folder, so it holds no / and begins with neither . nor -",
    es: "{file}, línea {line}: {key}: {name} da nombre a archivos de una carpeta: no lleva / ni comienza con . o -",
    pt: "{file}, linha {line}: {key}: {name} dá nome a arquivos de uma pasta: não leva / nem começa com . ou -"),
  Sentence("study.place", en: "{file}, line {line}", es: "{file}, línea {line}", pt: "{file}, linha {line}"),
  Sentence(
    "exposure.no_hazards",
    en: "--hazards is missing: a layer of zones and the field with their class, as flood=inundacion.geojson:clase",
    es: "falta --hazards: una capa de zonas y el campo con su clase, como flood=inundacion.geojson:clase",
    pt: "falta --hazards: uma camada de zonas e o campo com sua classe, como flood=inundacao.geojson:classe"),
  Sentence(
    "spaces.many_distances",
    en: "--distance takes up to ten distances", es: "--distance admite hasta diez distancias",
    pt: "--distance aceita até dez distâncias"),

  Sentence(
    "takes.one",
    en: "{option} takes one of {values}, not '{given}'", es: "{option} admite uno de {values}, no «{given}»",
    pt: "{option} aceita um de {values}, não “{given}”"),
  Sentence(
    "takes.number",
    en: "{option} takes a number from {low:int} to {high:int}, not '{given}'",
    es: "{option} admite un número de {low:int} a {high:int}, no «{given}»",
    pt: "{option} aceita um número de {low:int} a {high:int}, não “{given}”"),
  Sentence(
    "takes.positive",
    en: "{option} takes a number above 0, not '{given}'", es: "{option} admite un número mayor que 0, no «{given}»",
    pt: "{option} aceita um número maior que 0, não “{given}”"),
  Sentence(
    "takes.positive_to",
    en: "{option} takes a number above 0 and up to {high:int}, not '{given}'",
    es: "{option} admite un número mayor que 0 y hasta {high:int}, no «{given}»",
    pt: "{option} aceita um número maior que 0 e até {high:int}, não “{given}”"),
  Sentence(
    "takes.whole",
    en: "{option} takes a whole number from {low:int} to {high:int}, not '{given}'",
    es: "{option} admite un número entero de {low:int} a {high:int}, no «{given}»",
    pt: "{option} aceita um número inteiro de {low:int} a {high:int}, não “{given}”"),
  Sentence(
    "takes.excel_region",
    en: "{option} takes en, es or pt, best with a country, as es-MX, es-CO or pt-BR, not '{given}'",
    es: "{option} admite en, es o pt, mejor con un país, como es-MX, es-CO o pt-BR, no «{given}»",
    pt: "{option} aceita en, es ou pt, de preferência com um país, como es-MX, es-CO ou pt-BR, não “{given}”"),
  Sentence(
    "takes.seed",
    en: "{option} takes a whole number from 0, not '{given}'", es: "{option} admite un número entero desde 0, no «{given}»",
    pt: "{option} aceita um número inteiro a partir de 0, não “{given}”"),
  Sentence(
    "takes.share",
    en: "{option} takes a share as 0.95 or 95%, not '{given}'",
    es: "{option} admite una proporción como 0.95 o 95%, no «{given}»",
    pt: "{option} aceita uma proporção como 0.95 ou 95%, não “{given}”"),
  Sentence(
    "takes.percent",
    en: "{option} takes a percentage above 0 and up to {high:int}, not '{given}'",
    es: "{option} admite un porcentaje mayor que 0 y hasta {high:int}, no «{given}»",
    pt: "{option} aceita uma porcentagem maior que 0 e até {high:int}, não “{given}”"),
  Sentence(
    "takes.list.number",
    en: "{option} takes numbers from {low:int} to {high:int}, each once, divided by commas, not '{given}'",
    es: "{option} admite números de {low:int} a {high:int}, cada uno una vez, separados por comas, no «{given}»",
    pt: "{option} aceita números de {low:int} a {high:int}, cada um uma vez, separados por vírgulas, não “{given}”"),
  Sentence(
    "takes.list.whole",
    en: "{option} takes whole numbers from {low:int} to {high:int}, each once, divided by commas, not '{given}'",
    es: "{option} admite números enteros de {low:int} a {high:int}, cada uno una vez, separados por comas, no «{given}»",
    pt: "{option} aceita números inteiros de {low:int} a {high:int}, cada um uma vez, separados por vírgulas, não “{given}”"),
  Sentence(
    "takes.list.percent",
    en: "{option} takes percentages above 0 and up to {high:int}, each once, divided by commas, not '{given}'",
    es: "{option} admite porcentajes mayores que 0 y hasta {high:int}, cada uno una vez, separados por comas, no «{given}»",
    pt: "{option} aceita porcentagens maiores que 0 e até {high:int}, cada uma uma vez, separadas por vírgulas, não “{given}”"),
  Sentence(
    "takes.list.of",
    en: "{option} takes some of {values}, each once, divided by commas, not '{given}'",
    es: "{option} admite algunos de {values}, cada uno una vez, separados por comas, no «{given}»",
    pt: "{option} aceita alguns de {values}, cada um uma vez, separados por vírgulas, não “{given}”"),
  Sentence(
    "takes.fields",
    en: "{option} takes a field, or several divided by commas, not '{given}'",
    es: "{option} admite un campo, o varios separados por comas, no «{given}»",
    pt: "{option} aceita um campo, ou vários separados por vírgulas, não “{given}”"),
  Sentence(
    "takes.box",
    en: "{option} takes west,south,east,north in degrees, not '{given}'",
    es: "{option} admite oeste,sur,este,norte en grados, no «{given}»",
    pt: "{option} aceita oeste,sul,leste,norte em graus, não “{given}”"),
  Sentence(
    "takes.condition",
    en: "{option} takes FIELD=VALUE1,VALUE2, not '{given}'", es: "{option} admite CAMPO=VALOR1,VALOR2, no «{given}»",
    pt: "{option} aceita CAMPO=VALOR1,VALOR2, não “{given}”"),
  Sentence(
    "takes.population_fields",
    en: "{option} takes code=FIELD,year=FIELD,sex=FIELD,age=FIELD,population=FIELD or some of them, not '{given}'",
    es: "{option} admite code=CAMPO,year=CAMPO,sex=CAMPO,age=CAMPO,population=CAMPO o algunos de ellos, no «{given}»",
    pt: "{option} aceita code=CAMPO,year=CAMPO,sex=CAMPO,age=CAMPO,population=CAMPO ou alguns deles, não “{given}”"),
  Sentence(
    "takes.encoding",
    en: "{option} takes utf-8, windows-1252, iso-8859-1, cp850 or macintosh, not '{given}'",
    es: "{option} admite utf-8, windows-1252, iso-8859-1, cp850 o macintosh, no «{given}»",
    pt: "{option} aceita utf-8, windows-1252, iso-8859-1, cp850 ou macintosh, não “{given}”"),
  Sentence(
    "takes.delimiter",
    en: "{option} takes , ; tab or |, not '{given}'", es: "{option} admite , ; tab o |, no «{given}»",
    pt: "{option} aceita , ; tab ou |, não “{given}”"),
  Sentence(
    "takes.decimal",
    en: "{option} takes a point or a comma, not '{given}'", es: "{option} admite un punto o una coma, no «{given}»",
    pt: "{option} aceita um ponto ou uma vírgula, não “{given}”"),
  Sentence(
    "takes.as_is",
    en: "{option} takes names from {values}, or all, not '{given}'",
    es: "{option} admite nombres de {values}, o all, no «{given}»",
    pt: "{option} aceita nomes de {values}, ou all, não “{given}”"),
  Sentence(
    "takes.bandwidth",
    en: "{option} takes metres or one of {rules}, not '{given}'", es: "{option} admite metros o uno de {rules}, no «{given}»",
    pt: "{option} aceita metros ou um de {rules}, não “{given}”"),
  Sentence(
    "takes.neighbors",
    en: "{option} takes queen, rook, distance:METRES or nearest:K, not '{given}'",
    es: "{option} admite queen, rook, distance:METROS o nearest:K, no «{given}»",
    pt: "{option} aceita queen, rook, distance:METROS ou nearest:K, não “{given}”"),
  Sentence(
    "takes.hazards",
    en: "{option} takes NAME=FILE:FIELD, as flood=inundacion.geojson:clase, or NAME=RASTER, as flood=depth.tif, not '{given}'",
    es:
      "{option} admite NOMBRE=ARCHIVO:CAMPO, como flood=inundacion.geojson:clase, o NOMBRE=RÁSTER, como flood=profundidad.tif, no «{given}»",
    pt:
      "{option} aceita NOME=ARQUIVO:CAMPO, como flood=inundacao.geojson:classe, ou NOME=RASTER, como flood=profundidade.tif, não “{given}”"
  ),
  Sentence(
    "takes.language",
    en: "{option} takes en, es or pt, not '{given}'", es: "{option} admite en, es o pt, no «{given}»",
    pt: "{option} aceita en, es ou pt, não “{given}”"),
  Sentence(
    "takes.variable",
    en: "{option} takes NAME=VALUE, each name once, not '{given}'",
    es: "{option} admite NOMBRE=VALOR, cada nombre una vez, no «{given}»",
    pt: "{option} aceita NOME=VALOR, cada nome uma vez, não “{given}”"),
]
