import type { Translation } from '../language.ts'

export const nextStep: Translation['nextStep'] = {
  label: 'Nächster Schritt',
  dismiss: 'Keine nächsten Schritte mehr zeigen',
  dismissed: 'Nächste Schritte werden nicht mehr gezeigt. Die Einstellungen holen sie zurück.',
  setting: 'Zeigen, was als Nächstes zu tun ist',
  settingHint: 'Eine Zeile am unteren Rand sagt, was als Nächstes kommt, bis Sie sich auskennen.',
  beginHere: 'Hier anfangen',
  import: 'Beginnen Sie mit einem Ordner voller Bilder.',
  wait: 'Die App sieht die Bilder an und lernt ihre Zuordnungen. Dann zeigt sie, welche davon zweifelhaft sind.',
  learn: 'Lassen Sie die App lernen, wie jede Zuordnung aussieht.',
  review: {
    one: '{count} Zuordnung sieht zweifelhaft aus. Sehen Sie sie an.',
    other: '{count} Zuordnungen sehen zweifelhaft aus. Sehen Sie die erste an.',
  },
  reviewButton: 'Prüfen',
  decide:
    'Passt der Vorschlag besser zum Bild als die Zuordnung? {accept} ändert die Zuordnung, {keep} behält sie. {undo} nimmt es zurück.',
  onward: 'Entschieden. Machen Sie so weiter, oder sehen Sie, was sich in Ihrer Tabelle geändert hat.',
  exportButton: 'Änderungen ansehen',
}
