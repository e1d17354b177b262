/** Whether what the terms mean stands beside the queue. It stays so on this computer. */
class Guide {
  shown = $state(localStorage.getItem('guide') === 'shown')

  toggle() {
    this.shown = !this.shown
    localStorage.setItem('guide', this.shown ? 'shown' : '')
  }
}

export const guide = new Guide()
