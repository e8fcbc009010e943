/// How few places hold how much, in words.
let concentrationSentences: [Sentence] = [
  Sentence(
    "concentration.half",
    en: "{kind:id}: half are in {places:int} of {total:int} areas ({level}), {share:percent} of them; chance alone would need"
      + " {expected:percent}, about {expected_places:int}",
    es: "{kind:id}: la mitad está en {places:int} de {total:int} áreas ({level}), el {share:percent}; el azar por sí solo"
      + " necesitaría el {expected:percent}, unas {expected_places:int}",
    pt: "{kind:id}: a metade está em {places:int} de {total:int} áreas ({level}), {share:percent}; o acaso por si só precisaria"
      + " de {expected:percent}, cerca de {expected_places:int}"),
  Sentence(
    "concentration.half_chance",
    en: "{kind:id}: half are in {places:int} of {total:int} areas ({level}), {share:percent} of them, no fewer than chance alone"
      + " would need ({expected:percent})",
    es: "{kind:id}: la mitad está en {places:int} de {total:int} áreas ({level}), el {share:percent}, no menos de las que el azar"
      + " por sí solo necesitaría ({expected:percent})",
    pt: "{kind:id}: a metade está em {places:int} de {total:int} áreas ({level}), {share:percent}, não menos do que o acaso por"
      + " si só precisaria ({expected:percent})"),
  Sentence(
    "concentration.gini",
    en: "{kind:id}: concentration {gini:number.2} on a scale from 0 (spread as evenly as so few records can be) to 1 (all in one"
      + " area), 95\u{202F}% confidence interval {low:number.2} to {high:number.2}",
    es:
      "{kind:id}: concentración de {gini:number.2} en una escala de 0 (tan repartidos como tan pocos registros pueden estar) a 1"
      + " (todos en un área), intervalo de confianza del 95\u{202F}%: de {low:number.2} a {high:number.2}",
    pt:
      "{kind:id}: concentração de {gini:number.2} em uma escala de 0 (tão repartidos quanto tão poucos registros podem estar) a 1"
      + " (todos em uma área), intervalo de confiança de 95\u{202F}%: de {low:number.2} a {high:number.2}"),
]
