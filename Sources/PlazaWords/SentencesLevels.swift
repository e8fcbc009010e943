/// Levels of areas, and records that are placed by codes and names.
let levelSentences: [Sentence] = [
  Sentence(
    "areas.two_parents",
    en: "{file}, feature {feature}: the parts of area {code} state two parents, '{one}' and '{other}'; mend one of them",
    es: "{file}, elemento {feature}: las partes del área {code} indican dos áreas superiores, '{one}' y '{other}'; corrija una",
    pt: "{file}, feição {feature}: as partes da área {code} indicam duas áreas superiores, '{one}' e '{other}'; corrija uma"),
  Sentence(
    "areas.unknown_parent",
    en:
      "{file}, feature {feature}: {field} is '{value}', which is no area of the level {level} ({other}); mend it or choose another field with --parent",
    es:
      "{file}, elemento {feature}: {field} es '{value}', que no es un área del nivel {level} ({other}); corríjalo o elija otro campo con --parent",
    pt:
      "{file}, feição {feature}: {field} é '{value}', que não é uma área do nível {level} ({other}); corrija ou escolha outro campo com --parent"
  ),
  Sentence(
    "levels.one_file",
    en: "--level {field} divides one file of areas into levels; give one --areas, or leave --level out",
    es: "--level {field} divide un archivo de áreas en niveles; indique un solo --areas o quite --level",
    pt: "--level {field} divide um arquivo de áreas em níveis; indique um só --areas ou retire --level"),
  Sentence(
    "levels.no_parent",
    en: "{file}: no field holds the codes or names of {other} only; choose with --parent; the fields are {fields}",
    es: "{file}: ningún campo contiene solo códigos o nombres de {other}; elija con --parent; los campos son {fields}",
    pt: "{file}: nenhum campo contém só códigos ou nomes de {other}; escolha com --parent; os campos são {fields}"),
  Sentence(
    "levels.doubtful_parent",
    en: "{file}: several fields could lead to {other}: {fields}; choose with --parent",
    es: "{file}: varios campos podrían llevar a {other}: {fields}; elija con --parent",
    pt: "{file}: vários campos podem levar a {other}: {fields}; escolha com --parent"),
  Sentence(
    "levels.parent_field",
    en: "{file}: the area one level up in {field}", es: "{file}: el área superior en {field}",
    pt: "{file}: a área superior em {field}"),
  Sentence(
    "levels.parent_by_name",
    en: "{file}: {field} leads to {other} by name", es: "{file}: {field} lleva a {other} por el nombre",
    pt: "{file}: {field} leva a {other} pelo nome"),
  Sentence(
    "levels.too_many",
    en: "{file}: {field} has {count:int} values: it does not name levels; choose another field with --level",
    es: "{file}: {field} tiene {count:int} valores: no nombra niveles; elija otro campo con --level",
    pt: "{file}: {field} tem {count:int} valores: não nomeia níveis; escolha outro campo com --level"),
  Sentence(
    "levels.no_order",
    en: "{file}: the parents put the levels {levels} in no order; each level's parents must be areas of one other level",
    es: "{file}: las áreas superiores no ordenan los niveles {levels}; las de cada nivel deben ser áreas de otro nivel",
    pt: "{file}: as áreas superiores não ordenam os níveis {levels}; as de cada nível devem ser áreas de outro nível"),
  Sentence(
    "internal.levels",
    en: "an area is not the sum of its parts; this is an error of plaza, please report it",
    es: "un área no es la suma de sus partes; es un error de plaza, por favor infórmelo",
    pt: "uma área não é a soma de suas partes; é um erro do plaza, por favor informe"),
  Sentence(
    "aliases.header",
    en:
      "{file}: aliases stand in a field alias with a field name or code, perhaps level, or a field kind; the fields are {fields}",
    es:
      "{file}: los alias van en un campo alias junto a un campo nombre o codigo, y tal vez nivel, o un campo tipo; los campos son {fields}",
    pt:
      "{file}: os apelidos ficam em um campo alias com um campo nome ou codigo, e talvez nivel, ou um campo tipo; os campos são {fields}"
  ),
  Sentence(
    "aliases.row",
    en: "{file}, line {line}: an alias needs a text and a name or code",
    es: "{file}, línea {line}: un alias necesita un texto y un nombre o código",
    pt: "{file}, linha {line}: um apelido precisa de um texto e de um nome ou código"),
  Sentence(
    "aliases.unknown",
    en: "{file}: {count:int|alias leads|aliases lead} to no area, as '{example}'",
    es: "{file}: {count:int|alias no lleva|alias no llevan} a ningún área, como '{example}'",
    pt: "{file}: {count:int|apelido não leva|apelidos não levam} a nenhuma área, como '{example}'"),
  Sentence(
    "keys.no_position",
    en: "{file}: --locate asks for points, but no field holds a position; leave point out of it",
    es: "{file}: --locate pide puntos, pero ningún campo contiene una posición; quite point",
    pt: "{file}: --locate pede pontos, mas nenhum campo contém uma posição; retire point"),
  Sentence(
    "keys.without_points",
    en: "{file}: no field holds a position: records are placed by their codes and names",
    es: "{file}: ningún campo contiene una posición: los registros se ubican por sus códigos y nombres",
    pt: "{file}: nenhum campo contém uma posição: os registros são localizados por seus códigos e nomes"),
  Sentence(
    "keys.too_many",
    en:
      "{option} stands {count:int|time|times}, and there {levels:plural|is|are} {levels:int|level|levels}; give one for each, finest first, \"\" for none",
    es:
      "{option} aparece {count:int|vez|veces} y hay {levels:int|nivel|niveles}; indique uno por nivel, el más fino primero, \"\" para ninguno",
    pt:
      "{option} aparece {count:int|vez|vezes} e há {levels:int|nível|níveis}; indique um por nível, o mais fino primeiro, \"\" para nenhum"
  ),
  Sentence(
    "keys.none",
    en: "{file}: no field bears the name of an area's code or name; choose with --key or --key-name; the fields are {fields}",
    es:
      "{file}: ningún campo se llama como el código o el nombre de las áreas; elija con --key o --key-name; los campos son {fields}",
    pt: "{file}: nenhum campo se chama como o código ou o nome das áreas; escolha com --key ou --key-name; os campos são {fields}"
  ),
  Sentence(
    "keys.match_without_keys",
    en: "--min-match is about codes and names: give --key or --key-name",
    es: "--min-match se refiere a códigos y nombres: indique --key o --key-name",
    pt: "--min-match se refere a códigos e nomes: indique --key ou --key-name"),
  Sentence(
    "keys.code_field",
    en: "{file}: codes of {level} in {field}", es: "{file}: códigos de {level} en {field}",
    pt: "{file}: códigos de {level} em {field}"),
  Sentence(
    "keys.name_field",
    en: "{file}: names of {level} in {field}", es: "{file}: nombres de {level} en {field}",
    pt: "{file}: nomes de {level} em {field}"),
  Sentence(
    "keys.width",
    en:
      "{file}: codes in {field} have {width:int} digits, those of the areas {own:int}: they are cut; --key-width says otherwise",
    es:
      "{file}: los códigos en {field} tienen {width:int} cifras y los de las áreas {own:int}: se recortan; --key-width lo cambia",
    pt: "{file}: os códigos em {field} têm {width:int} dígitos e os das áreas {own:int}: são cortados; --key-width muda isso"),
  Sentence(
    "keys.padded",
    en: "{count:int|record|records}: the code in {field} got its leading zeros back for {level}, as '{example}'",
    es: "{count:int|registro|registros}: el código en {field} recuperó sus ceros iniciales para {level}, como '{example}'",
    pt: "{count:int|registro|registros}: o código em {field} recuperou seus zeros iniciais para {level}, como '{example}'"),
  Sentence(
    "keys.cut",
    en: "{count:int|record|records}: the code in {field} was cut to {level}, as '{example}'",
    es: "{count:int|registro|registros}: el código en {field} se recortó a {level}, como '{example}'",
    pt: "{count:int|registro|registros}: o código em {field} foi cortado para {level}, como '{example}'"),
  Sentence(
    "keys.unmatched",
    en:
      "{count:int|cell|cells} with {distinct:int|text|texts} that no area bears: {examples}; --aliases FILE says what they mean",
    es:
      "{count:int|celda|celdas} con {distinct:int|texto|textos} que ningún área lleva: {examples}; --aliases ARCHIVO dice qué significan",
    pt:
      "{count:int|célula|células} com {distinct:int|texto|textos} que nenhuma área tem: {examples}; --aliases ARQUIVO diz o que significam"
  ),
  Sentence(
    "keys.ambiguous",
    en:
      "{count:int|cell|cells} with {distinct:int|name|names} that several areas bear: {examples}; the key of the level above or an alias with the code tells which",
    es:
      "{count:int|celda|celdas} con {distinct:int|nombre|nombres} que llevan varias áreas: {examples}; la clave del nivel superior o un alias con el código dice cuál es",
    pt:
      "{count:int|célula|células} com {distinct:int|nome|nomes} que várias áreas têm: {examples}; a chave do nível superior ou um apelido com o código diz qual é"
  ),
  Sentence(
    "keys.declared",
    en: "{file}: {field} declares areas of {level}", es: "{file}: {field} declara áreas de {level}",
    pt: "{file}: {field} declara áreas de {level}"),
  Sentence(
    "keys.min_match",
    en: "{file}: {matched:int} of {keyed:int} records with a key matched, {share:percent}; --min-match asks for {least:percent}",
    es:
      "{file}: coincidieron {matched:int} de {keyed:int} registros con clave, el {share:percent}; --min-match pide el {least:percent}",
    pt: "{file}: coincidiram {matched:int} de {keyed:int} registros com chave, {share:percent}; --min-match pede {least:percent}"),
  Sentence(
    "wide.columns",
    en: "{file}: counts in {count:int|month column|month columns}: {fields}",
    es: "{file}: conteos en {count:int|columna de mes|columnas de mes}: {fields}",
    pt: "{file}: contagens em {count:int|coluna de mês|colunas de mês}: {fields}"),
  Sentence(
    "wide.no_months",
    en: "{file}: no column is named after a month, as Enero or 2019-01; the fields are {fields}",
    es: "{file}: ninguna columna lleva el nombre de un mes, como Enero o 2019-01; los campos son {fields}",
    pt: "{file}: nenhuma coluna tem o nome de um mês, como Janeiro ou 2019-01; os campos são {fields}"),
  Sentence(
    "wide.no_year",
    en: "{file}: column {field} says no year; give its field with --year; the fields are {fields}",
    es: "{file}: la columna {field} no dice el año; indique su campo con --year; los campos son {fields}",
    pt: "{file}: a coluna {field} não diz o ano; indique seu campo com --year; os campos são {fields}"),
  Sentence(
    "wide.repeated",
    en: "{file}: columns {one} and {other} are the same month; rename or remove one",
    es: "{file}: las columnas {one} y {other} son el mismo mes; cambie el nombre de una o quítela",
    pt: "{file}: as colunas {one} e {other} são o mesmo mês; renomeie ou retire uma"),
  Sentence(
    "wide.period",
    en: "a table by months cannot be divided by {period}; give --period month, quarter or year",
    es: "una tabla por meses no se puede dividir por {period}; use --period month, quarter o year",
    pt: "uma tabela por meses não pode ser dividida por {period}; use --period month, quarter ou year"),
  Sentence("output.disagree", en: "records that disagree", es: "registros que no coinciden", pt: "registros que não coincidem"),
]
