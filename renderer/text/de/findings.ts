import type { Translation } from '../language.ts'

export const findings: Translation['findings'] = {
  title: 'Befunde',
  lead: 'Was die Sammlung als Ganzes über ihre Zuordnungen sagt.',
  attributes: 'Merkmal, um das es geht',
  notLearned: 'Es wurde noch nichts gelernt.',
  notLearnedHint:
    'Sobald die App gelernt hat, wie jede Zuordnung aussieht, sagt sie hier, wo sich die falschen häufen.',
  working: 'Die Sammlung wird durchgesehen',
  wrong: 'Etwa {count} von {of} Zuordnungen ({attribute}) sind falsch',
  share: '{share} (zwischen {low} und {high}), nach dem, was Bilder, Künstler und ähnlichste Werke zusammen sagen.',
  rangeHint:
    'Der Bereich gilt für einzelne, zufällige Fehler. Von Fehlern, die ebenso gut zum Bild passen, oder von ganzen Posten aus einer Hand kann es mehr geben.',
  corrected: {
    one: 'Die {count} Zuordnung, die Sie angesehen haben, hat dies berichtigt.',
    other: 'Die {count} Zuordnungen, die Sie angesehen haben, haben dies berichtigt.',
  },
  notCorrected: 'Noch hat niemand nachgesehen: Ihre Urteile werden dies berichtigen.',
  confidentLearning:
    'Gepunktet: {share}, was Confident Learning allein aus den Bildern macht. Wo Begriffe ähnlich aussehen, zählt es zu viele.',
  budget: 'Was weiteres Prüfen finden würde',
  outlook: {
    one: 'Die nächste geprüfte Zuordnung findet etwa {finds} der geschätzten {left} Fehler.',
    other: 'Die nächsten {count} geprüften Zuordnungen finden etwa {finds} der geschätzten {left} Fehler.',
  },
  nothingLeft: 'Weitere falsche Zuordnungen sind nicht zu erwarten.',
  stepLabels: 'Geprüfte Zuordnungen',
  stepFinds: 'Gefundene falsche',
  sofar: {
    one: 'Bisher {count} Zuordnung geprüft, davon {found} falsch.',
    other: 'Bisher {count} Zuordnungen geprüft, davon {found} falsch.',
  },
  controlTitle: 'Was der Liste entgeht',
  noControl: 'Jede Zuordnung ist zweifelhaft; es gibt nichts, woraus eine Stichprobe zu ziehen wäre.',
  controlUnseen: {
    one: 'Das weiß noch niemand: sehen Sie {count} Zuordnung an, zufällig aus den nicht zweifelhaften gezogen.',
    other: 'Das weiß noch niemand: sehen Sie {count} Zuordnungen an, zufällig aus den nicht zweifelhaften gezogen.',
  },
  control: {
    one: '{count} zufällig aus den nicht zweifelhaften gezogene Zuordnung wurde angesehen, {wrong} war falsch: höchstens {share} davon, {high} von {of}, sind falsch.',
    other:
      '{count} zufällig aus den nicht zweifelhaften gezogene Zuordnungen wurden angesehen, {wrong} davon falsch: höchstens {share} davon, {high} von {of}, sind falsch.',
  },
  goOn: {
    one: 'Weiter: die nächste Zuordnung ist wahrscheinlich falsch.',
    other: 'Weiter: von den nächsten {count} Zuordnungen sind etwa {finds} falsch.',
  },
  check:
    'Der Rest der Liste enthält kaum noch Falsches. Sehen Sie zur Sicherheit die Stichprobe an, dann hören Sie auf.',
  stop: 'Sie können aufhören: was übrig ist, enthält wenig Falsches, und die Stichprobe bestätigt es.',
  reviewQueue: 'Zweifelhafte Zuordnungen prüfen',
  reviewSample: 'Stichprobe ansehen',
  gathered: 'Wo sich falsche Zuordnungen häufen',
  gatheredHint:
    'Mehr, als der Zufall erklärt. Entschiedene Zuordnungen zählen, wie Sie entschieden haben, die anderen als zweifelhaft oder nicht.',
  notGathered:
    'Nirgends: kein Ordner, kein Einlesen, keine Künstlerhand, keine Nummer und keine Spalte hat mehr zweifelhafte Zuordnungen, als der Zufall erklärt.',
  byFolder: 'Ordner {value}',
  byImport: 'Eingelesen am {value}',
  byArtist: 'Werke von {value}',
  byColumn: '{column}: {value}',
  byStretch: '{column} {value}',
  lift: '{times}-mal so oft',
  doubtfulOf: { one: '{count} von {of} Zuordnungen ({share})', other: '{count} von {of} Zuordnungen ({share})' },
  pairs: 'Begriffe, die ähnlich aussehen',
  pairsHint:
    'Die Bilder unterscheiden sie kaum. Zweifel zwischen den beiden sagt wenig; eine klarere Festlegung kann helfen.',
  noPairs: 'Keine: alle Begriffe mit genug Werken lassen sich unterscheiden.',
  pair: '{one} und {other}',
  apart: 'In {count} von 100 Fällen unterschieden; {works} Werke sehen mehr nach dem anderen aus',
  tooRare: {
    one: '{count} Begriff ist zu selten für ein Urteil',
    other: '{count} Begriffe sind zu selten für ein Urteil',
  },
  tooRareHint: 'Aus weniger als fünf Werken lässt sich nichts lernen: sehen Sie diese selbst an.',
  rareTerm: { one: '{term} ({count} Werk)', other: '{term} ({count} Werke)' },
  outliers: {
    one: 'Das Werk, das keinem anderen gleicht',
    other: 'Die {count} Werke, die am wenigsten anderen gleichen',
  },
  outliersHint: 'Eine falsche Aufnahme, ein Ausschnitt, ein Rahmen, gar kein Kunstwerk, oder einfach etwas Eigenes.',
  likeness: '{label}, zu {percent} ähnlich',
  sample: { one: 'Stichprobe: noch {count} Zuordnung', other: 'Stichprobe: noch {count} Zuordnungen' },
  sampleDone: 'Die Stichprobe ist angesehen.',
  backToQueue: 'Zurück zu den zweifelhaften Zuordnungen',
}
