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
    en:
      "{file}: {count:int|unit has|units have} no number of people, which is unknown and not none; sums are of those that are known",
    es:
      "{file}: {count:int|unidad no tiene|unidades no tienen} número de personas, lo que es desconocido y no cero; las sumas son de las conocidas",
    pt:
      "{file}: {count:int|unidade não tem|unidades não têm} número de pessoas, o que é desconhecido e não zero; as somas são das conhecidas"
  ),
  Sentence(
    "people.groups_unknown",
    en:
      "{file}: {count:int|cell|cells} of {fields} {count:plural|holds|hold} no number (as * or N/D); sums that need {count:plural|it|them} are unknown, and their lower limit has what is known",
    es:
      "{file}: {count:int|celda|celdas} de {fields} no {count:plural|tiene|tienen} número (como * o N/D); las sumas que {count:plural|la|las} necesitan son desconocidas, y su límite inferior tiene lo que se sabe",
    pt:
      "{file}: {count:int|célula|células} de {fields} não {count:plural|tem|têm} número (como * ou N/D); as somas que {count:plural|dela|delas} precisam são desconhecidas, e seu limite inferior tem o que se sabe"
  ),
  Sentence(
    "people.units_twice",
    en:
      "{file}: {count:int|unit stands|units stand} in the file a second time, with the same ground and the same people ({people:number}); each is counted once",
    es:
      "{file}: {count:int|unidad figura|unidades figuran} por segunda vez en el archivo, con el mismo suelo y las mismas personas ({people:number}); cada una se cuenta una vez",
    pt:
      "{file}: {count:int|unidade aparece|unidades aparecem} uma segunda vez no arquivo, com o mesmo solo e as mesmas pessoas ({people:number}); cada uma é contada uma vez"
  ),
  Sentence(
    "people.units_overlap",
    en:
      "{file}: {count:int} units with people lie on each other, on {surface:number} km² ({share:percent} of their ground): some {people:number} people may be counted twice; leave out totals and units that stand twice",
    es:
      "{file}: {count:int} unidades con personas se superponen, en {surface:number} km² ({share:percent} de su suelo): unas {people:number} personas pueden contarse dos veces; quite los totales y las unidades repetidas",
    pt:
      "{file}: {count:int} unidades com pessoas se sobrepõem, em {surface:number} km² ({share:percent} de seu solo): umas {people:number} pessoas podem ser contadas duas vezes; retire os totais e as unidades repetidas"
  ),
  Sentence(
    "people.elsewhere",
    en:
      "{file}: nobody of it lives in the areas, the two do not meet; check that both are of one place and the coordinate system of each",
    es:
      "{file}: nadie de ese archivo vive en las áreas, no se tocan; compruebe que ambos son del mismo lugar y el sistema de coordenadas de cada uno",
    pt:
      "{file}: ninguém desse arquivo vive nas áreas, os dois não se tocam; verifique se ambos são do mesmo lugar e o sistema de coordenadas de cada um"
  ),
  Sentence(
    "people.beyond_raster",
    en:
      "{file} does not reach the whole of {count:int} of {areas:int} areas, with {surface:number} km² or {share:percent} of the ground: how many people live in them is unknown",
    es:
      "{file} no abarca por entero {count:int} de {areas:int} áreas, con {surface:number} km² o {share:percent} del suelo: no se sabe cuántas personas viven en ellas",
    pt:
      "{file} não abrange por inteiro {count:int} de {areas:int} áreas, com {surface:number} km² ou {share:percent} do solo: não se sabe quantas pessoas vivem nelas"
  ),
  Sentence(
    "people.beyond",
    en:
      "{file} has no unit in {count:int} of {areas:int} areas, with {surface:number} km² or {share:percent} of the ground: how many people live in them is unknown",
    es:
      "{file} no tiene ninguna unidad en {count:int} de {areas:int} áreas, con {surface:number} km² o {share:percent} del suelo: no se sabe cuántas personas viven en ellas",
    pt:
      "{file} não tem nenhuma unidade em {count:int} de {areas:int} áreas, com {surface:number} km² ou {share:percent} do solo: não se sabe quantas pessoas vivem nelas"
  ),
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
    en:
      "{file}: {count:int|unit|units} with {people:number} people {count:plural|has|have} no place and {count:plural|counts|count} in no zone",
    es:
      "{file}: {count:int|unidad|unidades} con {people:number} personas no {count:plural|tiene|tienen} lugar y no {count:plural|cuenta|cuentan} en ninguna zona",
    pt:
      "{file}: {count:int|unidade|unidades} com {people:number} pessoas não {count:plural|tem|têm} lugar e não {count:plural|conta|contam} em nenhuma zona"
  ),
  Sentence(
    "people.residential_points",
    en: "{file} has people at points: --residential says where the people of areas live, and has no use here",
    es: "{file} tiene personas en puntos: --residential dice dónde vive la gente de las áreas, y aquí no sirve",
    pt: "{file} tem pessoas em pontos: --residential diz onde vive a gente das áreas, e aqui não serve"),
  Sentence(
    "people.bad_cell",
    en:
      "{file}: a cell has {value} people; say with --raster-nodata {value} that this stands for no data, or give a raster of counts",
    es:
      "{file}: una celda tiene {value} personas; diga con --raster-nodata {value} que eso es un valor sin dato, o dé un ráster de conteos",
    pt:
      "{file}: uma célula tem {value} pessoas; diga com --raster-nodata {value} que isso é um valor sem dado, ou dê um raster de contagens"
  ),
  Sentence(
    "people.empty_cells",
    en: "{file}: {count:int|cell holds|cells hold} no value and {count:plural|counts|count} nobody",
    es: "{file}: {count:int|celda no tiene|celdas no tienen} valor y no {count:plural|cuenta|cuentan} a nadie",
    pt: "{file}: {count:int|célula não tem|células não têm} valor e não {count:plural|conta|contam} ninguém"),
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
    en:
      "{file}: {count:int|unit has|units have} no residential ground; {count:plural|its|their} people are spread over all of it",
    es: "{file}: {count:int|unidad no tiene|unidades no tienen} suelo residencial; su gente se reparte por toda la unidad",
    pt: "{file}: {count:int|unidade não tem|unidades não têm} solo residencial; sua gente é repartida por toda a unidade"),
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
