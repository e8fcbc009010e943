/// Rasters: GeoTIFF and ASCII grids.
let rasterSentences: [Sentence] = [
  Sentence(
    "raster.stream", en: "{file}: a GeoTIFF cannot be read from a stream; give the name of a file",
    es: "{file}: un GeoTIFF no se puede leer de un flujo; dé el nombre de un archivo",
    pt: "{file}: um GeoTIFF não pode ser lido de um fluxo; dê o nome de um arquivo"),
  Sentence(
    "raster.damaged", en: "{file}: the TIFF cannot be read ({reason}); get the file again, or rewrite it with gdal_translate",
    es: "{file}: no se puede leer el TIFF ({reason}); obtenga otra vez el archivo o reescríbalo con gdal_translate",
    pt: "{file}: não é possível ler o TIFF ({reason}); obtenha o arquivo de novo ou reescreva-o com gdal_translate"),
  Sentence(
    "raster.unsupported",
    en: "{file}: cells stored in this way are not read ({what}); rewrite the file with gdal_translate -ot Float64",
    es: "{file}: no se leen celdas guardadas de esta forma ({what}); reescriba el archivo con gdal_translate -ot Float64",
    pt: "{file}: células guardadas desta forma não são lidas ({what}); reescreva o arquivo com gdal_translate -ot Float64"),
  Sentence(
    "raster.no_position",
    en: "{file}: the TIFF does not say where its cells lie; add it with gdal_translate -a_ullr, or export it as GeoTIFF",
    es: "{file}: el TIFF no dice dónde están sus celdas; agréguelo con gdal_translate -a_ullr o expórtelo como GeoTIFF",
    pt: "{file}: o TIFF não diz onde estão as suas células; acrescente-o com gdal_translate -a_ullr ou exporte-o como GeoTIFF"),
  Sentence(
    "raster.rotated", en: "{file}: the raster is rotated or mirrored; straighten it with gdalwarp",
    es: "{file}: el ráster está girado o reflejado; enderécelo con gdalwarp",
    pt: "{file}: o raster está girado ou espelhado; endireite-o com gdalwarp"),
  Sentence(
    "raster.user_crs",
    en:
      "{file}: the GeoTIFF defines its coordinate reference system by parameters, without a code; say it with --assume-crs EPSG:nnnn or put a .prj file beside it",
    es:
      "{file}: el GeoTIFF define su sistema de coordenadas por parámetros, sin código; indíquelo con --assume-crs EPSG:nnnn o ponga al lado un archivo .prj",
    pt:
      "{file}: o GeoTIFF define o seu sistema de coordenadas por parâmetros, sem código; indique-o com --assume-crs EPSG:nnnn ou ponha ao lado um arquivo .prj"
  ),
  Sentence(
    "raster.bands", en: "{file}: the raster has {count:int} bands; the first is used",
    es: "{file}: el ráster tiene {count:int} bandas; se usa la primera",
    pt: "{file}: o raster tem {count:int} bandas; usa-se a primeira"),
  Sentence(
    "raster.scaled",
    en: "{file}: values are what is stored times {scale:number} plus {offset:number}, as the file says",
    es: "{file}: los valores son lo guardado por {scale:number} más {offset:number}, como dice el archivo",
    pt: "{file}: os valores são o guardado vezes {scale:number} mais {offset:number}, como diz o arquivo"),
  Sentence(
    "raster.too_large",
    en:
      "{file}: its head says {columns:int} × {rows:int} cells, and {limit:int} are read; if it is as large as that, allow more with --NAME-cells, as --raster-cells {count}",
    es:
      "{file}: su encabezado dice {columns:int} × {rows:int} celdas, y se leen {limit:int}; si es así de grande, permita más con --NOMBRE-cells, como --raster-cells {count}",
    pt:
      "{file}: seu cabeçalho diz {columns:int} × {rows:int} células, e são lidas {limit:int}; se é tão grande assim, permita mais com --NOME-cells, como --raster-cells {count}"
  ),
  Sentence(
    "raster.claims",
    en:
      "{file}: its head says {columns:int} × {rows:int} cells, more than its {size:int} bytes can hold; get it again, or correct ncols and nrows",
    es:
      "{file}: su encabezado dice {columns:int} × {rows:int} celdas, más de las que caben en sus {size:int} bytes; obténgalo otra vez, o corrija ncols y nrows",
    pt:
      "{file}: seu cabeçalho diz {columns:int} × {rows:int} células, mais do que cabem em seus {size:int} bytes; obtenha-o de novo, ou corrija ncols e nrows"
  ),
  Sentence(
    "raster.header", en: "{file}, line {line:int}: {found} does not belong in the head of an ASCII grid; correct it",
    es: "{file}, línea {line:int}: {found} no corresponde al encabezado de una malla ASCII; corríjalo",
    pt: "{file}, linha {line:int}: {found} não pertence ao cabeçalho de uma grade ASCII; corrija-o"),
  Sentence(
    "raster.no_key", en: "{file}: the head of the ASCII grid lacks {key}; add it",
    es: "{file}: al encabezado de la malla ASCII le falta {key}; agréguelo",
    pt: "{file}: falta {key} no cabeçalho da grade ASCII; acrescente-o"),
  Sentence(
    "raster.bad_number", en: "{file}, line {line:int}: {found} is not a number; correct it",
    es: "{file}, línea {line:int}: {found} no es un número; corríjalo",
    pt: "{file}, linha {line:int}: {found} não é um número; corrija-o"),
  Sentence(
    "raster.too_few",
    en:
      "{file}, line {line:int}: the file ends after {found:int} of {expected:int} values; get it again, or correct ncols and nrows",
    es:
      "{file}, línea {line:int}: el archivo termina tras {found:int} de {expected:int} valores; obténgalo otra vez, o corrija ncols y nrows",
    pt:
      "{file}, linha {line:int}: o arquivo termina após {found:int} de {expected:int} valores; obtenha-o de novo, ou corrija ncols e nrows"
  ),
  Sentence(
    "raster.too_many",
    en: "{file}, line {line:int}: there are more values than the {expected:int} of ncols × nrows; correct these numbers",
    es: "{file}, línea {line:int}: hay más valores que los {expected:int} de ncols × nrows; corrija esos números",
    pt: "{file}, linha {line:int}: há mais valores do que os {expected:int} de ncols × nrows; corrija esses números"),
  Sentence(
    "raster.cannot_write", en: "{path}: the TIFF could not be made ({reason})", es: "{path}: no se pudo hacer el TIFF ({reason})",
    pt: "{path}: não foi possível fazer o TIFF ({reason})"),
]
