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
      "{count:int} records are not shown at their places, be it as rows, points or cells: the class table marks their {distinct:int} kinds as sensitive: {kinds}",
    es:
      "{count:int} registros no se muestran en su lugar, ni como filas, puntos o celdas: la tabla de clases marca sus {distinct:int} tipos como sensibles: {kinds}",
    pt:
      "{count:int} registros não são mostrados no seu lugar, nem como linhas, pontos ou células: a tabela de classes marca seus {distinct:int} tipos como sensíveis: {kinds}"
  ),
  Sentence(
    "kinds.withheld_likely",
    en:
      "{count:int} records are not shown at their places, be it as rows, points or cells, because the names of their {distinct:int} kinds look sensitive: {kinds}; a class table (--classes) knows better, or --keep-kind KIND",
    es:
      "{count:int} registros no se muestran en su lugar, ni como filas, puntos o celdas, porque los nombres de sus {distinct:int} tipos parecen sensibles: {kinds}; una tabla de clases (--classes) lo sabe mejor, o --keep-kind TIPO",
    pt:
      "{count:int} registros não são mostrados no seu lugar, nem como linhas, pontos ou células, porque os nomes de seus {distinct:int} tipos parecem sensíveis: {kinds}; uma tabela de classes (--classes) sabe melhor, ou --keep-kind TIPO"
  ),
  Sentence(
    "kinds.withheld_unknown",
    en:
      "{count:int} records are not shown at their places, be it as rows, points or cells: the class table does not have their {distinct:int} kinds, so they are not known to be harmless: {kinds}; add them to it, or --keep-kind KIND",
    es:
      "{count:int} registros no se muestran en su lugar, ni como filas, puntos o celdas: la tabla de clases no tiene sus {distinct:int} tipos y no se sabe si se pueden mostrar: {kinds}; agréguelos a ella, o --keep-kind TIPO",
    pt:
      "{count:int} registros não são mostrados no seu lugar, nem como linhas, pontos ou células: a tabela de classes não tem seus {distinct:int} tipos e não se sabe se podem ser mostrados: {kinds}; acrescente-os a ela, ou --keep-kind TIPO"
  ),
]
