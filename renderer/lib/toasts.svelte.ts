type Toast = {
  id: number
  text: string
  tone: 'plain' | 'bad'
  button: { title: string; key: string | null; run: () => void } | null
  /** Of the toasts about the same thing only the newest is shown. */
  about: string | null
}

/** Short words at the edge of the window, that go by themselves; bad news stays until it is closed. */
class Toasts {
  shown = $state.raw<Toast[]>([])
  #next = 1

  show(text: string, options: Partial<Omit<Toast, 'id' | 'text'>> & { seconds?: number } = {}) {
    const { seconds = 6, ...rest } = options
    const toast: Toast = { id: this.#next++, text, tone: 'plain', button: null, about: null, ...rest }
    const isReplaced = ({ about, text: other }: Toast) => (about !== null && about === toast.about) || other === text
    this.shown = [...this.shown.filter((other) => !isReplaced(other)), toast].slice(-3)
    if (toast.tone === 'plain') setTimeout(() => this.close(toast.id), seconds * 1000)
  }

  close(id: number) {
    this.shown = this.shown.filter((toast) => toast.id !== id)
  }
}

export const toasts = new Toasts()
