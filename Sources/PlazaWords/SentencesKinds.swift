/// Kinds of incident that are not shown at single places.
let kindSentences: [Sentence] = [
  Sentence(
    "kinds.keep_sensitive",
    en: "{file} marks '{kind}' as sensitive: it is never shown at its places, and --keep-kind does not change that",
    es: "{file} marca '{kind}' como sensible: nunca se muestra en su lugar, y --keep-kind no lo cambia",
    pt: "{file} marca '{kind}' como sensível: nunca é mostrado no seu lugar, e --keep-kind não muda isso"),
  Sentence(
    "kinds.withheld_sensitive",
    en:
      "{count:int|record is|records are} not shown at {count:plural|its place|their places}, be it as rows, points or cells: the class table marks {distinct:int|kind|kinds} of them as sensitive: {kinds}",
    es:
      "{count:int|registro no se muestra|registros no se muestran} en su lugar, ni como filas, puntos o celdas: la tabla de clases marca {distinct:int|tipo como sensible|tipos como sensibles}: {kinds}",
    pt:
      "{count:int|registro não é mostrado|registros não são mostrados} no seu lugar, nem como linhas, pontos ou células: a tabela de classes marca {distinct:int|tipo como sensível|tipos como sensíveis}: {kinds}"
  ),
  Sentence(
    "kinds.withheld_likely",
    en:
      "{count:int|record is|records are} not shown at {count:plural|its place|their places}, be it as rows, points or cells, because {distinct:int|kind has a name that looks|kinds have names that look} sensitive: {kinds}; a class table (--classes) knows better, or --keep-kind KIND",
    es:
      "{count:int|registro no se muestra|registros no se muestran} en su lugar, ni como filas, puntos o celdas, porque {distinct:int|tipo tiene un nombre que parece sensible|tipos tienen nombres que parecen sensibles}: {kinds}; una tabla de clases (--classes) lo sabe mejor, o --keep-kind TIPO",
    pt:
      "{count:int|registro não é mostrado|registros não são mostrados} no seu lugar, nem como linhas, pontos ou células, porque {distinct:int|tipo tem um nome que parece sensível|tipos têm nomes que parecem sensíveis}: {kinds}; uma tabela de classes (--classes) sabe melhor, ou --keep-kind TIPO"
  ),
  Sentence(
    "kinds.withheld_unknown",
    en:
      "{count:int|record is|records are} not shown at {count:plural|its place|their places}, be it as rows, points or cells: the class table does not have {distinct:int|kind|kinds} of them, so {distinct:plural|it is|they are} not known to be harmless: {kinds}; add them to it, or --keep-kind KIND",
    es:
      "{count:int|registro no se muestra|registros no se muestran} en su lugar, ni como filas, puntos o celdas: la tabla de clases no tiene {distinct:int|tipo|tipos} y no se sabe si se pueden mostrar: {kinds}; agréguelos a ella, o --keep-kind TIPO",
    pt:
      "{count:int|registro não é mostrado|registros não são mostrados} no seu lugar, nem como linhas, pontos ou células: a tabela de classes não tem {distinct:int|tipo|tipos} e não se sabe se podem ser mostrados: {kinds}; acrescente-os a ela, ou --keep-kind TIPO"
  ),
  Sentence(
    "kinds.withheld_unsaid",
    en:
      "{count:int|record is|records are} not shown at {count:plural|its place|their places}, be it as rows, points or cells: a code or a blank does not say what happened ({kinds}); a class table (--classes) can say it, or --keep-kind KIND",
    es:
      "{count:int|registro no se muestra|registros no se muestran} en su lugar, ni como filas, puntos o celdas: un código o un blanco no dice qué pasó ({kinds}); una tabla de clases (--classes) lo puede decir, o --keep-kind TIPO",
    pt:
      "{count:int|registro não é mostrado|registros não são mostrados} no seu lugar, nem como linhas, pontos ou células: um código ou um branco não diz o que houve ({kinds}); uma tabela de classes (--classes) pode dizê-lo, ou --keep-kind TIPO"
  ),
  Sentence(
    "kinds.withheld_flagged",
    en:
      "{count:int|record is|records are} not shown at {count:plural|its place|their places}, be it as rows, points or cells, because of what another field says: violence at home, a relation of the victim, or an age under 18 ({kinds})",
    es:
      "{count:int|registro no se muestra|registros no se muestran} en su lugar, ni como filas, puntos o celdas, por lo que dice otro campo: violencia en el hogar, un vínculo con la víctima o una edad menor de 18 años ({kinds})",
    pt:
      "{count:int|registro não é mostrado|registros não são mostrados} no seu lugar, nem como linhas, pontos ou células, pelo que diz outro campo: violência em casa, um vínculo com a vítima ou uma idade abaixo de 18 anos ({kinds})"
  ),
  Sentence(
    "kinds.no_field",
    en:
      "{file}: no field says of what kind a record is, so none was withheld for it: if there are kinds that expose their victims, name their field with --by",
    es:
      "{file}: ningún campo dice de qué tipo es un registro, así que no se retuvo ninguno por ello: si hay tipos que exponen a sus víctimas, indique su campo con --by",
    pt:
      "{file}: nenhum campo diz de que tipo é um registro, então nenhum foi retido por isso: se há tipos que expõem suas vítimas, indique o campo com --by"
  ),
  Sentence(
    "kinds.flag_field", en: "{file}: what can betray a victim is looked for in {field} too",
    es: "{file}: lo que puede delatar a una víctima se busca también en {field}",
    pt: "{file}: o que pode denunciar uma vítima procura-se também em {field}"),
  Sentence(
    "kinds.none_mistaken",
    en:
      "{file}: --kinds none says that no field tells what happened, but {field} does; leave --kinds out, or let single kinds that are harmless out by --keep-kind",
    es:
      "{file}: --kinds none dice que ningún campo dice qué ocurrió, pero {field} lo dice; quite --kinds, o deje salir los tipos inofensivos con --keep-kind",
    pt:
      "{file}: --kinds none diz que nenhum campo diz o que ocorreu, mas {field} o diz; retire --kinds, ou deixe sair os tipos inofensivos com --keep-kind"
  ),
  Sentence(
    "records.no_kinds",
    en:
      "{file}: each row is a single record by its fields {evidence}, and no field holds kinds of incident, so nothing tells which of them would expose a victim, and none is written: name the field with --kinds FIELD, or state with --kinds none that the file has none, and with --keep what is written besides; the fields are {fields}",
    es:
      "{file}: cada fila es un registro individual por sus campos {evidence}, y ningún campo contiene tipos de hecho, así que nada dice cuáles expondrían a una víctima, y no se escribe ninguno: indique el campo con --kinds CAMPO, o declare con --kinds none que el archivo no los tiene, y con --keep qué más se escribe; los campos son {fields}",
    pt:
      "{file}: cada linha é um registro individual pelos campos {evidence}, e nenhum campo contém tipos de ocorrência, então nada diz quais exporiam uma vítima, e nenhum é gravado: indique o campo com --kinds CAMPO, ou declare com --kinds none que o arquivo não os tem, e com --keep o que mais se grava; os campos são {fields}"
  ),
  Sentence(
    "tagged.no_kinds",
    en:
      "{file}: no field holds kinds of incident, so nothing tells which single records would expose a victim, and none is written: name the field with --kinds FIELD, or state with --kinds none that the file has none; the fields are {fields}",
    es:
      "{file}: ningún campo contiene tipos de hecho, así que nada dice qué registros expondrían a una víctima, y no se escribe ninguno: indique el campo con --kinds CAMPO, o declare con --kinds none que el archivo no los tiene; los campos son {fields}",
    pt:
      "{file}: nenhum campo contém tipos de ocorrência, então nada diz quais registros exporiam uma vítima, e nenhum é gravado: indique o campo com --kinds CAMPO, ou declare com --kinds none que o arquivo não os tem; os campos são {fields}"
  ),
  Sentence(
    "release.internal",
    en: "For internal use: not checked for publication, it may betray people.",
    es: "Uso interno: sin revisión para publicarse, puede delatar a personas.",
    pt: "Uso interno: sem revisão para publicação, pode expor pessoas."),
  Sentence(
    "release.unpublished", en: "For internal use: not checked for publication.",
    es: "Uso interno: sin revisión para publicarse.", pt: "Uso interno: sem revisão para publicação."),
  Sentence(
    "release.small_counts",
    en:
      "{count:int|count of a sensitive kind is|counts of sensitive kinds are} above 0 and under {limit:int} ({kinds}): whoever knows the place can tell who is meant. The files can be read by their owner only; do not pass them on before the counts are put together in larger areas or longer periods",
    es:
      "{count:int|conteo de tipos sensibles es mayor|conteos de tipos sensibles son mayores} que 0 y {count:plural|menor|menores} que {limit:int} ({kinds}): quien conoce el lugar puede saber de quién se trata. Solo su dueño puede leer los archivos; no los comparta antes de reunir los conteos en áreas más grandes o períodos más largos",
    pt:
      "{count:int|contagem de tipos sensíveis é maior|contagens de tipos sensíveis são maiores} que 0 e {count:plural|menor|menores} que {limit:int} ({kinds}): quem conhece o lugar pode saber de quem se trata. Só o dono pode ler os arquivos; não os repasse antes de reunir as contagens em áreas maiores ou períodos mais longos"
  ),
  Sentence("output.release", en: "release mark", es: "marca de difusión", pt: "marca de divulgação"),
]
