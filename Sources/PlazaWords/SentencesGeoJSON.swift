/// What is said of GeoJSON files.
let geojsonSentences: [Sentence] = [
  Sentence(
    "geojson.cut_short",
    en: "{file}, feature {feature}: the file ends inside it, at byte {byte}; get the file again, it was not copied whole",
    es:
      "{file}, elemento {feature}: el archivo termina dentro de él, en el byte {byte}; obtenga el archivo de nuevo, no se copió completo",
    pt:
      "{file}, feição {feature}: o arquivo termina dentro dela, no byte {byte}; obtenha o arquivo de novo, ele não foi copiado inteiro"
  ),
  Sentence(
    "geojson.cut_short.outside",
    en: "{file} ends too early, at byte {byte}: it is empty or was not copied whole; get the file again",
    es: "{file} termina antes de tiempo, en el byte {byte}: está vacío o no se copió completo; obtenga el archivo de nuevo",
    pt: "{file} termina cedo demais, no byte {byte}: está vazio ou não foi copiado inteiro; obtenha o arquivo de novo"),
  Sentence(
    "geojson.not_json",
    en: "{file}, feature {feature}: {found} at byte {byte} is not JSON; mend the file there or export it again",
    es: "{file}, elemento {feature}: {found} en el byte {byte} no es JSON; corrija el archivo en ese lugar o expórtelo de nuevo",
    pt: "{file}, feição {feature}: {found} no byte {byte} não é JSON; corrija o arquivo nesse lugar ou exporte-o de novo"),
  Sentence(
    "geojson.not_json.outside",
    en: "{file}: {found} at byte {byte} is not GeoJSON; check that the file is GeoJSON, or mend it there",
    es: "{file}: {found} en el byte {byte} no es GeoJSON; verifique que el archivo sea GeoJSON o corríjalo en ese lugar",
    pt: "{file}: {found} no byte {byte} não é GeoJSON; verifique se o arquivo é GeoJSON ou corrija-o nesse lugar"),
  Sentence(
    "geojson.bad_number",
    en:
      "{file}, feature {feature}: no JSON number at byte {byte}; mend it there (a number is written like -89.12, without a leading zero or +)",
    es:
      "{file}, elemento {feature}: no hay un número JSON en el byte {byte}; corríjalo (un número se escribe como -89.12, sin cero inicial ni +)",
    pt:
      "{file}, feição {feature}: não há um número JSON no byte {byte}; corrija-o (um número se escreve como -89.12, sem zero inicial nem +)"
  ),
  Sentence(
    "geojson.bad_number.outside",
    en: "{file}: no JSON number at byte {byte}; mend it there (a number is written like -89.12, without a leading zero or +)",
    es: "{file}: no hay un número JSON en el byte {byte}; corríjalo (un número se escribe como -89.12, sin cero inicial ni +)",
    pt: "{file}: não há um número JSON no byte {byte}; corrija-o (um número se escreve como -89.12, sem zero inicial nem +)"),
  Sentence(
    "geojson.bad_escape",
    en: "{file}, feature {feature}: a text has a backslash that escapes nothing, at byte {byte}; write it as \\\\",
    es: "{file}, elemento {feature}: un texto tiene una barra inversa que no escapa nada, en el byte {byte}; escríbala como \\\\",
    pt: "{file}, feição {feature}: um texto tem uma barra invertida que não escapa nada, no byte {byte}; escreva-a como \\\\"),
  Sentence(
    "geojson.bad_escape.outside",
    en: "{file}: a text has a backslash that escapes nothing, at byte {byte}; write it as \\\\",
    es: "{file}: un texto tiene una barra inversa que no escapa nada, en el byte {byte}; escríbala como \\\\",
    pt: "{file}: um texto tem uma barra invertida que não escapa nada, no byte {byte}; escreva-a como \\\\"),
  Sentence(
    "geojson.not_utf8",
    en:
      "{file}, feature {feature}: byte {byte} is not UTF-8; convert the file first, for example with iconv -f WINDOWS-1252 -t UTF-8",
    es:
      "{file}, elemento {feature}: el byte {byte} no es UTF-8; convierta antes el archivo, por ejemplo con iconv -f WINDOWS-1252 -t UTF-8",
    pt:
      "{file}, feição {feature}: o byte {byte} não é UTF-8; converta antes o arquivo, por exemplo com iconv -f WINDOWS-1252 -t UTF-8"
  ),
  Sentence(
    "geojson.not_utf8.outside",
    en: "{file}: byte {byte} is not UTF-8; convert the file first, for example with iconv -f WINDOWS-1252 -t UTF-8",
    es: "{file}: el byte {byte} no es UTF-8; convierta antes el archivo, por ejemplo con iconv -f WINDOWS-1252 -t UTF-8",
    pt: "{file}: o byte {byte} não é UTF-8; converta antes o arquivo, por exemplo com iconv -f WINDOWS-1252 -t UTF-8"),
  Sentence(
    "geojson.too_deep",
    en: "{file}, feature {feature}: more than {limit} levels of brackets inside each other at byte {byte}; simplify that value",
    es: "{file}, elemento {feature}: más de {limit} niveles de corchetes anidados en el byte {byte}; simplifique ese valor",
    pt: "{file}, feição {feature}: mais de {limit} níveis de colchetes aninhados no byte {byte}; simplifique esse valor"),
  Sentence(
    "geojson.too_deep.outside",
    en: "{file}: more than {limit} levels of brackets inside each other at byte {byte}; simplify that value",
    es: "{file}: más de {limit} niveles de corchetes anidados en el byte {byte}; simplifique ese valor",
    pt: "{file}: mais de {limit} níveis de colchetes aninhados no byte {byte}; simplifique esse valor"),
  Sentence(
    "geojson.missing_member",
    en:
      "{file}, feature {feature}: the object at byte {byte} has no \"{member}\", which GeoJSON asks for; add it or export the file again",
    es:
      "{file}, elemento {feature}: al objeto en el byte {byte} le falta \"{member}\", que GeoJSON exige; agréguelo o exporte el archivo de nuevo",
    pt:
      "{file}, feição {feature}: falta \"{member}\", que GeoJSON exige, ao objeto no byte {byte}; acrescente-o ou exporte o arquivo de novo"
  ),
  Sentence(
    "geojson.missing_member.outside",
    en: "{file} is JSON but not GeoJSON: no \"{member}\" up to byte {byte}; check that it is the right file",
    es: "{file} es JSON pero no GeoJSON: falta \"{member}\" hasta el byte {byte}; verifique que sea el archivo correcto",
    pt: "{file} é JSON mas não GeoJSON: falta \"{member}\" até o byte {byte}; verifique se é o arquivo certo"),
  Sentence(
    "geojson.wrong_type",
    en:
      "{file}, feature {feature}: a value of type {expected} should stand at byte {byte}; mend it there or export the file again",
    es:
      "{file}, elemento {feature}: en el byte {byte} debería haber un valor de tipo {expected}; corríjalo o exporte el archivo de nuevo",
    pt:
      "{file}, feição {feature}: no byte {byte} deveria haver um valor do tipo {expected}; corrija-o ou exporte o arquivo de novo"
  ),
  Sentence(
    "geojson.wrong_type.outside",
    en: "{file}: a value of type {expected} should stand at byte {byte}; mend it there or export the file again",
    es: "{file}: en el byte {byte} debería haber un valor de tipo {expected}; corríjalo o exporte el archivo de nuevo",
    pt: "{file}: no byte {byte} deveria haver um valor do tipo {expected}; corrija-o ou exporte o arquivo de novo"),
  Sentence(
    "geojson.unknown_type",
    en:
      "{file}, feature {feature}: the type \"{type}\" at byte {byte} cannot stand there in GeoJSON; mend it or leave the feature out",
    es:
      "{file}, elemento {feature}: el tipo \"{type}\" en el byte {byte} no puede estar ahí en GeoJSON; corríjalo u omita el elemento",
    pt: "{file}, feição {feature}: o tipo \"{type}\" no byte {byte} não pode estar aí em GeoJSON; corrija-o ou omita a feição"),
  Sentence(
    "geojson.unknown_type.outside",
    en:
      "{file} says at byte {byte} that it is a \"{type}\", which is not GeoJSON (TopoJSON, for example, has to be converted first)",
    es: "{file} dice en el byte {byte} que es un \"{type}\", que no es GeoJSON (TopoJSON, por ejemplo, debe convertirse antes)",
    pt: "{file} diz no byte {byte} que é um \"{type}\", que não é GeoJSON (TopoJSON, por exemplo, deve ser convertido antes)"),
  Sentence(
    "geojson.ring_not_closed",
    en:
      "{file}, feature {feature}: the ring at byte {byte} is not closed; repeat its first position at its end, or export the file again",
    es:
      "{file}, elemento {feature}: el anillo en el byte {byte} no está cerrado; repita su primera posición al final o exporte el archivo de nuevo",
    pt:
      "{file}, feição {feature}: o anel no byte {byte} não está fechado; repita sua primeira posição no fim ou exporte o arquivo de novo"
  ),
  Sentence(
    "geojson.huge_coordinate",
    en: "{file}, feature {feature}: a coordinate at byte {byte} is too large to be one; mend it there",
    es: "{file}, elemento {feature}: una coordenada en el byte {byte} es demasiado grande para serlo; corríjala",
    pt: "{file}, feição {feature}: uma coordenada no byte {byte} é grande demais para ser uma; corrija-a"),
  Sentence(
    "geojson.duplicate_features.outside",
    en: "{file} has \"features\" twice in one object, again at byte {byte}; join them or make two files",
    es: "{file} tiene \"features\" dos veces en un objeto, la segunda en el byte {byte}; únalos o haga dos archivos",
    pt: "{file} tem \"features\" duas vezes em um objeto, a segunda no byte {byte}; junte-os ou faça dois arquivos"),
  Sentence(
    "geojson.duplicate_features",
    en: "{file}, feature {feature}: \"features\" stands twice in one object, again at byte {byte}; join them or make two files",
    es:
      "{file}, elemento {feature}: \"features\" está dos veces en un objeto, la segunda en el byte {byte}; únalos o haga dos archivos",
    pt:
      "{file}, feição {feature}: \"features\" está duas vezes em um objeto, a segunda no byte {byte}; junte-os ou faça dois arquivos"
  ),
  Sentence(
    "geojson.feature_too_large",
    en: "{file}, feature {feature}: it is larger than {limit:int} bytes; divide it or simplify its outline",
    es: "{file}, elemento {feature}: ocupa más de {limit:int} bytes; divídalo o simplifique su contorno",
    pt: "{file}, feição {feature}: ocupa mais de {limit:int} bytes; divida-a ou simplifique seu contorno"),
  Sentence(
    "geojson.feature_too_large.outside",
    en: "{file}: one value at byte {byte} is larger than {limit:int} bytes; divide it or leave it out",
    es: "{file}: un valor en el byte {byte} ocupa más de {limit:int} bytes; divídalo u omítalo",
    pt: "{file}: um valor no byte {byte} ocupa mais de {limit:int} bytes; divida-o ou omita-o"),
  Sentence(
    "geojson.no_number",
    en: "{file}, feature {feature}: NaN or Infinity at byte {byte} is no JSON; write null there, or export again without it",
    es: "{file}, elemento {feature}: NaN o Infinity en el byte {byte} no es JSON; escriba null allí o exporte otra vez sin él",
    pt: "{file}, feição {feature}: NaN ou Infinity no byte {byte} não é JSON; escreva null ali ou exporte de novo sem ele"),
  Sentence(
    "geojson.no_number.outside",
    en: "{file}: NaN or Infinity at byte {byte} is no JSON; write null there, or export again without it",
    es: "{file}: NaN o Infinity en el byte {byte} no es JSON; escriba null allí o exporte otra vez sin él",
    pt: "{file}: NaN ou Infinity no byte {byte} não é JSON; escreva null ali ou exporte de novo sem ele"),
  Sentence(
    "geojson.too_many_names",
    en:
      "{file}, feature {feature}: the features have more than {limit:int} names of properties between them; names that hold data (a date, a code) belong in the values",
    es:
      "{file}, elemento {feature}: entre todos, los elementos tienen más de {limit:int} nombres de propiedades; los nombres que llevan datos (una fecha, un código) van en los valores",
    pt:
      "{file}, feição {feature}: juntas, as feições têm mais de {limit:int} nomes de propriedades; os nomes que levam dados (uma data, um código) devem ficar nos valores"
  ),
  Sentence(
    "geojson.too_many_names.outside",
    en:
      "{file}: the features have more than {limit:int} names of properties between them; names that hold data belong in the values",
    es:
      "{file}: entre todos, los elementos tienen más de {limit:int} nombres de propiedades; los nombres que llevan datos van en los valores",
    pt:
      "{file}: juntas, as feições têm mais de {limit:int} nomes de propriedades; os nomes que levam dados devem ficar nos valores"
  ),
  Sentence(
    "geojson.two_crs",
    en: "{file} names two coordinate systems, {first} and {second}; bring it into one",
    es: "{file} nombra dos sistemas de coordenadas, {first} y {second}; páselo a uno solo",
    pt: "{file} nomeia dois sistemas de coordenadas, {first} e {second}; passe-o para um só"),
  Sentence(
    "geojson.crs_not_understood",
    en: "{file} has a \"crs\" that is not understood: {crs}; replace it by a name like urn:ogc:def:crs:EPSG::5460",
    es: "{file} tiene un \"crs\" que no se entiende: {crs}; cámbielo por un nombre como urn:ogc:def:crs:EPSG::5460",
    pt: "{file} tem um \"crs\" que não se entende: {crs}; troque-o por um nome como urn:ogc:def:crs:EPSG::5460"),
  Sentence(
    "geojson.late_crs",
    en:
      "{file} says {crs} after records were read as {assumed}; put \"crs\" before \"features\", or read it from a file instead of a stream",
    es:
      "{file} dice {crs} después de haberse leído registros como {assumed}; ponga \"crs\" antes de \"features\" o lea un archivo en vez de un flujo",
    pt:
      "{file} diz {crs} depois de se lerem registros como {assumed}; ponha \"crs\" antes de \"features\" ou leia um arquivo em vez de um fluxo"
  ),
  Sentence(
    "geojson.stream_read_twice",
    en: "{file} is a stream and can be read only once; save it to a file first",
    es: "{file} es un flujo y solo puede leerse una vez; guárdelo antes en un archivo",
    pt: "{file} é um fluxo e só pode ser lido uma vez; salve-o antes em um arquivo"),
  Sentence(
    "geojson.legacy_crs",
    en: "{file}: coordinates are in {crs}, as its \"crs\" says",
    es: "{file}: las coordenadas están en {crs}, como dice su \"crs\"",
    pt: "{file}: as coordenadas estão em {crs}, como diz seu \"crs\""),
]
