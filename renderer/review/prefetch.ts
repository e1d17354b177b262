import type { Proof, QueueEntry } from '#preload/api.ts'
import { thumbnail, view } from '../state/pixels.ts'

/** Pictures kept decoded. */
const kept = 80
/** Works whose proof is asked for ahead. */
const proofs = 4

/** Fetches the pictures and the proof of the works that come next, so that they are there when the key is pressed. */
export function createPrefetch(askProof: (entry: QueueEntry) => Promise<Proof | undefined>) {
  const pictures = new Map<string, HTMLImageElement>()
  const asked = new Set<string>()

  /** Browsers ask for six things at a time: the large pictures of what comes next go before small ones. */
  function fetchPicture(address: string, priority: 'high' | 'low') {
    if (pictures.has(address)) return
    const picture = new Image()
    picture.fetchPriority = priority
    picture.src = address
    picture.decode().catch(() => pictures.delete(address))
    pictures.set(address, picture)
    for (const oldest of pictures.keys()) {
      if (pictures.size <= kept) return
      pictures.delete(oldest)
    }
  }

  async function fetchProof(entry: QueueEntry) {
    const key = `${entry.attribute} ${entry.artwork}`
    if (asked.has(key)) return
    asked.add(key)
    const proof = await askProof(entry)
    if (!proof) return void asked.delete(key)
    for (const card of [...proof.ofLabel, ...proof.ofSuggestion]) fetchPicture(thumbnail(card), 'low')
  }

  return {
    /** All pictures are asked for before the first proof: who decides fast looks at those. */
    of(entries: QueueEntry[]) {
      for (const entry of entries) fetchPicture(view(entry), 'high')
      for (const entry of entries.slice(0, proofs)) void fetchProof(entry)
    },
    /** The proof is asked for again. */
    forget: () => asked.clear(),
  }
}
