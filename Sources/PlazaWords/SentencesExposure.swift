/// What is said of who and what lies in hazard zones. People there are exposed; how much they would suffer is another question.
let exposureSentences: [Sentence] = [
  Sentence(
    "exposure.no_hazard",
    en: "no hazard was given; name one with --hazards NAME=FILE:FIELD, as flood=floods.geojson:class",
    es: "no se dio ninguna amenaza; nómbrela con --hazards NOMBRE=ARCHIVO:CAMPO, como flood=inundacion.geojson:clase",
    pt: "nenhuma ameaça foi dada; indique-a com --hazards NOME=ARQUIVO:CAMPO, como flood=inundacao.geojson:classe"),
  Sentence(
    "exposure.needs_field",
    en: "{hazard}: which field of {file} holds the class? Write {hazard}={file}:FIELD; its fields are {fields}",
    es: "{hazard}: ¿qué campo de {file} tiene la clase? Escriba {hazard}={file}:CAMPO; sus campos son {fields}",
    pt: "{hazard}: que campo de {file} tem a classe? Escreva {hazard}={file}:CAMPO; seus campos são {fields}"),
  Sentence(
    "exposure.raster_field",
    en: "{hazard}: {file} is a raster and has no field {field}; write {hazard}={file}, and --breaks for its classes",
    es: "{hazard}: {file} es un ráster y no tiene el campo {field}; escriba {hazard}={file} y las clases con --breaks",
    pt: "{hazard}: {file} é um raster e não tem o campo {field}; escreva {hazard}={file} e as classes com --breaks"),
  Sentence(
    "exposure.raster_numbers",
    en:
      "{file}: the cells have more than {limit:int} different numbers, from {least:number} to {most:number}; divide them into classes with --breaks, as --breaks 0.5,1.5",
    es:
      "{file}: las celdas tienen más de {limit:int} números distintos, de {least:number} a {most:number}; divídalos en clases con --breaks, como --breaks 0.5,1.5",
    pt:
      "{file}: as células têm mais de {limit:int} números diferentes, de {least:number} a {most:number}; divida-os em classes com --breaks, como --breaks 0.5,1.5"
  ),
  Sentence(
    "exposure.raster_cells",
    en:
      "{file}: {count:int} cells expose, more than the {limit:int} whose outlines are drawn; cut the raster to the areas or take larger cells, as gdalwarp -tr does",
    es:
      "{file}: hay {count:int} celdas que exponen, más que las {limit:int} cuyo contorno se traza; recorte el ráster a las áreas o tome celdas más grandes, como hace gdalwarp -tr",
    pt:
      "{file}: há {count:int} células que expõem, mais que as {limit:int} cujo contorno se traça; recorte o raster às áreas ou tome células maiores, como faz gdalwarp -tr"
  ),
  Sentence(
    "exposure.not_studied",
    en:
      "{hazard}: {file} reaches {share:percent} of the areas' ground; of {count:int} of {areas:int} areas it is not known what lies in its zones",
    es:
      "{hazard}: {file} abarca {share:percent} del suelo de las áreas; de {count:int} de {areas:int} áreas no se sabe qué está en sus zonas",
    pt:
      "{hazard}: {file} abrange {share:percent} do solo das áreas; de {count:int} de {areas:int} áreas não se sabe o que está em suas zonas"
  ),
  Sentence(
    "exposure.ground_least",
    en:
      "{hazard:id}, {class:id}: at least {surface:number} km² of the areas; {file:id} leaves {missing:percent} of their ground out",
    es: "{hazard:id}, {class:id}: al menos {surface:number} km² de las áreas; {file:id} deja fuera {missing:percent} de su suelo",
    pt: "{hazard:id}, {class:id}: ao menos {surface:number} km² das áreas; {file:id} deixa de fora {missing:percent} de seu solo"),
  Sentence(
    "exposure.people_least",
    en:
      "{hazard:id}, {class:id}: at least {low:number} of the {whole:number} people in the areas, on at least {surface:number} km²; {file:id} leaves {missing:percent} of their ground out",
    es:
      "{hazard:id}, {class:id}: al menos {low:number} de las {whole:number} personas de las áreas, en al menos {surface:number} km²; {file:id} deja fuera {missing:percent} de su suelo",
    pt:
      "{hazard:id}, {class:id}: ao menos {low:number} das {whole:number} pessoas das áreas, em ao menos {surface:number} km²; {file:id} deixa de fora {missing:percent} de seu solo"
  ),
  Sentence(
    "exposure.bad_name",
    en:
      "“{name}” is no name for a hazard: fields begin with it, so take small letters a–z, digits and _, each name once, and not “any”",
    es:
      "«{name}» no sirve como nombre de una amenaza: los campos empiezan con él; use minúsculas a–z, cifras y _, cada nombre una vez, y no «any»",
    pt:
      "“{name}” não serve como nome de uma ameaça: os campos começam com ele; use minúsculas a–z, algarismos e _, cada nome uma vez, e não “any”"
  ),
  Sentence(
    "exposure.bad_kind",
    en: "--hazard-kind takes susceptibility or hazard, perhaps as NAME=susceptibility, not “{text}”",
    es: "--hazard-kind admite susceptibility o hazard, quizá como NOMBRE=susceptibility, no «{text}»",
    pt: "--hazard-kind admite susceptibility ou hazard, talvez como NOME=susceptibility, não “{text}”"),
  Sentence(
    "exposure.bad_frequency",
    en: "--frequency takes NAME:CLASS=EVENTS, as flood:high=0.1 for once in ten years, not “{text}”",
    es: "--frequency admite NOMBRE:CLASE=EVENTOS, como flood:alta=0.1 para una vez en diez años, no «{text}»",
    pt: "--frequency admite NOME:CLASSE=EVENTOS, como flood:alta=0.1 para uma vez em dez anos, não “{text}”"),
  Sentence(
    "exposure.unknown_name",
    en: "no hazard is called “{name}”; the hazards are {hazards}",
    es: "ninguna amenaza se llama «{name}»; las amenazas son {hazards}",
    pt: "nenhuma ameaça se chama “{name}”; as ameaças são {hazards}"),
  Sentence(
    "exposure.no_field",
    en: "{file} has no field {field}; its fields are {fields}",
    es: "{file} no tiene el campo {field}; sus campos son {fields}",
    pt: "{file} não tem o campo {field}; seus campos são {fields}"),
  Sentence(
    "exposure.no_classes",
    en: "{file}: the field {field} is empty everywhere; name the field with the hazard's class",
    es: "{file}: el campo {field} está vacío en todas partes; nombre el campo con la clase de la amenaza",
    pt: "{file}: o campo {field} está vazio em toda parte; indique o campo com a classe da ameaça"),
  Sentence(
    "exposure.unknown_classes",
    en:
      "{file}: the field {field} has classes that --order {order} does not: {classes}; write all, from the lowest to the highest",
    es:
      "{file}: el campo {field} tiene clases que --order {order} no nombra: {classes}; escríbalas todas, de la más baja a la más alta",
    pt:
      "{file}: o campo {field} tem classes que --order {order} não nomeia: {classes}; escreva todas, da mais baixa à mais alta"),
  Sentence(
    "exposure.no_order",
    en:
      "{file}: which of the classes of {field} is higher is not clear: {classes}; write them with --order, from the lowest to the highest",
    es:
      "{file}: no está claro qué clase de {field} es más alta: {classes}; escríbalas con --order, de la más baja a la más alta",
    pt:
      "{file}: não está claro qual classe de {field} é mais alta: {classes}; escreva-as com --order, da mais baixa à mais alta"),
  Sentence(
    "exposure.none_exposed",
    en: "{file}: every class of {field} says that there is no danger: {classes}; name the field with the hazard's class",
    es: "{file}: todas las clases de {field} dicen que no hay peligro: {classes}; nombre el campo con la clase de la amenaza",
    pt: "{file}: todas as classes de {field} dizem que não há perigo: {classes}; indique o campo com a classe da ameaça"),
  Sentence(
    "exposure.many_numbers",
    en:
      "{file}: the field {field} has {count:int} different numbers: {classes}; divide them into classes with --breaks, as --breaks 0.5,1.5",
    es:
      "{file}: el campo {field} tiene {count:int} números distintos: {classes}; divídalos en clases con --breaks, como --breaks 0.5,1.5",
    pt:
      "{file}: o campo {field} tem {count:int} números diferentes: {classes}; divida-os em classes com --breaks, como --breaks 0.5,1.5"
  ),
  Sentence(
    "exposure.not_numbers",
    en:
      "{file}: --breaks divides numbers, and the field {field} also holds {classes}; leave these out with --not-exposed, or give --order",
    es:
      "{file}: --breaks divide números, y el campo {field} tiene además {classes}; déjelos fuera con --not-exposed o dé --order",
    pt: "{file}: --breaks divide números, e o campo {field} tem também {classes}; deixe-os fora com --not-exposed ou dê --order"),
  Sentence(
    "exposure.unknown_from",
    en: "{hazard}: --from-class {from} is none of its classes: {classes}",
    es: "{hazard}: --from-class {from} no es ninguna de sus clases: {classes}",
    pt: "{hazard}: --from-class {from} não é nenhuma de suas classes: {classes}"),
  Sentence(
    "exposure.bad_breaks",
    en: "--breaks takes numbers above 0 from the lowest to the highest, as 0.5,1.5 or flood=0.5,1.5, not “{text}”",
    es: "--breaks admite números mayores que 0, de menor a mayor, como 0.5,1.5 o flood=0.5,1.5, no «{text}»",
    pt: "--breaks admite números maiores que 0, do menor ao maior, como 0.5,1.5 ou flood=0.5,1.5, não “{text}”"),
  Sentence(
    "exposure.order",
    en: "{hazard}: the classes of {field} from the lowest to the highest are {classes}; --order says it otherwise",
    es: "{hazard}: las clases de {field}, de la más baja a la más alta, son {classes}; con --order se dice de otro modo",
    pt: "{hazard}: as classes de {field}, da mais baixa à mais alta, são {classes}; com --order diz-se de outro modo"),
  Sentence(
    "exposure.not_exposed",
    en:
      "{file}: {count:int|feature has|features have} a class without danger ({classes}) and {count:plural|counts|count} as not exposed",
    es:
      "{file}: {count:int|elemento tiene|elementos tienen} una clase sin peligro ({classes}) y no {count:plural|cuenta|cuentan} como {count:plural|expuesto|expuestos}",
    pt:
      "{file}: {count:int|feição tem|feições têm} uma classe sem perigo ({classes}) e não {count:plural|conta|contam} como {count:plural|exposta|expostas}"
  ),
  Sentence(
    "exposure.from_class",
    en:
      "{hazard}: only what is {class} or higher counts; {count:int|feature of a lower class is|features of lower classes are} left out ({classes})",
    es:
      "{hazard}: solo cuenta lo que es {class} o más alto; {count:int|elemento de una clase más baja queda|elementos de clases más bajas quedan} fuera ({classes})",
    pt:
      "{hazard}: só conta o que é {class} ou mais alto; {count:int|feição de uma classe mais baixa fica|feições de classes mais baixas ficam} de fora ({classes})"
  ),
  Sentence(
    "exposure.frequency",
    en: "{hazard}: --frequency says nothing of {missing}; give every class one, 0 for never",
    es: "{hazard}: --frequency no dice nada de {missing}; dé una a cada clase, 0 para nunca",
    pt: "{hazard}: --frequency não diz nada de {missing}; dê uma a cada classe, 0 para nunca"),
  Sentence(
    "exposure.no_people",
    en: "people are not counted: name the areas' field with --population, or give --people a file",
    es: "no se cuentan personas: nombre el campo de las áreas con --population o dé un archivo con --people",
    pt: "não se contam pessoas: indique o campo das áreas com --population ou dê um arquivo com --people"),
  Sentence(
    "exposure.undocumented",
    en:
      "{hazard}: whether the layer is a susceptibility or a hazard, its date and its scale decide what it can bear, and not all is known; say it with {options}",
    es:
      "{hazard}: si la capa es de susceptibilidad o de amenaza, su fecha y su escala deciden para qué sirve, y no se sabe todo; dígalo con {options}",
    pt:
      "{hazard}: se a camada é de suscetibilidade ou de ameaça, sua data e sua escala decidem para que serve, e não se sabe tudo; diga-o com {options}"
  ),
  Sentence(
    "exposure.without_class",
    en:
      "{file}: {count:int|feature has|features have} no class in {field}: that ground counts as not exposed, though nobody knows",
    es:
      "{file}: {count:int|elemento no tiene|elementos no tienen} clase en {field}: ese suelo cuenta como no expuesto, aunque no se sabe",
    pt:
      "{file}: {count:int|elemento não tem|elementos não têm} classe em {field}: esse solo conta como não exposto, embora não se saiba"
  ),
  Sentence(
    "exposure.areas_beyond",
    en:
      "{hazard}: {count:int} of {areas:int} areas {count:plural|lies|lie} outside the box of {file}; {count:plural|it counts|they count} as not exposed, though perhaps nobody looked there",
    es:
      "{hazard}: {count:int} de {areas:int} áreas {count:plural|queda|quedan} fuera del recuadro de {file}; {count:plural|cuenta como no expuesta|cuentan como no expuestas}, aunque quizá nadie haya estudiado ese suelo",
    pt:
      "{hazard}: {count:int} de {areas:int} áreas {count:plural|fica|ficam} fora do retângulo de {file}; {count:plural|conta como não exposta|contam como não expostas}, embora talvez ninguém tenha estudado esse solo"
  ),
  Sentence(
    "exposure.without_geometry",
    en: "{file}: {count:int|feature has|features have} no polygon and no part in any zone",
    es: "{file}: {count:int|elemento no tiene|elementos no tienen} polígono y no forman parte de ninguna zona",
    pt: "{file}: {count:int|elemento não tem|elementos não têm} polígono e não fazem parte de nenhuma zona"),
  Sentence(
    "exposure.areas_overlap",
    en:
      "{file}: areas lie on each other, {surface:number} km² or {share:percent} of their ground; each has its own figures, in the territory every place counts once",
    es:
      "{file}: hay áreas que se superponen, {surface:number} km² o {share:percent} de su suelo; cada una tiene sus cifras, en el territorio cada lugar cuenta una vez",
    pt:
      "{file}: há áreas que se sobrepõem, {surface:number} km² ou {share:percent} de seu solo; cada uma tem seus números, no território cada lugar conta uma vez"
  ),
  Sentence(
    "exposure.no_areas",
    en: "{file}: no area has any ground; give areas with polygons",
    es: "{file}: ningún área tiene suelo; dé áreas con polígonos",
    pt: "{file}: nenhuma área tem solo; dê áreas com polígonos"),
  Sentence(
    "exposure.crs_not_equal_area",
    en: "surfaces in {stated} are not those on the ground; they are computed in {crs}",
    es: "las superficies en {stated} no son las del terreno; se calculan en {crs}",
    pt: "as superfícies em {stated} não são as do terreno; são calculadas em {crs}"),
  Sentence(
    "exposure.no_zones",
    en: "{file}: the hazard {hazard} holds no polygon, and lines and points expose nobody; give its zones as polygons",
    es: "{file}: la amenaza {hazard} no tiene ningún polígono, y líneas o puntos no exponen a nadie; dé sus zonas como polígonos",
    pt: "{file}: a ameaça {hazard} não tem nenhum polígono, e linhas ou pontos não expõem ninguém; dê suas zonas como polígonos"),
  Sentence(
    "exposure.elsewhere",
    en:
      "{file}: the zones of {hazard} lie at {box} and {areas} at {ground} (longitudes, latitudes): they do not meet; check the coordinate system of both, the zones were read as {crs}",
    es:
      "{file}: las zonas de {hazard} están en {box} y {areas} en {ground} (longitudes, latitudes): no se tocan; revise el sistema de coordenadas de ambos, las zonas se leyeron como {crs}",
    pt:
      "{file}: as zonas de {hazard} estão em {box} e {areas} em {ground} (longitudes, latitudes): não se tocam; revise o sistema de coordenadas de ambos, as zonas foram lidas como {crs}"
  ),
  Sentence(
    "exposure.elsewhere_swapped",
    en:
      "{file}: the zones of {hazard} lie at {box} and {areas} at {ground} (longitudes, latitudes): the axes of {file} seem to be swapped; write the longitude first",
    es:
      "{file}: las zonas de {hazard} están en {box} y {areas} en {ground} (longitudes, latitudes): los ejes de {file} parecen invertidos; escriba primero la longitud",
    pt:
      "{file}: as zonas de {hazard} estão em {box} e {areas} em {ground} (longitudes, latitudes): os eixos de {file} parecem trocados; escreva primeiro a longitude"
  ),
  Sentence(
    "exposure.no_ground",
    en:
      "{hazard}: none of its zones has ground in the areas; check that {file} covers them before you say that nobody is exposed",
    es:
      "{hazard}: ninguna de sus zonas tiene suelo en las áreas; compruebe que {file} las abarca antes de decir que no hay nadie expuesto",
    pt:
      "{hazard}: nenhuma de suas zonas tem solo nas áreas; verifique se {file} as abrange antes de dizer que ninguém está exposto"
  ),
  Sentence(
    "exposure.same_fields",
    en: "two hazards or classes would write the same fields, {field}; give one of the hazards another name",
    es: "dos amenazas o clases escribirían los mismos campos, {field}; dé otro nombre a una de las amenazas",
    pt: "duas ameaças ou classes escreveriam os mesmos campos, {field}; dê outro nome a uma das ameaças"),
  Sentence(
    "exposure.spaces_outside",
    en: "{file}: {count:int|space lies|spaces lie} in no area and {count:plural|counts|count} nowhere",
    es: "{file}: {count:int|espacio no está|espacios no están} en ninguna área y no {count:plural|cuenta|cuentan}",
    pt: "{file}: {count:int|espaço não está|espaços não estão} em nenhuma área e não {count:plural|conta|contam}"),
  Sentence(
    "exposure.spaces_without_place",
    en: "{file}: {count:int|space is|spaces are} neither point nor polygon and count nowhere",
    es: "{file}: {count:int|espacio no es|espacios no son} ni punto ni polígono y no cuentan en ningún sitio",
    pt: "{file}: {count:int|espaço não é|espaços não são} nem ponto nem polígono e não contam em lugar nenhum"),
  Sentence("exposure.word.rasters", en: "a raster", es: "un ráster", pt: "um raster"),
  Sentence("exposure.word.any_hazard", en: "any hazard", es: "alguna amenaza", pt: "alguma ameaça"),
  Sentence("exposure.word.any_class", en: "any class", es: "cualquier clase", pt: "qualquer classe"),
  Sentence(
    "exposure.people_sure",
    en:
      "{hazard:id}, {class:id}: {people:number} of the {whole:number} people in the areas ({people_share:percent}), on {surface:number} km² ({share:percent} of their ground)",
    es:
      "{hazard:id}, {class:id}: {people:number} de las {whole:number} personas de las áreas ({people_share:percent}), en {surface:number} km² ({share:percent} de su suelo)",
    pt:
      "{hazard:id}, {class:id}: {people:number} das {whole:number} pessoas das áreas ({people_share:percent}), em {surface:number} km² ({share:percent} de seu solo)"
  ),
  Sentence(
    "exposure.people_about",
    en:
      "{hazard:id}, {class:id}: about {people:number} of the {whole:number} people in the areas ({people_share:percent}), surely {low:number} and at most {high:number}, on {surface:number} km² ({share:percent} of their ground)",
    es:
      "{hazard:id}, {class:id}: unas {people:number} de las {whole:number} personas de las áreas ({people_share:percent}), con seguridad {low:number} y a lo sumo {high:number}, en {surface:number} km² ({share:percent} de su suelo)",
    pt:
      "{hazard:id}, {class:id}: cerca de {people:number} das {whole:number} pessoas das áreas ({people_share:percent}), com certeza {low:number} e no máximo {high:number}, em {surface:number} km² ({share:percent} de seu solo)"
  ),
  Sentence(
    "exposure.people_untold",
    en:
      "{hazard:id}, {class:id}: {surface:number} km² ({share:percent} of the areas' ground); how many of their {whole:number} people are there cannot be told, from {low:number} to {high:number} all is possible (about {people:number} if people were spread evenly)",
    es:
      "{hazard:id}, {class:id}: {surface:number} km² ({share:percent} del suelo de las áreas); no se puede saber cuántas de sus {whole:number} personas están ahí, de {low:number} a {high:number} todo es posible (unas {people:number} si vivieran repartidas por igual)",
    pt:
      "{hazard:id}, {class:id}: {surface:number} km² ({share:percent} do solo das áreas); não se pode saber quantas de suas {whole:number} pessoas estão ali, de {low:number} a {high:number} tudo é possível (cerca de {people:number} se estivessem distribuídas por igual)"
  ),
  Sentence(
    "exposure.people_points",
    en:
      "{hazard:id}, {class:id}: about {people:number} of the {whole:number} people in the areas ({people_share:percent}) by the points that they are given at; how far each settlement reaches is not known, so no limits are, on {surface:number} km² ({share:percent} of the areas' ground)",
    es:
      "{hazard:id}, {class:id}: unas {people:number} de las {whole:number} personas de las áreas ({people_share:percent}) según los puntos en que figuran; no se sabe hasta dónde llega cada poblado, así que tampoco los límites, en {surface:number} km² ({share:percent} del suelo de las áreas)",
    pt:
      "{hazard:id}, {class:id}: cerca de {people:number} das {whole:number} pessoas das áreas ({people_share:percent}) segundo os pontos em que figuram; não se sabe até onde vai cada povoado, nem portanto os limites, em {surface:number} km² ({share:percent} do solo das áreas)"
  ),
  Sentence(
    "exposure.people_known",
    en:
      "{hazard:id}, {class:id}: about {people:number} of the {whole:number} people known in the areas ({people_share:percent}), surely {low:number}; some are not known, so there is no upper limit, on {surface:number} km² ({share:percent} of the areas' ground)",
    es:
      "{hazard:id}, {class:id}: unas {people:number} de las {whole:number} personas conocidas de las áreas ({people_share:percent}), con seguridad {low:number}; de una parte no se sabe, así que no hay límite superior, en {surface:number} km² ({share:percent} del suelo de las áreas)",
    pt:
      "{hazard:id}, {class:id}: cerca de {people:number} das {whole:number} pessoas conhecidas das áreas ({people_share:percent}), com certeza {low:number}; de uma parte não se sabe, portanto não há limite superior, em {surface:number} km² ({share:percent} do solo das áreas)"
  ),
  Sentence(
    "exposure.nobody",
    en: "{hazard:id}, {class:id}: no ground of the areas, so none of their {whole:number} people",
    es: "{hazard:id}, {class:id}: nada del suelo de las áreas, así que ninguna de sus {whole:number} personas",
    pt: "{hazard:id}, {class:id}: nada do solo das áreas, portanto nenhuma de suas {whole:number} pessoas"),
  Sentence(
    "exposure.ground",
    en: "{hazard:id}, {class:id}: {surface:number} km² ({share:percent} of the areas' ground)",
    es: "{hazard:id}, {class:id}: {surface:number} km² ({share:percent} del suelo de las áreas)",
    pt: "{hazard:id}, {class:id}: {surface:number} km² ({share:percent} do solo das áreas)"),
  Sentence(
    "exposure.annual",
    en: "{hazard}: people are reached {people:number} times in an average year; who is reached twice counts twice",
    es:
      "{hazard}: en un año promedio hay {people:number} veces en que una persona es alcanzada; quien lo es dos veces cuenta dos",
    pt: "{hazard}: em um ano médio há {people:number} vezes em que uma pessoa é atingida; quem o é duas vezes conta duas"),
  Sentence(
    "exposure.spaces",
    en: "{count:int} of the {spaces:int} spaces in the areas {count:plural|lies|lie} in some hazard zone",
    es: "{count:int} de los {spaces:int} espacios en las áreas {count:plural|está|están} en alguna zona de amenaza",
    pt: "{count:int} dos {spaces:int} espaços nas áreas {count:plural|está|estão} em alguma zona de ameaça"),
  Sentence(
    "exposure.incidents",
    en: "{count:number} of {joined:number} incidents in the areas lie in some hazard zone",
    es: "{count:number} de {joined:number} incidentes en las áreas están en alguna zona de amenaza",
    pt: "{count:number} de {joined:number} incidentes nas áreas estão em alguma zona de ameaça"),
  Sentence(
    "exposure.outside",
    en: "{surface:number} of {total:number} km² of the hazard zones lie outside the areas",
    es: "{surface:number} de {total:number} km² de las zonas de amenaza están fuera de las áreas",
    pt: "{surface:number} de {total:number} km² das zonas de ameaça estão fora das áreas"),
]
