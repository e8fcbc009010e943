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
]
