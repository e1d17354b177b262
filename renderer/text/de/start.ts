import type { Translation } from '../language.ts'

export const start: Translation['start'] = {
  title: 'Connoisseur',
  lead: 'Findet die Zuordnungen Ihrer Sammlung, gegen die die Bilder sprechen, und hilft Ihnen, sie zu berichtigen. Alles bleibt auf diesem Computer.',
  recent: 'Zuletzt geöffnete Sammlungen',
  noRecent: 'Noch keine Sammlungen',
  noRecentHint:
    'Öffnen Sie das Beispiel, um sich mit 160 erfundenen Gemälden umzusehen, oder beginnen Sie eine eigene Sammlung.',
  sample: 'Beispiel öffnen',
  sampleHint: '160 erfundene Gemälde mit einigen falschen Zuordnungen zum Finden',
  create: 'Neue Sammlung',
  createHint: 'Aus einem Ordner mit Bildern und, wenn Sie eine haben, einer Tabelle mit Zuordnungen',
  open: 'Sammlung öffnen',
  openHint: 'Ein Ordner, dessen Name auf .connoisseur endet',
  missing: 'Nicht gefunden. Vielleicht fehlt ihr Laufwerk, oder sie wurde verschoben.',
  openedAt: 'Geöffnet {date}',
  forget: '„{name}“ aus dieser Liste nehmen',
  forgotten: '„{name}“ steht nicht mehr in der Liste. Gelöscht wurde nichts.',
  name: 'Name',
  namePlaceholder: 'Zum Beispiel: Gemälde',
  where: 'Wo sie liegen soll',
  whereHint: 'Was die App lernt und entscheidet, liegt dort in {folder}. Ihre Bilder bleiben, wo sie sind.',
  createButton: 'Anlegen',
  chooseWhere: 'Wählen, wo die Sammlung liegen soll',
  chooseCollection: 'Eine Sammlung zum Öffnen wählen',
}
