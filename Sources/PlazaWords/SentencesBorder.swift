/// Records near a border, whose area could be another.
let borderSentences: [Sentence] = [
  Sentence(
    "account.near_border", en: "within {metres:number} m of a border, so that their area could be another",
    es: "a {metres:number} m o menos de un límite, por lo que su área podría ser otra",
    pt: "a {metres:number} m ou menos de um limite, de modo que sua área poderia ser outra"),
  Sentence(
    "account.near_border_stated", en: "within their {field} of a border, so that their area could be another",
    es: "más cerca de un límite que su {field}, por lo que su área podría ser otra",
    pt: "mais perto de um limite do que seu {field}, de modo que sua área poderia ser outra"),
  Sentence(
    "border.bad_accuracy", en: "--accuracy takes metres from 0 to {limit:int}, or the name of a field of the records",
    es: "--accuracy recibe metros de 0 a {limit:int} o el nombre de un campo de los registros",
    pt: "--accuracy recebe metros de 0 a {limit:int} ou o nome de um campo dos registros"),
  Sentence(
    "border.unstated",
    en:
      "{count:int} of {total:int} records with a place state no accuracy that can be read; count_low and count_high take them as exact",
    es:
      "{count:int} de {total:int} registros con lugar no indican una exactitud legible; count_low y count_high los toman como exactos",
    pt:
      "{count:int} de {total:int} registros com lugar não indicam uma exatidão legível; count_low e count_high os tomam como exatos"
  ),
  Sentence(
    "border.beyond",
    en:
      "{count:int} records state an accuracy of more than {limit:int} m, which is taken as {limit:int} m; is the field in metres?",
    es:
      "{count:int} registros indican una exactitud de más de {limit:int} m, que se toma como {limit:int} m; ¿está el campo en metros?",
    pt: "{count:int} registros indicam uma exatidão de mais de {limit:int} m, tomada como {limit:int} m; o campo está em metros?"),
  Sentence(
    "finding.near_border",
    en:
      "{share:percent} of the records with a place lie within {metres:number} m of a border; count_low and count_high say what their areas could count",
    es:
      "el {share:percent} de los registros con lugar está a {metres:number} m o menos de un límite; count_low y count_high dicen cuánto podrían contar sus áreas",
    pt:
      "{share:percent} dos registros com lugar estão a {metres:number} m ou menos de um limite; count_low e count_high dizem quanto suas áreas poderiam contar"
  ),
  Sentence(
    "finding.near_border_stated",
    en:
      "{share:percent} of the records with a place lie nearer to a border than they are exact; count_low and count_high say what their areas could count",
    es:
      "el {share:percent} de los registros con lugar está más cerca de un límite que su exactitud; count_low y count_high dicen cuánto podrían contar sus áreas",
    pt:
      "{share:percent} dos registros com lugar estão mais perto de um limite do que sua exatidão; count_low e count_high dizem quanto suas áreas poderiam contar"
  ),
]
