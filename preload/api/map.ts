/** Every work as a point: works that look alike to the network lie close together. Directions and distances afar mean little. */
export type CollectionMap = {
  /** Name of the network whose eyes it shows. */
  network: string
  /** Ids of the works, ascending. */
  works: number[]
  /** Of each work, whole numbers in [0, 65535]; the longer side of the map is filled. */
  x: number[]
  y: number[]
  /** Works that were laid out themselves; the others lie between those of them that they are most like. */
  fitted: number
  /** False: works have come, gone or changed since it was drawn. */
  isCurrent: boolean
}

/** What the points are coloured by: 'flagged', or the label of an attribute. */
export type MapColours = { by: { attribute: string } | 'flagged' }

export type MapGroups = {
  /** Most works first. */
  groups: { name: string; works: number }[]
  /** Of each work of the map, a position in `groups`, or -1: without a label, or not flagged. */
  of: number[]
}
