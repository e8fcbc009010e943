/// Study files and their runs.
let studySentences: [Sentence] = [
  Sentence(
    "study.syntax",
    en: "{file}, line {line}: not YAML: {reason}", es: "{file}, línea {line}: no es YAML: {reason}",
    pt: "{file}, linha {line}: não é YAML: {reason}"),
  Sentence(
    "study.not_a_mapping",
    en: "{file}, line {line}: {key} must hold names with values, as 'study: amss'",
    es: "{file}, línea {line}: {key} debe contener nombres con valores, como 'study: amss'",
    pt: "{file}, linha {line}: {key} deve conter nomes com valores, como 'study: amss'"),
  Sentence(
    "study.bad_key",
    en: "{file}, line {line}: a name must be text", es: "{file}, línea {line}: un nombre debe ser texto",
    pt: "{file}, linha {line}: um nome deve ser texto"),
  Sentence(
    "study.missing_key",
    en: "{file}, line {line}: {key} is missing", es: "{file}, línea {line}: falta {key}", pt: "{file}, linha {line}: falta {key}"),
  Sentence(
    "study.unknown_key",
    en: "{file}, line {line}: {key} is not known here; known are {keys}",
    es: "{file}, línea {line}: {key} no se conoce aquí; se conocen {keys}",
    pt: "{file}, linha {line}: {key} não é conhecido aqui; são conhecidos {keys}"),
  Sentence(
    "study.wrong_type",
    en: "{file}, line {line}: {key} takes {wanted:id}", es: "{file}, línea {line}: {key} admite {wanted:id}",
    pt: "{file}, linha {line}: {key} aceita {wanted:id}"),
  Sentence(
    "study.unknown_verb",
    en: "{file}, line {line}: a step begins with a verb and its name, as 'join: NAME', not with {key}; the verbs: {verbs}",
    es: "{file}, línea {line}: un paso comienza con un verbo y su nombre, como 'join: NOMBRE', no con {key}; los verbos: {verbs}",
    pt: "{file}, linha {line}: um passo começa com um verbo e seu nome, como 'join: NOME', não com {key}; os verbos: {verbs}"),
  Sentence(
    "study.no_steps",
    en: "{file}, line {line}: the study has no steps", es: "{file}, línea {line}: el estudio no tiene pasos",
    pt: "{file}, linha {line}: o estudo não tem passos"),
  Sentence(
    "study.repeated_step",
    en: "{file}, line {line}: two steps are named {step}; their outputs would have one name",
    es: "{file}, línea {line}: dos pasos se llaman {step}; sus salidas tendrían el mismo nombre",
    pt: "{file}, linha {line}: dois passos se chamam {step}; suas saídas teriam o mesmo nome"),
  Sentence(
    "study.too_large",
    en: "{file}: a study file is at most 1 MiB; is this one?", es: "{file}: un estudio ocupa como máximo 1 MiB; ¿es este uno?",
    pt: "{file}: um estudo tem no máximo 1 MiB; é este um?"),
  Sentence("study.outputs", en: "Outputs", es: "Salidas", pt: "Saídas"),
  Sentence(
    "study.plan_step",
    en: "{step}: {verb} of {inputs}", es: "{step}: {verb} de {inputs}", pt: "{step}: {verb} de {inputs}"),
  Sentence(
    "proj.failed", en: "PROJ: {operation}: {message}", es: "PROJ: {operation}: {message}", pt: "PROJ: {operation}: {message}"),
  Sentence(
    "crs.no_image",
    en: "some vertices of the areas have no longitude and latitude from {crs}; check that this is their CRS",
    es: "algunos vértices de las áreas no tienen longitud y latitud desde {crs}; revise si ese es su CRS",
    pt: "alguns vértices das áreas não têm longitude e latitude a partir de {crs}; verifique se esse é o seu CRS"),
  Sentence(
    "crs.operation_unknown",
    en: "{from} to {to} by {operation}, accuracy not stated",
    es: "de {from} a {to} por {operation}, exactitud no declarada",
    pt: "de {from} para {to} por {operation}, exatidão não declarada"),
  Sentence("study.wants.text", en: "one text", es: "un texto", pt: "um texto"),
  Sentence("study.wants.list", en: "a list", es: "una lista", pt: "uma lista"),
  Sentence("study.wants.texts", en: "a text or a list", es: "un texto o una lista", pt: "um texto ou uma lista"),
  Sentence(
    "study.wants.output", en: "true, false, or the name of a file", es: "true, false o el nombre de un archivo",
    pt: "true, false ou o nome de um arquivo"),
  Sentence(
    "study.control_character",
    en: "{file}, line {line}: {key} holds control characters, which no name has",
    es: "{file}, línea {line}: {key} contiene caracteres de control, que ningún nombre tiene",
    pt: "{file}, linha {line}: {key} contém caracteres de controle, que nenhum nome tem"),
  Sentence(
    "output.is_input",
    en: "{path} is read and would be replaced: give the output another name",
    es: "{path} se lee y quedaría reemplazado: dé otro nombre a la salida",
    pt: "{path} é lido e seria substituído: dê outro nome à saída"),
]
