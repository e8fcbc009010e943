/// Coordinate reference systems, the operation between them, and the validity of areas.
let crsSentences: [Sentence] = [
  Sentence(
    "crs.unknown",
    en: "{file}: the coordinate reference system {crs} is not known; give the right one with --assume-crs EPSG:nnnn",
    es: "{file}: no se conoce el sistema de coordenadas {crs}; indique el correcto con --assume-crs EPSG:nnnn",
    pt: "{file}: o sistema de coordenadas {crs} não é conhecido; indique o correto com --assume-crs EPSG:nnnn"),
  Sentence(
    "crs.missing",
    en:
      "{file}: the file does not say in which coordinate reference system its coordinates are; say it with --assume-crs EPSG:nnnn",
    es: "{file}: el archivo no dice en qué sistema de coordenadas está; indíquelo con --assume-crs EPSG:nnnn",
    pt: "{file}: o arquivo não diz em que sistema de coordenadas está; indique-o com --assume-crs EPSG:nnnn"),
  Sentence(
    "crs.no_operation",
    en:
      "no operation of known accuracy leads from {from} to {to} here; check both systems, or install PROJ's grids and see plaza doctor",
    es:
      "aquí no hay una operación de exactitud conocida de {from} a {to}; revise ambos sistemas, o instale las rejillas de PROJ y vea plaza doctor",
    pt:
      "não há aqui uma operação de exatidão conhecida de {from} para {to}; revise os dois sistemas, ou instale as grades do PROJ e veja plaza doctor"
  ),
  Sentence(
    "crs.operation", en: "coordinates go from {from} to {to} by {operation}, accurate to {accuracy:number} m",
    es: "las coordenadas pasan de {from} a {to} por {operation}, con exactitud de {accuracy:number} m",
    pt: "as coordenadas passam de {from} para {to} por {operation}, com exatidão de {accuracy:number} m"),
  Sentence(
    "proj.no_database",
    en:
      "PROJ's database proj.db was not found or does not open in {tried}; install proj-data, or name its folder in PLAZA_PROJ_DATA",
    es:
      "la base de datos proj.db de PROJ no está o no se abre en {tried}; instale proj-data o indique su carpeta en PLAZA_PROJ_DATA",
    pt:
      "o banco de dados proj.db do PROJ não está ou não abre em {tried}; instale proj-data ou indique a pasta em PLAZA_PROJ_DATA"),

  Sentence(
    "geometry.repaired", en: "{file}: {count:int} invalid areas repaired; which points are inside has not changed",
    es: "{file}: {count:int} áreas inválidas reparadas; los puntos que quedan dentro son los mismos",
    pt: "{file}: {count:int} áreas inválidas reparadas; os pontos que ficam dentro são os mesmos"),
  Sentence(
    "geometry.invalid",
    en:
      "{file}, feature {feature:int}: invalid geometry ({reason}) at {x}, {y}; leave out --strict to repair it, or write a sound file with plaza check --repair",
    es:
      "{file}, elemento {feature:int}: geometría inválida ({reason}) en {x}, {y}; quite --strict para repararla o escriba un archivo sano con plaza check --repair",
    pt:
      "{file}, elemento {feature:int}: geometria inválida ({reason}) em {x}, {y}; retire --strict para repará-la ou grave um arquivo são com plaza check --repair"
  ),
  Sentence(
    "geometry.unbuildable",
    en: "{file}, feature {feature:int}: no area can be made of its geometry ({reason}); correct it in the source or leave it out",
    es:
      "{file}, elemento {feature:int}: con su geometría no se puede formar un área ({reason}); corríjala en el origen o exclúyala",
    pt:
      "{file}, elemento {feature:int}: com a sua geometria não se pode formar uma área ({reason}); corrija-a na origem ou exclua-a"
  ),
]
