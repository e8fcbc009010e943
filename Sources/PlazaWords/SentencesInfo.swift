/// What `plaza info` and `plaza doctor` say.
let infoSentences: [Sentence] = infoLabels + infoProblems + doctorSentences

private let infoLabels: [Sentence] = [
  Sentence(
    "info.heading.records",
    en: "{file}: {format}, {count:int|record|records}", es: "{file}: {format}, {count:int|registro|registros}",
    pt: "{file}: {format}, {count:int|registro|registros}"),
  Sentence(
    "info.heading.areas",
    en: "{file}: {format}, {count:int|area|areas}", es: "{file}: {format}, {count:int|área|áreas}",
    pt: "{file}: {format}, {count:int|área|áreas}"),
  Sentence(
    "info.heading.other",
    en: "{file}: {format}, {count:int|feature|features}", es: "{file}: {format}, {count:int|elemento|elementos}",
    pt: "{file}: {format}, {count:int|feição|feições}"),
  Sentence(
    "info.heading.raster",
    en: "{file}: {format}, a raster of {columns:int} × {rows:int} cells",
    es: "{file}: {format}, un ráster de {columns:int} × {rows:int} celdas",
    pt: "{file}: {format}, um raster de {columns:int} × {rows:int} células"),
  Sentence("info.raster.cells", en: "cells", es: "celdas", pt: "células"),
  Sentence("info.raster.bands", en: "{count:int} bands", es: "{count:int} bandas", pt: "{count:int} bandas"),
  Sentence("info.raster.values", en: "values", es: "valores", pt: "valores"),
  Sentence(
    "info.raster.values.text", en: "{low:number} … {high:number}, {sum:number} altogether",
    es: "{low:number} … {high:number}, {sum:number} en total", pt: "{low:number} … {high:number}, {sum:number} no total"),
  Sentence("info.raster.nodata", en: "without data", es: "sin dato", pt: "sem dado"),
  Sentence(
    "info.raster.nodata.text", en: "{count:int|cell|cells}; the value for it is {value}",
    es: "{count:int|celda|celdas}; el valor para ello es {value}", pt: "{count:int|célula|células}; o valor para isso é {value}"),
  Sentence("info.dialect", en: "written with", es: "escrito con", pt: "escrito com"),
  Sentence(
    "info.dialect.value",
    en: "delimiter {delimiter:id}, decimal {decimal:id}, encoding {encoding}",
    es: "separador {delimiter:id}, decimales con {decimal:id}, codificación {encoding}",
    pt: "separador {delimiter:id}, decimais com {decimal:id}, codificação {encoding}"),
  Sentence("info.dialect.cr", en: "lines end with CR", es: "las líneas terminan en CR", pt: "as linhas terminam em CR"),
  Sentence(
    "info.dialect.skipped",
    en: "{count:int|line|lines} above the header passed over", es: "{count:int|línea|líneas} antes del encabezado sin leer",
    pt: "{count:int|linha|linhas} antes do cabeçalho sem ler"),
  Sentence("info.delimiter.comma", en: "comma", es: "coma", pt: "vírgula"),
  Sentence("info.delimiter.semicolon", en: "semicolon", es: "punto y coma", pt: "ponto e vírgula"),
  Sentence("info.delimiter.tab", en: "tab", es: "tabulador", pt: "tabulação"),
  Sentence("info.delimiter.bar", en: "bar", es: "barra vertical", pt: "barra vertical"),
  Sentence("info.delimiter.point", en: "point", es: "punto", pt: "ponto"),
  Sentence("info.position", en: "position", es: "posición", pt: "posição"),
  Sentence("info.positions", en: "as read", es: "leída como", pt: "lida como"),
  Sentence("info.geometry", en: "geometry", es: "geometría", pt: "geometria"),
  Sentence(
    "info.geometry.areas",
    en: "{polygons:int|polygon|polygons}, {rings:int|ring|rings}, {vertices:int|vertex|vertices}",
    es: "{polygons:int|polígono|polígonos}, {rings:int|anillo|anillos}, {vertices:int|vértice|vértices}",
    pt: "{polygons:int|polígono|polígonos}, {rings:int|anel|anéis}, {vertices:int|vértice|vértices}"),
  Sentence(
    "info.geometry.other",
    en:
      "features with lines {lines:int}, with points {points:int}, with areas {areas:int}, with several kinds {mixed:int}, with none {none:int}",
    es:
      "elementos con líneas {lines:int}, con puntos {points:int}, con áreas {areas:int}, con varias clases {mixed:int}, sin geometría {none:int}",
    pt:
      "feições com linhas {lines:int}, com pontos {points:int}, com áreas {areas:int}, com várias classes {mixed:int}, sem geometria {none:int}"
  ),
  Sentence("info.crs", en: "CRS", es: "CRS", pt: "CRS"),
  Sentence(
    "info.crs.unknown", en: "unknown: give --assume-crs", es: "desconocido: indique --assume-crs",
    pt: "desconhecido: indique --assume-crs"),
  Sentence(
    "info.crs.format", en: "as the file or its format says", es: "el que dice el archivo o su formato",
    pt: "o que diz o arquivo ou seu formato"),
  Sentence("info.crs.crs_member", en: "as the file says", es: "como dice el archivo", pt: "como diz o arquivo"),
  Sentence(
    "info.crs.field_names", en: "assumed by the names of the fields", es: "supuesto por los nombres de los campos",
    pt: "suposto pelos nomes dos campos"),
  Sentence("info.crs.option", en: "as an option says", es: "como dice una opción", pt: "como diz uma opção"),
  Sentence(
    "info.crs.file", en: "what the file says", es: "lo que dice el archivo", pt: "o que diz o arquivo"),
  Sentence("info.extent", en: "extent", es: "extensión", pt: "extensão"),
  Sentence("info.located", en: "with a place", es: "con lugar", pt: "com lugar"),
  Sentence(
    "info.fields.sampled",
    en: "fields, by the first {count:int|record|records}",
    es: "campos, según {count:plural|el primer registro|los primeros registros} ({count:int})",
    pt: "campos, segundo {count:plural|o primeiro|os primeiros} {count:int|registro|registros}"),
  Sentence("info.fields", en: "fields", es: "campos", pt: "campos"),
  Sentence("info.column.field", en: "field", es: "campo", pt: "campo"),
  Sentence("info.column.type", en: "type", es: "tipo", pt: "tipo"),
  Sentence("info.column.empty", en: "empty", es: "vacíos", pt: "vazios"),
  Sentence("info.column.distinct", en: "different", es: "distintos", pt: "distintos"),
  Sentence("info.column.samples", en: "values", es: "valores", pt: "valores"),
  Sentence("info.type.integer", en: "integer", es: "entero", pt: "inteiro"),
  Sentence("info.type.number", en: "number", es: "número", pt: "número"),
  Sentence("info.type.date", en: "date", es: "fecha", pt: "data"),
  Sentence("info.type.text", en: "text", es: "texto", pt: "texto"),
  Sentence("info.type.code", en: "code (text)", es: "código (texto)", pt: "código (texto)"),
  Sentence("info.type.unlike", en: ", {count:int} not", es: ", {count:int} no", pt: ", {count:int} não"),
  Sentence("info.type.boolean", en: "yes/no", es: "sí/no", pt: "sim/não"),
  Sentence("info.type.json", en: "JSON", es: "JSON", pt: "JSON"),
  Sentence("info.type.empty", en: "empty", es: "vacío", pt: "vazio"),
  Sentence("info.problems", en: "problems", es: "problemas", pt: "problemas"),
  Sentence("info.problems.none", en: "no problems found", es: "no se encontraron problemas", pt: "nenhum problema encontrado"),
  Sentence(
    "info.invalid_feature",
    en: "feature {feature}: {reason} at ({x}, {y})", es: "elemento {feature}: {reason} en ({x}, {y})",
    pt: "feição {feature}: {reason} em ({x}, {y})"),
  Sentence(
    "info.next_people", en: "next, if its cells are numbers of people",
    es: "a continuación, si sus celdas son números de personas",
    pt: "a seguir, se suas células são números de pessoas"),
  Sentence("info.next", en: "next", es: "a continuación", pt: "a seguir"),
  Sentence(
    "info.choices", en: "for {option}: {fields}", es: "para {option}: {fields}", pt: "para {option}: {fields}"),
]

