/// What is said of files of features that are neither records nor areas alone: spaces, streets, entrances.
let featureSentences: [Sentence] = [
  Sentence(
    "features.rejected",
    en: "{file}: {count:int} records could not be read and are left out (first: line {line}, “{cell}”); correct them in the file",
    es:
      "{file}: {count:int} registros no se pudieron leer y se omiten (primero: línea {line}, “{cell}”); corríjalos en el archivo",
    pt:
      "{file}: {count:int} registros não puderam ser lidos e são omitidos (primeiro: linha {line}, “{cell}”); corrija-os no arquivo"
  ),
  Sentence(
    "features.none",
    en: "{file} has no record that could be read; give a file with one space, street or place per record",
    es: "{file} no tiene ningún registro que se pueda leer; dé un archivo con un espacio, calle o lugar por registro",
    pt: "{file} não tem nenhum registro que se possa ler; dê um arquivo com um espaço, rua ou lugar por registro"),
  Sentence(
    "features.no_field",
    en: "{file}: {option} names {field}, which is not a field; the fields are {fields}",
    es: "{file}: {option} nombra {field}, que no es un campo; los campos son {fields}",
    pt: "{file}: {option} indica {field}, que não é um campo; os campos são {fields}"),
]
