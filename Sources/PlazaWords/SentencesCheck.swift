/// What `plaza check` finds wrong, one sentence for each kind of problem.
let checkSentences: [Sentence] = [
  Sentence(
    "check.sound_areas",
    en: "{file}: no problem found in {features:int|area|areas}",
    es: "{file}: no se encontró ningún problema en {features:int|área|áreas}",
    pt: "{file}: nenhum problema encontrado em {features:int|área|áreas}"),
  Sentence(
    "check.sound_features",
    en: "{file}: no problem found in {features:int|feature|features}",
    es: "{file}: no se encontró ningún problema en {features:int|elemento|elementos}",
    pt: "{file}: nenhum problema encontrado em {features:int|feição|feições}"),
  Sentence(
    "check.sound_records",
    en: "{file}: no problem found in {features:int|record|records}",
    es: "{file}: no se encontró ningún problema en {features:int|registro|registros}",
    pt: "{file}: nenhum problema encontrado em {features:int|registro|registros}"),
  Sentence(
    "check.found.swapped_coordinates",
    en:
      "{file}: the positions lie where nobody lives, and among towns the other way round: latitude and longitude are swapped; swap them in the source",
    es:
      "{file}: las posiciones están donde nadie vive, y al revés quedan entre poblaciones: la latitud y la longitud están cambiadas; cámbielas en el origen",
    pt:
      "{file}: as posições estão onde ninguém mora, e ao contrário ficam entre cidades: a latitude e a longitude estão trocadas; troque-as na origem"
  ),
  Sentence(
    "check.found.swapped_coordinates_by_fields",
    en:
      "{file}: the fields {field} say where the features are, and the geometry has it the other way round: latitude and longitude are swapped; swap them in the source",
    es:
      "{file}: los campos {field} dicen dónde están los elementos, y la geometría lo tiene al revés: la latitud y la longitud están cambiadas; cámbielas en el origen",
    pt:
      "{file}: os campos {field} dizem onde estão as feições, e a geometria o tem ao contrário: a latitude e a longitude estão trocadas; troque-as na origem"
  ),
  Sentence(
    "check.found.swapped_coordinates_in_records",
    en:
      "{file}: {count:int|position is|positions are} no place on earth as they stand, and would be the other way round: latitude and longitude are swapped ({field}); say so with --lon and --lat",
    es:
      "{file}: {count:int|posición no es|posiciones no son} un lugar de la tierra como están, y al revés lo serían: la latitud y la longitud están cambiadas ({field}); dígalo con --lon y --lat",
    pt:
      "{file}: {count:int|posição não é|posições não são} um lugar da terra como estão, e ao contrário seriam: a latitude e a longitude estão trocadas ({field}); diga-o com --lon e --lat"
  ),
  Sentence(
    "check.found.not_degrees",
    en:
      "{file}: the file says degrees, and feature {feature:int} stands at {value}: these are metres; say which CRS with --assume-crs, or correct the file",
    es:
      "{file}: el archivo dice grados, y el elemento {feature:int} está en {value}: son metros; diga el CRS con --assume-crs, o corrija el archivo",
    pt:
      "{file}: o arquivo diz graus, e a feição {feature:int} está em {value}: são metros; diga o CRS com --assume-crs, ou corrija o arquivo"
  ),
  Sentence(
    "check.found.not_degrees_in_records",
    en:
      "{file}: {count:int|position is|positions are} no degrees but metres ({field}); say so with --easting, --northing and --assume-crs",
    es:
      "{file}: {count:int|posición no está|posiciones no están} en grados sino en metros ({field}); dígalo con --easting, --northing y --assume-crs",
    pt:
      "{file}: {count:int|posição não está|posições não estão} em graus e sim em metros ({field}); diga-o com --easting, --northing e --assume-crs"
  ),
  Sentence(
    "check.found.not_metres",
    en:
      "{file}: the file says that it is in {value}, in metres, and all positions are longitudes and latitudes; say what they are with --assume-crs EPSG:4326, or correct the file",
    es:
      "{file}: el archivo dice que está en {value}, en metros, y todas las posiciones son longitudes y latitudes; diga lo que son con --assume-crs EPSG:4326, o corrija el archivo",
    pt:
      "{file}: o arquivo diz que está em {value}, em metros, e todas as posições são longitudes e latitudes; diga o que são com --assume-crs EPSG:4326, ou corrija o arquivo"
  ),
  Sentence(
    "check.found.beyond_earth",
    en: "{file}: feature {feature:int} stands at {value}, beyond everything on earth; correct it in the source",
    es: "{file}: el elemento {feature:int} está en {value}, más allá de todo lugar de la tierra; corríjalo en el origen",
    pt: "{file}: a feição {feature:int} está em {value}, além de todo lugar da terra; corrija-a na origem"),
  Sentence(
    "check.found.invalid",
    en:
      "{file}: {count:int|invalid geometry|invalid geometries}, first {label}, feature {feature:int}: {reason:id}; --repair mends {count:plural|it|them}",
    es:
      "{file}: {count:int|geometría inválida|geometrías inválidas}, la primera de {label}, elemento {feature:int}: {reason:id}; --repair {count:plural|la|las} corrige",
    pt:
      "{file}: {count:int|geometria inválida|geometrias inválidas}, a primeira de {label}, feição {feature:int}: {reason:id}; --repair {count:plural|a|as} corrige"
  ),
  Sentence(
    "check.found.no_geometry",
    en:
      "{file}: {count:int|feature|features} without geometry, first {label}, feature {feature:int}; draw {count:plural|it|them} in the source, or leave {count:plural|it|them} out",
    es:
      "{file}: {count:int|elemento|elementos} sin geometría, el primero {label}, elemento {feature:int}; {count:plural|dibújelo|dibújelos} en el origen, o {count:plural|quítelo|quítelos}",
    pt:
      "{file}: {count:int|feição|feições} sem geometria, a primeira {label}, feição {feature:int}; {count:plural|desenhe-a|desenhe-as} na origem, ou {count:plural|retire-a|retire-as}"
  ),
  Sentence(
    "check.found.no_geometry_in_records",
    en:
      "{file}: {count:int|record|records} without a position, first on line {feature}; {count:plural|it counts|they count} in no area unless a field names it",
    es:
      "{file}: {count:int|registro|registros} sin posición, el primero en la línea {feature}; no {count:plural|cuenta|cuentan} en ningún área, salvo que un campo la nombre",
    pt:
      "{file}: {count:int|registro|registros} sem posição, o primeiro na linha {feature}; não {count:plural|conta|contam} em nenhuma área, a menos que um campo a nomeie"
  ),
  Sentence(
    "check.found.null_island",
    en:
      "{file}: {count:int|feature|features} at 0, 0, which stands for no place, first {label}, feature {feature:int}; draw {count:plural|it where it is|them where they are}, or leave {count:plural|it|them} out",
    es:
      "{file}: {count:int|elemento|elementos} en 0, 0, que quiere decir sin lugar, el primero {label}, elemento {feature:int}; {count:plural|dibújelo donde está, o quítelo|dibújelos donde están, o quítelos}",
    pt:
      "{file}: {count:int|feição|feições} em 0, 0, que quer dizer sem lugar, a primeira {label}, feição {feature:int}; {count:plural|desenhe-a onde está, ou retire-a|desenhe-as onde estão, ou retire-as}"
  ),
  Sentence(
    "check.found.null_island_in_records",
    en:
      "{file}: {count:int|record|records} at 0, 0, which stands for no place, first on line {feature}; leave the cells blank in the source",
    es:
      "{file}: {count:int|registro|registros} en 0, 0, que quiere decir sin lugar, el primero en la línea {feature}; deje esas celdas vacías en el origen",
    pt:
      "{file}: {count:int|registro|registros} em 0, 0, que quer dizer sem lugar, o primeiro na linha {feature}; deixe essas células vazias na origem"
  ),
  Sentence(
    "check.found.duplicate_geometry",
    en:
      "{file}: {count:int|feature has|features have} the very geometry of another, first {label}, feature {feature:int}, that of {other}; leave one out",
    es:
      "{file}: {count:int|elemento tiene|elementos tienen} la misma geometría que otro, el primero {label}, elemento {feature:int}, la de {other}; quite uno",
    pt:
      "{file}: {count:int|feição tem|feições têm} a mesma geometria que outra, a primeira {label}, feição {feature:int}, a de {other}; retire uma"
  ),
  Sentence(
    "check.found.no_code",
    en:
      "{file}: {count:int|feature|features} without a code in {field}, first feature {feature:int}; fill it in, or name another field with --code",
    es:
      "{file}: {count:int|elemento|elementos} sin código en {field}, el primero es el {feature:int}; complételo, o indique otro campo con --code",
    pt:
      "{file}: {count:int|feição|feições} sem código em {field}, a primeira é a {feature:int}; preencha-o, ou indique outro campo com --code"
  ),
  Sentence(
    "check.found.repeated_code",
    en:
      "{file}: {count:int|feature repeats|features repeat} the code of another in {field}, first {label}, features {other} and {feature}; correct them, or say --merge-codes if they are one area",
    es:
      "{file}: {count:int|elemento repite|elementos repiten} el código de otro en {field}, el primero {label}, elementos {other} y {feature}; corríjalos, o use --merge-codes si son una sola área",
    pt:
      "{file}: {count:int|feição repete|feições repetem} o código de outra em {field}, a primeira {label}, feições {other} e {feature}; corrija-as, ou use --merge-codes se são uma só área"
  ),
  Sentence(
    "check.found.overlap",
    en:
      "{file}: {count:int|pair of areas has|pairs of areas have} ground in common, {total:number} m² in all, most of all {label} and {other}: {area:number} m²; whoever counts there counts twice; draw the border once in the source",
    es:
      "{file}: {count:int|par de áreas tiene|pares de áreas tienen} suelo en común, {total:number} m² en total, sobre todo {label} y {other}: {area:number} m²; quien cuenta allí cuenta dos veces; trace el límite una sola vez en el origen",
    pt:
      "{file}: {count:int|par de áreas tem|pares de áreas têm} solo em comum, {total:number} m² no total, sobretudo {label} e {other}: {area:number} m²; quem conta ali conta duas vezes; trace o limite uma só vez na origem"
  ),
  Sentence(
    "check.found.overlap_sliver",
    en:
      "{file}: {count:int|pair of areas has|pairs of areas have} slivers in common, nowhere wider than {tolerance:number} m: {places:int|place|places}, {total:number} m² in all, most of all {label} and {other}: {area:number} m²; --repair gives each to one",
    es:
      "{file}: {count:int|par de áreas tiene|pares de áreas tienen} astillas en común, en ninguna parte más anchas que {tolerance:number} m: {places:int|lugar|lugares}, {total:number} m² en total, sobre todo {label} y {other}: {area:number} m²; --repair da cada una a una sola",
    pt:
      "{file}: {count:int|par de áreas tem|pares de áreas têm} lascas em comum, em nenhuma parte mais largas que {tolerance:number} m: {places:int|lugar|lugares}, {total:number} m² no total, sobretudo {label} e {other}: {area:number} m²; --repair dá cada uma a uma só"
  ),
  Sentence(
    "check.found.gap",
    en:
      "{file}: {count:int|gap|gaps} between areas, {total:number} m² in all, the largest by {label}: {area:number} m²; what lies there is in no area, and a lake may well be; draw what is missing in the source",
    es:
      "{file}: {count:int|hueco|huecos} entre áreas, {total:number} m² en total, el mayor junto a {label}: {area:number} m²; lo que hay allí no es de ningún área, y un lago bien puede no serlo; si falta un área, dibújela en el origen",
    pt:
      "{file}: {count:int|vazio|vazios} entre áreas, {total:number} m² no total, o maior junto a {label}: {area:number} m²; o que há ali não é de nenhuma área, e um lago bem pode não ser; se falta uma área, desenhe-a na origem"
  ),
  Sentence(
    "check.found.gap_sliver",
    en:
      "{file}: slivers between {count:int|pair of areas|pairs of areas}, nowhere wider than {tolerance:number} m: {places:int|place|places}, {total:number} m² in all, most of all between {label} and {other}: {area:number} m²; --repair gives each to one",
    es:
      "{file}: astillas entre {count:int|par de áreas|pares de áreas}, en ninguna parte más anchas que {tolerance:number} m: {places:int|lugar|lugares}, {total:number} m² en total, sobre todo entre {label} y {other}: {area:number} m²; --repair da cada una a una sola",
    pt:
      "{file}: lascas entre {count:int|par de áreas|pares de áreas}, em nenhuma parte mais largas que {tolerance:number} m: {places:int|lugar|lugares}, {total:number} m² no total, sobretudo entre {label} e {other}: {area:number} m²; --repair dá cada uma a uma só"
  ),
  Sentence(
    "check.found.no_parent",
    en: "{file}: {count:int|area names|areas name} no area above in {field}, first {label}; fill it in",
    es: "{file}: {count:int|área no nombra|áreas no nombran} un área superior en {field}, la primera {label}; complételo",
    pt: "{file}: {count:int|área não nomeia|áreas não nomeiam} uma área superior em {field}, a primeira {label}; preencha-o"),
  Sentence(
    "check.found.unknown_parent",
    en:
      "{file}: {count:int|area names|areas name} an area above that does not exist, first {label}: {field} is “{value}”; correct it, or add that area",
    es:
      "{file}: {count:int|área nombra|áreas nombran} un área superior que no existe, la primera {label}: {field} es «{value}»; corríjalo, o agregue esa área",
    pt:
      "{file}: {count:int|área nomeia|áreas nomeiam} uma área superior que não existe, a primeira {label}: {field} é “{value}”; corrija-o, ou acrescente essa área"
  ),
  Sentence(
    "check.found.wrong_parent",
    en:
      "{file}: {count:int|area lies|areas lie} in another area than the one named, most of all {label}: it says {other} and lies in {value}; correct the field, or the border",
    es:
      "{file}: {count:int|área está|áreas están} en un área superior distinta de la que nombran, sobre todo {label}: dice {other} y está en {value}; corrija el campo, o el límite",
    pt:
      "{file}: {count:int|área está|áreas estão} em uma área superior diferente da que nomeiam, sobretudo {label}: diz {other} e está em {value}; corrija o campo, ou o limite"
  ),
  Sentence(
    "check.found.outside_parent",
    en:
      "{file}: {count:int|area has|areas have} ground outside of the area above, {total:number} m² in all, most of all {label} outside of {other}: {area:number} m²; correct the border of one of the two levels",
    es:
      "{file}: {count:int|área tiene|áreas tienen} suelo fuera de su área superior, {total:number} m² en total, sobre todo {label} fuera de {other}: {area:number} m²; corrija el límite en uno de los dos niveles",
    pt:
      "{file}: {count:int|área tem|áreas têm} solo fora da sua área superior, {total:number} m² no total, sobretudo {label} fora de {other}: {area:number} m²; corrija o limite em um dos dois níveis"
  ),
  Sentence(
    "check.found.outside_parent_sliver",
    en:
      "{file}: {count:int|area has|areas have} slivers outside of the area above, nowhere wider than {tolerance:number} m, {total:number} m² in all: the borders of the two levels were drawn apart; take both from one source, or leave them: counts by code do not notice",
    es:
      "{file}: {count:int|área tiene|áreas tienen} astillas fuera de su área superior, en ninguna parte más anchas que {tolerance:number} m, {total:number} m² en total: los límites de los dos niveles se trazaron por separado; tome ambos de un mismo origen, o déjelos: los conteos por código no lo notan",
    pt:
      "{file}: {count:int|área tem|áreas têm} lascas fora da sua área superior, em nenhuma parte mais largas que {tolerance:number} m, {total:number} m² no total: os limites dos dois níveis foram traçados separadamente; tome ambos de uma mesma origem, ou deixe-os: as contagens por código não o notam"
  ),
  Sentence(
    "check.found.negative_count",
    en:
      "{file}: {count:int|count|counts} below zero, first {value} in {field} of {label}, feature {feature:int}; correct it, or leave it blank if it is not known",
    es:
      "{file}: {count:int|conteo|conteos} por debajo de cero, el primero {value} en {field} de {label}, elemento {feature:int}; corríjalo, o déjelo vacío si no se conoce",
    pt:
      "{file}: {count:int|contagem|contagens} abaixo de zero, a primeira {value} em {field} de {label}, feição {feature:int}; corrija-a, ou deixe-a vazia se não se conhece"
  ),
  Sentence(
    "check.found.negative_count_in_records",
    en:
      "{file}: {count:int|count|counts} below zero, first {value} in {field} on line {feature}; correct it, or leave it blank if it is not known",
    es:
      "{file}: {count:int|conteo|conteos} por debajo de cero, el primero {value} en {field} en la línea {feature}; corríjalo, o déjelo vacío si no se conoce",
    pt:
      "{file}: {count:int|contagem|contagens} abaixo de zero, a primeira {value} em {field} na linha {feature}; corrija-a, ou deixe-a vazia se não se conhece"
  ),
  Sentence(
    "check.found.not_a_count",
    en:
      "{file}: {count:int|cell|cells} among counts that {count:plural|is|are} no number, first “{value}” in {field} of {label}, feature {feature:int}; write the number, or leave it blank if it is not known",
    es:
      "{file}: {count:int|celda|celdas} entre conteos que no {count:plural|es|son} un número, la primera «{value}» en {field} de {label}, elemento {feature:int}; escriba el número, o déjela vacía si no se conoce",
    pt:
      "{file}: {count:int|célula|células} entre contagens que não {count:plural|é|são} um número, a primeira “{value}” em {field} de {label}, feição {feature:int}; escreva o número, ou deixe-a vazia se não se conhece"
  ),
  Sentence(
    "check.found.not_a_count_in_records",
    en:
      "{file}: {count:int|cell|cells} among counts that {count:plural|is|are} no number, first “{value}” in {field} on line {feature}; write the number, or leave it blank if it is not known",
    es:
      "{file}: {count:int|celda|celdas} entre conteos que no {count:plural|es|son} un número, la primera «{value}» en {field} en la línea {feature}; escriba el número, o déjela vacía si no se conoce",
    pt:
      "{file}: {count:int|célula|células} entre contagens que não {count:plural|é|são} um número, a primeira “{value}” em {field} na linha {feature}; escreva o número, ou deixe-a vazia se não se conhece"
  ),
  Sentence(
    "check.found.sexes_do_not_add",
    en:
      "{file}: in {count:int|feature|features} women and men are not the total, first {label}, feature {feature:int}: {value}; correct one of the three, or write the others in a field of their own",
    es:
      "{file}: en {count:int|elemento|elementos} mujeres y hombres no son el total, el primero {label}, elemento {feature:int}: {value}; corrija uno de los tres, o ponga a las demás personas en un campo propio",
    pt:
      "{file}: em {count:int|feição|feições} mulheres e homens não são o total, a primeira {label}, feição {feature:int}: {value}; corrija um dos três, ou ponha as outras pessoas em um campo próprio"
  ),
  Sentence(
    "check.found.sexes_do_not_add_in_records",
    en:
      "{file}: in {count:int|row|rows} women and men are not the total ({field}), first on line {feature}: {value}; correct one of the three, or write the others in a field of their own",
    es:
      "{file}: en {count:int|fila|filas} mujeres y hombres no son el total ({field}), la primera en la línea {feature}: {value}; corrija uno de los tres, o ponga a las demás personas en un campo propio",
    pt:
      "{file}: em {count:int|linha|linhas} mulheres e homens não são o total ({field}), a primeira na linha {feature}: {value}; corrija um dos três, ou ponha as outras pessoas em um campo próprio"
  ),
  Sentence(
    "check.found.unreadable_row",
    en: "{file}: {count:int|row|rows} that cannot be read, first on line {feature}; plaza info says more",
    es:
      "{file}: {count:int|fila|filas} que no se {count:plural|puede|pueden} leer, la primera en la línea {feature}; plaza info dice más",
    pt:
      "{file}: {count:int|linha|linhas} que não {count:plural|pode ser lida|podem ser lidas}, a primeira é a {feature}; plaza info diz mais"
  ),
  Sentence(
    "check.found.bad_number",
    en:
      "{file}: {count:int|position|positions} that {count:plural|is|are} no number, first on line {feature}; correct {count:plural|it|them} in the source, or leave {count:plural|it|them} blank",
    es:
      "{file}: {count:int|posición|posiciones} que no {count:plural|es|son} un número, la primera en la línea {feature}; {count:plural|corríjala|corríjalas} en el origen, o {count:plural|déjela vacía|déjelas vacías}",
    pt:
      "{file}: {count:int|posição|posições} que não {count:plural|é|são} um número, a primeira na linha {feature}; {count:plural|corrija-a|corrija-as} na origem, ou {count:plural|deixe-a vazia|deixe-as vazias}"
  ),
  Sentence(
    "check.found.out_of_range",
    en:
      "{file}: {count:int|position|positions} out of range, first on line {feature}; correct {count:plural|it|them} in the source, or leave {count:plural|it|them} blank",
    es:
      "{file}: {count:int|posición|posiciones} fuera del intervalo posible, la primera en la línea {feature}; {count:plural|corríjala|corríjalas} en el origen, o {count:plural|déjela vacía|déjelas vacías}",
    pt:
      "{file}: {count:int|posição|posições} fora do intervalo possível, a primeira na linha {feature}; {count:plural|corrija-a|corrija-as} na origem, ou {count:plural|deixe-a vazia|deixe-as vazias}"
  ),
  Sentence(
    "check.found.repeated_row",
    en:
      "{file}: {count:int|row repeats|rows repeat} another one in every byte; ask the source whether one thing was written twice",
    es: "{file}: {count:int|fila repite|filas repiten} otra en cada byte; pregunte al origen si algo se anotó dos veces",
    pt: "{file}: {count:int|linha repete|linhas repetem} outra em cada byte; pergunte à origem se algo foi anotado duas vezes"),
  Sentence(
    "check.found.repeated_row_about",
    en:
      "{file}: about {count:int|row repeats|rows repeat} another one in every byte; ask the source whether one thing was written twice",
    es: "{file}: unas {count:int|fila repite|filas repiten} otra en cada byte; pregunte al origen si algo se anotó dos veces",
    pt:
      "{file}: cerca de {count:int|linha repete|linhas repetem} outra em cada byte; pergunte à origem se algo foi anotado duas vezes"
  ),
]
