import type { Translation } from '../language.ts'

export const articles: Translation['articles'] = {
  sampleTitle: 'Am Beispiel ausprobieren',
  sampleText:
    'Das Beispiel ist eine Sammlung von 160 erfundenen Gemälden, einige davon falsch zugeordnet. Drücken Sie auf der Startseite „Beispiel öffnen“. Die App liest die Bilder, lernt, wie jede Zuordnung aussieht, und zeigt dann, wie viele Zuordnungen zweifelhaft sind; das dauert auf den meisten Computern weniger als eine Minute.\n\nDrücken Sie „Prüfen“. Das Werk links hat eine Zuordnung, gegen die sein Bild spricht. A nimmt den Vorschlag, K behält die Zuordnung. Sie können nichts kaputt machen: Strg+Z nimmt jeden Schritt zurück.',
  sampleWords: 'anfangen, erste Schritte, Demo, Anleitung, Start',
  importTitle: 'Bilder und Zuordnungen einlesen',
  importText:
    'Wählen Sie „Einlesen“ und dann den Ordner mit Ihren Bildern. Gelesen werden JPEG, PNG, TIFF, WebP, GIF, AVIF und HEIC, auch in Ordnern darunter. Ihre Dateien bleiben, wo sie sind, und werden nie verändert.\n\nLiegt eine Tabelle im Ordner (CSV, mit Kommas, Semikolons oder Tabulatoren, in jeder üblichen Kodierung), findet die App sie und bringt ihre Zeilen über die Dateinamen mit den Bildern zusammen. Sie sagen, was jede Spalte ist: die Datei, der Titel, eine Zuordnung oder ein Teil des Datensatzes, der nur gezeigt und durchsucht wird. Ohne Tabelle können die Namen der Ordner die Zuordnungen sein.\n\nDateien, die sich nicht lesen lassen, werden mit dem Grund aufgezählt; alles andere kommt herein. Sie können jederzeit anhalten: das nächste Einlesen desselben Ordners geht dort weiter.',
  importWords: 'csv, excel, Tabelle, Ordner, Dateien, hinzufügen, öffnen, Kodierung, Spalten, beschädigte Bilder',
  lookTitle: 'Was „Bilder ansehen“ bedeutet',
  lookText:
    'Nach dem Einlesen sieht die App jedes Bild einmal an und hält fest, was sie sieht, in einer Form, die nur Computer lesen. Bei Tausenden von Werken dauert das einige Minuten. Ein Balken am unteren Rand sagt, wie weit es ist und wie lange es noch dauert; die Arbeit lässt sich anhalten und geht später dort weiter.\n\nWas einmal angesehen wurde, muss nicht noch einmal angesehen werden, es sei denn, seine Datei hat sich geändert.',
  lookWords: 'Fortschritt, langsam, warten, Geschwindigkeit, rechnen',
  learnTitle: 'Die App lernen lassen',
  learnText:
    'Auf der Seite Lernen findet die App heraus, wie jede Zuordnung in Ihrer Sammlung aussieht. Der schnelle Weg dauert Sekunden; beim gründlichen lernt das Netz selbst aus Ihren Bildern, und das dauert Minuten bis Stunden. Die Seite sagt vorher, wie lange es höchstens dauert.\n\nJede Zuordnung wird von einem Modell beurteilt, das sie nicht gesehen hat; eine falsche kann sich also nicht selbst verteidigen. Ein Begriff braucht fünf Werke oder mehr; Werke mit selteneren Begriffen bleiben unbeurteilt.\n\nWenn Sie einige Zuordnungen entschieden haben, drücken Sie R. Die App lernt neu aus Ihren Urteilen, und die Liste wird neu geordnet. Was Sie entschieden haben, bleibt entschieden.',
  learnWords: 'trainieren, Training, neu lernen, Modell, gründlich, schnell, seltene Begriffe',
  reviewTitle: 'Zweifelhafte Zuordnungen prüfen',
  reviewText:
    'Prüfen zeigt die Zuordnungen, gegen die die Belege sprechen, die schlimmsten zuerst. Links steht das Werk, rechts seine Zuordnung, was das Bild nahelegt, warum es hier steht, und die ähnlichsten Werke beider Begriffe zum Vergleich.\n\nEine Taste entscheidet, und sofort kommt das nächste Werk. Die Pfeiltasten gehen zurück und vor, ohne zu entscheiden. Mausrad, Plus und Minus vergrößern das Bild. H zeigt alle Tasten.\n\nIst die Liste leer, lernen Sie neu, sehen den Rest an, oder geben Sie die Tabelle aus.',
  reviewWords: 'Liste, berichtigen, prüfen, zweifelhaft, durcharbeiten, nächstes',
  verdictsTitle: 'Die Urteile und ihre Tasten',
  verdictsText:
    'A ändert die Zuordnung in den Vorschlag. K behält sie; sie kommt nicht wieder, solange es keine neuen Belege gibt. T lässt Sie jeden anderen Begriff tippen, und die Zifferntasten nehmen die wahrscheinlichsten. U sagt, dass Sie unsicher sind: die Zuordnung bleibt und wird vermerkt. W sagt, dass das Bild das falsche ist, und eine andere Taste, dass es gar kein Kunstwerk ist. S überspringt: das Werk wartet am Ende der Liste.\n\nF markiert ein Werk für Kollegen, und M schreibt eine Notiz dazu. Alle Tasten lassen sich in den Einstellungen ändern.',
  verdictsWords:
    'annehmen, behalten, unsicher, überspringen, falsches Bild, Kürzel, Tastatur, entscheiden, Markierung, Notiz',
  evidenceTitle: 'Warum eine Zuordnung angezweifelt wird',
  evidenceText:
    'Drei Zeugen sprechen über jede Zuordnung: wonach das Bild aussieht, wie die anderen Werke derselben Künstlerhand heißen, und wie die ähnlichsten Werke heißen. Zusammen geben sie die Chance, dass die Zuordnung stimmt. Ist sie gering, ist die Zuordnung zweifelhaft. Wo die Grenze liegt, lässt sich in den Einstellungen bestimmen.\n\nAuch Widersprüche im Datensatz werden genannt: Daten, die nicht zur Richtung oder zum Leben des Künstlers passen, Kopien mit verschiedenen Zuordnungen, Zeilen, die in der Tabelle verrutscht sind.\n\nL zeigt, wohin im Bild die App geschaut hat. Belege sind ein Grund hinzusehen, kein Urteil: das fällen Sie.',
  evidenceWords: 'Grund, Wert, Chance, Wahrscheinlichkeit, Zeuge, Nachbarn, ähnlich, Schwelle, Erklärung, warum',
  vocabularyTitle: 'Begriffe und ihre Bedeutung',
  vocabularyText:
    'Die Seite Vokabular zeigt die Begriffe jedes Merkmals mit ihren Werken. Ein Begriff lässt sich beschreiben, einem anderen unterordnen, mit Synonymen und Namen in anderen Sprachen versehen und mit den Getty-Vokabularen (AAT, ULAN) verbinden.\n\nUmbenennen und Zusammenführen werden vorher gezeigt und lassen sich zurücknehmen. Ein Begriff, der nicht mehr verwendet wird, kann stillgelegt werden. „Zugeschrieben“, „Werkstatt von“ und Ähnliches wird verstanden: ein solches Werk wird darum nicht angezweifelt.\n\nManche Zuordnungen nennen mehrere Begriffe, etwa „Symbolismus/Expressionismus“. Drücken Sie „Mehrere Begriffe“ und sagen Sie, was zwischen ihnen steht. Eine solche Zuordnung lehrt dann jeden ihrer Begriffe, wird nur angezweifelt, wo keiner davon passt, die Suche nach einem davon findet das Werk, und in der Durchsicht fügt Umschalt+T einen weiteren hinzu und Umschalt+D nimmt einen weg. Die Zuordnungen selbst und der Export bleiben, wie sie geschrieben sind.',
  vocabularyWords:
    'Thesaurus, Synonym, zusammenführen, umbenennen, Hierarchie, getty, aat, ulan, Zuschreibung, Werkstatt, Umkreis, Nachfolger, mehrere Begriffe, zwei Stile, Schrägstrich, Trennzeichen, Kombination',
  searchTitle: 'Suchen und eingrenzen',
  searchText:
    'Das Feld links in der Sammlung durchsucht Titel, Dateien, Zuordnungen, jede Spalte des Datensatzes und Notizen. Großbuchstaben und Akzente sind gleich. Mehrere Wörter müssen alle vorkommen; setzen Sie "Wörter in Anführungszeichen", die zusammengehören.\n\n„Bedingung hinzufügen“ grenzt die Werke ohne Tippen ein: nach Zuordnung, danach, was das Bild nahelegt, nach Stand, Datum, jeder Spalte, Größe. Alle Bedingungen gelten zugleich, und jede lässt sich wieder entfernen.\n\nDasselbe lässt sich tippen: style:Baroque, jahr<1600, ist:zweifelhaft, nicht ist:geprüft, ohne:genre, von:Ada, medium:oil. Die englischen Wörter (is:doubtful) gehen immer. Drücken Sie die Eingabetaste, und es wird zur Bedingung.',
  searchWords: 'finden, Filter, Abfrage, vor, nach, Jahr, Spalten, Bedingungen',
  listsTitle: 'Eine Suche als Liste behalten',
  listsText:
    'Sind die Werke eingegrenzt, drücken Sie „Als Liste speichern“ und geben ihr einen Namen, etwa „zweifelhaft, Barock, vor 1600, nicht geprüft“. Die Liste steht links mit der Zahl der Werke, die jetzt passen; sie folgt jeder Änderung.\n\nWählen Sie eine Liste, um sie zu zeigen, umzubenennen, zu verschieben oder zu löschen. Das Löschen einer Liste ändert kein Werk. Listen liegen in der Sammlung, für alle, die sie öffnen.',
  listsWords: 'gespeichert, intelligente Liste, Album, Lesezeichen, Favorit',
  sortTitle: 'Ordnen nach dem, was für eine Zuordnung spricht',
  sortText:
    '„Ordnen nach“ ordnet die Werke nach Titel, Datei, Datum oder Größe, oder nach allem, was für ihre Zuordnung spricht: der Chance, dass sie stimmt, was das Bild über Zuordnung und Vorschlag sagt, den anderen Werken derselben Hand, den ähnlichsten Werken. Die Zahl steht auf jedem Werk. Der Pfeil kehrt die Reihenfolge um.',
  sortWords: 'Reihenfolge, Rangfolge, zweifelhafteste, Wert, Größe, Datum',
  printTitle: 'Einen Kontaktbogen drucken',
  printText:
    'Ein Kontaktbogen zeigt die Werke, die zu sehen sind, oder die gewählten, mit Titel, Datei, Zuordnung, Vorschlag und Zeilen für Notizen. Wählen Sie Papier und Bilder je Reihe; die Vorschau ist, was gedruckt wird, und sagt, wie viele Seiten es sind.\n\n„Drucken“ öffnet den Druckdialog Ihres Systems, wo sich der Bogen auch als PDF behalten lässt. Gedruckt werden höchstens 2.000 Werke auf einmal.',
  printWords: 'Papier, pdf, Abzug, Vorschaubilder, a4, Seite',
  undoTitle: 'Zurücknehmen und wiederholen',
  undoText:
    'Strg+Z nimmt die letzte Änderung zurück, welche auch immer: ein Urteil, Zuordnungen von tausend Werken auf einmal, einen zusammengeführten Begriff. Noch einmal gedrückt, geht es weiter zurück; eine Grenze gibt es nicht, und es geht auch nach einem Neustart. Strg+Umschalt+Z wiederholt es.\n\nDie Seite Verlauf erzählt jede Änderung als Satz, mit wer und wann. Nichts wird je überschrieben: auch das Zurücknehmen wird festgehalten.',
  undoWords: 'rückgängig, wiederholen, Fehler, wiederherstellen, Verlauf, Protokoll, wer',
  summaryTitle: 'Was heute getan wurde',
  summaryText:
    'Die Übersicht sagt für jeden Tag und jede Person, wie viele Zuordnungen geprüft und berichtigt wurden und welche Berichtigungen am häufigsten waren. Sie finden sie auf der Startseite, am Ende einer Prüfung und unter den Befehlen (Strg+K). Zurückgenommenes zählt nicht.',
  summaryWords: 'Statistik, Fortschritt, Bericht, Tag, Sitzung, Anzahl',
  overviewTitle: 'Was vor dem Lernen in Ordnung zu bringen ist',
  overviewText:
    'Der Überblick sagt, was gutem Lernen im Weg steht: Werke ohne Zuordnung, Begriffe mit zu wenigen Werken, ein Begriff, der alle anderen überwiegt, Bilder, die unscharf, dunkel, klein oder gerahmt sind, und Kopien mit verschiedenen Zuordnungen. Jede Zeile führt zu ihren Werken. Sie müssen nicht alles in Ordnung bringen; beginnen Sie mit dem ersten.',
  overviewWords: 'Qualität, Probleme, unscharf, Dubletten, Kopien, klein, Ungleichgewicht, fehlend',
  evaluateTitle: 'Wie gut die App ist, und wo sie fehlgeht',
  evaluateText:
    'Beurteilen sagt, wie oft das Modell mit den Zuordnungen übereinstimmt, wenn es sie nicht gesehen hat, mit dem Bereich, in dem die wahre Zahl liegt. Die Tabelle der Verwechslungen zeigt, welche Begriffe für welche gehalten werden; drücken Sie ein Feld, um seine Werke zu sehen. Übereinstimmung ist nicht Wahrheit: wo Zuordnungen falsch sind, widerspricht das Modell zu Recht.\n\nDurchgänge lassen sich nebeneinander vergleichen, und ein Bericht lässt sich als Datei behalten.',
  evaluateWords: 'Genauigkeit, Verwechslung, Kennzahlen, Qualität, Vertrauen, Bericht, vergleichen',
  findingsTitle: 'Wie viele Zuordnungen falsch sind',
  findingsText:
    'Befunde schätzt, wie viele Zuordnungen der Sammlung falsch sind, wo sie sich häufen (ein Ordner, ein Einlesen, eine Katalogisiererin, ein Künstler) und wie viele eine weitere Stunde Prüfen finden würde. Eine Stichprobe aus dem Rest, die Sie beurteilen, ohne den Vorschlag zu sehen, zeigt, was der Liste entgeht.',
  findingsWords: 'Schätzung, Fehler, Stichprobe, Prüfung, wo, wie viele',
  recipesTitle: 'Rezepte und Netze',
  recipesText:
    'Ein Rezept sagt, wie gelernt wird: mit welchem Netz, welche Teile davon lernen, und wie lange. Das schnelle Rezept ist für die meisten Sammlungen richtig. Andere folgen veröffentlichten Systemen oder sind eine eigene Datei.\n\nIn den Einstellungen lässt sich ein anderes Netz als ONNX-Datei hinzufügen. Auch was gelernt wurde, lässt sich als ONNX-Datei mitnehmen, mit einer Karte, die sagt, wie es entstand.',
  recipesWords: 'onnx, Netz, vorgelernt, fortgeschritten, efficientnet, resnet, json, Modellkarte',
  exportTitle: 'Die berichtigte Tabelle ausgeben',
  exportText:
    'Ausgeben schreibt Ihre Tabelle neu: dieselben Spalten, Reihenfolge, Kodierung und Trennzeichen, und nur die Zellen, deren Zuordnung Sie geändert haben, sind anders. Eine Vorschau zeigt jede davon. Ihre ursprüngliche Tabelle wird nicht angerührt, es sei denn, Sie wählen ihren Namen.\n\nEine neue Tabelle sagt außerdem, wer was wann entschieden hat.',
  exportWords: 'speichern, csv, excel, schreiben, Sammlungssystem, Ergebnis',
  privacyTitle: 'Was diesen Computer verlässt',
  privacyText:
    'Nichts. Ihre Bilder, Zuordnungen und Urteile bleiben auf diesem Computer. Die App arbeitet ohne Internet, hat kein Konto und sendet keine Statistik. Nur wenn Sie ein Netz von einer Adresse hinzufügen, holt sie diese eine Datei.\n\nBilder werden nur zum Lesen geöffnet. Alles, was die App schreibt, liegt im Ordner der Sammlung, den Sie als Ganzes kopieren, verschieben oder löschen können; die Bilder liegen nicht darin.',
  privacyWords: 'Datenschutz, dsgvo, cloud, Internet, offline, Sicherheit, Sicherung, Ordner, verschieben',
  accessTitle: 'Tastatur, Vorlesen, große Schrift',
  accessText:
    'Alles lässt sich mit der Tastatur tun. Tab geht zwischen den Teilen einer Seite, Pfeile innerhalb von Listen und Rastern, Escape schließt, was geöffnet wurde. Strg+K findet jeden Befehl nach seinem Namen.\n\nVorleseprogramme hören nach jedem Urteil, was getan wurde und welches Werk folgt. Die App folgt hell und dunkel, verminderter Bewegung und hohem Kontrast Ihres Systems und lässt sich auf 200 % und mehr vergrößern.',
  accessWords: 'Barrierefreiheit, blind, vergrößern, Kontrast, dunkel, Kürzel, wcag',
  troubleTitle: 'Wenn etwas nicht geht',
  troubleText:
    'Eine Meldung sagt, was schiefging und was zu tun ist. Arbeit, die ein Stromausfall oder Absturz abgebrochen hat, geht beim nächsten Start weiter; ein Urteil, das Sie gesehen haben, geht nie verloren.\n\nFehlen Bilder, fehlt vielleicht ihr Laufwerk, oder der Ordner wurde verschoben: lesen Sie ihn von seinem neuen Ort ein, und die Werke werden an ihrem Inhalt erkannt. Bleibt das Lernen stehen, weil die Grafikkarte ausfällt, macht der Prozessor von selbst weiter.',
  troubleWords:
    'Fehler, Problem, Absturz, fehlende Bilder, verschoben, langsam, Grafikkarte, Speicher, verloren, reparieren',
}
