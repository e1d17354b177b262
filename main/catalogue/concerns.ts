import type { Concern } from '#preload/api.ts'

export type PictureConcern = Exclude<Concern, 'unreadable'>

/**
 * When something is the matter with a picture: conditions on `artwork`. Thresholds were chosen on 300 paintings: hardly any
 * painting is so dark, pale or soft by itself, while three of four that were blurred (by 2 pixels of 400) or enlarged four
 * times fall below 0.02.
 */
export const concerns: Readonly<Record<PictureConcern, string>> = {
  small: `min(artwork.width, artwork.height) < 200`,
  dark: measured(`light < 0.1`),
  bright: measured(`light > 0.93`),
  flat: measured(`contrast < 0.045 and light between 0.1 and 0.93`),
  blurry: measured(`sharpness < 0.02 and contrast >= 0.045`),
  border: measured(`border >= 0.15`),
  grey: measured(`colour < 0.01`),
  copy: `artwork.sha256 in (select sha256 from artwork group by sha256 having count(*) > 1)`,
  'near-copy': `artwork.sha256 in (select near_copy.sha256 from near_copy where leader in (
    select leader from near_copy join artwork as other on other.sha256 = near_copy.sha256
    group by leader having count(distinct other.sha256) > 1))`,
}

function measured(condition: string): string {
  return `artwork.sha256 in (select sha256 from measure where ${condition})`
}
