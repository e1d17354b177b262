import type { Translation } from '../language.ts'

export const overview: Translation['overview'] = {
  title: 'Überblick',
  lead: 'Was es zu lernen gibt, und was zuerst in Ordnung zu bringen ist. Nichts hier ändert eine Zuordnung.',
  empty: 'Noch nichts zu überblicken',
  emptyHint:
    'Lesen Sie einen Ordner mit Bildern ein. Dann sagt diese Seite, was fehlt, selten, doppelt oder schlecht fotografiert ist.',
  works: { one: '{count} Werk', other: '{count} Werke' },
  advice: 'Was zuerst in Ordnung zu bringen ist',
  now: 'Zuerst',
  soon: 'Dann',
  note: 'Gut zu wissen',
  showWorks: { one: '{count} Werk zeigen', other: '{count} Werke zeigen' },
  showProblems: { one: '{count} Datei zeigen', other: '{count} Dateien zeigen' },
  measure: 'Bilder jetzt prüfen',
  goImport: 'Zuordnungen einlesen',
  'no-labels': {
    one: 'Das Werk hat noch keine Zuordnung. Lesen Sie eine Tabelle mit seinen Zuordnungen ein.',
    other: 'Keines der {count} Werke hat eine Zuordnung. Lesen Sie eine Tabelle mit ihren Zuordnungen ein.',
  },
  'one-term':
    'Bei {attribute} gibt es nur einen Begriff mit fünf Werken oder mehr: es ist nichts zu unterscheiden. Ordnen Sie Werke einem zweiten Begriff zu.',
  'several-terms': {
    one: '{count} Zuordnung von {attribute} scheint mehrere Begriffe zu nennen, etwa {term}. Sagen Sie es im Vokabular, dann wird sie nach jedem davon beurteilt.',
    other:
      '{count} Zuordnungen von {attribute} scheinen mehrere Begriffe zu nennen, etwa {term}. Sagen Sie es im Vokabular, dann werden sie nach jedem davon beurteilt.',
  },
  'missing-labels': {
    one: '{count} Werk hat keine Zuordnung für {attribute}. Das Modell schlägt eine vor, lernt aber nichts daraus.',
    other:
      '{count} Werke haben keine Zuordnung für {attribute}. Das Modell schlägt für jedes eine vor, lernt aber nichts daraus.',
  },
  'rare-terms': {
    one: 'Seltene Begriffe bei {attribute}: {times}, bei zusammen {count} Werk. Aus weniger als fünf Werken lässt sich nichts lernen: ordnen Sie ihnen mehr Werke zu, oder führen Sie sie zusammen.',
    other:
      'Seltene Begriffe bei {attribute}: {times}, bei zusammen {count} Werken. Aus weniger als fünf Werken lässt sich nichts lernen: ordnen Sie ihnen mehr Werke zu, oder führen Sie sie zusammen.',
  },
  imbalance:
    '{attribute}: „{term}“ hat {times}-mal so viele Werke wie der seltenste Begriff. Das Modell wird dazu neigen; mehr Werke der seltenen Begriffe helfen am meisten.',
  'copies-differ': {
    one: '{count} Werk teilt sein Bild mit einem anderen, aber nicht die Zuordnung ({attribute}). Eine der beiden ist falsch.',
    other:
      '{count} Werke teilen ein Bild, oder fast, aber nicht die Zuordnung ({attribute}). In jeder Gruppe ist mindestens eine falsch.',
  },
  copies: {
    one: '{count} Werk teilt sein Bild mit einem anderen, oder fast. Sehen Sie nach, ob es zweimal geführt wird.',
    other:
      '{count} Werke teilen ihr Bild mit einem anderen, oder fast. Sehen Sie nach, ob keines zweimal geführt wird.',
  },
  unreadable: {
    one: '{count} Datei lässt sich nicht lesen und wurde ausgelassen. Kopieren Sie sie noch einmal von dort, woher sie kam.',
    other:
      '{count} Dateien lassen sich nicht lesen und wurden ausgelassen. Kopieren Sie sie noch einmal von dort, woher sie kamen.',
  },
  'not-measured': {
    one: '{count} Bild wurde noch nicht auf Licht, Schärfe und Kopien geprüft.',
    other: '{count} Bilder wurden noch nicht auf Licht, Schärfe und Kopien geprüft.',
  },
  small: {
    one: '{count} Bild ist kleiner als 200 Pixel. Das Modell sieht wenig davon; nehmen Sie eine größere Aufnahme.',
    other: '{count} Bilder sind kleiner als 200 Pixel. Das Modell sieht wenig davon; nehmen Sie größere Aufnahmen.',
  },
  dark: {
    one: '{count} Bild ist sehr dunkel. Sehen Sie nach, ob es unterbelichtet ist.',
    other: '{count} Bilder sind sehr dunkel. Sehen Sie nach, ob sie unterbelichtet sind.',
  },
  bright: {
    one: '{count} Bild ist sehr hell. Sehen Sie nach, ob es überbelichtet ist oder größtenteils leerer Grund.',
    other: '{count} Bilder sind sehr hell. Sehen Sie nach, ob sie überbelichtet sind oder größtenteils leerer Grund.',
  },
  flat: {
    one: '{count} Bild zeigt kaum einen Unterschied zwischen hell und dunkel. Sehen Sie nach, ob es verblasst oder leer ist.',
    other:
      '{count} Bilder zeigen kaum einen Unterschied zwischen hell und dunkel. Sehen Sie nach, ob sie verblasst oder leer sind.',
  },
  blurry: {
    one: '{count} Bild ist unscharf oder wurde aus einem kleinen vergrößert. Nehmen Sie eine schärfere Aufnahme.',
    other: '{count} Bilder sind unscharf oder wurden aus kleinen vergrößert. Nehmen Sie schärfere Aufnahmen.',
  },
  border: {
    one: '{count} Bild hat einen breiten einfarbigen Rand. Das Modell könnte den Rand lernen; schneiden Sie ihn ab.',
    other:
      '{count} Bilder haben einen breiten einfarbigen Rand. Das Modell könnte den Rand lernen; schneiden Sie ihn ab.',
  },
  grey: {
    one: '{count} Bild hat keine Farbe. Sehen Sie nach, ob es eine Schwarzweißaufnahme eines farbigen Werks ist.',
    other: '{count} Bilder haben keine Farbe. Sehen Sie nach, ob es Schwarzweißaufnahmen farbiger Werke sind.',
  },
  good: {
    one: 'Dem Lernen steht nichts im Weg.',
    other: 'Dem Lernen steht nichts im Weg: {count} Werke mit guten Bildern und Zuordnungen.',
  },
  labels: 'Zuordnungen',
  labelled: '{labelled} zugeordnet, {missing} ohne',
  terms: { one: '{count} Begriff', other: '{count} Begriffe' },
  even: 'gleichmäßig über die Begriffe verteilt',
  uneven:
    'ungleich verteilt: der häufigste Begriff hat {times}-mal so viele Werke wie der seltenste, der sich lernen lässt',
  rareTerms: {
    one: '{count} Begriff ist zu selten, um gelernt zu werden',
    other: '{count} Begriffe sind zu selten, um gelernt zu werden',
  },
  chart: 'Werke je Begriff, {attribute}',
  showAll: 'Alle {count} Begriffe zeigen',
  showFewer: 'Nur die häufigsten zeigen',
  term: 'Begriff',
  count: 'Werke',
  learning: 'Zum Lernen',
  checking: 'Zum Abstimmen',
  aside: 'Zurückgelegt',
  pictures: 'Bilder',
  picturesLead: 'Gemessen an den kleinen Kopien, die diese Sammlung aufbewahrt.',
  sizes: 'Kürzere Seite in Pixeln',
  below: 'unter {to}',
  between: '{from} bis {to}',
  above: '{from} und mehr',
  formats: 'Arten von Dateien',
  copySets: 'Dasselbe oder fast dasselbe Bild',
  exactSets: { one: '{count} Gruppe genauer Kopien', other: '{count} Gruppen genauer Kopien' },
  nearSets: { one: '{count} Gruppe von Fast-Kopien', other: '{count} Gruppen von Fast-Kopien' },
  noSets: 'Keine zwei Werke teilen ein Bild.',
  showSet: { one: 'Das {count} Werk dieser Gruppe zeigen', other: 'Die {count} Werke dieser Gruppe zeigen' },
  differ: 'verschieden bei {attributes}',
  concernSmall: 'Klein',
  concernDark: 'Dunkel',
  concernBright: 'Hell',
  concernFlat: 'Ohne Kontrast',
  concernBlurry: 'Unscharf',
  concernBorder: 'Mit Rand',
  concernGrey: 'Ohne Farbe',
  concernCopy: 'Genaue Kopien',
  concernNearCopy: 'Fast-Kopien',
  back: 'Zurück zum Überblick',
}
