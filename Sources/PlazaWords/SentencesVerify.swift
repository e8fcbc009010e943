/// Variables of a study, `plaza verify` and `plaza init`.
let verifySentences: [Sentence] = [
  Sentence(
    "study.unset_variable",
    en: "{file}, line {line}: nothing stands for {name}; run with --set {name}=VALUE",
    es: "{file}, línea {line}: {name} no tiene valor; ejecute con --set {name}=VALOR",
    pt: "{file}, linha {line}: {name} não tem valor; execute com --set {name}=VALOR"),
  Sentence(
    "study.unused_variable",
    en: "{file}: --set gives {name}, which the study does not use; check the name or leave it out",
    es: "{file}: --set da {name}, que el estudio no usa; revise el nombre o quítelo",
    pt: "{file}: --set define {name}, que o estudo não usa; verifique o nome ou retire-o"),
  Sentence(
    "study.bad_variable",
    en: "{file}, line {line}: '{text}' is no variable: a dollar sign, then a name of letters, digits and _ in braces",
    es: "{file}, línea {line}: '{text}' no es una variable: un signo de dólar y, entre llaves, un nombre de letras, cifras y _",
    pt: "{file}, linha {line}: '{text}' não é uma variável: um cifrão e, entre chaves, um nome de letras, algarismos e _"),
  Sentence(
    "verify.not_a_manifest",
    en: "{file}: not a manifest that plaza run wrote ({schema})",
    es: "{file}: no es un manifiesto escrito por plaza run ({schema})",
    pt: "{file}: não é um manifesto escrito por plaza run ({schema})"),
  Sentence(
    "verify.no_study",
    en: "{file}: its study {study} is not where it was; say where it is with --study FILE",
    es: "{file}: su estudio {study} no está donde estaba; indique dónde está con --study ARCHIVO",
    pt: "{file}: seu estudo {study} não está onde estava; indique onde está com --study ARQUIVO"),
  Sentence(
    "verify.no_file",
    en: "{path}, which the manifest names, is no file but a device, a pipe or a folder: it cannot be compared",
    es: "{path}, que el manifiesto nombra, no es un archivo sino un dispositivo, una tubería o una carpeta: no se puede comparar",
    pt: "{path}, que o manifesto nomeia, não é um arquivo, mas um dispositivo, um pipe ou uma pasta: não pode ser comparado"),
  Sentence(
    "verify.standard_input",
    en: "{file}: the step {step} reads standard input, which cannot be read again; put the records into a file",
    es: "{file}: el paso {step} lee la entrada estándar, que no se puede leer otra vez; ponga los registros en un archivo",
    pt: "{file}: o passo {step} lê a entrada padrão, que não pode ser lida outra vez; ponha os registros em um arquivo"),
  Sentence(
    "verify.identical",
    en: "identical: {inputs:int|input|inputs} and {outputs:int|output|outputs}",
    es: "idéntico: {inputs:int|entrada|entradas} y {outputs:int|salida|salidas}",
    pt: "idêntico: {inputs:int|entrada|entradas} e {outputs:int|saída|saídas}"),
  Sentence(
    "verify.input_changed",
    en: "input {path} changed: was {then}, is {now}",
    es: "la entrada {path} cambió: era {then}, es {now}",
    pt: "a entrada {path} mudou: era {then}, é {now}"),
  Sentence(
    "verify.input_missing",
    en: "input {path} is missing", es: "falta la entrada {path}", pt: "falta a entrada {path}"),
  Sentence(
    "verify.output_differs",
    en: "output {path} comes out otherwise: was {then}, is {now}",
    es: "la salida {path} resulta distinta: era {then}, es {now}",
    pt: "a saída {path} resulta diferente: era {then}, é {now}"),
  Sentence(
    "verify.output_not_made",
    en: "output {path} is no longer made", es: "la salida {path} ya no se produce", pt: "a saída {path} não é mais produzida"),
  Sentence(
    "verify.output_new",
    en: "output {path} is new: the manifest does not know it",
    es: "la salida {path} es nueva: el manifiesto no la conoce",
    pt: "a saída {path} é nova: o manifesto não a conhece"),
  Sentence(
    "verify.disk_missing",
    en: "output {path} is missing beside the manifest",
    es: "falta la salida {path} junto al manifiesto",
    pt: "falta a saída {path} junto ao manifesto"),
  Sentence(
    "verify.disk_changed",
    en: "output {path} was changed beside the manifest: was {then}, is {now}",
    es: "la salida {path} fue modificada junto al manifiesto: era {then}, es {now}",
    pt: "a saída {path} foi modificada junto ao manifesto: era {then}, é {now}"),
  Sentence(
    "verify.version",
    en: "{name} was {then} and is {now}", es: "{name} era {then} y es {now}", pt: "{name} era {then} e é {now}"),

  // What `plaza init` writes into a study file.
  Sentence(
    "init.no_folder",
    en: "{folder}: not a folder that can be read ({reason})", es: "{folder}: no es una carpeta legible ({reason})",
    pt: "{folder}: não é uma pasta legível ({reason})"),
  Sentence(
    "init.no_steps",
    en: "{folder}: no records with places that lie in areas of the same folder; plaza info says what each file holds",
    es: "{folder}: no hay registros con lugar dentro de áreas de la misma carpeta; plaza info dice qué contiene cada archivo",
    pt: "{folder}: não há registros com lugar dentro de áreas da mesma pasta; plaza info diz o que há em cada arquivo"),
  Sentence(
    "init.written",
    en: "{path}: {steps:int|step|steps}; run it with plaza run {path}",
    es: "{path}: {steps:int|paso|pasos}; ejecútelo con plaza run {path}",
    pt: "{path}: {steps:int|passo|passos}; execute-o com plaza run {path}"),
  Sentence(
    "init.written_asking",
    en: "{path}: {steps:int|step|steps}, {count:int|choice|choices} to make first: look for CHOOSE",
    es: "{path}: {steps:int|paso|pasos}, antes hay que hacer {count:int|elección|elecciones}: busque ELIJA",
    pt: "{path}: {steps:int|passo|passos}, antes é preciso fazer {count:int|escolha|escolhas}: procure ESCOLHA"),
  Sentence(
    "init.heading",
    en: "Written by plaza init from {folder}: guesses by names and values; look at each before you rely on it.",
    es:
      "Escrito por plaza init a partir de {folder}: suposiciones por nombres y valores; revise cada una antes de confiar en ella.",
    pt: "Escrito por plaza init a partir de {folder}: suposições por nomes e valores; verifique cada uma antes de confiar nela."),
  Sentence(
    "init.how_to_choose",
    en: "{count:int|line asks|lines ask} you to CHOOSE: take the '# ' from the line below it that is right.",
    es: "{count:int|línea pide|líneas piden} que ELIJA: quite el '# ' de la línea correcta que le sigue.",
    pt: "{count:int|linha pede|linhas pedem} uma escolha (ESCOLHA): retire o '# ' da linha certa que a segue."),
  Sentence(
    "init.notice",
    en: "What every output must say about the data, if anything:",
    es: "Lo que toda salida debe decir sobre los datos, si hace falta:",
    pt: "O que toda saída deve dizer sobre os dados, se for preciso:"),
  Sentence(
    "init.further.compare",
    en: "What changed against a year before, beyond chance:",
    es: "Qué cambió respecto de un año antes, más de lo que explica el azar:",
    pt: "O que mudou em relação a um ano antes, além do que o acaso explica:"),
  Sentence(
    "init.further.hotspots",
    en: "Where records are many, and where beyond chance:",
    es: "Dónde hay muchos registros, y dónde más de los que explica el azar:",
    pt: "Onde há muitos registros, e onde há mais do que o acaso explica:"),
  Sentence(
    "init.further.spaces",
    en: "Each space by itself: people, records, the nearest other:",
    es: "Cada espacio por separado: personas, registros, el otro más cercano:",
    pt: "Cada espaço em separado: pessoas, registros, o outro mais próximo:"),
  Sentence(
    "init.further.coverage",
    en: "Who lives near a space:",
    es: "Quién vive cerca de un espacio:",
    pt: "Quem mora perto de um espaço:"),
  Sentence(
    "init.further.exposure",
    en: "Who and what lies in which class of the hazard:",
    es: "Quién y qué está en cada clase de la amenaza:",
    pt: "Quem e o que está em cada classe da ameaça:"),
  Sentence(
    "init.doubt_choice",
    en: "a comment until the choice above is made; take it then",
    es: "queda como comentario hasta que se elija arriba; entonces quite las marcas",
    pt: "fica como comentário até que se escolha acima; então retire as marcas"),
  Sentence(
    "init.doubt_years",
    en: "a comment, because the first records are of one year: it needs two",
    es: "queda como comentario, porque los primeros registros son de un solo año: necesita dos",
    pt: "fica como comentário, porque os primeiros registros são de um só ano: precisa de dois"),
  Sentence(
    "init.doubt_few",
    en: "a comment, because fewer than {count:int} records lie in these areas, or less than half",
    es: "queda como comentario, porque en estas áreas hay menos de {count:int} registros, o menos de la mitad",
    pt: "fica como comentário, porque nestas áreas há menos de {count:int} registros, ou menos da metade"),
  Sentence(
    "init.doubt_population",
    en: "a comment, because no field of the areas is surely their population: name it with population",
    es: "queda como comentario, porque ningún campo de las áreas es con certeza su población: indíquelo con population",
    pt: "fica como comentário, porque nenhum campo das áreas é com certeza sua população: indique-o com population"),
  Sentence(
    "init.doubt_classes",
    en: "a comment, because the order of the classes is not known: name the field, and the order with order",
    es: "queda como comentario, porque no se sabe el orden de las clases: indique el campo, y el orden con order",
    pt: "fica como comentário, porque não se sabe a ordem das classes: indique o campo, e a ordem com order"),
  Sentence("init.files", en: "Files:", es: "Archivos:", pt: "Arquivos:"),
  Sentence(
    "init.file_areas", en: "{path}: {count:int|area|areas}", es: "{path}: {count:int|área|áreas}",
    pt: "{path}: {count:int|área|áreas}"),
  Sentence(
    "init.file_places", en: "{path}: {count:int|record|records} with places",
    es: "{path}: {count:int|registro|registros} con lugar",
    pt: "{path}: {count:int|registro|registros} com lugar"),
  Sentence(
    "init.file_elsewhere",
    en: "{path}: {count:int|record|records} with places, in none of the areas here; not in a step",
    es: "{path}: {count:int|registro|registros} con lugar, en ninguna de las áreas de aquí; en ningún paso",
    pt: "{path}: {count:int|registro|registros} com lugar, em nenhuma das áreas daqui; em nenhum passo"),
  Sentence(
    "init.file_table",
    en: "{path}: {count:int|record|records} without a place that can be used; not in a step",
    es: "{path}: {count:int|registro|registros} sin lugar utilizable; en ningún paso",
    pt: "{path}: {count:int|registro|registros} sem lugar utilizável; em nenhum passo"),
  Sentence(
    "init.file_other",
    en: "{path}: {count:int|feature|features}, neither points nor areas; not in a step",
    es: "{path}: {count:int|elemento|elementos}, ni puntos ni áreas; en ningún paso",
    pt: "{path}: {count:int|elemento|elementos}, nem pontos nem áreas; em nenhum passo"),
  Sentence(
    "init.file_unreadable", en: "{path}: not understood; not in a step", es: "{path}: no se entiende; en ningún paso",
    pt: "{path}: não se entende; em nenhum passo"),
  Sentence(
    "init.file_ignored", en: "{path}: not looked at", es: "{path}: no se miró", pt: "{path}: não foi lido"),
  Sentence(
    "init.share",
    en: "{share:percent} of the first records lie in these areas",
    es: "{share:percent} de los primeros registros están en estas áreas",
    pt: "{share:percent} dos primeiros registros estão nestas áreas"),
  Sentence(
    "init.share_low",
    en: "only {share:percent} of the first records lie in these areas: are they the right ones?",
    es: "solo {share:percent} de los primeros registros están en estas áreas: ¿son las correctas?",
    pt: "só {share:percent} dos primeiros registros estão nestas áreas: são as certas?"),
  Sentence(
    "init.other_areas", en: "in {areas}: {share:percent}", es: "en {areas}: {share:percent}", pt: "em {areas}: {share:percent}"),
  Sentence(
    "init.only_code",
    en: "the only field that is filled everywhere and never repeated",
    es: "el único campo lleno en todas partes y nunca repetido", pt: "o único campo preenchido em toda parte e nunca repetido"),
  Sentence(
    "init.levels", en: "levels, finest first: every area says in which of the next it lies",
    es: "niveles, el más fino primero: cada área dice en cuál del siguiente está",
    pt: "níveis, o mais fino primeiro: cada área diz em qual do seguinte está"),
  Sentence(
    "init.ask_codes",
    en: "CHOOSE one line: the codes of the levels, of which each line could be meant",
    es: "ELIJA una línea: los códigos de los niveles; cada línea es posible",
    pt: "ESCOLHA uma linha: os códigos dos níveis; cada linha é possível"),
  Sentence(
    "init.keys",
    en:
      "{share:percent} of the first records' different values are codes or names of areas: records without a point count by them",
    es:
      "el {share:percent} de los valores distintos de los primeros registros son códigos o nombres de áreas: los registros sin punto cuentan por ellos",
    pt:
      "{share:percent} dos valores distintos dos primeiros registros são códigos ou nomes de áreas: os registros sem ponto contam por eles"
  ),
  Sentence(
    "init.ask_code",
    en: "CHOOSE the code of the areas: these fields are filled and never repeated",
    es: "ELIJA el código de las áreas: estos campos están llenos y nunca se repiten",
    pt: "ESCOLHA o código das áreas: estes campos estão preenchidos e nunca se repetem"),
  Sentence(
    "init.ask_repeated_code",
    en: "CHOOSE the code of the areas: no field is filled and never repeated; with merge-codes features of one code are one area",
    es:
      "ELIJA el código de las áreas: ningún campo está lleno sin repetirse; con merge-codes los elementos de un código son un área",
    pt:
      "ESCOLHA o código das áreas: nenhum campo está preenchido sem se repetir; com merge-codes os elementos de um código são uma área"
  ),
  Sentence(
    "init.ask_crs_guess",
    en: "CHOOSE the CRS of the records: the file does not say; in {crs} {share:percent} of the first records lie in the areas",
    es: "ELIJA el CRS de los registros: el archivo no lo dice; en {crs} {share:percent} de los primeros están en las áreas",
    pt: "ESCOLHA o CRS dos registros: o arquivo não diz; em {crs} {share:percent} dos primeiros estão nas áreas"),
  Sentence(
    "init.ask_crs",
    en: "CHOOSE the CRS of the records: the file does not say, and none that was tried puts them into the areas; ask who made it",
    es:
      "ELIJA el CRS de los registros: el archivo no lo dice y ninguno de los probados los ubica en las áreas; pregunte a quien lo hizo",
    pt: "ESCOLHA o CRS dos registros: o arquivo não diz e nenhum dos testados os localiza nas áreas; pergunte a quem o fez"),
  Sentence(
    "init.ask_exchanged",
    en:
      "CHOOSE the position: with {x} as the longitude and {y} as the latitude {share:percent} lie in the areas; take both lines",
    es: "ELIJA la posición: con {x} como longitud y {y} como latitud {share:percent} están en las áreas; deje ambas líneas",
    pt: "ESCOLHA a posição: com {x} como longitude e {y} como latitude {share:percent} estão nas áreas; deixe ambas as linhas"),
  Sentence(
    "init.possible_by",
    en: "counts by kind: one of these could be it", es: "recuentos por tipo: uno de estos podría serlo",
    pt: "contagens por tipo: um destes poderia ser"),
  Sentence(
    "init.possible_when",
    en: "counts by time: one of these, with period: month", es: "recuentos por tiempo: uno de estos, con period: month",
    pt: "contagens por tempo: um destes, com period: month"),
  Sentence(
    "init.possible_order",
    en: "counts by time: the dates do not show whether the day or the month comes first; take the three lines that are right",
    es: "recuentos por tiempo: las fechas no muestran si va primero el día o el mes; deje las tres líneas correctas",
    pt: "contagens por tempo: as datas não mostram se o dia ou o mês vem primeiro; deixe as três linhas certas"),
  Sentence(
    "init.possible_population",
    en: "rates: one of these could be the population", es: "tasas: uno de estos podría ser la población",
    pt: "taxas: um destes poderia ser a população"),
  Sentence(
    "init.possible_population_undated",
    en: "rates: this could be the population; they also need when, or from and to",
    es: "tasas: esta podría ser la población; también necesitan when, o from y to",
    pt: "taxas: esta poderia ser a população; também precisam de when, ou from e to"),
]
