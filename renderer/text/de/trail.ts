import type { Translation } from '../language.ts'

export const trail: Translation['trail'] = {
  reasonTitle: 'Der Grund für Ihr Urteil',
  reasonPlaceholder: 'Grund wählen oder tippen',
  reasonNothing: 'Kein solcher Grund in der Liste.',
  reasonNew: 'Weil: „{reason}“',
  reason: 'Weil: {reason}',
  clearReason: 'Keinen Grund nennen',
  export: 'Urteile ausgeben',
  exportTitle: 'Liste der Urteile speichern',
  written: { one: '{count} Urteil in {path} geschrieben', other: '{count} Urteile in {path} geschrieben' },
  reviewers: 'Wer hier entscheidet',
  askName: 'Ihre Urteile werden mit Ihrem Namen aufbewahrt.',
  askNameLabel: 'Ihr Name',
  askNameSave: 'Diesen Namen verwenden',
  reasons: 'Gründe zur Auswahl',
  reasonsHint:
    'Einer je Zeile. Sie werden angeboten, wenn Sie beim Prüfen {key} drücken; jeder andere lässt sich tippen.',
}
