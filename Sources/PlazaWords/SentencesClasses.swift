/// What is wrong with a table that gives crime names their classes.
let classesSentences: [Sentence] = [
  Sentence(
    "classes.missing_column",
    en: "{file}, line {line:int}: the table of classes needs a column {column}",
    es: "{file}, línea {line:int}: la tabla de clases necesita una columna {column}",
    pt: "{file}, linha {line:int}: a tabela de classes precisa de uma coluna {column}"),
  Sentence(
    "classes.repeated_column",
    en: "{file}, line {line:int}: column {column} occurs twice; keep one",
    es: "{file}, línea {line:int}: la columna {column} aparece dos veces; deje una",
    pt: "{file}, linha {line:int}: a coluna {column} aparece duas vezes; deixe uma"),
  Sentence(
    "classes.cell_count",
    en: "{file}, line {line:int}: {found:int} cells under a header of {expected:int}; a quote or comma is missing",
    es: "{file}, línea {line:int}: {found:int} celdas bajo un encabezado de {expected:int}; falta una comilla o coma",
    pt: "{file}, linha {line:int}: {found:int} células sob um cabeçalho de {expected:int}; falta uma aspa ou vírgula"),
  Sentence(
    "classes.empty_cell",
    en: "{file}, line {line:int}: {column} is empty; write it or remove the line",
    es: "{file}, línea {line:int}: {column} está vacía; escríbala o quite la línea",
    pt: "{file}, linha {line:int}: {column} está vazia; preencha-a ou remova a linha"),
  Sentence(
    "classes.bad_value",
    en: "{file}, line {line:int}: {column} cannot be {value}; the manual page lists its values",
    es: "{file}, línea {line:int}: {column} no puede ser {value}; la página del manual dice sus valores",
    pt: "{file}, linha {line:int}: {column} não pode ser {value}; a página do manual diz os seus valores"),
  Sentence(
    "classes.unknown_code",
    en: "{file}, line {line:int}: {code} is not in the list of codes; correct it or use the class above it",
    es: "{file}, línea {line:int}: {code} no está en la lista de códigos; corríjalo o use la clase que lo contiene",
    pt: "{file}, linha {line:int}: {code} não está na lista de códigos; corrija-o ou use a classe que o contém"),
  Sentence(
    "classes.title_mismatch",
    en:
      "{file}, line {line:int}: class {code} is {found} here and {title} in the list of codes; correct one of them",
    es:
      "{file}, línea {line:int}: la clase {code} es {found} aquí y {title} en la lista de códigos; corrija una de las dos",
    pt:
      "{file}, linha {line:int}: a classe {code} é {found} aqui e {title} na lista de códigos; corrija uma das duas"
  ),
  Sentence(
    "classes.repeated_row",
    en: "{file}, line {line:int}: {name} has this class already on line {first:int}; remove one of them",
    es: "{file}, línea {line:int}: {name} ya tiene esta clase en la línea {first:int}; quite una de las dos",
    pt: "{file}, linha {line:int}: {name} já tem esta classe na linha {first:int}; remova uma das duas"),
  Sentence(
    "classes.class_and_none",
    en: "{file}, line {line:int}: {name} has a class and also a line without one; remove the line without",
    es: "{file}, línea {line:int}: {name} tiene clase y también una línea sin ella; quite la línea sin clase",
    pt: "{file}, linha {line:int}: {name} tem classe e também uma linha sem ela; remova a linha sem classe"),
  Sentence(
    "classes.some_shares",
    en: "{file}, line {line:int}: only some lines of {name} have a share; give one to each or to none",
    es: "{file}, línea {line:int}: solo algunas líneas de {name} tienen share; déselo a todas o a ninguna",
    pt: "{file}, linha {line:int}: só algumas linhas de {name} têm share; preencha todas ou nenhuma"),
  Sentence(
    "classes.share_sum",
    en: "{file}, line {line:int}: the shares of {name} add up to {sum:number}; they must add up to 1",
    es: "{file}, línea {line:int}: las partes de {name} suman {sum:number}; deben sumar 1",
    pt: "{file}, linha {line:int}: as partes de {name} somam {sum:number}; devem somar 1"),
  Sentence(
    "classes.no_by", en: "{file}: classes are of kinds; name their field with --by FIELD",
    es: "{file}: las clases son de tipos; nombre su campo con --by CAMPO",
    pt: "{file}: as classes são de tipos; indique o campo deles com --by CAMPO"),
  Sentence(
    "classes.which_country",
    en: "{file} has names of several countries ({countries}); say whose with --class-country CODE (class-country in a study)",
    es: "{file} tiene nombres de varios países ({countries}); diga cuál con --class-country CÓDIGO (class-country en un estudio)",
    pt: "{file} tem nomes de vários países ({countries}); diga qual com --class-country CÓDIGO (class-country em um estudo)"),
  Sentence(
    "classes.no_country", en: "{file} has no names of {country}; it has those of {countries}",
    es: "{file} no tiene nombres de {country}; tiene los de {countries}",
    pt: "{file} não tem nomes de {country}; tem os de {countries}"),
  Sentence(
    "classes.bad_level", en: "the classification has levels 1 to 4, not {level}",
    es: "la clasificación tiene los niveles 1 a 4, no {level}", pt: "a classificação tem os níveis 1 a 4, não {level}"),
  Sentence(
    "classes.proposal",
    en: "the classes of {file} for {country} are proposals: no institution has reviewed them; say so where they are published",
    es: "las clases de {file} para {country} son propuestas: ninguna institución las ha revisado; dígalo donde se publiquen",
    pt: "as classes de {file} para {country} são propostas: nenhuma instituição as revisou; diga isso onde forem publicadas"),
  Sentence(
    "classes.unmapped",
    en:
      "{count:int|record|records} of {distinct:int|kind|kinds} that {file} does not have for {country} {count:plural|stays|stay} under {count:plural|its|their} own name: {examples}",
    es:
      "{count:int|registro|registros} de {distinct:int|tipo|tipos} que {file} no tiene para {country} {count:plural|queda|quedan} con su propio nombre: {examples}",
    pt:
      "{count:int|registro|registros} de {distinct:int|tipo|tipos} que {file} não tem para {country} {count:plural|fica|ficam} com o próprio nome: {examples}"
  ),
  Sentence(
    "classes.several",
    en:
      "{count:int} records are in several classes and count in each, {sum:int} times in all: the classes must not be added up",
    es:
      "{count:int} registros están en varias clases y cuentan en cada una, {sum:int} veces en total: las clases no se deben sumar",
    pt:
      "{count:int} registros estão em várias classes e contam em cada uma, {sum:int} vezes no total: as classes não devem ser somadas"
  ),
  Sentence(
    "classes.several_shares",
    en:
      "{count:int} records are in several classes and count in full in each, {sum:int} times in all: the shares of the table are not applied and the classes must not be added up",
    es:
      "{count:int} registros están en varias clases y cuentan enteros en cada una, {sum:int} veces en total: las partes de la tabla no se aplican y las clases no se deben sumar",
    pt:
      "{count:int} registros estão em várias classes e contam por inteiro em cada uma, {sum:int} vezes no total: as partes da tabela não se aplicam e as classes não devem ser somadas"
  ),
  Sentence(
    "finding.without_class", en: "{share:percent} of the records are of kinds without a class and stay under their own names",
    es: "el {share:percent} de los registros es de tipos sin clase y queda con su propio nombre",
    pt: "{share:percent} dos registros são de tipos sem classe e ficam com o próprio nome"),
]
