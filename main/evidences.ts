import type { Api } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { cardQuery } from './catalogue/cards.ts'
import { judgedLabelsQuery } from './catalogue/judgedLabels.ts'
import { queueQuery } from './catalogue/queue.ts'
import { evidenceCard } from './learning/card.ts'
import { findings } from './findings.ts'
import { budgetOf, controlSample } from './learning/findings.ts'
import { learnedAttribute } from './learning/learnedAttribute.ts'
import { weigh, weighing } from './learning/weigh.ts'
import { asEntry } from './queue.ts'

export function evidenceHandlers({ session, settings, backbone, looks, changed }: App): Handlers<Api>['evidence'] {
  const db = () => session.current().db
  const threshold = () => settings.get().threshold
  const labels = (attribute: string) => {
    const { id, learned } = learnedAttribute(db(), attribute, null)
    return { id, judged: judgedLabelsQuery(db())(id), terms: learned.terms.length }
  }
  return {
    look: async (wanted) => looks.look(session.current(), await backbone(), wanted),
    card: (wanted) => evidenceCard(session.current(), wanted, threshold()),
    findings: ({ attribute }) =>
      findings(session.current(), { attribute, threshold: threshold() }, (ids) => cardQuery(db())(ids, threshold())),
    budget({ attribute }) {
      const { judged, terms } = labels(attribute)
      return budgetOf(judged, { threshold: threshold(), terms })
    },
    control({ attribute }) {
      const { id, judged } = labels(attribute)
      const query = queueQuery(db())
      return controlSample(judged, threshold()).flatMap(({ artwork }, index) => {
        const row = query.one(id, artwork)
        return row && (row.decided === null || row.decided === 'skip') ? asEntry(row, attribute, index + 1, threshold()) : [] // prettier-ignore
      })
    },
    weighing: ({ attribute }) => weighing(session.current(), attribute),
    async weigh({ attribute, factors }) {
      const found = await weigh(session.current(), attribute, factors)
      changed(['evidence'])
      return found
    },
  }
}
