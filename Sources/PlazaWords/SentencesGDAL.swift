/// What is read through `ogr2ogr`, where it is not there or does not do it.
let gdalSentences: [Sentence] = [
  Sentence(
    "gdal.absent",
    en:
      "{file} is {form}, which is read through ogr2ogr: install it (Debian, Ubuntu: apt install gdal-bin), or export the file as"
      + " GeoPackage, GeoJSON or CSV",
    es: "{file} es {form}, que se lee por medio de ogr2ogr: instálelo (Debian, Ubuntu: apt install gdal-bin) o exporte el archivo"
      + " como GeoPackage, GeoJSON o CSV",
    pt: "{file} é {form}, que é lido por meio do ogr2ogr: instale-o (Debian, Ubuntu: apt install gdal-bin) ou exporte o arquivo"
      + " como GeoPackage, GeoJSON ou CSV"),
  Sentence(
    "gdal.failed",
    en: "{file} ({form}): ogr2ogr cannot read it: {why}",
    es: "{file} ({form}): ogr2ogr no lo puede leer: {why}",
    pt: "{file} ({form}): o ogr2ogr não consegue lê-lo: {why}"),
  Sentence(
    "gdal.short",
    en: "{file} ({form}) has {count:int|feature|features}, and ogr2ogr gave {copied:int}: nothing of it is used; it said: {why}",
    es: "{file} ({form}) tiene {count:int|elemento|elementos} y ogr2ogr entregó {copied:int}: no se usa nada de él; dijo: {why}",
    pt: "{file} ({form}) tem {count:int|feição|feições} e o ogr2ogr entregou {copied:int}: nada dele é usado; disse: {why}"),
  Sentence(
    "gdal.stream",
    en: "{file}: {form} cannot come as a stream; give it as a file",
    es: "{file}: {form} no puede llegar como flujo; indíquelo como archivo",
    pt: "{file}: {form} não pode chegar como fluxo; indique-o como arquivo"),
]
