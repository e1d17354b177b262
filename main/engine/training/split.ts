/** Folds of a fixed split; the works that are only judged are fold 0. This one: the works that teach. */
export const taught = 1
/** The works that choose: a strength of regularisation, the best round. */
export const chosenBy = 2