private let infoProblems: [Sentence] = [
  Sentence(
    "info.problem.raster_no_crs",
    en:
      "the raster does not say in which coordinate reference system it is: give it with --raster-crs EPSG:nnnn, or put a .prj file beside it",
    es:
      "el ráster no dice en qué sistema de coordenadas está: indíquelo con --raster-crs EPSG:nnnn, o ponga al lado un archivo .prj",
    pt:
      "o raster não diz em que sistema de coordenadas está: indique-o com --raster-crs EPSG:nnnn, ou ponha ao lado um arquivo .prj"
  ),
  Sentence(
    "info.problem.raster_below",
    en:
      "there are cells below 0, as {value}: no number of people; if that stands for no data, say it with --raster-nodata {value}",
    es:
      "hay celdas menores que 0, como {value}: no es un número de personas; si eso es un valor sin dato, dígalo con --raster-nodata {value}",
    pt:
      "há células menores que 0, como {value}: não é um número de pessoas; se isso é um valor sem dado, diga-o com --raster-nodata {value}"
  ),
  Sentence(
    "info.problem.raster_empty", en: "no cell has a value", es: "ninguna celda tiene valor", pt: "nenhuma célula tem valor"),
  Sentence(
    "info.problem.no_records", en: "it holds no records", es: "no contiene registros", pt: "não contém registros"),
  Sentence(
    "info.problem.not_joinable",
    en:
      "neither a file of points nor one of areas (features with lines: {lines:int}, points: {points:int}, areas: {areas:int}, several kinds: {mixed:int}); join reads points and polygons, so divide it by kind of geometry",
    es:
      "no es un archivo de puntos ni de áreas (elementos con líneas: {lines:int}, puntos: {points:int}, áreas: {areas:int}, varias clases: {mixed:int}); join lee puntos y polígonos: divídalo por clase de geometría",
    pt:
      "não é um arquivo de pontos nem de áreas (feições com linhas: {lines:int}, pontos: {points:int}, áreas: {areas:int}, várias classes: {mixed:int}); join lê pontos e polígonos: divida-o por classe de geometria"
  ),
  Sentence(
    "info.problem.no_position",
    en: "no fields of a position were chosen: if it has some, name them with --lon and --lat, or --easting and --northing",
    es: "no se eligieron campos de posición: si los tiene, indíquelos con --lon y --lat, o --easting y --northing",
    pt: "não foram escolhidos campos de posição: se os tem, indique-os com --lon e --lat, ou --easting e --northing"),
  Sentence(
    "info.problem.doubtful_position",
    en: "several fields could hold the position: {fields}; choose with --lon and --lat, or --easting and --northing",
    es: "varios campos podrían contener la posición: {fields}; elija con --lon y --lat, o --easting y --northing",
    pt: "vários campos podem conter a posição: {fields}; escolha com --lon e --lat, ou --easting e --northing"),
  Sentence(
    "info.problem.unknown_crs_bare",
    en: "the CRS is unknown: give --assume-crs", es: "el CRS es desconocido: indique --assume-crs",
    pt: "o CRS é desconhecido: indique --assume-crs"),
  Sentence(
    "info.problem.degrees",
    en: "the CRS is unknown; the values of {x} and {y} look like degrees: give --lon {x} --lat {y}",
    es: "el CRS es desconocido; los valores de {x} e {y} parecen grados: use --lon {x} --lat {y}",
    pt: "o CRS é desconhecido; os valores de {x} e {y} parecem graus: use --lon {x} --lat {y}"),
  Sentence(
    "info.problem.metres",
    en: "the CRS is unknown; {x} and {y} are not degrees: ask the source and give --assume-crs EPSG:nnnn",
    es: "el CRS es desconocido; {x} e {y} no son grados: pregunte a la fuente e indique --assume-crs EPSG:nnnn",
    pt: "o CRS é desconhecido; {x} e {y} não são graus: pergunte à fonte e indique --assume-crs EPSG:nnnn"),
  Sentence(
    "info.problem.swapped",
    en: "longitude and latitude look exchanged in {count:int|record|records}: try --lon {y} --lat {x}",
    es: "longitud y latitud parecen intercambiadas en {count:int|registro|registros}: pruebe --lon {y} --lat {x}",
    pt: "longitude e latitude parecem trocadas em {count:int|registro|registros}: tente --lon {y} --lat {x}"),
  Sentence(
    "info.problem.not_degrees",
    en:
      "{count:int|position is|positions are} no longitude and latitude but look like metres: give --easting {x} --northing {y} --assume-crs EPSG:nnnn",
    es:
      "{count:int|posición no es|posiciones no son} longitud y latitud, sino que {count:plural|parece|parecen} metros: use --easting {x} --northing {y} --assume-crs EPSG:nnnn",
    pt:
      "{count:int|posição não é|posições não são} longitude e latitude, mas {count:plural|parece|parecem} metros: use --easting {x} --northing {y} --assume-crs EPSG:nnnn"
  ),
  Sentence(
    "info.problem.out_of_range",
    en:
      "{count:int|position lies|positions lie} beyond ±180 and ±90 degrees, first in record or line {line}: correct or leave out",
    es:
      "{count:int|posición excede|posiciones exceden} ±180 y ±90 grados, la primera en el registro o línea {line}: corríjala o exclúyala",
    pt:
      "{count:int|posição excede|posições excedem} ±180 e ±90 graus, a primeira no registro ou linha {line}: corrija-a ou exclua-a"
  ),
  Sentence(
    "info.problem.bad_row",
    en: "{count:int|row does|rows do} not fit the columns, first in line {line}: look for a stray delimiter or quote there",
    es:
      "{count:int|fila no corresponde|filas no corresponden} a las columnas, la primera en la línea {line}: busque allí un separador o comilla de más",
    pt:
      "{count:int|linha não corresponde|linhas não correspondem} às colunas, a primeira na linha {line}: procure ali um separador ou aspas a mais"
  ),
  Sentence(
    "info.problem.bad_encoding",
    en: "{count:int|record is|records are} not in the encoding of the others, first in line {line}: try --encoding windows-1252",
    es:
      "{count:int|registro no está|registros no están} en la codificación de los demás, el primero en la línea {line}: pruebe --encoding windows-1252",
    pt:
      "{count:int|registro não está|registros não estão} na codificação dos demais, o primeiro na linha {line}: tente --encoding windows-1252"
  ),
  Sentence(
    "info.problem.too_long",
    en: "{count:int|record is|records are} too long to be one, first in line {line}: close the quote there",
    es:
      "{count:int|registro es demasiado largo|registros son demasiado largos}, el primero en la línea {line}: cierre allí la comilla",
    pt: "{count:int|registro é longo demais|registros são longos demais}, o primeiro na linha {line}: feche ali as aspas"),
  Sentence(
    "info.problem.not_a_point",
    en: "{count:int|feature is|features are} not one point, first feature {line}: they would be rejected",
    es: "{count:int|elemento no es|elementos no son} un solo punto, el primero es el {line}: serían rechazados",
    pt: "{count:int|feição não é|feições não são} um só ponto, a primeira é a {line}: seriam rejeitadas"),
  Sentence(
    "info.problem.bad_number",
    en: "{count:int|coordinate is|coordinates are} no number, first in line {line}, as '{cell}': correct them or give --decimal",
    es:
      "{count:int|coordenada no es un número|coordenadas no son números}, la primera en la línea {line}, como '{cell}': corríjalas o indique --decimal",
    pt:
      "{count:int|coordenada não é um número|coordenadas não são números}, a primeira na linha {line}, como '{cell}': corrija-as ou indique --decimal"
  ),
  Sentence(
    "info.problem.bad_number_bare",
    en: "{count:int|coordinate is|coordinates are} no number, first in line {line}: correct them or give --decimal",
    es:
      "{count:int|coordenada no es un número|coordenadas no son números}, la primera en la línea {line}: corríjalas o indique --decimal",
    pt:
      "{count:int|coordenada não é um número|coordenadas não são números}, a primeira na linha {line}: corrija-as ou indique --decimal"
  ),
  Sentence(
    "info.problem.null_island",
    en: "{count:int|record has|records have} the place 0, 0, which stands for a missing one: they count as without a place",
    es: "{count:int|registro tiene|registros tienen} el lugar 0, 0, puesto donde faltaba: cuentan como sin lugar",
    pt: "{count:int|registro tem|registros têm} o lugar 0, 0, usado onde faltava: contam como sem lugar"),
  Sentence(
    "info.problem.repeats",
    en:
      "{count:int|record is an exact copy|records are exact copies} of another one, in every field: they count all the same; check whether they were loaded twice",
    es:
      "{count:int|registro es copia exacta|registros son copias exactas} de otro, en todos los campos: se cuentan igual; revise si se cargaron dos veces",
    pt:
      "{count:int|registro é cópia exata|registros são cópias exatas} de outro, em todos os campos: contam do mesmo modo; verifique se foram carregados duas vezes"
  ),
  Sentence(
    "info.problem.repeats_about",
    en:
      "about {count:int|record is an exact copy|records are exact copies} of another one, in every field: they count all the same; check whether they were loaded twice",
    es:
      "alrededor de {count:int|registro es copia exacta|registros son copias exactas} de otro, en todos los campos: se cuentan igual; revise si se cargaron dos veces",
    pt:
      "cerca de {count:int|registro é cópia exata|registros são cópias exatas} de outro, em todos os campos: contam do mesmo modo; verifique se foram carregados duas vezes"
  ),
  Sentence(
    "info.problem.no_coordinates",
    en: "{count:int|record has|records have} no coordinates ({share:percent}): they stay in the totals but not on the map",
    es:
      "{count:int|registro no tiene|registros no tienen} coordenadas ({share:percent}): quedan en los totales, pero no en el mapa",
    pt: "{count:int|registro não tem|registros não têm} coordenadas ({share:percent}): ficam nos totais, mas não no mapa"),
  Sentence(
    "info.problem.pile",
    en: "{count:int} of the first {of:int} positions are all ({x}, {y}): ask whether that place stands for an unknown one",
    es: "{count:int} de las primeras {of:int} posiciones son ({x}, {y}): pregunte si ese lugar se puso donde no se conocía",
    pt: "{count:int} das primeiras {of:int} posições são ({x}, {y}): pergunte se esse lugar foi usado onde não era conhecido"),
  Sentence(
    "info.problem.blank_names",
    en: "the header has no name in column {places}: named column_n here; name them in the file",
    es: "el encabezado no tiene nombre en la columna {places}: aquí se llaman column_n; póngales nombre en el archivo",
    pt: "o cabeçalho não tem nome na coluna {places}: aqui se chamam column_n; dê-lhes nome no arquivo"),
  Sentence(
    "info.problem.repeated_names",
    en: "names stand twice in the header: {names}; the second is called with _2 here, rename it in the file",
    es: "hay nombres repetidos en el encabezado: {names}; aquí el segundo lleva _2, cámbielo en el archivo",
    pt: "há nomes repetidos no cabeçalho: {names}; aqui o segundo leva _2, mude-o no arquivo"),
  Sentence(
    "info.problem.no_header",
    en: "the first line looks like values ({names}), not like names: put a line with the names of the fields above it",
    es: "la primera línea parece de valores ({names}), no de nombres: ponga encima una línea con los nombres de los campos",
    pt: "a primeira linha parece de valores ({names}), não de nomes: ponha acima uma linha com os nomes dos campos"),
  Sentence(
    "info.problem.metres_as_degrees",
    en: "{crs} ({title}) is in degrees, but the positions are not: check the CRS",
    es: "{crs} ({title}) está en grados, pero las posiciones no: revise el CRS",
    pt: "{crs} ({title}) está em graus, mas as posições não: verifique o CRS"),
  Sentence(
    "info.problem.degrees_as_metres",
    en: "{crs} ({title}) is not in degrees, but the positions look so: check the CRS",
    es: "{crs} ({title}) no está en grados, pero las posiciones lo parecen: revise el CRS",
    pt: "{crs} ({title}) não está em graus, mas as posições parecem: verifique o CRS"),
  Sentence(
    "info.problem.unknown_crs",
    en: "{crs} is no CRS in the plane that PROJ knows: check its spelling",
    es: "{crs} no es un CRS en el plano que PROJ conozca: revise cómo está escrito",
    pt: "{crs} não é um CRS no plano que o PROJ conheça: verifique como está escrito"),
  Sentence(
    "info.problem.no_proj",
    en: "the CRS could not be looked up: run plaza doctor", es: "no se pudo consultar el CRS: ejecute plaza doctor",
    pt: "não foi possível consultar o CRS: execute plaza doctor"),
  Sentence(
    "info.problem.layer_not_degrees",
    en:
      "the coordinates are no longitudes and latitudes, and no \"crs\" says what they are: export the file in WGS 84, or with its \"crs\"",
    es:
      "las coordenadas no son longitudes y latitudes, y ningún \"crs\" dice qué son: exporte el archivo en WGS 84, o con su \"crs\"",
    pt:
      "as coordenadas não são longitudes e latitudes, e nenhum \"crs\" diz o que são: exporte o arquivo em WGS 84, ou com seu \"crs\""
  ),
  Sentence(
    "info.problem.invalid",
    en:
      "{count:int|area is|areas are} invalid: join repairs {count:plural|it|them} and says so, --strict refuses {count:plural|it|them}",
    es:
      "{count:int|área no es válida|áreas no son válidas}: join {count:plural|la|las} repara y lo informa, --strict {count:plural|la|las} rechaza",
    pt:
      "{count:int|área não é válida|áreas não são válidas}: join {count:plural|a|as} repara e informa, --strict {count:plural|a|as} recusa"
  ),
  Sentence(
    "info.problem.without_geometry",
    en: "{count:int|feature has|features have} no area: no record can fall there",
    es: "{count:int|elemento no tiene|elementos no tienen} área: ningún registro puede caer allí",
    pt: "{count:int|feição não tem|feições não têm} área: nenhum registro pode cair ali"),
  Sentence(
    "info.problem.null_codes",
    en: "{field} looks like a code but is empty in {count:int|feature|features}: fill it in or choose another with --code",
    es: "{field} parece un código, pero está vacío en {count:int|elemento|elementos}: complételo o elija otro con --code",
    pt: "{field} parece um código, mas está vazio em {count:int|feição|feições}: preencha-o ou escolha outro com --code"),
  Sentence(
    "info.problem.repeated_codes",
    en:
      "{field} looks like a code but repeats itself {count:int} times ({distinct:int} different): choose another with --code, or give --merge-codes",
    es:
      "{field} parece un código, pero se repite {count:int} veces ({distinct:int} distintos): elija otro con --code o use --merge-codes",
    pt:
      "{field} parece um código, mas se repete {count:int} vezes ({distinct:int} distintos): escolha outro com --code ou use --merge-codes"
  ),
  Sentence(
    "info.problem.no_code",
    en: "no field has a value in every area and a different one in each: name several with --code a,b, or give --merge-codes",
    es: "ningún campo tiene un valor en cada área y distinto en todas: indique varios con --code a,b o use --merge-codes",
    pt: "nenhum campo tem um valor em cada área e distinto em todas: indique vários com --code a,b ou use --merge-codes"),
]

