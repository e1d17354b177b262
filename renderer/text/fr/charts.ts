import type { Said } from '../said.ts'

/** What figures say: charts/, by the English sentence. */
export const charts: Said = {
  '1 work': '1 œuvre',
  '{1} works': '{1} œuvres',
  Works: 'Œuvres',
  works: 'œuvres',
  term: 'terme',
  run: 'apprentissage',
  from: 'de',
  to: 'à',

  'How sure it was, right and wrong: {1}': 'Sa certitude, quand il avait raison et quand il se trompait : {1}',
  'Right for {1} works, wrong for {2}. Of the {3} it was at least 90 % sure of, 1 is wrong.':
    'Juste pour {1} œuvres, faux pour {2}. Des {3} dont il était sûr à 90 % au moins, 1 est fausse.',
  'Right for {1} works, wrong for {2}. Of the {3} it was at least 90 % sure of, {4} are wrong.':
    'Juste pour {1} œuvres, faux pour {2}. Des {3} dont il était sûr à 90 % au moins, {4} sont fausses.',
  Right: 'Juste',
  Wrong: 'Faux',
  right: 'juste',
  wrong: 'faux',
  'How sure it was': 'Sa certitude',
  'How often it was right': 'Combien de fois il avait raison',
  'Can it be taken at its word? {1}': 'Peut-on le croire sur parole ? {1}',
  'It was too sure of itself: on average how sure it was is {1} away from how often it was right, {2} after correction.':
    'Il était trop sûr de lui : en moyenne sa certitude s’écarte de {1} de la fréquence à laquelle il avait raison, de {2} après correction.',
  'It was not sure enough of itself: on average how sure it was is {1} away from how often it was right, {2} after correction.':
    'Il n’était pas assez sûr de lui : en moyenne sa certitude s’écarte de {1} de la fréquence à laquelle il avait raison, de {2} après correction.',
  'It was about as sure as it was right: on average how sure it was is {1} away from how often it was right, {2} after correction.':
    'Il était à peu près aussi sûr qu’il avait raison : en moyenne sa certitude s’écarte de {1} de la fréquence à laquelle il avait raison, de {2} après correction.',
  'As learned': 'Tel qu’appris',
  Corrected: 'Corrigé',
  'As sure as right': 'Aussi sûr que juste',
  certainty: 'certitude',
  'mean certainty': 'certitude moyenne',
  'share right': 'part juste',
  'as learned': 'telle qu’apprise',
  corrected: 'corrigée',

  '{1} terms; rows are the labels, columns what the app takes the works for.':
    '{1} termes ; les lignes sont les étiquettes, les colonnes ce pour quoi l’application prend les œuvres.',
  '{1} of other terms, or taken for other terms, are not shown.':
    'Non montrées, car d’autres termes ou prises pour d’autres termes : {1}.',
  'Most confused: {1} labelled {2} taken for {3}.': 'Confusion la plus fréquente : {2} pris pour {3}, {1}.',
  'No work is taken for another term.': 'Aucune œuvre n’est prise pour un autre terme.',
  'Labels and what the app takes them for: {1}': 'Étiquettes, et ce pour quoi l’application prend les œuvres : {1}',
  Label: 'Étiquette',
  'Taken for': 'Prise pour',
  label: 'étiquette',
  'taken for': 'prise pour',
  'share of the label': 'part de l’étiquette',

  'Found against false alarms (ROC): {1}': 'Trouvées contre fausses alertes (ROC) : {1}',
  'Mean of the terms ({1})': 'Moyenne des termes ({1})',
  'All decisions together ({1})': 'Toutes les décisions ensemble ({1})',
  'For each term, the share of its works that are found as the share of other works wrongly taken for it grows. The area under the mean curve is {1}; 1 is perfect, {2} is chance.':
    'Pour chaque terme, la part de ses œuvres qui sont trouvées à mesure que grandit la part des autres œuvres prises à tort pour lui. L’aire sous la courbe moyenne est {1} ; 1 est parfait, {2} est le hasard.',
  'False alarms among other works': 'Fausses alertes parmi les autres œuvres',
  'Found again': 'Retrouvées',
  Chance: 'Hasard',
  'Each term': 'Chaque terme',
  curve: 'courbe',
  area: 'aire',
  'false alarms': 'fausses alertes',
  found: 'trouvées',
  'mean of the terms': 'moyenne des termes',
  'all decisions': 'toutes les décisions',
  'Right against found (precision and recall): {1}': 'Justes contre trouvées (précision et rappel) : {1}',
  'For each term, how many of the works taken for it are right as more of its works are found. Best known: {1} (average precision {2}); least: {3} ({4}).':
    'Pour chaque terme, combien des œuvres prises pour lui sont justes à mesure qu’on trouve plus de ses œuvres. Le mieux connu : {1} (précision moyenne {2}) ; le moins : {3} ({4}).',
  'No term has works.': 'Aucun terme n’a d’œuvres.',
  'Right when suggested': 'Juste quand suggéré',
  'average precision': 'précision moyenne',
  recall: 'retrouvées',
  precision: 'juste quand suggéré',

  'Found against false alarms, run by run: {1}': 'Trouvées contre fausses alertes, par apprentissage : {1}',
  'Area under the mean curve: {1}. 1 is perfect, {2} is chance.':
    'Aire sous la courbe moyenne : {1}. 1 est parfait, {2} est le hasard.',
  'run {1} {2}': 'apprentissage {1} {2}',
  'Run {1} ({2})': 'Apprentissage {1} ({2})',

  '{1} with a label, {2} without, {3} terms.': '{1} avec étiquette, {2} sans, {3} termes.',
  'Most frequent: {1} ({2}).': 'Le plus fréquent : {1} ({2}).',
  '1 term is too rare to be learned.': '1 terme est trop rare pour être appris.',
  '{1} terms are too rare to be learned.': '{1} termes sont trop rares pour être appris.',
  '1 rarer term is not drawn.': '1 terme plus rare n’est pas dessiné.',
  '{1} rarer terms are not drawn.': '{1} termes plus rares ne sont pas dessinés.',
  'Works of each term: {1}': 'Œuvres de chaque terme : {1}',
  'To learn from': 'Pour apprendre',
  'To choose by': 'Pour choisir',
  'Set aside for judging': 'Mises de côté pour juger',
  'to learn from': 'pour apprendre',
  'to choose by': 'pour choisir',
  'set aside': 'mises de côté',

  'How wrong it was while it learned': 'Combien il se trompait pendant l’apprentissage',
  'On works it learned from it fell from {1} to {2}, on works it had not seen from {3} to {4}. Lower is better.':
    'Sur les œuvres dont il a appris, cela a baissé de {1} à {2}, sur les œuvres qu’il n’avait pas vues, de {3} à {4}. Moins, c’est mieux.',
  'On works it learned from it fell from {1} to {2}. Lower is better.':
    'Sur les œuvres dont il a appris, cela a baissé de {1} à {2}. Moins, c’est mieux.',
  'Labels it got right while it learned': 'Étiquettes justes pendant l’apprentissage',
  'In the end it got {1} right of those it learned from and {2} of those it had not seen.':
    'À la fin, il avait {1} de justes parmi celles dont il a appris et {2} parmi celles qu’il n’avait pas vues.',
  'On works it learned from': 'Sur les œuvres dont il a appris',
  'On works it had not seen': 'Sur les œuvres qu’il n’avait pas vues',
  'on works it learned from': 'sur les œuvres dont il a appris',
  'on works it had not seen': 'sur les œuvres qu’il n’avait pas vues',
  Step: 'Étape',
  step: 'étape',
  'How wrong': 'Combien il se trompe',

  'Map of the collection, coloured by {1}': 'Carte de la collection, colorée par {1}',
  '{1} as {2} sees them: works that look alike lie close together; what is far apart says little. {3} of them were laid out by UMAP.':
    '{1} telles que {2} les voit : les œuvres qui se ressemblent sont proches ; ce qui est éloigné dit peu. UMAP en a placé {3}.',
  'others, or none': 'autres, ou aucun',
  group: 'groupe',

  'Light of the pictures of each term: {1}': 'Lumière des images de chaque terme : {1}',
  'From black to white, the outline is that of all works. Darkest: {1} (mean {2} of white); lightest: {3} ({4}).':
    'Du noir au blanc, le contour est celui de toutes les œuvres. Le plus sombre : {1} (en moyenne {2} du blanc) ; le plus clair : {3} ({4}).',
  'No picture has been measured yet.': 'Aucune image n’a encore été mesurée.',
  Black: 'Noir',
  White: 'Blanc',
  'mean light': 'lumière moyenne',
  'bin {1}': 'classe {1}',
  'Colours of the pictures of each term: {1}': 'Couleurs des images de chaque terme : {1}',
  'A strip a term, divided by the share of each hue; grey is without colour. Least coloured: {1} ({2} grey).':
    'Une bande par terme, divisée selon la part de chaque teinte ; le gris est sans couleur. Le moins coloré : {1} ({2} de gris).',
  grey: 'gris',
  'hue {1}°': 'teinte {1}°',
}
