import sharp from 'sharp'

sharp.cache(false) // every image is read once
sharp.concurrency(1) // several images at a time instead of several threads an image

/**
 * RGB bytes [size, size, 3] of an image file, upright, on white, in sRGB. `fit`: 'fill' squashes, 'cover' cuts the
 * longer side, 'contain' pads with white. Large JPEG and WebP files are decoded at a fraction of their size.
 * Throws what sharp says when the file is missing, damaged or larger than 300 megapixels.
 */
export async function decodeForInference(
  path: string,
  size: number,
  fit: 'fill' | 'cover' | 'contain',
): Promise<Uint8Array> {
  const { data, info } = await sharp(path, { failOn: 'error', limitInputPixels: 300e6, sequentialRead: true })
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize(size, size, { fit, kernel: 'cubic', background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`Expected 3 channels, got ${info.channels}`)
  return data
}
