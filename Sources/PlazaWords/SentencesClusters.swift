/// Clusters of records. Those beyond chance are called *zonas prioritarias*.
let clusterSentences: [Sentence] = [
  Sentence(
    "clusters.found",
    en:
      "{clusters:int|cluster|clusters}: {records:percent} of the records lie within {clusters:plural|its outline|their outlines}, {surface:percent} of the surface",
    es:
      "{clusters:int|concentración|concentraciones}: el {records:percent} de los registros está dentro de {clusters:plural|su contorno|sus contornos}, el {surface:percent} de la superficie",
    pt:
      "{clusters:int|concentração|concentrações}: {records:percent} dos registros estão dentro {clusters:plural|do seu contorno|dos seus contornos}, {surface:percent} da superfície"
  ),
  Sentence(
    "clusters.found_tested",
    en:
      "{clusters:int|cluster|clusters}: {records:percent} of the records lie within {clusters:plural|its outline|their outlines}, {surface:percent} of the surface; {beyond:int|is|are} beyond what chance explains",
    es:
      "{clusters:int|concentración|concentraciones}: el {records:percent} de los registros está dentro de {clusters:plural|su contorno|sus contornos}, el {surface:percent} de la superficie; {beyond:int|supera|superan} lo que explica el azar",
    pt:
      "{clusters:int|concentração|concentrações}: {records:percent} dos registros estão dentro {clusters:plural|do seu contorno|dos seus contornos}, {surface:percent} da superfície; {beyond:int|supera|superam} o que o acaso explica"
  ),
  Sentence(
    "clusters.none",
    en: "no cluster among {used:int|record|records}: nowhere do {minimum:number} records or more lie within {radius:number} m",
    es:
      "ninguna concentración entre {used:int|registro|registros}: en ningún lugar hay {minimum:number} registros o más a menos de {radius:number} m",
    pt:
      "nenhuma concentração entre {used:int|registro|registros}: em lugar nenhum há {minimum:number} registros ou mais a menos de {radius:number} m"
  ),
  Sentence(
    "clusters.heaviest",
    en:
      "the heaviest, around {place}, has {count:int|record|records} at {places:int|place|places}; its outline holds {inside:int}, {times:number} times the average of the study area",
    es:
      "la mayor, alrededor de {place}, tiene {count:int|registro|registros} en {places:int|lugar|lugares}; su contorno contiene {inside:int}, {times:number} veces el promedio del área de estudio",
    pt:
      "a maior, em torno de {place}, tem {count:int|registro|registros} em {places:int|lugar|lugares}; seu contorno contém {inside:int}, {times:number} vezes a média da área de estudo"
  ),
  Sentence(
    "clusters.noise",
    en:
      "{noise:int} of {used:int|record|records} {noise:plural|belongs|belong} to no cluster, be {noise:plural|it|they} within an outline or not",
    es:
      "{noise:int} de {used:int|registro|registros} no {noise:plural|pertenece|pertenecen} a ninguna concentración, estén o no dentro de un contorno",
    pt:
      "{noise:int} de {used:int|registro|registros} não {noise:plural|pertence|pertencem} a nenhuma concentração, estejam ou não dentro de um contorno"
  ),
  Sentence(
    "clusters.overlap", en: "outlines overlap by {shared:number} km², which count once in the share of the surface",
    es: "los contornos se solapan en {shared:number} km², que cuentan una sola vez en la parte de la superficie",
    pt: "os contornos se sobrepõem em {shared:number} km², que contam uma só vez na parte da superfície"),
  Sentence(
    "clusters.scale_stated", en: "a cluster has {minimum:number} records or more within {radius:number} m",
    es: "una concentración tiene {minimum:number} registros o más a menos de {radius:number} m",
    pt: "uma concentração tem {minimum:number} registros ou mais a menos de {radius:number} m"),
  Sentence(
    "clusters.scale_chosen",
    en:
      "a cluster has {minimum:number} records or more (one in a hundred, five at the least) within {radius:number} m (ten times the average of the study area); --minimum and --radius change it",
    es:
      "una concentración tiene {minimum:number} registros o más (uno de cada cien, cinco al menos) a menos de {radius:number} m (diez veces el promedio del área de estudio); --minimum y --radius lo cambian",
    pt:
      "uma concentração tem {minimum:number} registros ou mais (um em cada cem, cinco no mínimo) a menos de {radius:number} m (dez vezes a média da área de estudo); --minimum e --radius mudam isso"
  ),
  Sentence(
    "clusters.minimum_chosen",
    en:
      "a cluster has {minimum:number} records or more (ten times the average of the study area, five at the least) within {radius:number} m; --minimum changes it",
    es:
      "una concentración tiene {minimum:number} registros o más (diez veces el promedio del área de estudio, cinco al menos) a menos de {radius:number} m; --minimum lo cambia",
    pt:
      "uma concentração tem {minimum:number} registros ou mais (dez vezes a média da área de estudo, cinco no mínimo) a menos de {radius:number} m; --minimum muda isso"
  ),
  Sentence(
    "clusters.radius_chosen",
    en:
      "a cluster has {minimum:number} records or more within {radius:number} m (ten times the average of the study area); --radius changes it",
    es:
      "una concentración tiene {minimum:number} registros o más a menos de {radius:number} m (diez veces el promedio del área de estudio); --radius lo cambia",
    pt:
      "uma concentração tem {minimum:number} registros ou mais a menos de {radius:number} m (dez vezes a média da área de estudo); --radius muda isso"
  ),
  Sentence(
    "clusters.chance_even",
    en:
      "chance is an even spread over the study area ({simulations:int|simulation|simulations}); --people FILE lets it follow the people",
    es:
      "el azar es un reparto uniforme sobre el área de estudio ({simulations:int|simulación|simulaciones}); --people ARCHIVO hace que siga a la población",
    pt:
      "o acaso é uma distribuição uniforme na área de estudo ({simulations:int|simulação|simulações}); --people ARQUIVO faz com que siga a população"
  ),
  Sentence(
    "clusters.chance_population",
    en: "chance follows the {people:number} people of the study area ({simulations:int|simulation|simulations})",
    es: "el azar sigue a las {people:number} personas del área de estudio ({simulations:int|simulación|simulaciones})",
    pt: "o acaso segue as {people:number} pessoas da área de estudo ({simulations:int|simulação|simulações})"),
  Sentence(
    "clusters.population_unread",
    en:
      "{count:int|row|rows} of --people {count:plural|has|have} no usable place or number and {count:plural|is|are} left out",
    es:
      "{count:int|fila|filas} de --people no {count:plural|tiene|tienen} lugar o número utilizable y {count:plural|queda|quedan} fuera",
    pt:
      "{count:int|linha|linhas} de --people não {count:plural|tem|têm} lugar ou número utilizável e {count:plural|fica|ficam} de fora"
  ),
  Sentence(
    "clusters.few_simulations",
    en: "with {simulations:int|simulation|simulations} no p can be 0.05 or less; give --simulations 99",
    es: "con {simulations:int|simulación|simulaciones} ningún p puede ser 0,05 o menos; use --simulations 99",
    pt: "com {simulations:int|simulação|simulações} nenhum p pode ser 0,05 ou menos; use --simulations 99"),
  Sentence(
    "clusters.bad_radius", en: "--radius takes metres, 1 at the least", es: "--radius espera metros, 1 al menos",
    pt: "--radius espera metros, no mínimo 1"),
  Sentence(
    "clusters.no_population", en: "nobody of --people lives in the study area",
    es: "nadie de --people vive en el área de estudio", pt: "ninguém de --people mora na área de estudo"),
  Sentence(
    "clusters.no_surface", en: "the boundary has no surface, so there is nothing to spread records over",
    es: "el límite no tiene superficie: no hay dónde repartir los registros",
    pt: "o limite não tem superfície: não há onde distribuir os registros"),
  Sentence(
    "clusters.failed", en: "an outline cannot be cut to the boundary: {reason}",
    es: "no se puede recortar un contorno al límite: {reason}", pt: "não se pode recortar um contorno ao limite: {reason}"),
]
