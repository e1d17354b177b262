import type { Genre } from './artists.ts'
import type { Random } from './random.ts'

const places = [
  'Port Sarelle',
  'Vellmark',
  'the Orlanne',
  'Saint-Aubry',
  'Castelmora',
  'Hvalnes',
  'the Lower Tarn',
  'Brückenau',
  'Isla Menta',
  'Kettleness',
  'Monte Quieto',
  'the Amber Coast',
  'Lys-sur-Mer',
  'Old Dunmarrow',
]
const hours = [
  'Morning',
  'Evening',
  'First Frost',
  'After the Rain',
  'Noon',
  'Late Summer',
  'The Thaw',
  'Before the Storm',
  'Low Light',
  'A Clear Day',
]
const names = [
  'Mme Aubry',
  'Fräulein Lund',
  'Doña Inés',
  'the Ferryman',
  'Clara Voss',
  'the Apothecary',
  'Signora Bellandi',
  'Little Maren',
  'the Widow Thorne',
  'Dr Okonjo',
  'Agnès',
  'the Lamplighter',
  'My Sister',
  'Tante Hedwig',
  'the Understudy',
]
const things = [
  'Lemons',
  'a Blue Jug',
  'Three Pears',
  'Poppies',
  'the Last Oranges',
  'a Chipped Bowl',
  'Quinces',
  'White Tulips',
  'a Kitchen Knife',
  'Peonies',
  'a Letter',
  'Plums',
]
const moods = [
  'Blue',
  'Ochre',
  'Red',
  'Grey',
  'Counterpoint',
  'Fugue',
  'Nocturne',
  'Interval',
  'Threshold',
  'Rumour',
  'Tide',
  'Hinge',
  'Salt',
  'Echo',
]

const patterns: Readonly<Record<Genre, readonly ((random: Random) => string)[]>> = {
  landscape: [
    (r) => `${r.pick(hours)} at ${r.pick(places)}`,
    (r) => `The Road to ${r.pick(places)}`,
    (r) =>
      r.pick([
        'Les peupliers',
        'Der stille Hügel',
        'Campos de marzo',
        'Le champ du voisin',
        'Herbst bei Brückenau',
        'Colline al mattino',
        'Åkrene',
        'Le chemin creux',
      ]),
    (r) => `${r.pick(['Orchard', 'Fields', 'Farm', 'Hills', 'Three Trees'])} near ${r.pick(places)}`,
    (r) => `${r.pick(places).replace(/^the /, 'The ')}, ${r.pick(hours).toLowerCase()}`,
  ],
  seascape: [
    (r) => `${r.pick(['Boats', 'Sails', 'Swell', 'Moonrise', 'Regatta', 'Calm'])} off ${r.pick(places)}`,
    (r) =>
      r.pick([
        'Marée basse',
        'La barque rouge',
        'Fischer vor Tag',
        'Mar en calma',
        'Retour des voiles',
        'Die Bucht',
        'Il porto vecchio',
        'Nordlig vind',
      ]),
    (r) => `${r.pick(hours)}, ${r.pick(['the harbour mouth', 'the outer bay', 'the sandbar', 'open water'])}`,
    (r) => `The ${r.pick(['Seventh', 'Long', 'Green', 'Quiet', 'Returning'])} Wave`,
  ],
  'still life': [
    (r) => `Still Life with ${r.pick(things)}`,
    (r) => `${r.pick(things)} and ${r.pick(things)}`.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
    (r) =>
      r.pick([
        'Les citrons',
        'Stillleben mit Krug',
        'Naturaleza muerta',
        'La nappe blanche',
        'Vase et fruits',
        'Der gedeckte Tisch',
        'Frukost',
        'Natura morta',
      ]),
    (r) => `The ${r.pick(['Sunday', 'Blue', 'Abandoned', 'Widow’s', 'Painter’s'])} Table`,
  ],
  portrait: [
    (r) => `Portrait of ${r.pick(names)}`,
    (r) =>
      `${r.pick(names)} ${r.pick(['in a Hat', 'by the Window', 'Listening', 'in Red', 'at Forty', 'Waiting'])}`.replace(
        /^[a-z]/,
        (letter) => letter.toUpperCase(),
      ),
    (r) =>
      r.pick([
        'La lectrice',
        'Bildnis einer Unbekannten',
        'Mujer sentada',
        'Autoportrait',
        'Jeune femme au collier',
        'Die Schwester',
        'Ritratto di un amico',
        'Pike i blått',
      ]),
  ],
  abstract: [
    (r) => `${r.pick(moods)} ${r.pick(['No.', 'Nr.', 'Opus'])} ${r.int(2, 48)}`,
    (r) => `${r.pick(moods)} and ${r.pick(moods)}`,
    (r) =>
      r.pick([
        'Sans titre',
        'Ohne Titel',
        'Composición',
        'Contrepoint',
        'Drei Gewichte',
        'Presque rien',
        'Equilibrio',
        'Étude pour un silence',
      ]),
    (r) => `${r.pick(['Study in', 'Variation on', 'Letter to', 'Against'])} ${r.pick(moods)}`,
  ],
}

export const titleOf = (genre: Genre, random: Random): string => random.pick(patterns[genre])(random)
