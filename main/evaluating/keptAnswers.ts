/** Answers that took long, kept for as long as what they were found from is the same. */
export function createKept<T>(most = 12) {
  const answers = new Map<string, Promise<T>>()
  return (key: string, find: () => Promise<T>): Promise<T> => {
    const known = answers.get(key)
    if (known) return known
    const answer = find()
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    if (answers.size > most) answers.delete(answers.keys().next().value!)
    return answer
  }
}
