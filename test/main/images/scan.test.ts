import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scan } from '#main/images/scan.ts'
import { put, temporaryFolder } from '#test/fixtures/folder.ts'

async function files(folder: string): Promise<string[]> {
  const found: string[] = []
  for await (const { file } of scan(folder)) found.push(file)
  return found
}

test('files come folder by folder, sorted by name, with size and time', async () => {
  const folder = await temporaryFolder()
  for (const file of ['b/2.jpg', 'b/10.jpg', 'a/z.jpg', 'c.jpg', 'B.jpg']) await put(folder, file, 'four')
  expect(await files(folder)).toEqual(['B.jpg', 'a/z.jpg', 'b/10.jpg', 'b/2.jpg', 'c.jpg'])
  for await (const found of scan(folder)) expect(found).toMatchObject({ kind: 'file', bytes: 4 })
})

test('a linked folder outside is entered once, and a circle of links ends', async () => {
  const folder = await temporaryFolder()
  const outside = await temporaryFolder()
  await put(outside, 'a.jpg', 'x')
  await symlink(outside, join(outside, 'again'))
  await symlink(outside, join(folder, 'link'))
  await symlink(outside, join(folder, 'second link'))
  await symlink(folder, join(folder, 'self'))
  await symlink('/', join(folder, 'everything'))
  expect(await files(folder)).toEqual(['link/a.jpg'])
})

test('a folder that is missing or is a file is refused with a sentence', async () => {
  const folder = await temporaryFolder()
  await put(folder, 'file', 'x')
  await mkdir(join(folder, 'empty'))
  await expect(files(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'folder-missing' })
  await expect(files(join(folder, 'file'))).rejects.toMatchObject({ code: 'folder-missing' })
  expect(await files(join(folder, 'empty'))).toEqual([])
})
