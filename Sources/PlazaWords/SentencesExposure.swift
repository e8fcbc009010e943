/// What is said of who and what lies in hazard zones. People there are exposed; how much they would suffer is another question.
let exposureSentences: [Sentence] = [
  Sentence(
    "exposure.no_hazard",
    en: "no hazard was given; name one with --hazards NAME=FILE:FIELD, as flood=floods.geojson:class",
    es: "no se dio ninguna amenaza; nómbrela con --hazards NOMBRE=ARCHIVO:CAMPO, como flood=inundacion.geojson:clase",
    pt: "nenhuma ameaça foi dada; indique-a com --hazards NOME=ARQUIVO:CAMPO, como flood=inundacao.geojson:classe"),
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
    en: "{file}: {count:int|feature has|features have} no class in {field} and no part in any zone",
    es: "{file}: {count:int|elemento no tiene|elementos no tienen} clase en {field} y no forman parte de ninguna zona",
    pt: "{file}: {count:int|elemento não tem|elementos não têm} classe em {field} e não fazem parte de nenhuma zona"),
  Sentence(
    "exposure.without_geometry",
    en: "{file}: {count:int|feature has|features have} no polygon and no part in any zone",
    es: "{file}: {count:int|elemento no tiene|elementos no tienen} polígono y no forman parte de ninguna zona",
    pt: "{file}: {count:int|elemento não tem|elementos não têm} polígono e não fazem parte de nenhuma zona"),
  Sentence(
    "exposure.areas_overlap",
    en: "the areas overlap: their sum in {zone} is {sum:number} km², the zone itself {total:number} km²",
    es: "las áreas se superponen: su suma en {zone} es {sum:number} km², la zona misma {total:number} km²",
    pt: "as áreas se sobrepõem: sua soma em {zone} é {sum:number} km², a própria zona {total:number} km²"),
  Sentence(
    "exposure.spaces_without_place",
    en: "{file}: {count:int|space is|spaces are} neither point nor polygon and count nowhere",
    es: "{file}: {count:int|espacio no es|espacios no son} ni punto ni polígono y no cuentan en ningún sitio",
    pt: "{file}: {count:int|espaço não é|espaços não são} nem ponto nem polígono e não contam em lugar nenhum"),
  Sentence(
    "exposure.any",
    en:
      "any hazard: {people:number} people ({people_share:percent}) on {surface:number} km² ({share:percent} of the areas); surely {low:number}, at most {high:number}",
    es:
      "alguna amenaza: {people:number} personas ({people_share:percent}) en {surface:number} km² ({share:percent} de las áreas); con seguridad {low:number}, a lo sumo {high:number}",
    pt:
      "alguma ameaça: {people:number} pessoas ({people_share:percent}) em {surface:number} km² ({share:percent} das áreas); com certeza {low:number}, no máximo {high:number}"
  ),
  Sentence(
    "exposure.any_ground",
    en: "any hazard: {surface:number} km² ({share:percent} of the areas)",
    es: "alguna amenaza: {surface:number} km² ({share:percent} de las áreas)",
    pt: "alguma ameaça: {surface:number} km² ({share:percent} das áreas)"),
  Sentence(
    "exposure.hazard_any",
    en:
      "{hazard}, any class: {people:number} people ({people_share:percent}) on {surface:number} km² ({share:percent} of the areas); surely {low:number}, at most {high:number}",
    es:
      "{hazard}, cualquier clase: {people:number} personas ({people_share:percent}) en {surface:number} km² ({share:percent} de las áreas); con seguridad {low:number}, a lo sumo {high:number}",
    pt:
      "{hazard}, qualquer classe: {people:number} pessoas ({people_share:percent}) em {surface:number} km² ({share:percent} das áreas); com certeza {low:number}, no máximo {high:number}"
  ),
  Sentence(
    "exposure.hazard_any_ground",
    en: "{hazard}, any class: {surface:number} km² ({share:percent} of the areas)",
    es: "{hazard}, cualquier clase: {surface:number} km² ({share:percent} de las áreas)",
    pt: "{hazard}, qualquer classe: {surface:number} km² ({share:percent} das áreas)"),
  Sentence(
    "exposure.hazard_class",
    en:
      "{hazard}, {class}: {people:number} people ({people_share:percent}) on {surface:number} km² ({share:percent} of the areas); surely {low:number}, at most {high:number}",
    es:
      "{hazard}, {class}: {people:number} personas ({people_share:percent}) en {surface:number} km² ({share:percent} de las áreas); con seguridad {low:number}, a lo sumo {high:number}",
    pt:
      "{hazard}, {class}: {people:number} pessoas ({people_share:percent}) em {surface:number} km² ({share:percent} das áreas); com certeza {low:number}, no máximo {high:number}"
  ),
  Sentence(
    "exposure.hazard_class_ground",
    en: "{hazard}, {class}: {surface:number} km² ({share:percent} of the areas)",
    es: "{hazard}, {class}: {surface:number} km² ({share:percent} de las áreas)",
    pt: "{hazard}, {class}: {surface:number} km² ({share:percent} das áreas)"),
  Sentence(
    "exposure.annual",
    en: "{hazard}: {people:number} people are reached in an average year",
    es: "{hazard}: {people:number} personas son alcanzadas en un año promedio",
    pt: "{hazard}: {people:number} pessoas são alcançadas em um ano médio"),
  Sentence(
    "exposure.spaces",
    en: "{count:int} of {spaces:int} spaces lie in some hazard zone",
    es: "{count:int} de {spaces:int} espacios están en alguna zona de amenaza",
    pt: "{count:int} de {spaces:int} espaços estão em alguma zona de ameaça"),
  Sentence(
    "exposure.incidents",
    en: "{count:number} of {joined:int} incidents in the areas lie in some hazard zone",
    es: "{count:number} de {joined:int} incidentes en las áreas están en alguna zona de amenaza",
    pt: "{count:number} de {joined:int} incidentes nas áreas estão em alguma zona de ameaça"),
  Sentence(
    "exposure.outside",
    en: "{surface:number} of {total:number} km² of the hazard zones lie outside the areas",
    es: "{surface:number} de {total:number} km² de las zonas de amenaza están fuera de las áreas",
    pt: "{surface:number} de {total:number} km² das zonas de ameaça estão fora das áreas"),
]
