/// Populations in tables, standards, and the rates that are made of them.
let rateSentences: [Sentence] = [
  Sentence(
    "rates.few_level",
    en:
      "{few:int} of {total:int} areas have fewer than {least:int} records, too few for a rate; by {level} most areas have enough",
    es:
      "{few:int} de {total:int} áreas tienen menos de {least:int} registros, muy pocos para una tasa; en el nivel {level} la mayoría tiene suficientes",
    pt:
      "{few:int} de {total:int} áreas têm menos de {least:int} registros, poucos demais para uma taxa; no nível {level} a maioria tem suficientes"
  ),
  Sentence(
    "rates.few_months",
    en:
      "{few:int} of {total:int} areas have fewer than {least:int} records, too few for a rate; a period of about {months:int|month|months}, or larger areas, would give most of them enough",
    es:
      "{few:int} de {total:int} áreas tienen menos de {least:int} registros, muy pocos para una tasa; un período de unos {months:int|mes|meses}, o áreas más grandes, daría suficientes a la mayoría",
    pt:
      "{few:int} de {total:int} áreas têm menos de {least:int} registros, poucos demais para uma taxa; um período de cerca de {months:int|mês|meses}, ou áreas maiores, daria suficientes à maioria"
  ),
  Sentence(
    "rates.few",
    en:
      "{few:int} of {total:int} areas have fewer than {least:int} records, too few for a rate; take a longer period or larger areas",
    es:
      "{few:int} de {total:int} áreas tienen menos de {least:int} registros, muy pocos para una tasa; tome un período más largo o áreas más grandes",
    pt:
      "{few:int} de {total:int} áreas têm menos de {least:int} registros, poucos demais para uma taxa; tome um período mais longo ou áreas maiores"
  ),
  Sentence(
    "population.two",
    en: "--population and --population-table both say what the population is; give one of them",
    es: "--population y --population-table dicen ambos cuál es la población; use uno solo",
    pt: "--population e --population-table dizem ambos qual é a população; use só um"),
  Sentence(
    "population.no_field",
    en: "{file}: no field for {field}; name it with --population-fields, as code=FIELD,year=FIELD; the fields are {fields}",
    es:
      "{file}: no hay campo para {field}; nómbrelo con --population-fields, como code=CAMPO,year=CAMPO; los campos son {fields}",
    pt: "{file}: não há campo para {field}; indique-o com --population-fields, como code=CAMPO,year=CAMPO; os campos são {fields}"
  ),
  Sentence(
    "population.doubtful_field",
    en: "{file}: several fields could be {field}: {fields}; choose with --population-fields {field}=FIELD",
    es: "{file}: varios campos podrían ser {field}: {fields}; elija con --population-fields {field}=CAMPO",
    pt: "{file}: vários campos podem ser {field}: {fields}; escolha com --population-fields {field}=CAMPO"),
  Sentence(
    "population.empty",
    en: "{file}: no row gives a population; totals beside parts do not count",
    es: "{file}: ninguna fila da una población; los totales junto a sus partes no cuentan",
    pt: "{file}: nenhuma linha dá uma população; os totais ao lado das partes não contam"),
  Sentence(
    "population.no_code",
    en: "{file}, line {line}: the code is empty; give the area's code or remove the row",
    es: "{file}, línea {line}: el código está vacío; escriba el código del área o quite la fila",
    pt: "{file}, linha {line}: o código está vazio; escreva o código da área ou retire a linha"),
  Sentence(
    "population.bad_year",
    en: "{file}, line {line}: '{value}' is not a year; write it as 2019",
    es: "{file}, línea {line}: '{value}' no es un año; escríbalo como 2019",
    pt: "{file}, linha {line}: '{value}' não é um ano; escreva-o como 2019"),
  Sentence(
    "population.bad_number",
    en: "{file}, line {line}: '{value}' is not a population; write a number of zero or more, without marks for thousands",
    es: "{file}, línea {line}: '{value}' no es una población; escriba un número de cero o más, sin separador de miles",
    pt: "{file}, linha {line}: '{value}' não é uma população; escreva um número de zero ou mais, sem separador de milhares"),
  Sentence(
    "population.bad_sex",
    en: "{file}, line {line}: '{value}' is not a sex; write mujer and hombre, female and male, or F and M",
    es: "{file}, línea {line}: '{value}' no es un sexo; escriba mujer y hombre, o F y M",
    pt: "{file}, linha {line}: '{value}' não é um sexo; escreva mulher e homem, ou F e M"),
  Sentence(
    "population.bad_age",
    en: "{file}, line {line}: '{value}' is not an age group; write it as 0-4 or 80+ (a spreadsheet may have taken 5-9 for a day)",
    es:
      "{file}, línea {line}: '{value}' no es un grupo de edad; escríbalo como 0-4 u 80+ (una hoja de cálculo puede haber tomado 5-9 por una fecha)",
    pt:
      "{file}, linha {line}: '{value}' não é um grupo de idade; escreva-o como 0-4 ou 80+ (uma planilha pode ter tomado 5-9 por uma data)"
  ),
  Sentence(
    "population.repeated",
    en: "{file}, line {line}: code {code} in {year} with this sex and age stands in line {other} too; remove one of them",
    es:
      "{file}, línea {line}: el código {code} en {year} con ese sexo y edad está también en la línea {other}; quite una de las dos",
    pt: "{file}, linha {line}: o código {code} em {year} com esse sexo e idade está também na linha {other}; retire uma das duas"),
  Sentence(
    "population.repeated_stratum",
    en: "{file}, line {line}: this sex and age stands in line {other} too; remove one of them",
    es: "{file}, línea {line}: ese sexo y edad está también en la línea {other}; quite una de las dos",
    pt: "{file}, linha {line}: esse sexo e idade está também na linha {other}; retire uma das duas"),
  Sentence(
    "population.overlapping_ages",
    en: "{file}: the age groups {one} and {other} overlap; keep groups that do not",
    es: "{file}: los grupos de edad {one} y {other} se superponen; deje grupos que no lo hagan",
    pt: "{file}: os grupos de idade {one} e {other} se sobrepõem; deixe grupos que não o façam"),
  Sentence(
    "population.same_area",
    en: "{file}: the codes {other} and {code} are both area {area}; write one of them",
    es: "{file}: los códigos {other} y {code} son ambos el área {area}; escriba uno solo",
    pt: "{file}: os códigos {other} e {code} são ambos a área {area}; escreva só um"),
  Sentence(
    "population.no_match",
    en:
      "{file}: none of its codes ({codes}) is one of {areas} ({wanted}); choose the fields with --population-fields code=FIELD and --code",
    es:
      "{file}: ninguno de sus códigos ({codes}) está en {areas} ({wanted}); elija los campos con --population-fields code=CAMPO y --code",
    pt:
      "{file}: nenhum de seus códigos ({codes}) está em {areas} ({wanted}); escolha os campos com --population-fields code=CAMPO e --code"
  ),
  Sentence(
    "population.other_codes",
    en: "{file}: {count:int|code is|codes are} no area here: {codes}",
    es: "{file}: {count:int|código no es|códigos no son} de ningún área de aquí: {codes}",
    pt: "{file}: {count:int|código não é|códigos não são} de nenhuma área daqui: {codes}"),
  Sentence(
    "population.missing_areas",
    en: "{file}: {count:int|area|areas} of {level} without a population, and so without a rate: {codes}",
    es: "{file}: {count:int|área|áreas} de {level} sin población, y por eso sin tasa: {codes}",
    pt: "{file}: {count:int|área|áreas} de {level} sem população, e por isso sem taxa: {codes}"),
  Sentence(
    "population.missing_strata",
    en:
      "{file}: {count:int|figure is|figures are} missing beside others of their code and year, as {group} of {code} in {year}: nobody is taken to be there",
    es:
      "{file}: {count:int|cifra falta|cifras faltan} junto a otras de su código y año, como {group} de {code} en {year}: se toma que no hay nadie",
    pt:
      "{file}: {count:int|número falta|números faltam} ao lado de outros de seu código e ano, como {group} de {code} em {year}: supõe-se que não há ninguém"
  ),
  Sentence(
    "population.totals",
    en: "{file}: {count:int|row|rows} of totals beside their parts left out",
    es: "{file}: {count:int|fila|filas} de totales junto a sus partes sin usar",
    pt: "{file}: {count:int|linha|linhas} de totais ao lado de suas partes sem usar"),
  Sentence(
    "population.interpolated",
    en:
      "{file}: population at the middle of {from:date} to {to:date}, and of each period in it, between the figures of {first:date} to {last:date}",
    es:
      "{file}: población a la mitad del lapso de {from:date} a {to:date}, y de cada período, entre las cifras de {first:date} a {last:date}",
    pt:
      "{file}: população no meio do intervalo de {from:date} a {to:date}, e de cada período, entre os números de {first:date} a {last:date}"
  ),
  Sentence(
    "population.extrapolated",
    en:
      "{file}: {from:date} to {to:date} goes beyond the figures ({first:date} to {last:date}) of {count:int|area|areas}: there the nearest figure is taken as it stands",
    es:
      "{file}: de {from:date} a {to:date} se sale de las cifras ({first:date} a {last:date}) de {count:int|área|áreas}: allí se toma la más cercana tal cual",
    pt:
      "{file}: de {from:date} a {to:date} sai dos números ({first:date} a {last:date}) de {count:int|área|áreas}: ali se toma o mais próximo tal qual"
  ),
  Sentence(
    "population.no_sexes",
    en: "{file}: --sex {field} needs a table with a field of the sex; name it with --population-fields sex=FIELD",
    es: "{file}: --sex {field} necesita una tabla con un campo del sexo; nómbrelo con --population-fields sex=CAMPO",
    pt: "{file}: --sex {field} precisa de uma tabela com um campo do sexo; indique-o com --population-fields sex=CAMPO"),
  Sentence(
    "population.no_ages",
    en: "{file}: --age {field} needs a table with a field of age groups; name it with --population-fields age=FIELD",
    es: "{file}: --age {field} necesita una tabla con un campo de grupos de edad; nómbrelo con --population-fields age=CAMPO",
    pt: "{file}: --age {field} precisa de uma tabela com um campo de grupos de idade; indique-o com --population-fields age=CAMPO"
  ),
  Sentence(
    "sex.ambiguous",
    en:
      "{file}: in {field} M may be mujer or masculino: beside H it is women, beside F men; here neither or both are; write it out",
    es:
      "{file}: en {field} M puede ser mujer o masculino: junto a H es mujer, junto a F hombre; aquí no está ninguna o están ambas; escríbalo entero",
    pt:
      "{file}: em {field} M pode ser mulher ou masculino: ao lado de H é mulher, ao lado de F homem; aqui não há nenhuma ou há ambas; escreva por extenso"
  ),
  Sentence(
    "standard.no_group",
    en: "standard {standard}: nothing in it for {group}; choose another --standard, or leave out --sex or --age",
    es: "estándar {standard}: no tiene nada para {group}; elija otro --standard, o quite --sex o --age",
    pt: "padrão {standard}: não tem nada para {group}; escolha outro --standard, ou retire --sex ou --age"),
  Sentence(
    "standard.divided_group",
    en: "standard {standard}: its group {part} is not wholly in the population's {group}; choose another --standard",
    es: "estándar {standard}: su grupo {part} no está entero en el grupo {group} de la población; elija otro --standard",
    pt: "padrão {standard}: seu grupo {part} não está inteiro no grupo {group} da população; escolha outro --standard"),
  Sentence(
    "standard.nobody",
    en: "standard {standard}: it has nobody in the population's groups; choose another --standard",
    es: "estándar {standard}: no tiene a nadie en los grupos de la población; elija otro --standard",
    pt: "padrão {standard}: não tem ninguém nos grupos da população; escolha outro --standard"),
  Sentence(
    "rates.floating_without_population",
    en: "--floating adds people to residents: give these with --population or --population-table",
    es: "--floating suma personas a los residentes: indíquelos con --population o --population-table",
    pt: "--floating soma pessoas aos residentes: indique-os com --population ou --population-table"),
  Sentence(
    "rates.local_without_population",
    en: "--eb-local is about rates: give the residents with --population or --population-table",
    es: "--eb-local trata de tasas: indique los residentes con --population o --population-table",
    pt: "--eb-local trata de taxas: indique os residentes com --population ou --population-table"),
  Sentence(
    "rates.islands",
    en: "{count:int|area has|areas have} no border in common with another: rate_eb_local is the rate itself there",
    es: "{count:int|área no tiene|áreas no tienen} límite común con otra: allí rate_eb_local es la tasa misma",
    pt: "{count:int|área não tem|áreas não têm} limite comum com outra: ali rate_eb_local é a própria taxa"),
  Sentence(
    "rates.bad_hours",
    en: "--floating-hours takes a number above 0, at most 24",
    es: "--floating-hours toma un número mayor que 0, hasta 24",
    pt: "--floating-hours toma um número maior que 0, até 24"),
  Sentence(
    "rates.strata_without_table",
    en: "--sex and --age standardise by the people of each sex and age: give these with --population-table",
    es: "--sex y --age estandarizan por las personas de cada sexo y edad: indíquelas con --population-table",
    pt: "--sex e --age padronizam pelas pessoas de cada sexo e idade: indique-as com --population-table"),
  Sentence(
    "rates.standard_without_strata",
    en: "--standard is for rates by sex or age of the records: name their fields with --sex and --age",
    es: "--standard es para tasas por sexo o edad de los registros: nombre sus campos con --sex y --age",
    pt: "--standard é para taxas por sexo ou idade dos registros: indique seus campos com --sex e --age"),
  Sentence(
    "rates.unknown_strata",
    en:
      "{file}: {count:int|record|records} ({share:percent}) in areas without a sex or age of the table in {fields}: standardised rates are without them",
    es:
      "{file}: {count:int|registro|registros} ({share:percent}) en áreas sin un sexo o edad de la tabla en {fields}: las tasas estandarizadas no los incluyen",
    pt:
      "{file}: {count:int|registro|registros} ({share:percent}) em áreas sem um sexo ou idade da tabela em {fields}: as taxas padronizadas não os incluem"
  ),
  Sentence(
    "rates.merged_strata",
    en:
      "{count:int|area has|areas have} nobody of some age that the standard has: there rate_std takes that age together with the next",
    es:
      "{count:int|área no tiene|áreas no tienen} a nadie de alguna edad que el estándar tiene: allí rate_std une esa edad con la siguiente",
    pt:
      "{count:int|área não tem|áreas não têm} ninguém de alguma idade que o padrão tem: ali rate_std junta essa idade com a seguinte"
  ),
  Sentence(
    "rates.undefined_std",
    en: "{count:int|area|areas} without anybody of a sex that the standard has: rate_std is null there, smr is not",
    es: "{count:int|área|áreas} sin nadie de un sexo que el estándar tiene: allí rate_std es nulo, smr no",
    pt: "{count:int|área|áreas} sem ninguém de um sexo que o padrão tem: ali rate_std é nulo, smr não"),
  Sentence(
    "correspondence.plain_rates",
    en:
      "--floating, --sex, --age and --eb-local do not go with --correspondence: what they need is not carried to the other division",
    es: "--floating, --sex, --age y --eb-local no van con --correspondence: lo que necesitan no se lleva a la otra división",
    pt: "--floating, --sex, --age e --eb-local não vão com --correspondence: o que precisam não é levado à outra divisão"),
]
