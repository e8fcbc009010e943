/// What the fields of tables are, for the sheet that explains them; fields that layers have too stand in `SentencesFields.swift`.
let tableSentences: [Sentence] = [
  Sentence("sheet.data", en: "Data", es: "Datos", pt: "Dados"),
  Sentence("sheet.notes", en: "Read me", es: "Léeme", pt: "Leia-me"),
  Sentence("sheet.warnings", en: "Warnings", es: "Avisos", pt: "Avisos"),
  Sentence("sheet.fields", en: "Fields of the table", es: "Campos de la tabla", pt: "Campos da tabela"),
  Sentence("field.code", en: "Code of the area", es: "Código del área", pt: "Código da área"),
  Sentence("field.name", en: "Name", es: "Nombre", pt: "Nome"),
  Sentence(
    "field.category", en: "Kind of incident; empty: all together", es: "Tipo de hecho; vacío: todos juntos",
    pt: "Tipo de ocorrência; vazio: todos juntos"),
  Sentence("field.period", en: "Period: year, month, day …", es: "Período: año, mes, día …", pt: "Período: ano, mês, dia …"),
  Sentence(
    "field.parent", en: "Code of the coarser area that holds it", es: "Código del área más amplia que la contiene",
    pt: "Código da área mais ampla que a contém"),
  Sentence("field.level", en: "Level of the area", es: "Nivel del área", pt: "Nível da área"),
  Sentence("field.from", en: "First day", es: "Primer día", pt: "Primeiro dia"),
  Sentence("field.to", en: "Last day", es: "Último día", pt: "Último dia"),
  Sentence("field.unit", en: "What is counted", es: "Qué se cuenta", pt: "O que se conta"),
  Sentence(
    "field.window", en: "Which days are compared with which", es: "Qué días se comparan con cuáles",
    pt: "Que dias se comparam com quais"),
  Sentence(
    "field.before_from", en: "First day of the earlier days", es: "Primer día del lapso anterior",
    pt: "Primeiro dia do intervalo anterior"),
  Sentence(
    "field.before_to", en: "Last day of the earlier days", es: "Último día del lapso anterior",
    pt: "Último dia do intervalo anterior"),
  Sentence(
    "field.located_share_now", en: "Share of records with a place, now", es: "Proporción de registros ubicados, ahora",
    pt: "Proporção de registros localizados, agora"),
  Sentence(
    "field.located_share_before", en: "Share of records with a place, before", es: "Proporción de registros ubicados, antes",
    pt: "Proporção de registros localizados, antes"),
  Sentence(
    "field.dispersion", en: "How much months vary beyond chance (1: as chance)",
    es: "Cuánto varían los meses más allá del azar (1: como el azar)",
    pt: "Quanto os meses variam além do acaso (1: como o acaso)"),
  Sentence(
    "field.past_months", en: "Months of the past that were looked at", es: "Meses del pasado que se miraron",
    pt: "Meses do passado que foram vistos"),
  Sentence("field.distance", en: "Distance in metres", es: "Distancia en metros", pt: "Distância em metros"),
  Sentence("field.mode", en: "In a straight line or on foot", es: "En línea recta o a pie", pt: "Em linha reta ou a pé"),
  Sentence("field.sex", en: "Sex; empty: both", es: "Sexo; vacío: ambos", pt: "Sexo; vazio: ambos"),
  Sentence("field.age", en: "Age group; empty: all", es: "Grupo de edad; vacío: todos", pt: "Faixa etária; vazio: todas"),
  Sentence("field.population_low", en: "Population, at least", es: "Población, al menos", pt: "População, pelo menos"),
  Sentence("field.population_high", en: "Population, at most", es: "Población, a lo sumo", pt: "População, no máximo"),
  Sentence(
    "field.hazard", en: "Hazard; empty: any of them", es: "Amenaza; vacío: cualquiera de ellas",
    pt: "Ameaça; vazio: qualquer uma delas"),
  Sentence(
    "field.method", en: "How people were counted", es: "Cómo se contó a las personas", pt: "Como as pessoas foram contadas"),
  Sentence("field.share", en: "Share of the whole", es: "Proporción del total", pt: "Proporção do total"),
  Sentence("field.rank", en: "Rank, 1 for the most", es: "Puesto, 1 para el que más tiene", pt: "Posição, 1 para o que mais tem"),
  Sentence(
    "field.lq", en: "Share here over share everywhere", es: "Proporción aquí sobre proporción en el conjunto",
    pt: "Proporção aqui sobre proporção no conjunto"),
  Sentence(
    "field.lq_low", en: "The same, lower limit (95\u{202F}%)", es: "Lo mismo, límite inferior (95\u{202F}%)",
    pt: "O mesmo, limite inferior (95\u{202F}%)"),
  Sentence(
    "field.lq_high", en: "The same, upper limit (95\u{202F}%)", es: "Lo mismo, límite superior (95\u{202F}%)",
    pt: "O mesmo, limite superior (95\u{202F}%)"),
  Sentence(
    "field.budget_share", en: "Share of the ground that can be looked after", es: "Proporción del suelo que se puede atender",
    pt: "Proporção do solo que se pode atender"),
  Sentence("field.units", en: "Areas or cells chosen", es: "Áreas o celdas elegidas", pt: "Áreas ou células escolhidas"),
  Sentence("field.area_share", en: "Share of the ground", es: "Proporción del suelo", pt: "Proporção do solo"),
  Sentence(
    "field.hits", en: "Later records in the chosen places", es: "Registros posteriores en los lugares elegidos",
    pt: "Registros posteriores nos lugares escolhidos"),
  Sentence(
    "field.hit_share", en: "Share of the later records", es: "Proporción de los registros posteriores",
    pt: "Proporção dos registros posteriores"),
  Sentence(
    "field.pai", en: "Share of records over share of ground", es: "Proporción de registros sobre proporción de suelo",
    pt: "Proporção de registros sobre proporção de solo"),
  Sentence(
    "field.pei", en: "The same over the best that was possible", es: "Lo mismo sobre lo mejor que era posible",
    pt: "O mesmo sobre o melhor que era possível"),
  Sentence(
    "field.best_hit_share", en: "Best share that was possible", es: "Mejor proporción posible", pt: "Melhor proporção possível"),
  Sentence(
    "field.predicted_over_observed", en: "Expected over observed records", es: "Registros esperados sobre observados",
    pt: "Registros esperados sobre observados"),
  Sentence(
    "field.earlier", en: "Earlier records in the chosen places", es: "Registros anteriores en los lugares elegidos",
    pt: "Registros anteriores nos lugares escolhidos"),
  Sentence(
    "field.recapture_rate_index", en: "Later over earlier records there, against everywhere",
    es: "Registros posteriores sobre anteriores allí, frente al conjunto",
    pt: "Registros posteriores sobre anteriores ali, frente ao conjunto"),
  Sentence("field.cluster", en: "Number of the cluster", es: "Número del conglomerado", pt: "Número do aglomerado"),
  Sentence("field.places", en: "Different places", es: "Lugares distintos", pt: "Lugares distintos"),
  Sentence(
    "field.inside", en: "Records within the outline", es: "Registros dentro del contorno", pt: "Registros dentro do contorno"),
  Sentence("field.lon", en: "Longitude (WGS 84)", es: "Longitud (WGS 84)", pt: "Longitude (WGS 84)"),
  Sentence("field.lat", en: "Latitude (WGS 84)", es: "Latitud (WGS 84)", pt: "Latitude (WGS 84)"),
  Sentence("field.line", en: "Line of the file", es: "Línea del archivo", pt: "Linha do arquivo"),
  Sentence("field.reason", en: "Why it was not read", es: "Por qué no se leyó", pt: "Por que não foi lido"),
  Sentence(
    "field.declared", en: "Area that the record states", es: "Área que declara el registro", pt: "Área que o registro declara"),
  Sentence("field.located", en: "Area in which its point lies", es: "Área donde está su punto", pt: "Área onde está seu ponto"),
  Sentence("field.type", en: "Type of space", es: "Tipo de espacio", pt: "Tipo de espaço"),
  Sentence("field.state", en: "State of the space", es: "Estado del espacio", pt: "Estado do espaço"),
  Sentence("field.recovered", en: "Day of recovery", es: "Día de la recuperación", pt: "Dia da recuperação"),
  Sentence("field.region", en: "Region", es: "Región", pt: "Região"),
  Sentence("field.committee", en: "Committee", es: "Comité", pt: "Comitê"),
  Sentence("field.committees", en: "Committees", es: "Comités", pt: "Comitês"),
  Sentence("field.members", en: "Members of committees", es: "Integrantes de comités", pt: "Integrantes de comitês"),
  Sentence(
    "field.members_per_committee", en: "Members for each committee", es: "Integrantes por comité", pt: "Integrantes por comitê"),
  Sentence("field.women", en: "Women", es: "Mujeres", pt: "Mulheres"),
  Sentence("field.men", en: "Men", es: "Hombres", pt: "Homens"),
  Sentence(
    "field.nearest", en: "Code of the nearest other space", es: "Código del otro espacio más cercano",
    pt: "Código do outro espaço mais próximo"),
  Sentence("field.nearest_m", en: "Metres to it", es: "Metros hasta él", pt: "Metros até ele"),
  Sentence("field.population_per_space", en: "People for each space", es: "Personas por espacio", pt: "Pessoas por espaço"),
  Sentence("field.area_code", en: "Code of the area", es: "Código del área", pt: "Código da área"),
  Sentence("field.area_name", en: "Name of the area", es: "Nombre del área", pt: "Nome da área"),
  Sentence("field.area_level", en: "Level of the area", es: "Nivel del área", pt: "Nível da área"),
  Sentence(
    "field.people_of", en: "People within {metres} m", es: "Personas a {metres} m o menos", pt: "Pessoas a {metres} m ou menos"),
  Sentence(
    "field.incidents_of", en: "Records within {metres} m", es: "Registros a {metres} m o menos",
    pt: "Registros a {metres} m ou menos"),
  Sentence(
    "field.incidents_of_kind", en: "Records within {metres} m: {kind}", es: "Registros a {metres} m o menos: {kind}",
    pt: "Registros a {metres} m ou menos: {kind}"),
  Sentence(
    "field.overlap_share_of", en: "Share of the ground within {metres} m that is near another space too",
    es: "Proporción del suelo a {metres} m que también está cerca de otro espacio",
    pt: "Proporção do solo a {metres} m que também está perto de outro espaço"),
]
