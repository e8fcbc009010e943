/// What `plaza check` mends, why geometries are invalid, what it refuses, and what its map says.
let checkRepairSentences: [Sentence] = [
  Sentence(
    "check.dust",
    en:
      "{file}: {count:int|place|places} narrower than {width:number} cm on average, {area:number} m² in all: the rounding of coordinates, and no problem",
    es:
      "{file}: {count:int|lugar|lugares} de menos de {width:number} cm de ancho en promedio, {area:number} m² en total: es el redondeo de las coordenadas, y no un problema",
    pt:
      "{file}: {count:int|lugar|lugares} de menos de {width:number} cm de largura em média, {area:number} m² no total: é o arredondamento das coordenadas, e não um problema"
  ),
  Sentence(
    "check.repaired",
    en:
      "{file}, mended: {invalid:int|invalid area|invalid areas} drawn anew with the same ground inside, {gaps:int|sliver|slivers} between areas and {overlaps:int|sliver|slivers} in common given to one of them, {vertices:int|repeated vertex|repeated vertices} left out",
    es:
      "{file}, corregido: {invalid:int|área inválida trazada|áreas inválidas trazadas} de nuevo con el mismo suelo dentro, {gaps:int|astilla|astillas} entre áreas y {overlaps:int|astilla|astillas} en común dadas a una de ellas, {vertices:int|vértice repetido quitado|vértices repetidos quitados}",
    pt:
      "{file}, corrigido: {invalid:int|área inválida traçada|áreas inválidas traçadas} de novo com o mesmo solo dentro, {gaps:int|lasca|lascas} entre áreas e {overlaps:int|lasca|lascas} em comum dadas a uma delas, {vertices:int|vértice repetido retirado|vértices repetidos retirados}"
  ),
  Sentence(
    "check.changed",
    en: "areas gained or lost {changed:number} m² in all; most of all {label}: {most:number} m², {share:percent} of it",
    es:
      "las áreas ganaron o perdieron {changed:number} m² en total; más que ninguna {label}: {most:number} m², el {share:percent} de ella",
    pt:
      "as áreas ganharam ou perderam {changed:number} m² no total; mais que nenhuma {label}: {most:number} m², {share:percent} dela"
  ),
  Sentence(
    "check.unchanged",
    en: "no area gained or lost ground",
    es: "ningún área ganó ni perdió suelo",
    pt: "nenhuma área ganhou nem perdeu solo"),
  Sentence(
    "check.written_sound",
    en: "the layer as it is written was checked again: its areas are valid and fit together",
    es: "la capa tal como se escribe se revisó de nuevo: sus áreas son válidas y encajan",
    pt: "a camada tal como é gravada foi verificada de novo: suas áreas são válidas e se encaixam"),
  Sentence(
    "check.written_left",
    en:
      "the layer as it is written was checked again: {invalid:int|invalid area|invalid areas}, slivers of {slivers:int|pair|pairs} and {wide:int|wider gap or overlap|wider gaps or overlaps} are left; what is wider than --tolerance is for you to decide",
    es:
      "la capa tal como se escribe se revisó de nuevo: quedan {invalid:int|área inválida|áreas inválidas}, astillas de {slivers:int|par|pares} y {wide:int|hueco o traslape más ancho|huecos o traslapes más anchos}; lo que es más ancho que --tolerance lo decide usted",
    pt:
      "a camada tal como é gravada foi verificada de novo: restam {invalid:int|área inválida|áreas inválidas}, lascas de {slivers:int|par|pares} e {wide:int|vazio ou sobreposição mais largo|vazios ou sobreposições mais largos}; o que é mais largo que --tolerance decide você"
  ),
  Sentence(
    "check.not_nested",
    en: "{file}: no field names areas of {other}, so the two are not compared; say which with --parent",
    es: "{file}: ningún campo nombra áreas de {other}, así que no se comparan; diga cuál con --parent",
    pt: "{file}: nenhum campo nomeia áreas de {other}, portanto não são comparados; diga qual com --parent"),
  Sentence(
    "check.refused",
    en: "{count:int|problem stands|problems stand}, and --strict lets none pass; what was asked for is written",
    es: "{count:plural|queda|quedan} {count:int|problema|problemas}, y --strict no deja pasar ninguno; lo pedido está escrito",
    pt:
      "{count:plural|resta|restam} {count:int|problema|problemas}, e --strict não deixa passar nenhum; o que foi pedido está gravado"
  ),
  Sentence(
    "check.raster",
    en: "{file} is a raster, which has no areas and no columns to check; plaza info describes it",
    es: "{file} es un ráster, que no tiene áreas ni columnas que revisar; plaza info lo describe",
    pt: "{file} é um raster, que não tem áreas nem colunas a verificar; plaza info o descreve"),
  Sentence(
    "check.repair_one",
    en: "--repair mends one layer at a time, and {count} are given; run it once for each",
    es: "--repair corrige una capa a la vez, y hay {count}; ejecútelo una vez por cada una",
    pt: "--repair corrige uma camada por vez, e há {count}; execute-o uma vez para cada uma"),
  Sentence(
    "check.repair_areas",
    en: "{file} holds no layer of areas, and --repair mends only these; leave it out to see what is wrong",
    es: "{file} no contiene una capa de áreas, y --repair solo corrige esas; quítelo para ver qué está mal",
    pt: "{file} não contém uma camada de áreas, e --repair só corrige essas; retire-o para ver o que está errado"),
  Sentence(
    "check.too_many",
    en: "{option} stands {count} times, and there are {files} files; give it once for each file",
    es: "{option} aparece {count} veces, y hay {files} archivos; póngalo una vez por archivo",
    pt: "{option} aparece {count} vezes, e há {files} arquivos; use-o uma vez por arquivo"),
  Sentence(
    "check.tangled",
    en:
      "{file}: more than {limit:int} pairs of areas have ground in common; these are no areas side by side: divide them by --level, or check the file",
    es:
      "{file}: más de {limit:int} pares de áreas tienen suelo en común; no son áreas contiguas: divídalas con --level, o revise el archivo",
    pt:
      "{file}: mais de {limit:int} pares de áreas têm solo em comum; não são áreas contíguas: divida-as com --level, ou verifique o arquivo"
  ),
  Sentence(
    "check.failed",
    en: "{file}: the areas could not be laid over each other ({reason}); mend invalid areas first, with --repair",
    es: "{file}: las áreas no se pudieron superponer ({reason}); corrija antes las áreas inválidas, con --repair",
    pt: "{file}: não foi possível sobrepor as áreas ({reason}); corrija antes as áreas inválidas, com --repair"),
  Sentence(
    "check.reason.self_intersection",
    en: "its outline crosses itself", es: "su contorno se cruza a sí mismo", pt: "seu contorno cruza a si mesmo"),
  Sentence(
    "check.reason.ring_self_intersection",
    en: "its outline touches itself", es: "su contorno se toca a sí mismo", pt: "seu contorno toca a si mesmo"),
  Sentence(
    "check.reason.hole_lies_outside_shell",
    en: "a hole lies outside of it", es: "un hueco está fuera de ella", pt: "um buraco está fora dela"),
  Sentence(
    "check.reason.holes_are_nested",
    en: "one hole lies in another", es: "un hueco está dentro de otro", pt: "um buraco está dentro de outro"),
  Sentence(
    "check.reason.nested_holes",
    en: "one hole lies in another", es: "un hueco está dentro de otro", pt: "um buraco está dentro de outro"),
  Sentence(
    "check.reason.nested_shells",
    en: "one of its parts lies in another", es: "una de sus partes está dentro de otra",
    pt: "uma de suas partes está dentro de outra"),
  Sentence(
    "check.reason.interior_is_disconnected",
    en: "holes cut it in two", es: "unos huecos la cortan en dos", pt: "buracos a cortam em duas"),
  Sentence(
    "check.reason.duplicate_rings",
    en: "one ring stands twice", es: "un anillo está dos veces", pt: "um anel está duas vezes"),
  Sentence(
    "check.reason.too_few_points_in_geometry_component",
    en: "a ring has too few vertices", es: "un anillo tiene muy pocos vértices", pt: "um anel tem vértices de menos"),
  Sentence(
    "check.reason.ring_is_not_closed",
    en: "a ring is not closed", es: "un anillo no está cerrado", pt: "um anel não está fechado"),
  Sentence(
    "output.problems",
    en: "problems", es: "problemas", pt: "problemas"),
  Sentence("style.areas", en: "Areas", es: "Áreas", pt: "Áreas"),
  Sentence("style.problems", en: "Problems", es: "Problemas", pt: "Problemas"),
  Sentence("style.problem.invalid", en: "invalid geometry", es: "geometría inválida", pt: "geometria inválida"),
  Sentence("style.problem.null_island", en: "at 0, 0", es: "en 0, 0", pt: "em 0, 0"),
  Sentence(
    "style.problem.duplicate_geometry", en: "same geometry twice", es: "misma geometría dos veces",
    pt: "mesma geometria duas vezes"),
  Sentence("style.problem.overlap", en: "overlap", es: "traslape", pt: "sobreposição"),
  Sentence("style.problem.overlap_sliver", en: "sliver in common", es: "astilla en común", pt: "lasca em comum"),
  Sentence("style.problem.gap", en: "gap", es: "hueco", pt: "vazio"),
  Sentence("style.problem.gap_sliver", en: "sliver between areas", es: "astilla entre áreas", pt: "lasca entre áreas"),
  Sentence("style.problem.wrong_parent", en: "in another area above", es: "en otra área superior", pt: "em outra área superior"),
  Sentence(
    "style.problem.outside_parent", en: "outside of the area above", es: "fuera del área superior", pt: "fora da área superior"),
  Sentence(
    "style.problem.outside_parent_sliver", en: "sliver outside of the area above", es: "astilla fuera del área superior",
    pt: "lasca fora da área superior"),
  Sentence("style.problem.other", en: "another problem", es: "otro problema", pt: "outro problema"),
]
