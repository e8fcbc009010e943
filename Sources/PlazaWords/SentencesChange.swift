/// Areas that change: their validity, and the tables that lead from one division to another.
let changeSentences: [Sentence] = [
  Sentence(
    "areas.as_of",
    en:
      "{file}: {used:int|area|areas} of {read:int} valid on {date:date} by {fields}, {not_valid:int} left out; the first day counts, the day of the end does not",
    es:
      "{file}: {used:int|área vigente|áreas vigentes} de {read:int} el {date:date} según {fields}, {not_valid:int} sin usar; el primer día cuenta, el día del fin no",
    pt:
      "{file}: {used:int|área vigente|áreas vigentes} de {read:int} em {date:date} segundo {fields}, {not_valid:int} sem usar; o primeiro dia conta, o dia do fim não"
  ),
  Sentence(
    "areas.ends_that_day",
    en:
      "{file}: {count:int|area ends|areas end} on {date:date} and none begins: an end is the first day on which an area is no longer valid; if the file writes the last day, ask for a day before",
    es:
      "{file}: {count:int|área termina|áreas terminan} el {date:date} y ninguna comienza: el fin es el primer día en que un área ya no está vigente; si el archivo anota el último, pida un día anterior",
    pt:
      "{file}: {count:int|área termina|áreas terminam} em {date:date} e nenhuma começa: o fim é o primeiro dia em que uma área já não está vigente; se o arquivo anota o último, peça um dia anterior"
  ),
  Sentence(
    "areas.no_validity",
    en:
      "{file}: no field says when areas are valid, so all are used on {date:date}; name the fields with --valid-from and --valid-to",
    es:
      "{file}: ningún campo dice desde cuándo valen las áreas, así que se usan todas el {date:date}; nombre los campos con --valid-from y --valid-to",
    pt:
      "{file}: nenhum campo diz desde quando valem as áreas, por isso se usam todas em {date:date}; indique os campos com --valid-from e --valid-to"
  ),
  Sentence(
    "areas.none_valid",
    en:
      "{file}: by {fields} none of {read:int} areas is valid on {date:date}; the first day counts, the day of the end does not; choose another --as-of",
    es:
      "{file}: según {fields} ninguna de {read:int} áreas está vigente el {date:date}; el primer día cuenta, el día del fin no; elija otra fecha con --as-of",
    pt:
      "{file}: segundo {fields} nenhuma de {read:int} áreas está vigente em {date:date}; o primeiro dia conta, o dia do fim não; escolha outra data com --as-of"
  ),
  Sentence(
    "areas.several_divisions",
    en:
      "{file}, features {other} and {feature}: one place, valid at different times by {fields}: the file holds several divisions; choose one with --as-of {date}",
    es:
      "{file}, elementos {other} y {feature}: un mismo lugar, vigente en tiempos distintos según {fields}: el archivo tiene varias divisiones; elija una con --as-of {date}",
    pt:
      "{file}, feições {other} e {feature}: um mesmo lugar, vigente em tempos diferentes segundo {fields}: o arquivo tem várias divisões; escolha uma com --as-of {date}"
  ),
  Sentence(
    "areas.bad_as_of",
    en: "--as-of {value} is not a day; write it as 2019-05-17",
    es: "--as-of {value} no es un día; escríbalo como 2019-05-17",
    pt: "--as-of {value} não é um dia; escreva-o como 2019-05-17"),
  Sentence(
    "areas.bad_valid_from",
    en: "{file}, feature {feature}: {field} is '{value}', not the first day of an area; write it as 2019-05-17 or leave it empty",
    es:
      "{file}, elemento {feature}: {field} es '{value}', que no es el primer día de un área; escríbalo como 2019-05-17 o déjelo vacío",
    pt:
      "{file}, feição {feature}: {field} é '{value}', que não é o primeiro dia de uma área; escreva como 2019-05-17 ou deixe vazio"
  ),
  Sentence(
    "areas.bad_valid_to",
    en:
      "{file}, feature {feature}: {field} is '{value}', not the day on which an area ends; write the first day on which it is no longer valid, as 2019-05-17, or leave it empty",
    es:
      "{file}, elemento {feature}: {field} es '{value}', que no es el día en que termina un área; escriba el primer día en que ya no vale, como 2019-05-17, o déjelo vacío",
    pt:
      "{file}, feição {feature}: {field} é '{value}', que não é o dia em que termina uma área; escreva o primeiro dia em que já não vale, como 2019-05-17, ou deixe vazio"
  ),
  Sentence(
    "correspondence.levels",
    en: "{file}: a correspondence carries the areas of one level; give one --areas, the division that the table begins with",
    es: "{file}: una correspondencia lleva las áreas de un solo nivel; indique un --areas, la división con que empieza la tabla",
    pt: "{file}: uma correspondência leva as áreas de um só nível; indique um --areas, a divisão com que a tabela começa"),
  Sentence(
    "correspondence.empty",
    en: "{file}: the table has no rows; give one row from_code,to_code,share for each part of an area",
    es: "{file}: la tabla no tiene filas; ponga una fila from_code,to_code,share por cada parte de un área",
    pt: "{file}: a tabela não tem linhas; ponha uma linha from_code,to_code,share para cada parte de uma área"),
  Sentence(
    "correspondence.no_code",
    en: "{file}, line {line}: a code is empty; write the code of the former and of the new area",
    es: "{file}, línea {line}: falta un código; escriba el del área anterior y el de la nueva",
    pt: "{file}, linha {line}: falta um código; escreva o da área anterior e o da nova"),
  Sentence(
    "correspondence.bad_share",
    en: "{file}, line {line}: the share '{value}' is not a number above 0 and up to 1; leave out rows of nothing",
    es: "{file}, línea {line}: la parte '{value}' no es un número mayor que 0 y hasta 1; quite las filas sin parte",
    pt: "{file}, linha {line}: a parte '{value}' não é um número maior que 0 e até 1; retire as linhas sem parte"),
  Sentence(
    "correspondence.repeated",
    en: "{file}, line {line}: {from:date} to {to:date} stands on line {other} too; make them one row",
    es: "{file}, línea {line}: de {from:date} a {to:date} ya está en la línea {other}; haga de ambas una sola fila",
    pt: "{file}, linha {line}: de {from:date} a {to:date} já está na linha {other}; faça das duas uma só linha"),
  Sentence(
    "correspondence.sum",
    en:
      "{file}, lines {lines}: the shares of {code} add up to {sum} and must add up to 1; mend them or add the part that is missing",
    es: "{file}, líneas {lines}: las partes de {code} suman {sum} y deben sumar 1; corríjalas o agregue la parte que falta",
    pt: "{file}, linhas {lines}: as partes de {code} somam {sum} e devem somar 1; corrija-as ou acrescente a parte que falta"),
  Sentence(
    "correspondence.missing",
    en: "{file}: the table does not carry {count:int|area|areas}: {codes}; add their rows, or write their codes as the areas do",
    es:
      "{file}: la tabla no lleva a ninguna parte {count:int|área|áreas}: {codes}; agregue sus filas o escriba sus códigos como en las áreas",
    pt:
      "{file}: a tabela não leva a lugar nenhum {count:int|área|áreas}: {codes}; acrescente as linhas ou escreva os códigos como nas áreas"
  ),
  Sentence(
    "correspondence.unknown_to",
    en: "{file}: {count:int|code|codes} in to_code of no area of --to-areas: {codes}; write them as the areas do",
    es: "{file}: {count:int|código|códigos} de to_code sin área en --to-areas: {codes}; escríbalos como en las áreas",
    pt: "{file}: {count:int|código|códigos} de to_code sem área em --to-areas: {codes}; escreva como nas áreas"),
  Sentence(
    "correspondence.unknown_from",
    en: "{file}: {count:int|code|codes} in from_code of no area, not used: {codes}",
    es: "{file}: {count:int|código|códigos} de from_code sin área, sin usar: {codes}",
    pt: "{file}: {count:int|código|códigos} de from_code sem área, sem usar: {codes}"),
  Sentence(
    "correspondence.unreached",
    en: "{file}: the table leads to none of {count:int|new area|new areas}, left without counts: {codes}",
    es: "{file}: la tabla no llega a {count:int|área nueva|áreas nuevas}, sin conteos: {codes}",
    pt: "{file}: a tabela não chega a {count:int|área nova|áreas novas}, sem contagens: {codes}"),
  Sentence(
    "correspondence.not_continued",
    en: "{file}: the table does not carry {count:int|area|areas} that {other} leads to: {codes}; add their rows",
    es: "{file}: la tabla no continúa {count:int|área|áreas} a las que llega {other}: {codes}; agregue sus filas",
    pt: "{file}: a tabela não continua {count:int|área|áreas} a que chega {other}: {codes}; acrescente as linhas"),
  Sentence(
    "carried.whole",
    en: "counts of {areas:int|area|areas} of {from} are carried to {new:int} of {to} by {table}; no area was divided",
    es: "los conteos de {areas:int|área|áreas} de {from} pasan a {new:int} de {to} por {table}; ningún área se dividió",
    pt: "as contagens de {areas:int|área|áreas} de {from} passam a {new:int} de {to} por {table}; nenhuma área se dividiu"),
  Sentence(
    "carried.divided",
    en:
      "counts of {areas:int|area|areas} of {from} are carried to {new:int} of {to} by {table}; {divided:int|area was|areas were} divided: their new areas have parts of counts, which have no limits",
    es:
      "los conteos de {areas:int|área|áreas} de {from} pasan a {new:int} de {to} por {table}; {divided:int|área se dividió|áreas se dividieron}: sus áreas nuevas tienen partes de conteos, que no tienen límites",
    pt:
      "as contagens de {areas:int|área|áreas} de {from} passam a {new:int} de {to} por {table}; {divided:int|área se dividiu|áreas se dividiram}: as áreas novas têm partes de contagens, que não têm limites"
  ),
  Sentence(
    "carried.most",
    en: "{area} has the most records: {count:number}, {share:percent} of those joined to an area",
    es: "{area} tiene más registros que ninguna otra área: {count:number}, el {share:percent} de los ubicados en un área",
    pt: "{area} tem mais registros do que qualquer outra área: {count:number}, {share:percent} dos localizados em uma área"),
  Sentence(
    "correspondence.classes",
    en: "{file}: records that count in several classes cannot be carried to other areas; leave --class-level out",
    es: "{file}: los registros que cuentan en varias clases no se pueden llevar a otras áreas; quite --class-level",
    pt: "{file}: registros que contam em várias classes não podem ser levados a outras áreas; retire --class-level"),
  Sentence(
    "correspondence.complete", en: "{file}: a table on other areas has only rows that occur; leave --complete out",
    es: "{file}: una tabla en otras áreas solo tiene filas que ocurren; quite --complete",
    pt: "{file}: uma tabela em outras áreas só tem linhas que ocorrem; retire --complete"),
]
