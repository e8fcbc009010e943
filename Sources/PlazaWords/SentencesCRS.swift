/// Coordinate reference systems, the operation between them, and the validity of areas.
let crsSentences: [Sentence] = [
  Sentence(
    "crs.unknown",
    en: "{file}: the coordinate reference system {crs} is not known; give the right one with --assume-crs EPSG:nnnn",
    es: "{file}: no se conoce el sistema de coordenadas {crs}; indique el correcto con --assume-crs EPSG:nnnn",
    pt: "{file}: o sistema de coordenadas {crs} não é conhecido; indique o correto com --assume-crs EPSG:nnnn"),
  Sentence(
    "crs.unknown_option",
    en: "{option}: the coordinate reference system {crs} is not known; write it by its code, as EPSG:32616",
    es: "{option}: no se conoce el sistema de coordenadas {crs}; escríbalo por su código, como EPSG:32616",
    pt: "{option}: o sistema de coordenadas {crs} não é conhecido; escreva-o pelo seu código, como EPSG:32616"),
  Sentence(
    "crs.missing",
    en:
      "{file}: the file does not say in which coordinate reference system its coordinates are; say it with --assume-crs EPSG:nnnn",
    es: "{file}: el archivo no dice en qué sistema de coordenadas está; indíquelo con --assume-crs EPSG:nnnn",
    pt: "{file}: o arquivo não diz em que sistema de coordenadas está; indique-o com --assume-crs EPSG:nnnn"),
  Sentence(
    "crs.not_degrees",
    en:
      "{file}, feature {feature:int}: {x:number}, {y:number} is no longitude and latitude, and the file was read as {crs}; say what it is in with --assume-crs EPSG:nnnn, or with --NAME-crs where --NAME gave the file, and take out a \"crs\" in it that says otherwise",
    es:
      "{file}, elemento {feature:int}: {x:number}, {y:number} no es una longitud y latitud, y el archivo se leyó como {crs}; diga en qué está con --assume-crs EPSG:nnnn, o con --NOMBRE-crs si lo dio --NOMBRE, y quite del archivo un \"crs\" que diga otra cosa",
    pt:
      "{file}, feição {feature:int}: {x:number}, {y:number} não é uma longitude e latitude, e o arquivo foi lido como {crs}; diga em que está com --assume-crs EPSG:nnnn, ou com --NOME-crs se foi dado por --NOME, e retire do arquivo um \"crs\" que diga outra coisa"
  ),
  Sentence(
    "crs.axes_swapped",
    en:
      "{file}, feature {feature:int}: {x:number}, {y:number} has its latitude beyond 90°: the axes seem to be swapped; write the longitude first",
    es:
      "{file}, elemento {feature:int}: {x:number}, {y:number} tiene una latitud de más de 90°: los ejes parecen invertidos; escriba primero la longitud",
    pt:
      "{file}, feição {feature:int}: {x:number}, {y:number} tem uma latitude além de 90°: os eixos parecem trocados; escreva primeiro a longitude"
  ),
  Sentence(
    "crs.beyond_earth",
    en:
      "{file}, feature {feature:int}: {x}, {y} is no place on earth in {crs}; correct it, or say the right system with --assume-crs EPSG:nnnn",
    es:
      "{file}, elemento {feature:int}: {x}, {y} no es un lugar de la tierra en {crs}; corríjalo, o indique el sistema correcto con --assume-crs EPSG:nnnn",
    pt:
      "{file}, feição {feature:int}: {x}, {y} não é um lugar da terra em {crs}; corrija-o, ou indique o sistema correto com --assume-crs EPSG:nnnn"
  ),
  Sentence(
    "crs.stated_wins",
    en: "{file} says that it is in {stated}, which holds; the {assumed} that was given is for files that do not say",
    es: "{file} dice que está en {stated}, y eso vale; el {assumed} que se dio es para archivos que no lo dicen",
    pt: "{file} diz que está em {stated}, e isso vale; o {assumed} que foi dado é para arquivos que não o dizem"),
  Sentence(
    "geometry.antimeridian",
    en:
      "{file}: {count:int|feature crosses|features cross} the 180th meridian, the first is feature {feature:int}; {count:plural|it was|they were} cut there into a part on each side",
    es:
      "{file}: {count:int|elemento cruza|elementos cruzan} el meridiano 180, el primero es el {feature:int}; se {count:plural|cortó|cortaron} allí en una parte a cada lado",
    pt:
      "{file}: {count:int|feição cruza|feições cruzam} o meridiano 180, a primeira é a {feature:int}; {count:plural|foi cortada|foram cortadas} ali em uma parte de cada lado"
  ),
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
    "geometry.repaired", en: "{file}: {count:int|invalid area|invalid areas} repaired; which points are inside has not changed",
    es: "{file}: {count:int|área inválida reparada|áreas inválidas reparadas}; los puntos que quedan dentro son los mismos",
    pt: "{file}: {count:int|área inválida reparada|áreas inválidas reparadas}; os pontos que ficam dentro são os mesmos"),
  Sentence(
    "geometry.invalid",
    en:
      "{file}, feature {feature:int}: invalid geometry ({reason}) at {x}, {y}; leave out --strict to have it repaired, or mend it in the source",
    es:
      "{file}, elemento {feature:int}: geometría inválida ({reason}) en {x}, {y}; quite --strict para que se repare, o corríjala en el origen",
    pt:
      "{file}, elemento {feature:int}: geometria inválida ({reason}) em {x}, {y}; retire --strict para que seja reparada, ou corrija-a na origem"
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
