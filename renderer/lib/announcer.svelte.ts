/** What a screen reader is to say now, politely. */
class Announcer {
  text = $state('')

  /** The same words twice are still spoken twice. */
  say(text: string) {
    this.text = this.text === text ? `${text}\u00a0` : text
  }
}

export const announcer = new Announcer()
