/// Delimited files and other inputs.
let csvSentences: [Sentence] = [
  Sentence(
    "csv.dialect",
    en: "{file}: delimiter “{delimiter}”, decimal mark “{decimal}”, encoding {encoding}",
    es: "{file}: separador «{delimiter}», marca decimal «{decimal}», codificación {encoding}",
    pt: "{file}: separador «{delimiter}», marca decimal «{decimal}», codificação {encoding}"),
  Sentence(
    "csv.skipped_lines",
    en: "{file}: {count:int|line|lines} above the header passed over",
    es: "{file}: se {count:plural|omitió|omitieron} {count:int|línea|líneas} antes del encabezado",
    pt: "{file}: {count:int|linha ignorada|linhas ignoradas} antes do cabeçalho"),
  Sentence(
    "csv.position_wgs84",
    en: "{file}: longitude in {x}, latitude in {y}, taken to be WGS 84 by their names",
    es: "{file}: longitud en {x}, latitud en {y}; por sus nombres se suponen en WGS 84",
    pt: "{file}: longitude em {x}, latitude em {y}; pelos nomes, supostas em WGS 84"),
  Sentence(
    "csv.position",
    en: "{file}: position in {x} and {y}", es: "{file}: posición en {x} y {y}", pt: "{file}: posição em {x} e {y}"),
  Sentence(
    "csv.lost_letters",
    en: "{file}: letters were lost before this file was made (�), in {count:int|cell|cells} of the first rows, as in '{example}';"
      + " nobody can put them back, and such names are counted as they stand: ask for the file again, or name them with --aliases",
    es: "{file}: hay letras que se perdieron antes de hacer este archivo (�), en {count:int|celda|celdas} de las primeras filas,"
      + " como en «{example}»; no se pueden recuperar y esos nombres se cuentan tal como están: pida de nuevo el archivo o"
      + " corríjalos con --aliases",
    pt:
      "{file}: há letras que se perderam antes de este arquivo ser feito (�), em {count:int|célula|células} das primeiras linhas,"
      + " como em “{example}”; não se podem recuperar e esses nomes contam como estão: peça o arquivo de novo ou corrija-os com"
      + " --aliases"),
  Sentence(
    "csv.position_whole",
    en: "{file}: positions are read from {field}, which holds both coordinates as {order}",
    es: "{file}: las posiciones se leen de {field}, que tiene las dos coordenadas como {order}",
    pt: "{file}: as posições são lidas de {field}, que tem as duas coordenadas como {order}"),
  Sentence(
    "csv.position_whole_assumed",
    en:
      "{file}: positions are read from {field}, which holds both coordinates; nothing says which stands first, so {order} is assumed:"
      + " check the map",
    es: "{file}: las posiciones se leen de {field}, que tiene las dos coordenadas; nada dice cuál va primero, así que se supone"
      + " {order}: revise el mapa",
    pt:
      "{file}: as posições são lidas de {field}, que tem as duas coordenadas; nada diz qual vem primeiro, então se supõe {order}:"
      + " confira o mapa"),
  Sentence(
    "csv.no_whole_position",
    en:
      "{file}: {field} does not hold positions as 19.43, -99.13 or POINT (-99.13 19.43); name one field for --lon and another for --lat",
    es:
      "{file}: {field} no contiene posiciones como 19.43, -99.13 o POINT (-99.13 19.43); indique un campo en --lon y otro en --lat",
    pt:
      "{file}: {field} não contém posições como 19.43, -99.13 ou POINT (-99.13 19.43); indique um campo em --lon e outro em --lat"
  ),
  Sentence(
    "csv.no_table",
    en: "{file}: one line of text without anything that divides it is no table; the first line must name the fields",
    es: "{file}: una sola línea de texto sin nada que la divida no es una tabla; la primera línea debe nombrar los campos",
    pt: "{file}: uma só linha de texto sem nada que a divida não é uma tabela; a primeira linha deve nomear os campos"),
  Sentence(
    "csv.no_header",
    en: "{file}: no header line was found; the first line must name the fields",
    es: "{file}: no se encontró el encabezado; la primera línea debe nombrar los campos",
    pt: "{file}: o cabeçalho não foi encontrado; a primeira linha deve nomear os campos"),
  Sentence(
    "csv.no_position",
    en:
      "{file}: no field looks like a longitude or latitude; name them with --lon and --lat, or --easting and --northing; the fields are {fields}",
    es:
      "{file}: ningún campo parece longitud o latitud; indíquelos con --lon y --lat, o --easting y --northing; los campos son {fields}",
    pt:
      "{file}: nenhum campo parece longitude ou latitude; indique-os com --lon e --lat, ou --easting e --northing; os campos são {fields}"
  ),
  Sentence(
    "csv.no_position_or_key",
    en:
      "{file}: no field looks like a longitude or latitude; name them with --lon and --lat, or --easting and --northing, or place records by codes with --key or by names with --key-name; the fields are {fields}",
    es:
      "{file}: ningún campo parece longitud o latitud; indíquelos con --lon y --lat, o --easting y --northing, o ubique los registros por códigos con --key o por nombres con --key-name; los campos son {fields}",
    pt:
      "{file}: nenhum campo parece longitude ou latitude; indique-os com --lon e --lat, ou --easting e --northing, ou localize os registros por códigos com --key ou por nomes com --key-name; os campos são {fields}"
  ),
  Sentence(
    "csv.doubtful_position",
    en: "{file}: several fields could hold the position: {fields}; choose with --lon and --lat, or --easting and --northing",
    es: "{file}: varios campos podrían contener la posición: {fields}; elija con --lon y --lat, o --easting y --northing",
    pt: "{file}: vários campos podem conter a posição: {fields}; escolha com --lon e --lat, ou --easting e --northing"),
  Sentence(
    "csv.position_pair",
    en: "{file}: a position takes both fields: --lon with --lat, or --easting with --northing",
    es: "{file}: una posición necesita ambos campos: --lon con --lat, o --easting con --northing",
    pt: "{file}: uma posição precisa dos dois campos: --lon com --lat, ou --easting com --northing"),
  Sentence(
    "input.gzip_damaged",
    en: "{file}: the gzip data is damaged ({reason}); copy or download the file again",
    es: "{file}: los datos gzip están dañados ({reason}); copie o descargue el archivo de nuevo",
    pt: "{file}: os dados gzip estão danificados ({reason}); copie ou baixe o arquivo novamente"),
  Sentence(
    "input.empty",
    en: "{path}: the file is empty", es: "{path}: el archivo está vacío", pt: "{path}: o arquivo está vazio"),
  Sentence(
    "input.form",
    en: "{path}: {what} is not read by this version; export it as GeoJSON or CSV",
    es: "{path}: esta versión no lee {what}; expórtelo como GeoJSON o CSV",
    pt: "{path}: esta versão não lê {what}; exporte-o como GeoJSON ou CSV"),
  Sentence(
    "output.twice",
    en: "{path}: two outputs have this name; give each its own",
    es: "{path}: dos salidas tienen este nombre; dé a cada una el suyo",
    pt: "{path}: duas saídas têm este nome; dê a cada uma o seu"),
  Sentence(
    "output.collapsed_rings",
    en: "{path}: {count:int|ring|rings} too small for 7 decimals left out; {features:int|area|areas} lost all geometry",
    es:
      "{path}: se {count:plural|omitió|omitieron} {count:int|anillo menor|anillos menores} de lo que se escribe con 7 decimales; {features:int|área quedó|áreas quedaron} sin geometría",
    pt:
      "{path}: {count:int|anel omitido por ser menor|anéis omitidos por serem menores} do que se escreve com 7 decimais; {features:int|área ficou|áreas ficaram} sem geometria"
  ),
  Sentence(
    "output.collapsed_lines",
    en: "{path}: {count:int|line|lines} too short for 7 decimals left out; {features:int|feature|features} lost all geometry",
    es:
      "{path}: se {count:plural|omitió|omitieron} {count:int|línea más corta|líneas más cortas} de lo que se escribe con 7 decimales; {features:int|elemento quedó|elementos quedaron} sin geometría",
    pt:
      "{path}: {count:int|linha omitida por ser mais curta|linhas omitidas por serem mais curtas} do que se escreve com 7 decimais; {features:int|feição ficou|feições ficaram} sem geometria"
  ),
  Sentence(
    "output.rounding",
    en: "{path}: the areas cannot be rounded to 7 decimals: {reason}",
    es: "{path}: las áreas no se pueden redondear a 7 decimales: {reason}",
    pt: "{path}: as áreas não podem ser arredondadas para 7 decimais: {reason}"),
]
