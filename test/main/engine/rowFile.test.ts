import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadRowFile, openRowFile, pickRows } from '#main/engine/rowFile.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'

const row = (value: number) => [value, value + 1, value + 2]

async function write(path: string, rows: number[]) {
  const file = await openRowFile(path, 3)
  await file.write(rows, Float32Array.from(rows.flatMap((index) => row(index * 10 + 1))))
  await file.close()
}

const read = async (path: string, rows: number[]) => [...pickRows(await loadRowFile(path), 3, rows)]

test('rows lie where their number says, in whatever order they come, and others read as zeros', async () => {
  const path = join(await temporaryFolder(), 'rows.f16')
  await write(path, [4, 1])
  expect((await stat(path)).size).toBe(5 * 3 * 2)
  expect(await read(path, [1, 4, 0, 3, 9])).toEqual([...row(11), ...row(41), 0, 0, 0, 0, 0, 0, 0, 0, 0])
})

test('a file that is opened again keeps its rows and takes new ones', async () => {
  const path = join(await temporaryFolder(), 'rows.f16')
  for (const rows of [[0], [2], [1, 0]]) await write(path, rows)
  expect(await read(path, [0, 1, 2])).toEqual([...row(1), ...row(11), ...row(21)])
})

test('a row that a crash has cut off counts as missing, and the rows before it stand', async () => {
  const path = join(await temporaryFolder(), 'rows.f16')
  await write(path, [0, 1])
  for (const size of [11, 10, 7]) {
    const handle = await open(path, 'r+')
    await handle.truncate(size)
    await handle.close()
    expect(await read(path, [0, 1])).toEqual([...row(1), 0, 0, 0])
  }
  await write(path, [1])
  expect((await stat(path)).size).toBe(12)
  expect(await read(path, [0, 1])).toEqual([...row(1), ...row(11)])
})

test('where the folder is missing the file cannot be opened', async () => {
  await expect(openRowFile(join(await temporaryFolder(), 'nowhere', 'rows.f16'), 3)).rejects.toThrow('ENOENT')
})
