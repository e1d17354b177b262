/** Whether the keys of the review stand over the picture. */
class Legend {
  isOpen = $state(false)
}

export const legend = new Legend()
