/// What the features of a layer are, layers of a file that holds several, and geometries that cannot be read.
let layerSentences: [Sentence] = [
  Sentence(
    "layer.no_geometry",
    en: "{file} has {count:int} features and no geometry in any of them; choose a file that says where things are",
    es: "{file} tiene {count:int} elementos y ninguna geometría; elija un archivo que diga dónde está cada cosa",
    pt: "{file} tem {count:int} feições e nenhuma geometria; escolha um arquivo que diga onde está cada coisa"),
  Sentence(
    "layer.short_lines",
    en: "{file}: {count:int} lines of a single position were left out; check the source if they should be streets",
    es: "{file}: se omitieron {count:int} líneas de una sola posición; revise la fuente si debían ser calles",
    pt: "{file}: foram omitidas {count:int} linhas de uma só posição; revise a fonte se deviam ser ruas"),
  Sentence(
    "layer.no_areas",
    en:
      "{file} has no areas: its {count:int} geometries are {kind} and the like (first in feature {feature}); give it as records, or choose a file of polygons",
    es:
      "{file} no tiene áreas: sus {count:int} geometrías son {kind} o similares (primero en el elemento {feature}); úselo como registros o elija un archivo de polígonos",
    pt:
      "{file} não tem áreas: suas {count:int} geometrias são {kind} ou semelhantes (primeiro na feição {feature}); use-o como registros ou escolha um arquivo de polígonos"
  ),
  Sentence(
    "layer.not_areas",
    en:
      "{file}: {count:int|feature holds|features hold} no area but a {kind} or the like (first: feature {feature}); {count:plural|it is|they are} kept without geometry",
    es:
      "{file}: {count:int|elemento no contiene|elementos no contienen} un área sino un {kind} o similar (primero: elemento {feature}); {count:plural|queda|quedan} sin geometría",
    pt:
      "{file}: {count:int|feição não contém|feições não contêm} uma área, mas um {kind} ou semelhante (primeira: feição {feature}); {count:plural|fica|ficam} sem geometria"
  ),
  Sentence(
    "layer.mixed_geometry",
    en:
      "{file}: {count:int|feature holds|features hold} points or lines beside {count:plural|its|their} areas (first: feature {feature}); only the areas are used",
    es:
      "{file}: {count:int|elemento contiene|elementos contienen} puntos o líneas además de sus áreas (primero: elemento {feature}); solo se usan las áreas",
    pt:
      "{file}: {count:int|feição contém|feições contêm} pontos ou linhas além de suas áreas (primeira: feição {feature}); só se usam as áreas"
  ),
  Sentence(
    "layer.short_rings",
    en:
      "{file}: {count:int|ring|rings} of fewer than four positions left out (first: feature {feature}); check the source if {count:plural|it|they} should be areas",
    es:
      "{file}: se {count:plural|omitió|omitieron} {count:int|anillo|anillos} de menos de cuatro posiciones (primero: elemento {feature}); revise la fuente si {count:plural|debía ser un área|debían ser áreas}",
    pt:
      "{file}: {count:plural|foi omitido|foram omitidos} {count:int|anel|anéis} de menos de quatro posições (primeiro: feição {feature}); revise a fonte se {count:plural|devia ser uma área|deviam ser áreas}"
  ),
  Sentence(
    "layers.several",
    en: "{file} holds {count:int} layers: {layers}; choose one with --layer, or write FILE|layername=NAME",
    es: "{file} contiene {count:int} capas: {layers}; elija una con --layer, o escriba ARCHIVO|layername=NOMBRE",
    pt: "{file} contém {count:int} camadas: {layers}; escolha uma com --layer, ou escreva ARQUIVO|layername=NOME"),
  Sentence(
    "layers.unknown",
    en: "{file} has no layer {layer}; its layers are {layers}",
    es: "{file} no tiene la capa {layer}; sus capas son {layers}",
    pt: "{file} não tem a camada {layer}; suas camadas são {layers}"),
  Sentence(
    "layers.none",
    en: "{file} holds no layer that can be read; export it again with at least one",
    es: "{file} no contiene ninguna capa que se pueda leer; expórtelo de nuevo con al menos una",
    pt: "{file} não contém nenhuma camada que se possa ler; exporte-o de novo com pelo menos uma"),
  Sentence(
    "sqlite.damaged",
    en: "{file}: the database cannot be read ({reason}); get the file again, or repair it with the program that wrote it",
    es:
      "{file}: la base de datos no se puede leer ({reason}); obtenga el archivo de nuevo o repárelo con el programa que lo escribió",
    pt: "{file}: o banco de dados não pode ser lido ({reason}); obtenha o arquivo de novo ou repare-o com o programa que o gravou"
  ),
  Sentence(
    "sqlite.busy",
    en: "{file}: another program is writing this database; wait until it is done, or give a copy of it",
    es: "{file}: otro programa está escribiendo en esta base de datos; espere a que termine o use una copia de ella",
    pt: "{file}: outro programa está gravando neste banco de dados; espere que termine ou use uma cópia dele"),
  Sentence(
    "sqlite.log_closed",
    en:
      "{file}: the database keeps changes in a file beside it that cannot be used where it is ({reason}); copy both to a folder where you"
      + " may write",
    es:
      "{file}: la base de datos guarda cambios en un archivo a su lado que no se puede usar donde está ({reason}); copie ambos a una"
      + " carpeta en la que pueda escribir",
    pt:
      "{file}: o banco de dados guarda mudanças em um arquivo ao lado que não se pode usar onde está ({reason}); copie ambos para uma"
      + " pasta em que possa gravar"),
  Sentence(
    "gpkg.in_use",
    en: "{path}: {log} beside it holds changes of another program; close the file there (QGIS, often), or write to another name",
    es:
      "{path}: {log}, a su lado, guarda cambios de otro programa; cierre allí el archivo (a menudo QGIS) o escriba con otro nombre",
    pt:
      "{path}: {log}, ao lado, guarda mudanças de outro programa; feche ali o arquivo (QGIS, muitas vezes) ou grave com outro nome"
  ),
  Sentence(
    "gpkg.simpler",
    en:
      "{path}: {count:int|column has|columns have} a simpler name than {count:plural|its field|their fields}, as {fields}; the file keeps the field's own name beside it, and plaza reads that one",
    es:
      "{path}: {count:int|columna tiene|columnas tienen} un nombre más simple que su campo, como {fields}; el archivo guarda al lado el nombre propio del campo, y plaza lee ese",
    pt:
      "{path}: {count:int|coluna tem|colunas têm} um nome mais simples que o seu campo, como {fields}; o arquivo guarda ao lado o nome próprio do campo, e plaza lê esse"
  ),
  Sentence(
    "layer.heights",
    en: "{file}: {count:int|feature has|features have} heights; positions are kept without them",
    es: "{file}: {count:int|elemento tiene|elementos tienen} alturas; las posiciones quedan sin ellas",
    pt: "{file}: {count:int|feição tem|feições têm} alturas; as posições ficam sem elas"),
  Sentence(
    "gpkg.renamed",
    en:
      "{path}: names of columns are alike in a database but for capitals, so {count:int|field has|fields have} another name: {fields}",
    es:
      "{path}: en una base de datos los nombres de columna no distinguen mayúsculas, así que {count:int|campo cambia|campos cambian} de"
      + " nombre: {fields}",
    pt:
      "{path}: em um banco de dados os nomes de coluna não distinguem maiúsculas, então {count:int|campo muda|campos mudam} de nome:"
      + " {fields}"),
  Sentence(
    "layer.too_many",
    en: "{file}: a layer of more than {limit:int} features is not held in memory; divide it, or give its points as records",
    es: "{file}: no se mantiene en memoria una capa de más de {limit:int} elementos; divídala o dé sus puntos como registros",
    pt: "{file}: não se mantém na memória uma camada de mais de {limit:int} feições; divida-a ou dê seus pontos como registros"),
  Sentence(
    "xlsx.no_text",
    en:
      "{file}: a cell near row {row} names a text that the workbook does not hold: it is damaged; save it again in the program that"
      + " wrote it",
    es:
      "{file}: una celda cerca de la fila {row} remite a un texto que el libro no contiene: está dañado; guárdelo de nuevo en el programa"
      + " que lo escribió",
    pt:
      "{file}: uma célula perto da linha {row} remete a um texto que a pasta de trabalho não contém: está danificada; salve-a de novo no"
      + " programa que a gravou"),
  Sentence(
    "sqlite.too_large",
    en:
      "{file}: a database that is compressed or comes from a pipe may have {limit} MiB at most; write it to a file that is not compressed",
    es:
      "{file}: una base de datos comprimida o que llega por una tubería puede tener {limit} MiB como máximo; escríbala en un archivo sin comprimir",
    pt:
      "{file}: um banco de dados comprimido ou que chega por um pipe pode ter {limit} MiB no máximo; grave-o num arquivo sem compressão"
  ),
  Sentence(
    "sqlite.not_written",
    en: "{path}: the database could not be written ({reason})",
    es: "{path}: no se pudo escribir la base de datos ({reason})",
    pt: "{path}: não foi possível gravar o banco de dados ({reason})"),
  Sentence(
    "gpkg.no_contents",
    en:
      "{file} is a database of SQLite but no GeoPackage: it has no table gpkg_contents; export the layer as GeoPackage or GeoJSON",
    es:
      "{file} es una base de datos SQLite, pero no un GeoPackage: no tiene la tabla gpkg_contents; exporte la capa como GeoPackage o GeoJSON",
    pt:
      "{file} é um banco de dados SQLite, mas não um GeoPackage: não tem a tabela gpkg_contents; exporte a camada como GeoPackage ou GeoJSON"
  ),
  Sentence(
    "gpkg.no_table",
    en: "{file}: the layer {layer} is named in the contents, but its table is not there; export the file again",
    es: "{file}: la capa {layer} figura en el índice, pero su tabla no está; exporte el archivo de nuevo",
    pt: "{file}: a camada {layer} consta do índice, mas sua tabela não está; exporte o arquivo de novo"),
  Sentence(
    "gpkg.view",
    en: "{file}: {layer} is a view, not a table; export it as a layer of its own",
    es: "{file}: {layer} es una vista, no una tabla; expórtela como una capa propia",
    pt: "{file}: {layer} é uma visão, não uma tabela; exporte-a como uma camada própria"),
  Sentence(
    "gpkg.no_geometry",
    en: "{file}: {layer} is a table without geometry; choose a layer that says where things are",
    es: "{file}: {layer} es una tabla sin geometría; elija una capa que diga dónde está cada cosa",
    pt: "{file}: {layer} é uma tabela sem geometria; escolha uma camada que diga onde está cada coisa"),
  Sentence(
    "geometry.damaged",
    en: "{file}, feature {feature}: its geometry cannot be read; delete it or draw it again in your GIS",
    es: "{file}, elemento {feature}: su geometría no se puede leer; bórrelo o dibújelo de nuevo en su SIG",
    pt: "{file}, feição {feature}: sua geometria não pode ser lida; apague-a ou desenhe-a de novo no seu SIG"),
  Sentence(
    "geometry.open_ring",
    en: "{file}, feature {feature}: a ring does not end where it begins; close it in your GIS",
    es: "{file}, elemento {feature}: un anillo no termina donde empieza; ciérrelo en su SIG",
    pt: "{file}, feição {feature}: um anel não termina onde começa; feche-o no seu SIG"),
  Sentence(
    "geometry.curve",
    en: "{file}, feature {feature}: it has arcs, which are not read; convert them to segments in your GIS",
    es: "{file}, elemento {feature}: tiene arcos, que no se leen; conviértalos en segmentos en su SIG",
    pt: "{file}, feição {feature}: tem arcos, que não são lidos; converta-os em segmentos no seu SIG"),
  Sentence(
    "geometry.position",
    en: "{file}, feature {feature}: a position is no number; delete it or draw it again in your GIS",
    es: "{file}, elemento {feature}: una posición no es un número; bórrelo o dibújelo de nuevo en su SIG",
    pt: "{file}, feição {feature}: uma posição não é um número; apague-a ou desenhe-a de novo no seu SIG"),
  Sentence(
    "geometry.too_deep",
    en: "{file}, feature {feature}: its geometry has collections within collections without end; export it again",
    es: "{file}, elemento {feature}: su geometría tiene colecciones dentro de colecciones sin fin; expórtelo de nuevo",
    pt: "{file}, feição {feature}: sua geometria tem coleções dentro de coleções sem fim; exporte-a de novo"),
  Sentence(
    "zip.damaged",
    en: "{file}: the archive cannot be read ({reason}); get the file again",
    es: "{file}: el archivo comprimido no se puede leer ({reason}); obténgalo de nuevo",
    pt: "{file}: o arquivo compactado não pode ser lido ({reason}); obtenha-o de novo"),
  Sentence(
    "zip.encrypted",
    en: "{file}: {entry} is locked with a password; unpack it first",
    es: "{file}: {entry} está protegido con contraseña; descomprímalo antes",
    pt: "{file}: {entry} está protegido por senha; descompacte-o antes"),
  Sentence(
    "zip.method",
    en: "{file}: {entry} is packed by a method that is not read; unpack it first",
    es: "{file}: {entry} está comprimido con un método que no se lee; descomprímalo antes",
    pt: "{file}: {entry} está compactado por um método que não é lido; descompacte-o antes"),
  Sentence(
    "zip.too_large",
    en: "{file}: {entry} would be larger than {limit} GiB; unpack it first if it is meant",
    es: "{file}: {entry} ocuparía más de {limit} GiB; descomprímalo antes si es lo que se quiere",
    pt: "{file}: {entry} ocuparia mais de {limit} GiB; descompacte-o antes se é o que se quer"),
  Sentence(
    "zip.stream",
    en: "{file}: an archive cannot be read from a pipe; give it as a file",
    es: "{file}: un archivo comprimido no se puede leer de una tubería; indíquelo como archivo",
    pt: "{file}: um arquivo compactado não pode ser lido de um pipe; indique-o como arquivo"),
  Sentence(
    "zip.nothing",
    en: "{file}: nothing in it can be read (it holds {files}); unpack it and give the file that is meant",
    es: "{file}: no contiene nada que se pueda leer (tiene {files}); descomprímalo e indique el archivo que corresponde",
    pt: "{file}: não contém nada que se possa ler (tem {files}); descompacte-o e indique o arquivo que corresponde"),
  Sentence(
    "shapefile.damaged",
    en: "{file}: the shapefile cannot be read ({reason}); get it again, with its .dbf and .prj",
    es: "{file}: el shapefile no se puede leer ({reason}); obténgalo de nuevo, con su .dbf y su .prj",
    pt: "{file}: o shapefile não pode ser lido ({reason}); obtenha-o de novo, com seu .dbf e seu .prj"),
  Sentence(
    "shapefile.counts",
    en:
      "{file}: the .shp has {shapes:int} geometries and the .dbf {records:int} records; what one lacks is empty; get both again if they should agree",
    es:
      "{file}: el .shp tiene {shapes:int} geometrías y el .dbf {records:int} registros; lo que le falta a uno queda vacío; obtenga ambos de nuevo si debían coincidir",
    pt:
      "{file}: o .shp tem {shapes:int} geometrias e o .dbf {records:int} registros; o que falta a um fica vazio; obtenha ambos de novo se deviam coincidir"
  ),
  Sentence(
    "shapefile.no_table",
    en:
      "{file}: there is no .dbf beside it, so its features have no fields; get the whole shapefile if codes or names are needed",
    es:
      "{file}: no hay un .dbf junto a él, así que sus elementos no tienen campos; obtenga el shapefile completo si hacen falta códigos o nombres",
    pt:
      "{file}: não há um .dbf ao lado, então suas feições não têm campos; obtenha o shapefile completo se precisar de códigos ou nomes"
  ),
  Sentence(
    "shapefile.no_geometry",
    en: "{file} is the table of a shapefile, without geometry; give the .shp, or the .zip with all its files",
    es: "{file} es la tabla de un shapefile, sin geometría; indique el .shp, o el .zip con todos sus archivos",
    pt: "{file} é a tabela de um shapefile, sem geometria; indique o .shp, ou o .zip com todos os seus arquivos"),
  Sentence(
    "shapefile.encoding",
    en: "{file}: its texts are read as {encoding}",
    es: "{file}: sus textos se leen como {encoding}",
    pt: "{file}: seus textos são lidos como {encoding}"),
  Sentence(
    "dbf.damaged",
    en: "{file}: the table (.dbf) cannot be read ({reason}); get it again",
    es: "{file}: la tabla (.dbf) no se puede leer ({reason}); obténgala de nuevo",
    pt: "{file}: a tabela (.dbf) não pode ser lida ({reason}); obtenha-a de novo"),
  Sentence(
    "xml.damaged",
    en: "{file}: a part of it is no sound XML ({reason}, line {line}); open it in Excel or LibreOffice and save it again",
    es: "{file}: una parte no es XML correcto ({reason}, línea {line}); ábralo en Excel o LibreOffice y guárdelo de nuevo",
    pt: "{file}: uma parte não é XML correto ({reason}, linha {line}); abra-o no Excel ou LibreOffice e salve-o de novo"),
  Sentence(
    "xlsx.no_workbook",
    en: "{file} looks like a workbook but lacks its sheets; open it in Excel or LibreOffice and save it again",
    es: "{file} parece un libro de Excel, pero le faltan sus hojas; ábralo en Excel o LibreOffice y guárdelo de nuevo",
    pt: "{file} parece uma pasta de trabalho, mas faltam suas planilhas; abra-o no Excel ou LibreOffice e salve-o de novo"),
  Sentence(
    "xlsx.too_large",
    en: "{file}: its texts take more than {limit} MiB; save the sheet as CSV",
    es: "{file}: sus textos ocupan más de {limit} MiB; guarde la hoja como CSV",
    pt: "{file}: seus textos ocupam mais de {limit} MiB; salve a planilha como CSV"),
]
