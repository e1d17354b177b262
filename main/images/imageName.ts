/** Whether a file's name says that it is a picture that can be read here. */
export function isImageName(file: string): boolean {
  return /\.(jpe?g|jpe|jfif|png|tiff?|webp|avif|gif)$/i.test(file)
}

/** Files that commonly lie beside images and are no cause for concern: tables, notes, what programs leave behind. */
export function isCompanion(file: string): boolean {
  return /\.(csv|tsv|tab|txt|md|json|xml|xmp|xlsx?|ods|numbers|ini|db|log|sqlite(-wal|-shm)?)$/i.test(file)
}
