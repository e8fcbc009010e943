/// What is said of files and streams, of the end of a run, and of who may see what was written.
let outputSentences: [Sentence] = [
  Sentence(
    "output.exists",
    en: "{path} already exists: give --force to replace it, or another name",
    es: "{path} ya existe: use --force para reemplazarlo, o indique otro nombre",
    pt: "{path} já existe: use --force para substituí-lo, ou indique outro nome"),
  Sentence(
    "output.cannot_create",
    en: "cannot write {path} ({reason}): check that the folder exists and that you may write in it",
    es: "no se puede escribir {path} ({reason}): revise que la carpeta exista y que usted tenga permiso para escribir en ella",
    pt: "não é possível gravar {path} ({reason}): verifique se a pasta existe e se você tem permissão para gravar nela"),
  Sentence(
    "output.disk_full",
    en: "the disk is full, {path} was not written: free some space or choose a folder on another disk",
    es: "el disco está lleno y no se escribió {path}: libere espacio o elija una carpeta en otro disco",
    pt: "o disco está cheio e {path} não foi gravado: libere espaço ou escolha uma pasta em outro disco"),
  Sentence("output.written", en: "{what:id}: {path}", es: "{what:id}: {path}", pt: "{what:id}: {path}"),
  Sentence("output.layer", en: "layer", es: "capa", pt: "camada"),
  Sentence("output.style", en: "style for QGIS", es: "estilo para QGIS", pt: "estilo para QGIS"),
  Sentence(
    "output.projection", en: "coordinate reference system", es: "sistema de coordenadas", pt: "sistema de coordenadas"),
  Sentence("output.index", en: "index of the shapefile", es: "índice del shapefile", pt: "índice do shapefile"),
  Sentence("output.attributes", en: "table of the shapefile", es: "tabla del shapefile", pt: "tabela do shapefile"),
  Sentence(
    "output.encoding", en: "encoding of the table", es: "codificación de la tabla", pt: "codificação da tabela"),
  Sentence("output.contours", en: "contours", es: "contornos", pt: "contornos"),
  Sentence("output.spaces", en: "spaces", es: "espacios", pt: "espaços"),
  Sentence("output.map", en: "map", es: "mapa", pt: "mapa"),
  Sentence("output.curve", en: "curve", es: "curva", pt: "curva"),
  Sentence("output.table", en: "table", es: "tabla", pt: "tabela"),
  Sentence("output.tagged", en: "records with their area", es: "registros con su área", pt: "registros com sua área"),
  Sentence("output.rejects", en: "rejected records", es: "registros rechazados", pt: "registros rejeitados"),
  Sentence("output.summary", en: "summary", es: "resumen", pt: "resumo"),
  Sentence("output.manifest", en: "manifest", es: "manifiesto", pt: "manifesto"),

  Sentence(
    "input.missing",
    en: "no such file: {path}; check its name and folder",
    es: "no existe el archivo {path}: revise su nombre y su carpeta",
    pt: "o arquivo {path} não existe: verifique o nome e a pasta"),
  Sentence(
    "input.permission",
    en: "no permission to read {path}: ask its owner, or give yourself permission with chmod",
    es: "no hay permiso para leer {path}: pídalo a su dueño, o concédalo con chmod",
    pt: "sem permissão para ler {path}: peça ao dono do arquivo, ou conceda-a com chmod"),
  Sentence(
    "input.unreadable",
    en: "cannot read {path} ({reason}): check the disk or the connection, or copy the file again",
    es: "no se puede leer {path} ({reason}): revise el disco o la conexión, o vuelva a copiar el archivo",
    pt: "não é possível ler {path} ({reason}): verifique o disco ou a conexão, ou copie o arquivo de novo"),
  Sentence(
    "input.stdin_twice",
    en: "only one input can be `-` (standard input): give the other one as a file",
    es: "solo una entrada puede ser `-` (la entrada estándar): indique la otra como archivo",
    pt: "só uma entrada pode ser `-` (a entrada padrão): indique a outra como arquivo"),
  Sentence(
    "input.changed",
    en: "{file} was changed while it was read: nothing was written; run again when it is whole",
    es: "{file} cambió mientras se leía: no se escribió nada; ejecute otra vez cuando esté completo",
    pt: "{file} mudou enquanto era lido: nada foi escrito; execute de novo quando estiver completo"),
  Sentence(
    "input.is_directory",
    en: "{path} is a folder: name the file in it that is to be read",
    es: "{path} es una carpeta: indique el archivo de ella que se debe leer",
    pt: "{path} é uma pasta: indique o arquivo dela que deve ser lido"),

  Sentence(
    "interrupted",
    en: "interrupted: temporary files were removed and nothing was left half written",
    es: "interrumpido: se borraron los archivos temporales y nada quedó a medio escribir",
    pt: "interrompido: os arquivos temporários foram apagados e nada ficou gravado pela metade"),
  Sentence(
    "internal.account",
    en: "a fault of Plaza: the account does not add up ({read:int} read, {sum:int} accounted for) and nothing was written;"
      + " please report it with this line and what `plaza doctor` prints",
    es: "falla de Plaza: el cuadre no cierra ({read:int} leídos, {sum:int} justificados) y no se escribió nada;"
      + " por favor, repórtela con esta línea y lo que muestra `plaza doctor`",
    pt: "falha do Plaza: o balanço não fecha ({read:int} lidos, {sum:int} justificados) e nada foi gravado;"
      + " por favor, relate-a com esta linha e o que `plaza doctor` mostra"),
  Sentence(
    "internal.unexpected",
    en: "a fault of Plaza: {reason}; please report it with this line and what `plaza doctor` prints",
    es: "falla de Plaza: {reason}; por favor, repórtela con esta línea y lo que muestra `plaza doctor`",
    pt: "falha do Plaza: {reason}; por favor, relate-a com esta linha e o que `plaza doctor` mostra"),

  Sentence("study.notice", en: "notice: {notice}", es: "aviso: {notice}", pt: "aviso: {notice}"),
]
