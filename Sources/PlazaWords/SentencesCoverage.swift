/// Who lives near a space, in words.
let coverageSentences: [Sentence] = [
  Sentence("coverage.mode.straight", en: "in a straight line", es: "en línea recta", pt: "em linha reta"),
  Sentence("coverage.mode.walk", en: "on foot along the streets", es: "a pie por las calles", pt: "a pé pelas ruas"),
  Sentence(
    "coverage.people",
    en: "{people:int} of {all:int} people, {share:percent}, live within {metres:number} m of a space {mode:id}",
    es: "{people:int} de {all:int} personas, el {share:percent}, viven a {metres:number} m o menos de un espacio {mode:id}",
    pt: "{people:int} de {all:int} pessoas, {share:percent}, moram a {metres:number} m ou menos de um espaço {mode:id}"),
  Sentence(
    "coverage.people_between",
    en:
      "about {people:int} of {all:int} people, {share:percent}, live within {metres:number} m of a space {mode:id}: at least {low:int}, at most {high:int}, because where in their area they live is not known",
    es:
      "unas {people:int} de {all:int} personas, el {share:percent}, viven a {metres:number} m o menos de un espacio {mode:id}: al menos {low:int} y a lo sumo {high:int}, porque no se sabe en qué parte de su área viven",
    pt:
      "cerca de {people:int} de {all:int} pessoas, {share:percent}, moram a {metres:number} m ou menos de um espaço {mode:id}: pelo menos {low:int} e no máximo {high:int}, porque não se sabe em que parte de sua área moram"
  ),
  Sentence(
    "coverage.people_walk",
    en:
      "{people:int} of {all:int} people, {share:percent}, live within {metres:number} m of a space {mode:id}, counting those at most {band:number} m from a street that leads there",
    es:
      "{people:int} de {all:int} personas, el {share:percent}, viven a {metres:number} m o menos de un espacio {mode:id}, contando a quienes están a lo sumo a {band:number} m de una calle que lleva hasta él",
    pt:
      "{people:int} de {all:int} pessoas, {share:percent}, moram a {metres:number} m ou menos de um espaço {mode:id}, contando quem está no máximo a {band:number} m de uma rua que leva até ele"
  ),
  Sentence(
    "coverage.people_between_walk",
    en:
      "about {people:int} of {all:int} people, {share:percent}, live within {metres:number} m of a space {mode:id}, counting those at most {band:number} m from a street that leads there: at least {low:int}, at most {high:int}, because where in their area they live is not known",
    es:
      "unas {people:int} de {all:int} personas, el {share:percent}, viven a {metres:number} m o menos de un espacio {mode:id}, contando a quienes están a lo sumo a {band:number} m de una calle que lleva hasta él: al menos {low:int} y a lo sumo {high:int}, porque no se sabe en qué parte de su área viven",
    pt:
      "cerca de {people:int} de {all:int} pessoas, {share:percent}, moram a {metres:number} m ou menos de um espaço {mode:id}, contando quem está no máximo a {band:number} m de uma rua que leva até ele: pelo menos {low:int} e no máximo {high:int}, porque não se sabe em que parte de sua área moram"
  ),
  Sentence(
    "coverage.people_unknown",
    en:
      "how many of {all:int} people live within {metres:number} m of a space {mode:id} cannot be told from the population of whole areas: anything from none to all; --people with blocks would say it",
    es:
      "con la población de áreas enteras no se puede saber cuántas de {all:int} personas viven a {metres:number} m o menos de un espacio {mode:id}: podrían ser desde ninguna hasta todas; lo diría --people con manzanas",
    pt:
      "com a população de áreas inteiras não se pode saber quantas de {all:int} pessoas moram a {metres:number} m ou menos de um espaço {mode:id}: podem ser de nenhuma a todas; --people com quadras o diria"
  ),
  Sentence(
    "coverage.walk_in_pieces",
    en:
      "how many live within {metres:number} m of a space on foot is not said: the streets fall into {count:int} pieces, the longest with {share:percent} of the length, and figures of such a net are too low",
    es:
      "no se dice cuántas personas viven a {metres:number} m o menos de un espacio a pie: las calles forman {count:int} partes sueltas, la más larga con el {share:percent} de la longitud, y las cifras de una red así salen demasiado bajas",
    pt:
      "não se diz quantas pessoas moram a {metres:number} m ou menos de um espaço a pé: as ruas formam {count:int} partes soltas, a mais longa com {share:percent} do comprimento, e os números de uma rede assim saem baixos demais"
  ),
  Sentence(
    "coverage.nobody",
    en: "nobody lives in the areas: within {metres:number} m of a space {mode:id} there is nobody to count",
    es: "nadie vive en las áreas: a {metres:number} m de un espacio {mode:id} no hay a quién contar",
    pt: "ninguém mora nas áreas: a {metres:number} m de um espaço {mode:id} não há quem contar"),
  Sentence(
    "coverage.ground",
    en: "{km2:number.2} of {all:number.2} km², {share:percent} of the ground, lie within {metres:number} m of a space {mode:id}",
    es:
      "{km2:number.2} de {all:number.2} km², el {share:percent} del suelo, están a {metres:number} m o menos de un espacio {mode:id}",
    pt: "{km2:number.2} de {all:number.2} km², {share:percent} do solo, ficam a {metres:number} m ou menos de um espaço {mode:id}"
  ),
  Sentence(
    "coverage.upper_bound",
    en: "figures in a straight line are an upper bound: on foot it is always farther",
    es: "las cifras en línea recta son una cota superior: a pie siempre es más lejos",
    pt: "os números em linha reta são um limite superior: a pé é sempre mais longe"),
  Sentence(
    "coverage.least_people",
    en: "{area} has the smallest share: {share:percent} of its people within {metres:number} m {mode:id}",
    es: "{area} tiene la proporción más baja: el {share:percent} de sus habitantes a {metres:number} m o menos {mode:id}",
    pt: "{area} tem a menor proporção: {share:percent} dos seus habitantes a {metres:number} m ou menos {mode:id}"),
  Sentence(
    "coverage.least_ground",
    en: "{area} has the smallest share: {share:percent} of its ground within {metres:number} m {mode:id}",
    es: "{area} tiene la proporción más baja: el {share:percent} de su suelo a {metres:number} m o menos {mode:id}",
    pt: "{area} tem a menor proporção: {share:percent} do seu solo a {metres:number} m ou menos {mode:id}"),
  Sentence(
    "coverage.least_people_tied",
    en:
      "{tied:int} of {total:int} areas share the smallest share: {share:percent} of their people within {metres:number} m {mode:id}; the one with most people among them is {area}",
    es:
      "{tied:int} de {total:int} áreas comparten la proporción más baja: el {share:percent} de sus habitantes a {metres:number} m o menos {mode:id}; la más poblada de ellas es {area}",
    pt:
      "{tied:int} de {total:int} áreas têm a mesma menor proporção: {share:percent} dos seus habitantes a {metres:number} m ou menos {mode:id}; a mais populosa delas é {area}"
  ),
  Sentence(
    "coverage.least_ground_tied",
    en:
      "{tied:int} of {total:int} areas share the smallest share: {share:percent} of their ground within {metres:number} m {mode:id}; the largest among them is {area}",
    es:
      "{tied:int} de {total:int} áreas comparten la proporción más baja: el {share:percent} de su suelo a {metres:number} m o menos {mode:id}; la más extensa de ellas es {area}",
    pt:
      "{tied:int} de {total:int} áreas têm a mesma menor proporção: {share:percent} do seu solo a {metres:number} m ou menos {mode:id}; a mais extensa delas é {area}"
  ),
  Sentence(
    "coverage.incidents",
    en:
      "{count:int|incident|incidents}, {share:percent} of those in the areas, happened within {metres:number} m of a space {mode:id}",
    es:
      "{count:int|incidente ocurrió|incidentes ocurrieron}, el {share:percent} de los de las áreas, a {metres:number} m o menos de un espacio {mode:id}",
    pt:
      "{count:int|incidente ocorreu|incidentes ocorreram}, {share:percent} dos das áreas, a {metres:number} m ou menos de um espaço {mode:id}"
  ),
  Sentence(
    "coverage.gini",
    en:
      "access within {metres:number} m, when all who reach a space share it, is spread over people with a Gini of {gini:number.2} (0: all have as much, 1: one has all)",
    es:
      "el acceso a {metres:number} m, si todos los que alcanzan un espacio lo comparten, se reparte entre las personas con un Gini de {gini:number.2} (0: todas tienen lo mismo, 1: una lo tiene todo)",
    pt:
      "o acesso a {metres:number} m, se todos os que alcançam um espaço o compartilham, reparte-se entre as pessoas com um Gini de {gini:number.2} (0: todas têm o mesmo, 1: uma tem tudo)"
  ),
  Sentence(
    "coverage.local",
    en: "the areas reach over more than one UTM zone: distances are measured in a projection of each place's own",
    es: "las áreas ocupan más de una zona UTM: las distancias se miden en una proyección propia de cada lugar",
    pt: "as áreas ocupam mais de um fuso UTM: as distâncias são medidas em uma projeção própria de cada lugar"),
  Sentence(
    "coverage.share_of_ground",
    en: "no population was given: shares are of the ground; name its field with --population",
    es: "no se indicó población: las proporciones son del suelo; indique su campo con --population",
    pt: "não foi indicada população: as proporções são do solo; indique seu campo com --population"),
  Sentence(
    "coverage.unknown_population",
    en: "{count:int|area has|areas have} no population: its share is null and it is in no total of people",
    es: "{count:int|área no tiene|áreas no tienen} población: su proporción es nula y no entra en los totales de personas",
    pt: "{count:int|área não tem|áreas não têm} população: sua proporção é nula e não entra nos totais de pessoas"),
  Sentence(
    "coverage.no_people",
    en: "{count:int|area has|areas have} a population of 0: the share of nobody is null",
    es: "{count:int|área tiene|áreas tienen} población 0: la proporción de nadie es nula",
    pt: "{count:int|área tem|áreas têm} população 0: a proporção de ninguém é nula"),
  Sentence(
    "coverage.spaces_without_geometry",
    en: "{file}: {count:int|space has|spaces have} no place and {count:plural|serves|serve} nobody",
    es: "{file}: {count:int|espacio no tiene|espacios no tienen} lugar y no {count:plural|sirve|sirven} a nadie",
    pt: "{file}: {count:int|espaço não tem|espaços não têm} lugar e não {count:plural|serve|servem} a ninguém"),
  Sentence(
    "coverage.spaces_far",
    en:
      "{file}: {count:int|space is|spaces are} too far from every area to serve anybody there: check the coordinates and the CRS",
    es:
      "{file}: {count:int|espacio está|espacios están} demasiado lejos de todas las áreas para servir a alguien: revise las coordenadas y el CRS",
    pt:
      "{file}: {count:int|espaço está|espaços estão} longe demais de todas as áreas para servir a alguém: verifique as coordenadas e o CRS"
  ),
  Sentence(
    "coverage.spaces_outside",
    en: "{file}: {count:int|space lies|spaces lie} in no area; what is near {count:plural|it|them} counts all the same",
    es: "{file}: {count:int|espacio no está|espacios no están} en ningún área; lo que queda cerca cuenta de todos modos",
    pt: "{file}: {count:int|espaço não está|espaços não estão} em nenhuma área; o que fica perto conta mesmo assim"),
  Sentence(
    "coverage.no_space_near",
    en: "{file}: no space is near any area: nothing is covered",
    es: "{file}: ningún espacio está cerca de un área: nada queda cubierto",
    pt: "{file}: nenhum espaço está perto de uma área: nada fica coberto"),
  Sentence(
    "coverage.no_ground",
    en: "{file}: no area has a polygon",
    es: "{file}: ningún área tiene polígono",
    pt: "{file}: nenhuma área tem polígono"),
  Sentence(
    "coverage.failed",
    en: "the coverage could not be computed: {reason}; check the polygons with `plaza info`",
    es: "no se pudo calcular la cobertura: {reason}; revise los polígonos con `plaza info`",
    pt: "não foi possível calcular a cobertura: {reason}; verifique os polígonos com `plaza info`"),
  Sentence(
    "coverage.not_conserved",
    en: "internal error: what people were given of the spaces is not what there was to share; please report it",
    es: "error interno: lo repartido de los espacios no es lo que había para repartir; por favor, repórtelo",
    pt: "erro interno: o repartido dos espaços não é o que havia para repartir; por favor, relate-o"),
  Sentence(
    "coverage.no_spaces",
    en: "{file}: no space is left of {read:int}: {filtered:int} were filtered out, the others have no place",
    es: "{file}: no queda ningún espacio de {read:int}: {filtered:int} se filtraron, los demás no tienen lugar",
    pt: "{file}: não resta nenhum espaço de {read:int}: {filtered:int} foram filtrados, os demais não têm lugar"),
  Sentence(
    "coverage.no_streets",
    en: "--streets has no lines",
    es: "--streets no tiene líneas",
    pt: "--streets não tem linhas"),
  Sentence(
    "coverage.no_streets_left",
    en: "{file}: of {read:int} lines none is left as a street: see --streets-where and --streets-except",
    es: "{file}: de {read:int} líneas no queda ninguna como calle: revise --streets-where y --streets-except",
    pt: "{file}: de {read:int} linhas não resta nenhuma como rua: verifique --streets-where e --streets-except"),
  Sentence(
    "coverage.not_lines",
    en: "{file}: {count:int} of {read:int} features are no lines and no streets",
    es: "{file}: {count:int} de {read:int} elementos no son líneas y no cuentan como calles",
    pt: "{file}: {count:int} de {read:int} feições não são linhas e não contam como ruas"),
  Sentence(
    "coverage.not_walked",
    en:
      "{file}: {count:int} lines are left out, because nobody walks there ({field}: {classes}); --streets-where decides otherwise",
    es:
      "{file}: se dejaron fuera {count:int} líneas por las que no se camina ({field}: {classes}); con --streets-where se decide otra cosa",
    pt:
      "{file}: {count:int} linhas ficaram de fora, porque ninguém caminha nelas ({field}: {classes}); com --streets-where se decide outra coisa"
  ),
  Sentence(
    "coverage.street_crossings",
    en: "{file}: {count:int|place|places} where streets cross without a vertex in common joined",
    es: "{file}: {count:int|cruce|cruces} de calles sin un vértice en común, unidos",
    pt: "{file}: {count:int|cruzamento|cruzamentos} de ruas sem um vértice em comum, unidos"),
  Sentence(
    "coverage.street_pieces",
    en:
      "the streets fall into {count:int} pieces between which nobody can walk; the longest has {share:percent} of the length; --snap METRES joins ends that nearly meet",
    es:
      "las calles forman {count:int} partes entre las que no se puede caminar; la más larga tiene el {share:percent} de la longitud; --snap METROS une extremos que casi se tocan",
    pt:
      "as ruas formam {count:int} partes entre as quais não se pode caminhar; a mais longa tem {share:percent} do comprimento; --snap METROS une extremos que quase se tocam"
  ),
  Sentence(
    "coverage.spaces_without_street",
    en: "{count:int|space has|spaces have} no street near enough: nobody walks there",
    es: "{count:int|espacio no tiene|espacios no tienen} una calle cerca: nadie llega a pie",
    pt: "{count:int|espaço não tem|espaços não têm} uma rua perto: ninguém chega a pé"),
  Sentence(
    "coverage.areas_without_street",
    en: "{count:int|area has|areas have} no street: check that the streets cover all areas",
    es: "{count:int|área no tiene|áreas no tienen} calles: revise si las calles cubren todas las áreas",
    pt: "{count:int|área não tem|áreas não têm} ruas: verifique se as ruas cobrem todas as áreas"),
  Sentence("output.service", en: "service areas", es: "áreas de servicio", pt: "áreas de serviço"),
  Sentence(
    "output.service_map", en: "map of the service areas", es: "mapa de las áreas de servicio", pt: "mapa das áreas de serviço"),
  Sentence("output.gaps", en: "gaps", es: "vacíos", pt: "vazios"),
  Sentence(
    "style.covered_people", en: "Share of people within {metres:number} m of a space ({mode:id})",
    es: "Proporción de personas a {metres:number} m o menos de un espacio ({mode:id})",
    pt: "Proporção de pessoas a {metres:number} m ou menos de um espaço ({mode:id})"),
  Sentence(
    "style.covered_ground", en: "Share of the ground within {metres:number} m of a space ({mode:id})",
    es: "Proporción del suelo a {metres:number} m o menos de un espacio ({mode:id})",
    pt: "Proporção do solo a {metres:number} m ou menos de um espaço ({mode:id})"),
  Sentence("style.nobody", en: "nobody, or not known", es: "nadie, o sin dato", pt: "ninguém, ou sem dado"),
  Sentence("style.share_value", en: "{value:share}", es: "{value:share}", pt: "{value:share}"),
  Sentence(
    "style.share_range", en: "{lower:share} to {upper:share}", es: "{lower:share} a {upper:share}",
    pt: "{lower:share} a {upper:share}"),
  Sentence(
    "style.service_walk", en: "Distance on foot to a space", es: "Distancia a pie a un espacio",
    pt: "Distância a pé a um espaço"),
  Sentence(
    "style.service_straight", en: "Distance to a space in a straight line",
    es: "Distancia en línea recta a un espacio", pt: "Distância em linha reta a um espaço"),
  Sentence(
    "style.gaps_walk", en: "Beyond a walk to every space", es: "Lejos de todo espacio, a pie", pt: "Longe de todo espaço, a pé"),
  Sentence(
    "style.gaps_straight", en: "Beyond every space, in a straight line", es: "Lejos de todo espacio, en línea recta",
    pt: "Longe de todo espaço, em linha reta"),
  Sentence(
    "style.metres_within", en: "{value:number} m or less", es: "{value:number} m o menos", pt: "{value:number} m ou menos"),
  Sentence(
    "style.metres_between", en: "more than {lower:number} to {value:number} m", es: "más de {lower:number} a {value:number} m",
    pt: "mais de {lower:number} a {value:number} m"),
  Sentence(
    "style.share_range_above", en: "more than {lower:share} to {upper:share}", es: "más de {lower:share} a {upper:share}",
    pt: "mais de {lower:share} a {upper:share}"),
  Sentence(
    "style.metres_beyond", en: "more than {value:number} m", es: "más de {value:number} m", pt: "mais de {value:number} m"),
  Sentence(
    "sdg.ground",
    en:
      "SDG 11.7.1a: {percent:percent} of {km2:number.2} km² of built-up ground is open public space ({open:number.2} km²) or street ({streets:number.2} km²)",
    es:
      "ODS 11.7.1a: el {percent:percent} de {km2:number.2} km² de suelo urbanizado es espacio público abierto ({open:number.2} km²) o calle ({streets:number.2} km²)",
    pt:
      "ODS 11.7.1a: {percent:percent} de {km2:number.2} km² de solo urbanizado é espaço público aberto ({open:number.2} km²) ou rua ({streets:number.2} km²)"
  ),
  Sentence(
    "sdg.people",
    en: "SDG 11.7.1b: {percent:percent} of the people live within a walk of 400 m of an open public space",
    es: "ODS 11.7.1b: el {percent:percent} de las personas vive a 400 m a pie o menos de un espacio público abierto",
    pt: "ODS 11.7.1b: {percent:percent} das pessoas moram a 400 m a pé ou menos de um espaço público aberto"),
  Sentence(
    "sdg.basis",
    en:
      "built-up extent: {urban}; inventory {inventory} of {date:date}, {verified:percent} verified; {assumed:percent} of the streets' length has the assumed width of {width:number} m; people evenly over the built-up ground of their area, unless a file says where they live",
    es:
      "extensión urbanizada: {urban}; inventario {inventory} de {date:date}, {verified:percent} verificado; el {assumed:percent} de la longitud de las calles tiene el ancho supuesto de {width:number} m; personas repartidas por igual en el suelo urbanizado de su área, salvo que un archivo diga dónde viven",
    pt:
      "extensão urbanizada: {urban}; inventário {inventory} de {date:date}, {verified:percent} verificado; {assumed:percent} do comprimento das ruas tem a largura suposta de {width:number} m; pessoas distribuídas por igual no solo urbanizado de sua área, salvo se um arquivo disser onde moram"
  ),
  Sentence(
    "sdg.basis_sampled",
    en:
      "built-up extent: {urban}; inventory {inventory} of {date:date}, {verified:percent} verified; streets in {circles:int} circles of 10 ha, standard error {error:number.2} percentage points; {assumed:percent} of their length has the assumed width of {width:number} m",
    es:
      "extensión urbanizada: {urban}; inventario {inventory} de {date:date}, {verified:percent} verificado; calles en {circles:int} círculos de 10 ha, error estándar de {error:number.2} puntos porcentuales; el {assumed:percent} de su longitud tiene el ancho supuesto de {width:number} m",
    pt:
      "extensão urbanizada: {urban}; inventário {inventory} de {date:date}, {verified:percent} verificado; ruas em {circles:int} círculos de 10 ha, erro padrão de {error:number.2} pontos percentuais; {assumed:percent} do seu comprimento tem a largura suposta de {width:number} m"
  ),
  Sentence(
    "sdg.incomplete",
    en:
      "SDG 11.7.1 needs --urban, --inventory, --inventory-date, --streets and --width or --assumed-width; without all of them no number bears its name",
    es:
      "ODS 11.7.1 necesita --urban, --inventory, --inventory-date, --streets y --width o --assumed-width; sin todos ellos ninguna cifra lleva su nombre",
    pt:
      "ODS 11.7.1 precisa de --urban, --inventory, --inventory-date, --streets e --width ou --assumed-width; sem todos eles nenhum número leva seu nome"
  ),
  Sentence(
    "sdg.no_streets",
    en: "SDG 11.7.1 needs --streets",
    es: "ODS 11.7.1 necesita --streets",
    pt: "ODS 11.7.1 precisa de --streets"),
  Sentence(
    "sdg.no_field",
    en: "{file}: the inventory has none of the fields {names}, which say what counts; the fields are {fields}",
    es: "{file}: el inventario no tiene ninguno de los campos {names}, que dicen qué cuenta; los campos son {fields}",
    pt: "{file}: o inventário não tem nenhum dos campos {names}, que dizem o que conta; os campos são {fields}"),
  Sentence(
    "sdg.none",
    en: "{file}: no space of the inventory is verified, free and a polygon",
    es: "{file}: ningún espacio del inventario está verificado, es libre y es un polígono",
    pt: "{file}: nenhum espaço do inventário está verificado, é livre e é um polígono"),
  Sentence(
    "sdg.no_width",
    en: "{file}, street {feature}: no width in the field {field}; name another with --width or give --assumed-width",
    es: "{file}, calle {feature}: sin ancho en el campo {field}; nombre otro con --width o dé --assumed-width",
    pt: "{file}, rua {feature}: sem largura no campo {field}; indique outro com --width ou dê --assumed-width"),
]
