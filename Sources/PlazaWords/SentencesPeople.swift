/// What is said of where people live.
let peopleSentences: [Sentence] = [
  Sentence(
    "people.field",
    en: "{file}: people are taken from the field {field}",
    es: "{file}: las personas se toman del campo {field}",
    pt: "{file}: as pessoas são tomadas do campo {field}"),
  Sentence(
    "people.group_fields",
    en: "{file}: people by sex and age are taken from {fields}",
    es: "{file}: las personas por sexo y edad se toman de {fields}",
    pt: "{file}: as pessoas por sexo e idade são tomadas de {fields}"),
  Sentence(
    "people.no_field",
    en: "{file} has no field {field}; its fields are {fields}",
    es: "{file} no tiene el campo {field}; sus campos son {fields}",
    pt: "{file} não tem o campo {field}; seus campos são {fields}"),
  Sentence(
    "people.doubtful_field",
    en:
      "{file}: it is not clear which field has the people; name one with --people-population, or --population for areas: {fields}",
    es:
      "{file}: no está claro qué campo tiene las personas; nómbrelo con --people-population, o --population si son áreas: {fields}",
    pt:
      "{file}: não está claro qual campo tem as pessoas; indique-o com --people-population, ou --population se são áreas: {fields}"
  ),
  Sentence(
    "people.bad_number",
    en: "{file}, feature {feature}: “{value}” in the field {field} is no number of people; correct it or name another field",
    es:
      "{file}, elemento {feature}: «{value}» en el campo {field} no es un número de personas; corríjalo o nombre otro campo",
    pt:
      "{file}, elemento {feature}: “{value}” no campo {field} não é um número de pessoas; corrija-o ou indique outro campo"),
  Sentence(
    "people.bad_group",
    en: "--groups takes FIELD=F:0-14, FIELD=M or FIELD=65+ (a sex, an age or both), not “{text}”",
    es: "--groups admite CAMPO=F:0-14, CAMPO=M o CAMPO=65+ (un sexo, una edad o ambos), no «{text}»",
    pt: "--groups admite CAMPO=F:0-14, CAMPO=M ou CAMPO=65+ (um sexo, uma idade ou ambos), não “{text}”"),
  Sentence(
    "people.two_columns",
    en: "{file}: {one} and {other} both seem to count the same people; say which with --groups",
    es: "{file}: {one} y {other} parecen contar a las mismas personas; diga cuál con --groups",
    pt: "{file}: {one} e {other} parecem contar as mesmas pessoas; diga qual com --groups"),
  Sentence(
    "people.ages_overlap",
    en: "{file}: the ages of {fields} overlap and are not used; choose some with --groups",
    es: "{file}: las edades de {fields} se superponen y no se usan; elija algunas con --groups",
    pt: "{file}: as idades de {fields} se sobrepõem e não são usadas; escolha algumas com --groups"),
  Sentence(
    "people.groups_differ",
    en:
      "{file}: in {count:int} units the parts by sex or age do not add up to everybody ({sum:number} against {total:number} altogether); nothing was corrected",
    es:
      "{file}: en {count:int} unidades las partes por sexo o edad no suman el total ({sum:number} frente a {total:number} en conjunto); no se corrigió nada",
    pt:
      "{file}: em {count:int} unidades as partes por sexo ou idade não somam o total ({sum:number} contra {total:number} no conjunto); nada foi corrigido"
  ),
  Sentence(
    "people.unknown",
    en: "{file}: {count:int} units have no number of people; they count as none",
    es: "{file}: {count:int} unidades no tienen número de personas; cuentan como ninguna",
    pt: "{file}: {count:int} unidades não têm número de pessoas; contam como nenhuma"),
  Sentence(
    "people.none",
    en: "{file}: no area has a population; name its field with --population, or give --people a file",
    es: "{file}: ningún área tiene población; nombre su campo con --population o dé un archivo con --people",
    pt: "{file}: nenhuma área tem população; indique o campo com --population ou dê um arquivo com --people"),
  Sentence(
    "people.no_ground",
    en: "{file} has neither polygons nor points: people need a place",
    es: "{file} no tiene polígonos ni puntos: las personas necesitan un lugar",
    pt: "{file} não tem polígonos nem pontos: as pessoas precisam de um lugar"),
  Sentence(
    "people.without_place",
    en: "{file}: {count:int} units with {people:number} people have no place; they count in no zone",
    es: "{file}: {count:int} unidades con {people:number} personas no tienen lugar; no cuentan en ninguna zona",
    pt: "{file}: {count:int} unidades com {people:number} pessoas não têm lugar; não contam em nenhuma zona"),
  Sentence(
    "people.residential_points",
    en: "{file} has people at points: --residential says where the people of areas live, and has no use here",
    es: "{file} tiene personas en puntos: --residential dice dónde vive la gente de las áreas, y aquí no sirve",
    pt: "{file} tem pessoas em pontos: --residential diz onde vive a gente das áreas, e aqui não serve"),
  Sentence(
    "people.bad_cell",
    en: "{file}: a cell has {value} people; give the value that stands for no data, or a raster of counts",
    es: "{file}: una celda tiene {value} personas; declare el valor sin dato o dé un ráster de conteos",
    pt: "{file}: uma célula tem {value} pessoas; declare o valor sem dado ou dê um ráster de contagens"),
  Sentence(
    "people.empty_cells",
    en: "{file}: {count:int} cells hold no value and nobody",
    es: "{file}: {count:int} celdas no tienen valor y no cuentan a nadie",
    pt: "{file}: {count:int} células não têm valor e não contam ninguém"),
  Sentence(
    "people.residential_raster",
    en: "--residential says where the people of areas live; {file} is a raster, whose cells say that themselves",
    es: "--residential dice dónde vive la gente de las áreas; {file} es un ráster, y sus celdas ya lo dicen",
    pt: "--residential diz onde vive a gente das áreas; {file} é um ráster, e suas células já o dizem"),
  Sentence(
    "people.two_sources",
    en: "--people and --raster both say where people live; give one",
    es: "--people y --raster dicen ambos dónde vive la gente; dé uno",
    pt: "--people e --raster dizem ambos onde vive a gente; dê um"),
  Sentence(
    "people.no_residential",
    en: "{file}: {count:int} units have no residential ground; their people are spread over all of it",
    es: "{file}: {count:int} unidades no tienen suelo residencial; su gente se reparte por toda la unidad",
    pt: "{file}: {count:int} unidades não têm solo residencial; sua gente é repartida por toda a unidade"),
  Sentence(
    "people.not_conserved",
    en: "people were lost or made: {found} against {wanted}; this is our bug, please report it",
    es: "se perdieron o aparecieron personas: {found} frente a {wanted}; es un error nuestro, por favor repórtelo",
    pt: "perderam-se ou surgiram pessoas: {found} contra {wanted}; é um erro nosso, por favor relate-o"),
  Sentence(
    "overlay.failed",
    en: "the polygons could not be laid over each other ({reason}); look for invalid ones with plaza info",
    es: "no se pudieron superponer los polígonos ({reason}); busque los inválidos con plaza info",
    pt: "não foi possível sobrepor os polígonos ({reason}); procure os inválidos com plaza info"),
]
