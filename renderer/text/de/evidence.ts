import type { Translation } from '../language.ts'

export const looked: Translation['looked'] = {
  picture: 'Bild',
  for: 'spricht für {term}',
  against: 'spricht dagegen',
  how: {
    one: 'Wonach Durchgang {run} geht, neben {count} anderem Bild dieser Sammlung',
    other: 'Wonach Durchgang {run} geht, neben {count} anderen Bildern dieser Sammlung',
  },
  working: 'Es wird ermittelt, wohin das Netz schaut',
}

export const evidence: Translation['evidence'] = {
  nothingAlone: 'Nichts für sich allein: was auch weggelassen wird, die Zuordnung bleibt zweifelhaft.',
  whatIf: 'Was dies ändern würde',
  moreArtist: {
    one: 'Wäre {count} weiteres der {of} anderen Werke von {artist} hier {label}, wäre dies nicht mehr zweifelhaft.',
    other: 'Wären {count} weitere der {of} anderen Werke von {artist} hier {label}, wäre dies nicht mehr zweifelhaft.',
  },
  moreNeighbours: {
    one: 'Wäre {count} weiteres der {of} ähnlichsten Werke {label}, wäre dies nicht mehr zweifelhaft.',
    other: 'Wären {count} weitere der {of} ähnlichsten Werke {label}, wäre dies nicht mehr zweifelhaft.',
  },
  withoutPicture: 'Zählte das Bild nicht, stünde die Chance, dass {label} stimmt, bei {chance} statt {now}.',
  withoutArtist: 'Wüsste niemand, von wem es ist, stünde die Chance, dass {label} stimmt, bei {chance} statt {now}.',
  withoutNeighbours:
    'Zählten die ähnlichsten Werke nicht, stünde die Chance, dass {label} stimmt, bei {chance} statt {now}.',
  withoutRules:
    'Widerspräche ihm der Datensatz nicht, stünde die Chance, dass {label} stimmt, bei {chance} statt {now}.',
  withoutBatch: {
    one: 'Für sich beurteilt, nicht als Werk dieser Künstlerhand, stünde die Chance, dass {label} stimmt, bei {chance} statt {now}.',
    other:
      'Für sich beurteilt, nicht zusammen mit den {count} so zugeordneten Werken derselben Hand, stünde die Chance, dass {label} stimmt, bei {chance} statt {now}.',
  },
  confirmed: '{title}, zu {percent} ähnlich, bestätigt von {actor}, {day}',
  confirmedBy: { one: '{count} davon bestätigt von {names}', other: '{count} davon bestätigt von {names}' },
  traceTitle: 'Wie dies gefunden wurde',
  score: 'Die Chance, dass die Zuordnung stimmt',
  single: 'Dieses Werk allein: {label} stimmt',
  batch: {
    one: 'Das eine so zugeordnete Werk derselben Hand ist richtig zugeordnet',
    other: 'Die {count} so zugeordneten Werke derselben Hand sind richtig zugeordnet',
  },
  rules: 'Was sein Datensatz widerspricht',
  product: 'Zusammen; unter {threshold} ist eine Zuordnung zweifelhaft',
  witnesses: 'Was spricht, und wie viel es zählt',
  witness: 'Wer es sagt',
  weight: 'Gewicht',
  picture: 'Das Bild',
  artist: 'Die anderen Werke derselben Hand',
  neighbours: 'Die ähnlichsten Werke',
  together: 'Die gleich zugeordneten Werke derselben Hand zusammen',
  pictureDetail: 'durch ein Modell, das diese Zuordnung nicht gesehen hat',
  artistDetail: {
    one: '{given} von {count} anderen Werk von {name} ist {label}',
    other: '{given} von {count} anderen Werken von {name} sind {label}',
  },
  neighboursDetail: { one: '{given} von {count} ist {label}', other: '{given} von {count} sind {label}' },
  method:
    'Jede Wahrscheinlichkeit wird mit ihrem Gewicht potenziert, und sie werden multipliziert. Die Gewichte wurden beim Lernen gefunden: mit ihnen sagen die Zeugen die Zuordnungen dieser Sammlung am besten voraus. {rate} der Zuordnungen gelten als zufällig falsch.',
  calibrated:
    'Die Wahrscheinlichkeit des Bildes für {label} war {before}, ehe, und ist {after}, nachdem sie daran angepasst wurde, wie oft sie recht hat (Temperatur {temperature}).',
  run: 'Durchgang {run}, {recipe}, {at}. Netz: {network}. Gelernt aus {works} Werken, Startzahl {seed}.',
  weights: 'Wie viel jedes zählt, bei jedem Werk ({attribute})',
  weightsHint: 'Eine Änderung ordnet die ganze Liste sofort neu und bleibt bei diesem Durchgang.',
  notAtAll: 'Gar nicht',
  less: 'Halb',
  asLearned: 'Wie gelernt',
  more: 'Doppelt',
  withoutDynamics:
    'Zählte nicht, wie die Zuordnung gelernt wurde, stünde die Chance, dass {label} stimmt, bei {chance} statt {now}.',
  dynamics: 'Wie die Zuordnung gelernt wurde',
  dynamicsStep: 'Das Netz, dem {label} gesagt wurde, hielt beim Lernen anderes für wahrscheinlicher',
  dynamicsOver: 'Wahrscheinlichkeit von {label} zu {moments} Zeitpunkten des Lernens',
  dynamicsTold: 'Das Netz, dem es gesagt wurde',
  dynamicsUntold: 'Netze, denen es nicht gesagt wurde',
  dynamicsMean: 'Mittel',
  dynamicsSpread: 'Streuung',
  dynamicsAhead: 'Vor dem nächsten',
  dynamicsAheadHint:
    'Vor dem nächsten: wievielmal so wahrscheinlich es im Mittel war wie der wahrscheinlichste andere Begriff. Unter 1 lag ein anderer vorn.',
  dynamicsIdle: 'Hier zählt es nicht: wo bekannt ist, wer die Werke schuf, finden Listen ohne dies mehr.',
  dynamicsNotKept: 'Diese Art zu lernen hat nicht festgehalten, wie jede Zuordnung gelernt wurde.',
  dynamicsNotRecorded: 'Wie diese Zuordnung gelernt wurde, wurde nicht festgehalten.',
  dynamicsOtherLabel: 'Die Zuordnung wurde seither geändert; wie sie gelernt würde, ist nicht bekannt.',
}
