import type { Said } from '../said.ts'

/** What figures say: charts/, by the English sentence. */
export const charts: Said = {
  '1 work': '1 Werk',
  '{1} works': '{1} Werke',
  Works: 'Werke',
  works: 'Werke',
  term: 'Begriff',
  run: 'Durchgang',
  from: 'von',
  to: 'bis',

  'How sure it was, right and wrong: {1}': 'Wie sicher es war, richtig und falsch: {1}',
  'Right for {1} works, wrong for {2}. Of the {3} it was at least 90 % sure of, 1 is wrong.':
    'Richtig bei {1} Werken, falsch bei {2}. Von den {3}, bei denen es zu mindestens 90 % sicher war, ist 1 falsch.',
  'Right for {1} works, wrong for {2}. Of the {3} it was at least 90 % sure of, {4} are wrong.':
    'Richtig bei {1} Werken, falsch bei {2}. Von den {3}, bei denen es zu mindestens 90 % sicher war, sind {4} falsch.',
  Right: 'Richtig',
  Wrong: 'Falsch',
  right: 'richtig',
  wrong: 'falsch',
  'How sure it was': 'Wie sicher es war',
  'How often it was right': 'Wie oft es recht hatte',
  'Can it be taken at its word? {1}': 'Kann man es beim Wort nehmen? {1}',
  'It was too sure of itself: on average how sure it was is {1} away from how often it was right, {2} after correction.':
    'Es war sich zu sicher: im Mittel weicht die Sicherheit {1} davon ab, wie oft es recht hatte, nach der Berichtigung {2}.',
  'It was not sure enough of itself: on average how sure it was is {1} away from how often it was right, {2} after correction.':
    'Es war sich nicht sicher genug: im Mittel weicht die Sicherheit {1} davon ab, wie oft es recht hatte, nach der Berichtigung {2}.',
  'It was about as sure as it was right: on average how sure it was is {1} away from how often it was right, {2} after correction.':
    'Es war etwa so sicher, wie es recht hatte: im Mittel weicht die Sicherheit {1} davon ab, wie oft es recht hatte, nach der Berichtigung {2}.',
  'As learned': 'Wie gelernt',
  Corrected: 'Berichtigt',
  'As sure as right': 'So sicher wie richtig',
  certainty: 'Sicherheit',
  'mean certainty': 'mittlere Sicherheit',
  'share right': 'Anteil richtig',
  'as learned': 'wie gelernt',
  corrected: 'berichtigt',

  '{1} terms; rows are the labels, columns what the app takes the works for.':
    '{1} Begriffe; Zeilen sind die Zuordnungen, Spalten, wofür die App die Werke hält.',
  '{1} of other terms, or taken for other terms, are not shown.':
    'Nicht gezeigt, weil sie andere Begriffe haben oder für andere gehalten werden: {1}.',
  'Most confused: {1} labelled {2} taken for {3}.': 'Am häufigsten verwechselt: zugeordnet {2}, für {3} gehalten, {1}.',
  'No work is taken for another term.': 'Kein Werk wird für einen anderen Begriff gehalten.',
  'Labels and what the app takes them for: {1}': 'Zuordnungen, und wofür die App die Werke hält: {1}',
  Label: 'Zuordnung',
  'Taken for': 'Gehalten für',
  label: 'Zuordnung',
  'taken for': 'gehalten für',
  'share of the label': 'Anteil der Zuordnung',

  'Found against false alarms (ROC): {1}': 'Gefundenes gegen Fehlalarme (ROC): {1}',
  'Mean of the terms ({1})': 'Mittel der Begriffe ({1})',
  'All decisions together ({1})': 'Alle Entscheidungen zusammen ({1})',
  'For each term, the share of its works that are found as the share of other works wrongly taken for it grows. The area under the mean curve is {1}; 1 is perfect, {2} is chance.':
    'Für jeden Begriff der Anteil seiner Werke, der gefunden wird, während der Anteil anderer Werke wächst, die irrtümlich für ihn gehalten werden. Die Fläche unter der mittleren Kurve ist {1}; 1 ist vollkommen, {2} ist Zufall.',
  'False alarms among other works': 'Fehlalarme unter anderen Werken',
  'Found again': 'Wiedergefunden',
  Chance: 'Zufall',
  'Each term': 'Jeder Begriff',
  curve: 'Kurve',
  area: 'Fläche',
  'false alarms': 'Fehlalarme',
  found: 'gefunden',
  'mean of the terms': 'Mittel der Begriffe',
  'all decisions': 'alle Entscheidungen',
  'Right against found (precision and recall): {1}': 'Richtiges gegen Gefundenes (Precision und Recall): {1}',
  'For each term, how many of the works taken for it are right as more of its works are found. Best known: {1} (average precision {2}); least: {3} ({4}).':
    'Für jeden Begriff, wie viele der für ihn gehaltenen Werke richtig sind, während mehr seiner Werke gefunden werden. Am besten gekannt: {1} (mittlere Genauigkeit {2}); am wenigsten: {3} ({4}).',
  'No term has works.': 'Kein Begriff hat Werke.',
  'Right when suggested': 'Richtig, wenn vorgeschlagen',
  'average precision': 'mittlere Genauigkeit',
  recall: 'wiedergefunden',
  precision: 'richtig, wenn vorgeschlagen',

  'Found against false alarms, run by run: {1}': 'Gefundenes gegen Fehlalarme, je Durchgang: {1}',
  'Area under the mean curve: {1}. 1 is perfect, {2} is chance.':
    'Fläche unter der mittleren Kurve: {1}. 1 ist vollkommen, {2} ist Zufall.',
  'run {1} {2}': 'Durchgang {1} {2}',
  'Run {1} ({2})': 'Durchgang {1} ({2})',

  '{1} with a label, {2} without, {3} terms.': '{1} mit Zuordnung, {2} ohne, {3} Begriffe.',
  'Most frequent: {1} ({2}).': 'Am häufigsten: {1} ({2}).',
  '1 term is too rare to be learned.': '1 Begriff ist zu selten, um gelernt zu werden.',
  '{1} terms are too rare to be learned.': '{1} Begriffe sind zu selten, um gelernt zu werden.',
  '1 rarer term is not drawn.': '1 seltenerer Begriff ist nicht gezeichnet.',
  '{1} rarer terms are not drawn.': '{1} seltenere Begriffe sind nicht gezeichnet.',
  'Works of each term: {1}': 'Werke jedes Begriffs: {1}',
  'To learn from': 'Zum Lernen',
  'To choose by': 'Zum Auswählen',
  'Set aside for judging': 'Zum Beurteilen zurückgelegt',
  'to learn from': 'zum Lernen',
  'to choose by': 'zum Auswählen',
  'set aside': 'zurückgelegt',

  'How wrong it was while it learned': 'Wie falsch es lag, während es lernte',
  'On works it learned from it fell from {1} to {2}, on works it had not seen from {3} to {4}. Lower is better.':
    'Bei Werken, von denen es lernte, fiel es von {1} auf {2}, bei Werken, die es nicht gesehen hatte, von {3} auf {4}. Weniger ist besser.',
  'On works it learned from it fell from {1} to {2}. Lower is better.':
    'Bei Werken, von denen es lernte, fiel es von {1} auf {2}. Weniger ist besser.',
  'Labels it got right while it learned': 'Zuordnungen, die es richtig hatte, während es lernte',
  'In the end it got {1} right of those it learned from and {2} of those it had not seen.':
    'Am Ende hatte es {1} von denen richtig, von denen es lernte, und {2} von denen, die es nicht gesehen hatte.',
  'On works it learned from': 'Bei Werken, von denen es lernte',
  'On works it had not seen': 'Bei Werken, die es nicht gesehen hatte',
  'on works it learned from': 'bei Werken, von denen es lernte',
  'on works it had not seen': 'bei Werken, die es nicht gesehen hatte',
  Step: 'Schritt',
  step: 'Schritt',
  'How wrong': 'Wie falsch',

  'Map of the collection, coloured by {1}': 'Karte der Sammlung, gefärbt nach {1}',
  '{1} as {2} sees them: works that look alike lie close together; what is far apart says little. {3} of them were laid out by UMAP.':
    '{1}, wie {2} sie sieht: Werke, die ähnlich aussehen, liegen nah beieinander; was weit auseinander liegt, sagt wenig. {3} davon hat UMAP angeordnet.',
  'others, or none': 'andere oder keine',
  group: 'Gruppe',

  'Light of the pictures of each term: {1}': 'Licht der Bilder jedes Begriffs: {1}',
  'From black to white, the outline is that of all works. Darkest: {1} (mean {2} of white); lightest: {3} ({4}).':
    'Von Schwarz bis Weiß, der Umriss ist der aller Werke. Am dunkelsten: {1} (im Mittel {2} von Weiß); am hellsten: {3} ({4}).',
  'No picture has been measured yet.': 'Noch kein Bild wurde gemessen.',
  Black: 'Schwarz',
  White: 'Weiß',
  'mean light': 'mittleres Licht',
  'bin {1}': 'Stufe {1}',
  'Colours of the pictures of each term: {1}': 'Farben der Bilder jedes Begriffs: {1}',
  'A strip a term, divided by the share of each hue; grey is without colour. Least coloured: {1} ({2} grey).':
    'Ein Streifen je Begriff, geteilt nach dem Anteil jedes Farbtons; Grau ist ohne Farbe. Am wenigsten farbig: {1} ({2} grau).',
  grey: 'grau',
  'hue {1}°': 'Farbton {1}°',
}
