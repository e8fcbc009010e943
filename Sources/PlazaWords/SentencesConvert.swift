/// What `plaza convert` says of rows and of what the new file cannot hold.
let convertSentences: [Sentence] = [
  Sentence(
    "convert.written",
    en: "{file}: {read:int|row or feature|rows or features} read, {written:int} written to {path}",
    es: "{file}: {read:int|fila o elemento leído|filas o elementos leídos}, {written:int} en {path}",
    pt: "{file}: {read:int|linha ou feição lida|linhas ou feições lidas}, {written:int} em {path}"),
  Sentence(
    "convert.empty",
    en: "{file} has no row or feature, and neither has {path}",
    es: "{file} no tiene ninguna fila ni elemento, y {path} tampoco",
    pt: "{file} não tem nenhuma linha nem feição, e {path} também não"),
  Sentence(
    "convert.unkept",
    en:
      "{file}: --select asks for {fields}, and of single records {count:plural|it is|they are} not written, because {count:plural|it|they} may say who somebody is; --keep {list} writes {count:plural|it|them}",
    es:
      "{file}: --select pide {fields}, y de registros individuales no se {count:plural|escribe, porque puede|escriben, porque pueden} decir quién es alguien; con --keep {list} se {count:plural|escribe|escriben}",
    pt:
      "{file}: --select pede {fields}, e de registros individuais não se {count:plural|grava, porque pode|gravam, porque podem} dizer quem é alguém; com --keep {list} se {count:plural|grava|gravam}"
  ),
  Sentence(
    "convert.filtered",
    en: "{count:int} left out because --where does not ask for {count:plural|it|them}",
    es: "{count:int} {count:plural|queda fuera porque --where no la pide|quedan fuera porque --where no las pide}",
    pt: "{count:int} {count:plural|fica de fora porque --where não a pede|ficam de fora porque --where não as pede}"),
  Sentence(
    "convert.outside",
    en: "{count:int} left out because {count:plural|it has|they have} no point in common with --bbox",
    es: "{count:int} {count:plural|queda fuera porque no tiene|quedan fuera porque no tienen} ningún punto en común con --bbox",
    pt: "{count:int} {count:plural|fica de fora porque não tem|ficam de fora porque não têm} nenhum ponto em comum com --bbox"),
  Sentence(
    "convert.unlocated",
    en: "{count:int} left out because {count:plural|it has|they have} no place that --bbox could hold",
    es: "{count:int} {count:plural|queda fuera porque no tiene|quedan fuera porque no tienen} un lugar que pueda estar en --bbox",
    pt: "{count:int} {count:plural|fica de fora porque não tem|ficam de fora porque não têm} um lugar que possa estar em --bbox"),
  Sentence(
    "convert.withheld",
    en: "{count:int} left out because {count:plural|it|they} would expose a victim",
    es: "{count:int} {count:plural|queda fuera porque expondría|quedan fuera porque expondrían} a una víctima",
    pt: "{count:int} {count:plural|fica de fora porque exporia|ficam de fora porque exporiam} uma vítima"),
  Sentence(
    "convert.rejected",
    en: "{count:int} left out that cannot be read: {reason:id}",
    es: "{count:int} {count:plural|queda fuera porque no se puede leer|quedan fuera porque no se pueden leer}: {reason:id}",
    pt: "{count:int} {count:plural|fica de fora porque não pode ser lida|ficam de fora porque não podem ser lidas}: {reason:id}"),
  Sentence(
    "convert.without_geometry",
    en:
      "{count:int} of them {count:plural|has|have} no geometry in {path}, because {count:plural|it has|they have} no usable place",
    es:
      "de ellos, {count:int} {count:plural|está|están} sin geometría en {path}, porque no {count:plural|tiene|tienen} un lugar utilizable",
    pt:
      "deles, {count:int} {count:plural|está|estão} sem geometria em {path}, porque não {count:plural|tem|têm} um lugar utilizável"
  ),
  Sentence(
    "convert.geometry_lost",
    en:
      "a table holds one position in a row: the shape of {count:int|feature is|features are} not in {path}; a name that ends in .gpkg or .geojson keeps it",
    es:
      "una tabla contiene una posición por fila: la forma de {count:int|elemento no está|elementos no está} en {path}; un nombre que termine en .gpkg o .geojson la conserva",
    pt:
      "uma tabela contém uma posição por linha: a forma de {count:int|feição não está|feições não está} em {path}; um nome que termine em .gpkg ou .geojson a conserva"
  ),
  Sentence(
    "convert.crs_unsaid",
    en: "{path} cannot say what its positions are in: whoever reads it has to be told, as with --assume-crs {crs}",
    es: "{path} no puede decir en qué están sus posiciones: quien lo lea debe saberlo, como con --assume-crs {crs}",
    pt: "{path} não pode dizer em que estão suas posições: quem o lê precisa saber, como com --assume-crs {crs}"),
  Sentence(
    "convert.private",
    en: "{path} holds single records: only its owner can read it",
    es: "{path} contiene registros individuales: solo su dueño puede leerlo",
    pt: "{path} contém registros individuais: só o seu dono pode lê-lo"),
  Sentence(
    "convert.identifying",
    en: "{file}: the fields {fields} may say who somebody is, and are written; --select leaves them out",
    es: "{file}: los campos {fields} pueden decir quién es alguien, y se escriben; con --select quedan fuera",
    pt: "{file}: os campos {fields} podem dizer quem é alguém, e são gravados; com --select ficam de fora"),
  Sentence(
    "convert.prescribed_crs",
    en:
      "{path}: GeoJSON is always in longitude and latitude on WGS 84 (RFC 7946), so --to-crs {crs} cannot be; give a name that ends in .gpkg or .shp",
    es:
      "{path}: GeoJSON está siempre en longitud y latitud en WGS 84 (RFC 7946), así que --to-crs {crs} no es posible; dé un nombre que termine en .gpkg o .shp",
    pt:
      "{path}: GeoJSON está sempre em longitude e latitude em WGS 84 (RFC 7946), então --to-crs {crs} não é possível; dê um nome que termine em .gpkg ou .shp"
  ),
  Sentence(
    "convert.raster",
    en: "{file} is a raster: convert takes layers and tables",
    es: "{file} es un ráster: convert toma capas y tablas",
    pt: "{file} é um raster: convert recebe camadas e tabelas"),
  Sentence("style.features", en: "Features", es: "Elementos", pt: "Feições"),
]