private let doctorSentences: [Sentence] = [
  Sentence("doctor.grids", en: "grids", es: "mallas", pt: "grades"),
  Sentence("doctor.processors", en: "processors", es: "procesadores", pt: "processadores"),
  Sentence("doctor.language", en: "language", es: "idioma", pt: "idioma"),
  Sentence("doctor.language_by", en: "by {source}", es: "por {source}", pt: "por {source}"),
  Sentence(
    "doctor.language_default", en: "because neither --lang nor the environment asks for another",
    es: "porque ni --lang ni el entorno piden otro", pt: "porque nem --lang nem o ambiente pedem outro"),
  Sentence("doctor.missing", en: "missing", es: "falta", pt: "falta"),
  Sentence(
    "doctor.missing_optional", en: "not installed (optional)", es: "no instalado (opcional)", pt: "não instalado (opcional)"),
  Sentence("doctor.error", en: "missing", es: "falta", pt: "falta"),
  Sentence("doctor.note", en: "note", es: "nota", pt: "nota"),
  Sentence(
    "doctor.no_database",
    en: "no usable proj.db in {tried}: install it (apt install proj-data) or set PLAZA_PROJ_DATA to the folder that holds it",
    es:
      "no hay un proj.db utilizable en {tried}: instálelo (apt install proj-data) o ponga en PLAZA_PROJ_DATA la carpeta que lo contiene",
    pt:
      "não há um proj.db utilizável em {tried}: instale-o (apt install proj-data) ou ponha em PLAZA_PROJ_DATA a pasta que o contém"
  ),
  Sentence(
    "doctor.no_grids",
    en:
      "no transformation grids beside proj.db: changes of datum use the best operation without them, and its accuracy is printed",
    es:
      "no hay mallas de transformación junto a proj.db: los cambios de datum usan la mejor operación sin ellas y se muestra su exactitud",
    pt:
      "não há grades de transformação junto ao proj.db: as mudanças de datum usam a melhor operação sem elas e mostram sua exatidão"
  ),
  Sentence(
    "doctor.no_ogr2ogr",
    en: "ogr2ogr is not on PATH: only needed to turn other formats into GeoJSON or CSV (apt install gdal-bin)",
    es: "ogr2ogr no está en PATH: solo hace falta para convertir otros formatos a GeoJSON o CSV (apt install gdal-bin)",
    pt: "ogr2ogr não está no PATH: só é necessário para converter outros formatos em GeoJSON ou CSV (apt install gdal-bin)"),
  Sentence(
    "doctor.healthy", en: "Everything that Plaza needs is here", es: "Está todo lo que Plaza necesita",
    pt: "Está tudo de que o Plaza precisa"),
  Sentence(
    "doctor.unhealthy", en: "Something that Plaza needs is missing", es: "Falta algo que Plaza necesita",
    pt: "Falta algo de que o Plaza precisa"),
]
