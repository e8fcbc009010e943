/// What a format can be read and written as, tables that are read whole, and fields that are not there.
let formatSentences: [Sentence] = [
  Sentence(
    "format.refused.records",
    en: "{file}: this is {format}, which has no records; records are read from {formats}",
    es: "{file}: esto es {format}, que no tiene registros; los registros se leen de {formats}",
    pt: "{file}: isto é {format}, que não tem registros; os registros são lidos de {formats}"),
  Sentence(
    "format.refused.areas",
    en: "{file}: this is {format}, which has no areas; give the file with the polygons, as {formats}",
    es: "{file}: esto es {format}, que no tiene áreas; indique el archivo con los polígonos, en {formats}",
    pt: "{file}: isto é {format}, que não tem áreas; indique o arquivo com os polígonos, em {formats}"),
  Sentence(
    "format.refused.features",
    en: "{file}: this is {format}; points, lines and polygons are read from {formats}",
    es: "{file}: esto es {format}; los puntos, líneas y polígonos se leen de {formats}",
    pt: "{file}: isto é {format}; pontos, linhas e polígonos são lidos de {formats}"),
  Sentence(
    "format.refused.table",
    en: "{file}: this is {format}, and a table is wanted here; give it as {formats}",
    es: "{file}: esto es {format} y aquí hace falta una tabla; indíquela en {formats}",
    pt: "{file}: isto é {format} e aqui é preciso uma tabela; indique-a em {formats}"),
  Sentence(
    "format.refused.raster",
    en: "{file}: this is {format}, and a raster is wanted here; rasters are read from {formats}",
    es: "{file}: esto es {format} y aquí hace falta un ráster; los rásteres se leen de {formats}",
    pt: "{file}: isto é {format} e aqui é preciso um raster; os rasters são lidos de {formats}"),
  Sentence(
    "input.no_layers",
    en: "{file}: {format} has one layer without a name; leave out the name {layer}",
    es: "{file}: {format} tiene una sola capa sin nombre; omita el nombre {layer}",
    pt: "{file}: {format} tem uma só camada sem nome; omita o nome {layer}"),
  Sentence(
    "output.form",
    en: "{path}: this output is not written in that form; give a name that ends in {endings}",
    es: "{path}: esta salida no se escribe en esa forma; dé un nombre que termine en {endings}",
    pt: "{path}: esta saída não é escrita nessa forma; dê um nome que termine em {endings}"),
  Sentence(
    "table.bad_row",
    en: "{file}, line {line}: {reason:id}; mend the row in the file",
    es: "{file}, línea {line}: {reason:id}; corrija la fila en el archivo",
    pt: "{file}, linha {line}: {reason:id}; corrija a linha no arquivo"),
  Sentence(
    "field.missing",
    en: "{file} has no field {field}; its fields are {fields}",
    es: "{file} no tiene el campo {field}; sus campos son {fields}",
    pt: "{file} não tem o campo {field}; seus campos são {fields}"),
  Sentence(
    "field.unknown",
    en: "{file}: {option} names {field}, which is not a field; the fields are {fields}",
    es: "{file}: {option} nombra {field}, que no es un campo; los campos son {fields}",
    pt: "{file}: {option} indica {field}, que não é um campo; os campos são {fields}"),
  Sentence(
    "input.not_raster",
    en: "{file} is {format} and no raster: it has no cells, and no value of theirs, to choose",
    es: "{file} es {format} y no un ráster: no tiene celdas, ni un valor de ellas, que elegir",
    pt: "{file} é {format} e não um raster: não tem células, nem um valor delas, a escolher"),
  Sentence(
    "input.not_delimited",
    en: "{file} is {format}: it has no fields of a position, delimiter, decimal mark or encoding to choose",
    es: "{file} es {format}: no hay campos de posición, separador, marca decimal ni codificación que elegir",
    pt: "{file} é {format}: não há campos de posição, separador, marca decimal nem codificação a escolher"),
]
