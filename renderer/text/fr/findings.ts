import type { Translation } from '../language.ts'

export const findings: Translation['findings'] = {
  title: 'Constats',
  lead: 'Ce que la collection dans son ensemble dit de ses étiquettes.',
  attributes: 'Étiquette à examiner',
  notLearned: 'Rien n’a encore été appris.',
  notLearnedHint:
    'Dès que l’application a appris à quoi ressemble chaque étiquette, elle dit ici où les fausses se rassemblent.',
  working: 'Examen de la collection',
  wrong: 'Environ {count} étiquettes sur {of} ({attribute}) sont fausses',
  share:
    '{share} (entre {low} et {high}), d’après ce que disent ensemble les images, les artistes et les œuvres les plus ressemblantes.',
  rangeHint:
    'La fourchette vaut pour des erreurs isolées, dues au hasard. Les erreurs qui vont tout aussi bien à l’image, ou les lots entiers d’une même main, peuvent être plus nombreux.',
  corrected: {
    one: 'La {count} étiquette que vous avez vue l’a corrigé.',
    other: 'Les {count} étiquettes que vous avez vues l’ont corrigé.',
  },
  notCorrected: 'Personne n’a encore regardé : vos décisions le corrigeront.',
  confidentLearning:
    'En pointillé : {share}, ce que le « confident learning » tire des seules images. Il en compte trop là où les termes se ressemblent.',
  budget: 'Ce que trouverait une révision plus longue',
  outlook: {
    one: 'La prochaine étiquette révisée trouvera environ {finds} des {left} erreurs estimées.',
    other: 'Les {count} prochaines étiquettes révisées trouveront environ {finds} des {left} erreurs estimées.',
  },
  nothingLeft: 'On ne s’attend plus à des étiquettes fausses.',
  stepLabels: 'Étiquettes révisées',
  stepFinds: 'Fausses trouvées',
  sofar: {
    one: '{count} étiquette révisée jusqu’ici, dont {found} fausse.',
    other: '{count} étiquettes révisées jusqu’ici, dont {found} fausses.',
  },
  controlTitle: 'Ce qui échappe à la liste',
  noControl: 'Toutes les étiquettes sont douteuses ; il n’y a rien où tirer un échantillon.',
  controlUnseen: {
    one: 'Personne ne le sait encore : regardez {count} étiquette tirée au hasard parmi celles qui ne sont pas douteuses.',
    other:
      'Personne ne le sait encore : regardez {count} étiquettes tirées au hasard parmi celles qui ne sont pas douteuses.',
  },
  control: {
    one: '{count} étiquette tirée au hasard parmi les non douteuses a été vue, {wrong} était fausse : au plus {share} d’entre elles, {high} sur {of}, sont fausses.',
    other:
      '{count} étiquettes tirées au hasard parmi les non douteuses ont été vues, dont {wrong} fausses : au plus {share} d’entre elles, {high} sur {of}, sont fausses.',
  },
  goOn: {
    one: 'Continuez : la prochaine étiquette est sans doute fausse.',
    other: 'Continuez : sur les {count} prochaines étiquettes, environ {finds} sont fausses.',
  },
  check:
    'Le reste de la liste ne contient guère d’étiquette fausse. Regardez l’échantillon pour en être sûr, puis arrêtez.',
  stop: 'Vous pouvez arrêter : ce qui reste contient peu d’étiquettes fausses, et l’échantillon le confirme.',
  reviewQueue: 'Réviser les étiquettes douteuses',
  reviewSample: 'Regarder l’échantillon',
  gathered: 'Où les étiquettes fausses se rassemblent',
  gatheredHint:
    'Plus que le hasard ne l’explique. Les étiquettes que vous avez décidées comptent comme décidées, les autres comme douteuses ou non.',
  notGathered:
    'Nulle part : aucun dossier, importation, artiste, numéro ni colonne n’a plus d’étiquettes douteuses que le hasard ne l’explique.',
  byFolder: 'Dossier {value}',
  byImport: 'Importées le {value}',
  byArtist: 'Œuvres de {value}',
  byColumn: '{column} : {value}',
  byStretch: '{column} {value}',
  lift: '{times} fois plus souvent',
  doubtfulOf: { one: '{count} étiquette sur {of} ({share})', other: '{count} étiquettes sur {of} ({share})' },
  pairs: 'Termes qui se ressemblent',
  pairsHint:
    'Les images les distinguent à peine. Un doute entre les deux dit peu ; une définition plus claire peut aider.',
  noPairs: 'Aucun : tous les termes qui ont assez d’œuvres se distinguent.',
  pair: '{one} et {other}',
  apart: 'Distingués dans {count} cas sur 100 ; {works} œuvres ressemblent plus à l’autre',
  tooRare: {
    one: '{count} terme est trop rare pour être jugé',
    other: '{count} termes sont trop rares pour être jugés',
  },
  tooRareHint: 'Avec moins de cinq œuvres, rien ne peut être appris : regardez celles-ci vous-même.',
  rareTerm: { one: '{term} ({count} œuvre)', other: '{term} ({count} œuvres)' },
  outliers: {
    one: 'L’œuvre la moins semblable aux autres',
    other: 'Les {count} œuvres les moins semblables aux autres',
  },
  outliersHint:
    'Une mauvaise photographie, un détail, un cadre, pas une œuvre du tout, ou simplement une œuvre à part.',
  likeness: '{label}, ressemblance {percent}',
  sample: { one: 'Échantillon : {count} étiquette restante', other: 'Échantillon : {count} étiquettes restantes' },
  sampleDone: 'L’échantillon a été vu.',
  backToQueue: 'Retour aux étiquettes douteuses',
}
