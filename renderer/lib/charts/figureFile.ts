import { csvOf, svgOf, type Figure } from '#charts/figure.ts'
import type { Look } from '#charts/look.ts'

export type FigureFormat = 'svg' | 'csv' | 'png'

/** Pixels of the picture for one of the figure: sharp in print. */
const density = 2

/** The content of a file: text, or of a picture its bytes in base64. */
export async function fileOf(figure: Figure, look: Look, format: FigureFormat): Promise<string> {
  if (format === 'csv') return csvOf(figure.table)
  const svg = svgOf(figure, look, true)
  return format === 'svg' ? `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n` : asPng(svg)
}

async function asPng(svg: string): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * density
  canvas.height = image.naturalHeight * density
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
}
