/// What is said of forms in which layers and tables are written, and of what they cannot hold.
let writingSentences: [Sentence] = [
  Sentence(
    "shapefile.names",
    en:
      "{path}: a shapefile has names of at most ten letters; {count:int|field is|fields are} called otherwise there: {names}. GeoPackage (.gpkg) keeps the names",
    es:
      "{path}: un shapefile tiene nombres de diez letras como máximo; {count:int|campo se llama|campos se llaman} de otro modo en él: {names}. GeoPackage (.gpkg) conserva los nombres",
    pt:
      "{path}: um shapefile tem nomes de no máximo dez letras; {count:int|campo se chama|campos se chamam} de outro modo nele: {names}. GeoPackage (.gpkg) conserva os nomes"
  ),
  Sentence(
    "shapefile.cut_texts",
    en:
      "{path}: {count:int|text is|texts are} cut, a shapefile holds {limit} bytes of each (fields: {fields}); write GeoPackage (.gpkg) to have them whole",
    es:
      "{path}: {count:int|texto queda cortado|textos quedan cortados}, pues un shapefile guarda {limit} bytes de cada uno (campos: {fields}); escriba GeoPackage (.gpkg) para tenerlos completos",
    pt:
      "{path}: {count:int|texto ficou cortado|textos ficaram cortados}, pois um shapefile guarda {limit} bytes de cada um (campos: {fields}); grave GeoPackage (.gpkg) para tê-los completos"
  ),
  Sentence(
    "output.no_layers",
    en: "{path} holds one layer, so none in it can be called {layer}; a name that ends in .gpkg holds several",
    es: "{path} contiene una sola capa, así que ninguna puede llamarse {layer}; un nombre que termine en .gpkg contiene varias",
    pt: "{path} contém uma só camada, então nenhuma pode se chamar {layer}; um nome que termine em .gpkg contém várias"),
  Sentence(
    "output.append_none",
    en: "--append adds a layer to a GeoPackage, and no output is one: give a name that ends in .gpkg",
    es: "--append agrega una capa a un GeoPackage, y ninguna salida lo es: dé un nombre que termine en .gpkg",
    pt: "--append acrescenta uma camada a um GeoPackage, e nenhuma saída o é: dê um nome que termine em .gpkg"),
  Sentence(
    "gpkg.not_ours",
    en:
      "{path} holds what Plaza has not written ({layers}), and is not touched: give another name, and bring the layers together in a GIS",
    es: "{path} contiene lo que Plaza no escribió ({layers}), y no se toca: dé otro nombre, y reúna las capas en un SIG",
    pt: "{path} contém o que Plaza não gravou ({layers}), e não é tocado: dê outro nome, e reúna as camadas em um SIG"),
  Sentence(
    "shapefile.mixed",
    en:
      "{path}: a shapefile holds either areas, lines or points, and this layer has {areas:int}, {lines:int} and {points:int} of them; give a name that ends in .gpkg or .geojson",
    es:
      "{path}: un shapefile contiene solo áreas, solo líneas o solo puntos, y esta capa tiene {areas:int}, {lines:int} y {points:int}; dé un nombre que termine en .gpkg o .geojson",
    pt:
      "{path}: um shapefile contém só áreas, só linhas ou só pontos, e esta camada tem {areas:int}, {lines:int} e {points:int}; dê um nome que termine em .gpkg ou .geojson"
  ),
  Sentence(
    "shapefile.fields",
    en:
      "{path}: a shapefile has at most {limit} fields, and this layer has {count:int}; give a name that ends in .gpkg or .geojson",
    es:
      "{path}: un shapefile tiene {limit} campos como máximo y esta capa tiene {count:int}; dé un nombre que termine en .gpkg o .geojson",
    pt:
      "{path}: um shapefile tem no máximo {limit} campos e esta camada tem {count:int}; dê um nome que termine em .gpkg ou .geojson"
  ),
  Sentence(
    "shapefile.too_large",
    en: "{path}: a file of a shapefile holds at most {limit} GiB, and this layer needs more; give a name that ends in .gpkg",
    es:
      "{path}: un archivo de un shapefile ocupa {limit} GiB como máximo y esta capa necesita más; dé un nombre que termine en .gpkg",
    pt:
      "{path}: um arquivo de um shapefile ocupa no máximo {limit} GiB e esta camada precisa de mais; dê um nome que termine em .gpkg"
  ),
  Sentence(
    "xlsx.unsolved",
    en:
      "{file}: {count:int|cell holds a formula|cells hold formulas} whose result the file does not have, and {count:plural|reads|read} as blank; open it in Excel or LibreOffice, save it and read it again",
    es:
      "{file}: {count:int|celda tiene una fórmula|celdas tienen fórmulas} cuyo resultado no está en el archivo, y se {count:plural|lee|leen} como vacía{count:plural||s}; ábralo en Excel o LibreOffice, guárdelo y vuelva a leerlo",
    pt:
      "{file}: {count:int|célula tem uma fórmula|células têm fórmulas} cujo resultado não está no arquivo, e {count:plural|é lida|são lidas} como vazia{count:plural||s}; abra-o no Excel ou no LibreOffice, salve-o e leia-o de novo"
  ),
  Sentence(
    "xlsx.rows",
    en: "{path}: a sheet holds {limit:int} rows, and this table has more; give a name that ends in .csv",
    es: "{path}: una hoja tiene {limit:int} filas como máximo y esta tabla tiene más; dé un nombre que termine en .csv",
    pt: "{path}: uma planilha tem no máximo {limit:int} linhas e esta tabela tem mais; dê um nome que termine em .csv"),
  Sentence(
    "xlsx.columns",
    en: "{path}: a sheet holds {limit:int} columns, and this table has {count:int}; give a name that ends in .csv",
    es:
      "{path}: una hoja tiene {limit:int} columnas como máximo y esta tabla tiene {count:int}; dé un nombre que termine en .csv",
    pt: "{path}: uma planilha tem no máximo {limit:int} colunas e esta tabela tem {count:int}; dê um nome que termine em .csv"),
  Sentence(
    "xlsx.cut_texts",
    en: "{path}: {count:int|text is|texts are} cut, a cell holds {limit:int} characters; write .csv to have them whole",
    es:
      "{path}: {count:int|texto queda cortado|textos quedan cortados}, pues una celda guarda {limit:int} caracteres; escriba .csv para tenerlos completos",
    pt:
      "{path}: {count:int|texto ficou cortado|textos ficaram cortados}, pois uma célula guarda {limit:int} caracteres; grave .csv para tê-los completos"
  ),
  Sentence(
    "xlsx.not_whole",
    en: "{path}: the workbook could not be written whole, most likely because the disk is full; free some space and run again",
    es:
      "{path}: el libro no se pudo escribir completo, lo más probable es que el disco esté lleno; libere espacio y ejecute otra vez",
    pt:
      "{path}: a pasta de trabalho não pôde ser gravada inteira, provavelmente porque o disco está cheio; libere espaço e execute de novo"
  ),
  Sentence(
    "zip.too_large_to_write",
    en: "{path}: this archive would be larger than {limit} GiB; give a name that ends in .gpkg",
    es: "{path}: este archivo comprimido ocuparía más de {limit} GiB; dé un nombre que termine en .gpkg",
    pt: "{path}: este arquivo compactado ocuparia mais de {limit} GiB; dê um nome que termine em .gpkg"),
]
