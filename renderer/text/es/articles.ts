import type { Translation } from '../language.ts'

export const articles: Translation['articles'] = {
  sampleTitle: 'Probar con el ejemplo',
  sampleText:
    'El ejemplo es una colección de 160 cuadros inventados, algunos con la etiqueta equivocada. En la pantalla de inicio, pulse «Abrir el ejemplo». La aplicación lee las imágenes, aprende qué aspecto tiene cada etiqueta y muestra después cuántas etiquetas son dudosas; en la mayoría de los ordenadores tarda menos de un minuto.\n\nPulse «Revisar». La obra de la izquierda tiene una etiqueta que su imagen contradice. A toma la sugerencia, K mantiene la etiqueta. No puede estropear nada: Ctrl+Z deshace cada paso.',
  sampleWords: 'empezar, primeros pasos, demostración, tutorial, inicio',
  importTitle: 'Importar imágenes y etiquetas',
  importText:
    'Elija «Importar» y luego la carpeta de sus imágenes. Se leen JPEG, PNG, TIFF, WebP, GIF, AVIF y HEIC, también en las carpetas que contiene. Sus archivos se quedan donde están y nunca se cambian.\n\nSi hay una tabla en la carpeta (CSV, con comas, puntos y comas o tabuladores, en cualquier codificación usual), la aplicación la encuentra y une sus filas con las imágenes por el nombre de archivo. Usted dice qué es cada columna: el archivo, el título, una etiqueta, o una parte de la ficha que solo se muestra y se busca. Sin tabla, los nombres de las carpetas pueden ser las etiquetas.\n\nLos archivos que no se pueden leer se enumeran con su motivo; todo lo demás entra. Puede detenerla en cualquier momento: la próxima importación de la misma carpeta sigue desde ahí.',
  importWords: 'csv, excel, tabla, carpeta, archivos, añadir, abrir, codificación, columnas, imágenes dañadas',
  lookTitle: 'Qué significa «mirar las imágenes»',
  lookText:
    'Tras la importación, la aplicación mira cada imagen una vez y anota lo que ve, en una forma que solo leen los ordenadores. Miles de obras tardan unos minutos. Una barra abajo dice cuánto lleva y cuánto falta; el trabajo se puede detener y sigue más tarde donde estaba.\n\nLo que ya se miró no hay que mirarlo otra vez, salvo que su archivo haya cambiado.',
  lookWords: 'progreso, lento, esperar, velocidad, cálculo',
  learnTitle: 'Dejar que la aplicación aprenda',
  learnText:
    'La pantalla Aprender deja que la aplicación averigüe qué aspecto tiene cada etiqueta en su colección. El modo rápido tarda segundos; en el de fondo la propia red aprende de sus imágenes, y tarda de minutos a horas. La pantalla dice antes cuánto tardará como mucho.\n\nCada etiqueta la juzga un modelo que no la ha visto, así que una equivocada no puede defenderse a sí misma. Un término necesita cinco obras o más; las de términos más raros se dejan.\n\nCuando haya decidido algunas etiquetas, pulse R. La aplicación aprende de nuevo de sus decisiones y la lista se ordena otra vez. Lo que ha decidido sigue decidido.',
  learnWords: 'entrenar, entrenamiento, aprender de nuevo, modelo, a fondo, rápido, términos raros',
  reviewTitle: 'Revisar etiquetas dudosas',
  reviewText:
    'Revisar muestra las etiquetas que las pruebas contradicen, las peores primero. A la izquierda está la obra, a la derecha su etiqueta, lo que sugiere la imagen, por qué está aquí, y las obras más parecidas de ambos términos para comparar.\n\nUna tecla decide, y la obra siguiente llega al momento. Las flechas van atrás y adelante sin decidir. La rueda, más y menos acercan la imagen. H muestra todas las teclas.\n\nCuando la lista esté vacía, aprenda de nuevo, mire el resto, o exporte.',
  reviewWords: 'lista, corregir, comprobar, dudoso, siguiente',
  verdictsTitle: 'Las decisiones y sus teclas',
  verdictsText:
    'A cambia la etiqueta por la sugerencia. K mantiene la etiqueta; no vuelve mientras no haya pruebas nuevas. T deja elegir cualquier otro término escribiéndolo, y los números toman los más probables. U dice que usted duda: la etiqueta se queda y se anota. W dice que la imagen es la equivocada, y otra tecla que no es ninguna obra. S salta: la obra espera al final de la lista.\n\nF señala una obra a un colega, y M escribe una nota. Todas las teclas se pueden cambiar en los ajustes.',
  verdictsWords: 'aceptar, mantener, dudoso, saltar, imagen equivocada, atajo, teclado, decidir, señal, nota',
  evidenceTitle: 'Por qué se duda de una etiqueta',
  evidenceText:
    'Tres testigos hablan de cada etiqueta: a qué se parece la imagen, cómo se llaman las otras obras del mismo artista, y cómo se llaman las obras más parecidas. Juntos dan la probabilidad de que la etiqueta sea correcta. Si es baja, la etiqueta es dudosa. Dónde está el límite se fija en los ajustes.\n\nTambién se dicen las contradicciones de la ficha: fechas que no encajan con el movimiento o la vida del artista, copias con etiquetas distintas, filas corridas en la tabla.\n\nL muestra en qué parte de la imagen miró la aplicación. Una prueba es un motivo para mirar, no una sentencia: decide usted.',
  evidenceWords: 'motivo, puntuación, probabilidad, testigo, vecinos, parecido, umbral, explicar, por qué',
  vocabularyTitle: 'Los términos y su significado',
  vocabularyText:
    'La pantalla Vocabulario muestra los términos de cada atributo con sus obras. Un término se puede describir, poner bajo otro, dar sinónimos y nombres en otros idiomas, y enlazar con los vocabularios Getty (AAT, ULAN).\n\nRenombrar y fusionar se muestran antes de hacerse y se pueden deshacer. Un término que ya no se usa se puede retirar. «Atribuido a», «taller de» y similares se entienden: de una obra así no se duda por eso.\n\nAlgunas etiquetas nombran varios términos, como «Simbolismo/Expresionismo». Pulse «Varios términos» y diga qué hay entre ellos. Una etiqueta así enseña cada uno de sus términos, solo se duda de ella si ninguno encaja, la búsqueda de uno de ellos encuentra la obra, y en la revisión Mayús+T añade otro término y Mayús+D quita uno. Las etiquetas mismas, y la exportación, quedan como están escritas.',
  vocabularyWords:
    'tesauro, sinónimo, fusionar, renombrar, jerarquía, getty, aat, ulan, atribución, taller, círculo, seguidor, varios términos, dos estilos, barra, separador, combinación',
  searchTitle: 'Buscar y acotar',
  searchText:
    'El campo a la izquierda de la colección busca en títulos, archivos, etiquetas, cada columna de la ficha y notas. Las mayúsculas y los acentos no importan. Varias palabras deben estar todas; ponga "entre comillas" las que van juntas.\n\n«Añadir una condición» acota las obras sin escribir: por etiqueta, por lo que sugiere la imagen, por estado, por fecha, por cualquier columna, por tamaño. Todas las condiciones valen a la vez, y cada una se puede quitar.\n\nLo mismo se puede escribir: style:Baroque, año<1600, es:dudosa, no es:revisada, sin:genre, por:Ada, medium:oil. Las palabras inglesas (is:doubtful) valen siempre. Pulse Intro y se vuelve una condición.',
  searchWords: 'encontrar, filtro, consulta, antes, después, año, columnas, condiciones',
  listsTitle: 'Guardar una búsqueda como lista',
  listsText:
    'Cuando las obras estén acotadas, pulse «Guardar como lista» y dele un nombre, por ejemplo «dudoso, Barroco, antes de 1600, sin revisar». La lista está a la izquierda con el número de obras que coinciden ahora; sigue cada cambio.\n\nElija una lista para mostrarla, renombrarla, moverla o borrarla. Borrar una lista no cambia ninguna obra. Las listas se guardan en la colección, para todos los que la abran.',
  listsWords: 'guardado, lista inteligente, álbum, marcador, favorito',
  sortTitle: 'Ordenar por lo que habla a favor de una etiqueta',
  sortText:
    '«Ordenar por» ordena las obras por título, archivo, fecha o tamaño, o por cualquier cosa que hable a favor de su etiqueta: la probabilidad de que sea correcta, lo que dice la imagen de la etiqueta y de la sugerencia, las otras obras del artista, las obras más parecidas. La cifra está en cada obra. La flecha invierte el orden.',
  sortWords: 'orden, clasificación, las más dudosas, puntuación, tamaño, fecha',
  printTitle: 'Imprimir una hoja de contactos',
  printText:
    'Una hoja de contactos muestra las obras que se ven, o las que ha elegido, con título, archivo, etiqueta, sugerencia y líneas para notas. Elija el papel y las imágenes por fila; la vista previa es lo que se imprimirá y dice cuántas páginas son.\n\n«Imprimir» abre el diálogo de impresión de su sistema, donde la hoja también se puede guardar como PDF. Se imprimen como mucho 2.000 obras a la vez.',
  printWords: 'papel, pdf, prueba, miniaturas, a4, página',
  undoTitle: 'Deshacer y rehacer',
  undoText:
    'Ctrl+Z deshace el último cambio, sea cual sea: una decisión, las etiquetas de mil obras de una vez, un término fusionado. Púlselo otra vez para retroceder más; no hay límite, y funciona también después de reiniciar. Ctrl+Mayús+Z lo rehace.\n\nLa pantalla Historial cuenta cada cambio en una frase, con quién y cuándo. Nada se sobrescribe nunca: también se anota lo deshecho.',
  undoWords: 'deshacer, rehacer, error, restaurar, historial, registro, quién',
  summaryTitle: 'Qué se hizo hoy',
  summaryText:
    'El resumen dice para cada día y persona cuántas etiquetas se revisaron y corrigieron, y qué correcciones fueron más frecuentes. Está en la pantalla de inicio, al final de una revisión y entre las órdenes (Ctrl+K). Lo deshecho no cuenta.',
  summaryWords: 'estadística, progreso, informe, día, sesión, número',
  overviewTitle: 'Qué arreglar antes de aprender',
  overviewText:
    'El panorama dice qué estorba a un buen aprendizaje: obras sin etiqueta, términos con muy pocas obras, un término que pesa más que todos los demás, imágenes borrosas, oscuras, pequeñas o enmarcadas, y copias con etiquetas distintas. Cada línea lleva a sus obras. No hace falta arreglarlo todo; empiece por la primera.',
  overviewWords: 'calidad, problemas, borroso, duplicados, copias, pequeño, desequilibrio, falta',
  evaluateTitle: 'Qué tan buena es la aplicación, y dónde falla',
  evaluateText:
    'Evaluar dice cuántas veces el modelo concuerda con las etiquetas sin haberlas visto, con el intervalo en que está la cifra verdadera. La tabla de confusiones muestra qué términos se toman por cuáles; pulse una casilla para ver sus obras. Concordar no es tener razón: donde las etiquetas están equivocadas, el modelo hace bien en contradecir.\n\nLos aprendizajes se pueden comparar lado a lado, y un informe se puede guardar como archivo.',
  evaluateWords: 'exactitud, confusión, precisión, medidas, calidad, confianza, informe, comparar',
  findingsTitle: 'Cuántas etiquetas están equivocadas',
  findingsText:
    'Hallazgos estima cuántas etiquetas de la colección están equivocadas, dónde se juntan (una carpeta, una importación, un catalogador, un artista) y cuántas encontraría otra hora de revisión. Una muestra del resto, que usted juzga sin ver la sugerencia, enseña qué se le escapa a la lista.',
  findingsWords: 'estimación, errores, muestra, control, dónde, cuántas',
  recipesTitle: 'Recetas y redes',
  recipesText:
    'Una receta dice cómo aprender: con qué red, qué partes de ella aprenden, y cuánto tiempo. La rápida sirve para la mayoría de las colecciones. Otras siguen sistemas publicados, o son un archivo propio.\n\nEn los ajustes se puede añadir otra red como archivo ONNX. Lo aprendido también se puede llevar como archivo ONNX, con una ficha que dice cómo se hizo.',
  recipesWords: 'onnx, red, ya entrenada, avanzado, efficientnet, resnet, json, ficha del modelo',
  exportTitle: 'Exportar la tabla corregida',
  exportText:
    'Exportar escribe su tabla otra vez: las mismas columnas, orden, codificación y separadores, y solo son distintas las celdas cuya etiqueta ha cambiado. Una vista previa muestra cada una. Su tabla original no se toca, salvo que elija su nombre.\n\nUna tabla nueva dice además quién decidió qué, y cuándo.',
  exportWords: 'guardar, csv, excel, escribir, sistema de colecciones, resultado',
  privacyTitle: 'Qué sale de este ordenador',
  privacyText:
    'Nada. Sus imágenes, etiquetas y decisiones se quedan en este ordenador. La aplicación funciona sin internet, no tiene cuenta y no envía estadísticas. Solo si usted añade una red desde una dirección descarga ese archivo.\n\nLas imágenes se abren solo para leerlas. Todo lo que la aplicación escribe está en la carpeta de la colección, que puede copiar, mover o borrar entera; las imágenes no están en ella.',
  privacyWords:
    'protección de datos, rgpd, nube, internet, sin conexión, seguridad, copia de seguridad, carpeta, mover',
  accessTitle: 'Teclado, lectores de pantalla, letra grande',
  accessText:
    'Todo se puede hacer con el teclado. Tab pasa entre las partes de una pantalla, las flechas dentro de listas y cuadrículas, Escape cierra lo que se abrió. Ctrl+K encuentra cualquier orden por su nombre.\n\nLos lectores de pantalla oyen tras cada decisión qué se hizo y qué obra sigue. La aplicación sigue el claro y el oscuro, el movimiento reducido y el alto contraste de su sistema, y se puede ampliar al 200 % y más.',
  accessWords: 'accesibilidad, ciego, ampliar, contraste, modo oscuro, atajos, wcag',
  troubleTitle: 'Si algo no funciona',
  troubleText:
    'Un mensaje dice qué salió mal y qué hacer. El trabajo que cortó un apagón o un fallo sigue al próximo inicio; una decisión que usted ha visto nunca se pierde.\n\nSi faltan imágenes, quizá falte su disco, o la carpeta se haya movido: impórtela desde su nuevo lugar, y las obras se reconocen por su contenido. Si el aprendizaje se detiene porque falla la tarjeta gráfica, el procesador sigue por sí solo.',
  troubleWords:
    'error, problema, fallo, imágenes que faltan, movido, lento, tarjeta gráfica, memoria, perdido, reparar',
}
