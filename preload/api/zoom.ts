/** How a picture is shown at full resolution. */
export type Zoom = {
  /** Of the picture, upright, in pixels. */
  width: number
  height: number
  /** Side of a tile in pixels. */
  tile: number
  /** Level 0 is full resolution, each further one half of it. */
  levels: number
  /**
   * 'whole': `images/view/ID?size=4096` is all there is. 'tiles': `images/tile/ID/LEVEL/COLUMN/ROW`. 'preparing': its file can only
   * be read as a whole; a job makes the tiles, after which to ask again.
   */
  how: 'whole' | 'tiles' | 'preparing'
}
