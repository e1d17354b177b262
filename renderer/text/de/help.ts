import type { Translation } from '../language.ts'

export const help: Translation['help'] = {
  contents: 'Inhalt der Hilfe',
  search: 'Hilfe durchsuchen',
  found: { one: '{count} Artikel', other: '{count} Artikel' },
  nothing: 'Kein Artikel enthält alle diese Wörter. Versuchen Sie weniger oder ein anderes.',
  first: 'Erste Schritte und Tasten',
  more: 'Mehr darüber lesen',
  inLooks: 'Bei ähnlichen Werken',
  title: 'Hilfe',
  lead: 'Von einem Ordner mit Bildern zu einer berichtigten Tabelle, in sechs Schritten.',
  step1: 'Ordner einlesen',
  step1Text:
    'Wählen Sie den Ordner mit Ihren Bildern. Liegt eine Tabelle mit Zuordnungen darin, findet die App sie und bringt ihre Zeilen über die Dateinamen mit den Bildern zusammen.',
  step2: 'Ansehen lassen',
  step2Text:
    'Die App sieht jedes Bild einmal an. Bei Tausenden von Werken dauert das einige Minuten; Sie können anhalten und später weitermachen.',
  step3: 'Lernen',
  step3Text:
    'Sie lernt, wie jede Zuordnung in Ihrer Sammlung aussieht. Sekunden bis Minuten. Ein Begriff braucht fünf Werke oder mehr.',
  step4: 'Prüfen',
  step4Text:
    'Die Zuordnungen, gegen die die Bilder sprechen, stehen in einer Liste, die schlimmsten zuerst. Eine Taste entscheidet: ändern, behalten, unsicher, überspringen.',
  step5: 'Neu lernen',
  step5Text:
    'Drücken Sie R. Die App lernt aus Ihren Urteilen und ordnet die Liste neu. Was Sie entschieden haben, bleibt entschieden.',
  step6: 'Ausgeben',
  step6Text: 'Speichern Sie die Tabelle mit Ihren Berichtigungen. Jede andere Zelle ist genau, wie sie war.',
  keys: 'Tasten',
  everywhere: 'Überall',
  inReview: 'Beim Prüfen',
  inCollection: 'In der Sammlung',
  inWork: 'Auf der Seite eines Werks',
  gridMove: 'Zwischen den Werken bewegen',
  gridEnds: 'Erstes und letztes Werk',
  gridSelect: 'Mehrere Werke wählen',
  gridOpen: 'Werk öffnen',
  dialogClose: 'Dialog schließen',
}
