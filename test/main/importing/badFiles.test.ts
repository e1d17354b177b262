import { chmod, mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { thumbnailPath } from '#main/images/thumbnail.ts'
import type { Problem } from '#preload/api.ts'
import { makeBadFiles } from '#test/fixtures/badFiles.ts'
import { put } from '#test/fixtures/folder.ts'
import { newCollection } from '#test/fixtures/imports.ts'
import { noise } from '#test/fixtures/pictures.ts'

const oddNames = [
  'with spaces  and more .jpg',
  'cafe\u0301 nfd.jpg',
  'café nfc.jpg',
  '🖼️ émoji.jpg',
  '-rf.jpg',
  '100% %20 %s.jpg',
  `it's "quoted".jpg`,
  'semi;colon, comma.jpg',
  'new\nline.jpg',
  'back\\slash.jpg',
  'UPPER.JPG',
  'no extension at all',
  'wrong extension.txt.png',
  '日本語の絵.jpg',
  `${'long '.repeat(48)}.jpg`,
  '#hash?query=1.jpg',
  'sub/folder.with.dots/deep.jpg',
  'a folder called.jpg/inside.jpg',
]

test('every bad file is reported with its reason, and every good one comes in', async () => {
  const { folder, collectionFolder, run, rows } = await newCollection()
  const bad = await makeBadFiles(folder)
  expect(bad.size).toBeGreaterThanOrEqual(40)
  for (const [index, file] of oddNames.entries()) await put(folder, file, await noise(index + 10).jpeg().toBuffer()) // prettier-ignore
  await put(folder, 'one pixel.png', await noise(99, 1, 1).png().toBuffer())
  await symlink(join(folder, 'one pixel.png'), join(folder, 'linked.png'))
  await symlink(folder, join(folder, 'loop'))
  await symlink('..', join(folder, 'sub', 'up'))
  for (const file of [
    '.hidden.jpg',
    '.thumbs/a.jpg',
    'other.connoisseur/thumbnails/a.jpg',
    'labels.csv',
    'notes.txt',
    'Thumbs.db',
  ])
    // prettier-ignore
    await put(folder, file, 'left alone')

  const result = await run()

  const problems = rows<Problem>('select file, code, message from problem')
  expect(Object.fromEntries(problems.map(({ file, code }) => [file, code]))).toEqual(Object.fromEntries(bad))
  for (const { message } of problems) expect(message).toMatch(/^[A-Z].{10,}\.$/)
  const good = [...oddNames, 'one pixel.png', 'linked.png'].toSorted()
  const artworks = rows<{ file: string; sha256: string }>('select file, sha256 from artwork')
  expect(artworks.map(({ file }) => file).toSorted()).toEqual(good)
  for (const { sha256 } of artworks) await sharp(await readFile(thumbnailPath(collectionFolder, sha256))).stats()
  expect(result).toMatchObject({ added: good.length, known: 0, duplicates: 1, problems: bad.size })
})

test('a bad file is tried again only after it changed, and forgotten when it is gone', async () => {
  const { folder, run, rows, db } = await newCollection()
  const whole = await noise(1).jpeg().toBuffer()
  await put(folder, 'a.jpg', whole.subarray(0, 200))
  await put(folder, 'b.jpg', '')
  expect(await run()).toMatchObject({ added: 0, problems: 2 })
  db.prepare(`update problem set message = 'as it was'`).run()
  expect(await run()).toMatchObject({ added: 0, problems: 2 })
  expect(rows(`select distinct message from problem`)).toEqual([{ message: 'as it was' }])
  await put(folder, 'a.jpg', whole)
  await rm(join(folder, 'b.jpg'))
  expect(await run()).toMatchObject({ added: 1, problems: 0 })
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'files and folders without permission are reported',
  async () => {
    const { folder, run, rows } = await newCollection()
    await put(folder, 'locked.jpg', await noise(1).jpeg().toBuffer())
    await chmod(join(folder, 'locked.jpg'), 0)
    await mkdir(join(folder, 'closed'), 0)
    await run()
    expect(rows('select file, code from problem order by file')).toEqual([
      { file: 'closed', code: 'unreadable' },
      { file: 'locked.jpg', code: 'unreadable' },
    ])
    await chmod(join(folder, 'closed'), 0o700)
  },
)
