const sizes = [96, 128, 164, 208, 264, 336]

/** How the grid looks: size of its cells, and a wish to search. */
class Layout {
  step = $state(2)
  /** Rises when the search field is asked for. */
  searches = $state(0)
  readonly size = $derived(sizes[this.step] ?? 164)
  readonly canGrow = $derived(this.step < sizes.length - 1)
  readonly canShrink = $derived(this.step > 0)
  readonly steps = sizes.length

  resize(by: -1 | 1) {
    this.step = Math.min(sizes.length - 1, Math.max(0, this.step + by))
  }

  search() {
    this.searches++
  }
}

export const layout = new Layout()
