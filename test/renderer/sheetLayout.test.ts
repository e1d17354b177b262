import { expect, test } from 'vitest'
import { layOutSheet, pagesOf } from '#renderer/contactSheet/sheetLayout.ts'

test('every combination fits its page, and has room for at least one row', () => {
  for (const paper of ['a4', 'letter'] as const)
    for (const orientation of ['portrait', 'landscape'] as const)
      for (const columns of [1, 2, 3, 4, 5, 6])
        for (const linesOfText of [1, 4])
          for (const notes of [0, 3]) {
            const sheet = layOutSheet({ paper, orientation, columns, linesOfText, notes })
            const across = columns * sheet.cell.width + (columns - 1) * 4
            const down = sheet.rows * sheet.cell.height + (sheet.rows - 1) * 4
            expect(across).toBeLessThanOrEqual(sheet.width - 24 + 1e-6)
            expect(down).toBeLessThanOrEqual(sheet.height - 24 - 15 + 1e-6)
            expect(sheet.perPage).toBe(columns * sheet.rows)
            expect(sheet.cell.picture).toBeGreaterThan(20)
          }
})

test('every work is on exactly one page, in order, and only the last page is not full', () => {
  for (const count of [0, 1, 11, 12, 13, 160]) {
    const pages = pagesOf(Array.from({ length: count }, (_, index) => index), 12) // prettier-ignore
    expect(pages.flat()).toEqual(Array.from({ length: count }, (_, index) => index))
    expect(pages.length).toBe(Math.ceil(count / 12))
    expect(pages.slice(0, -1).every((page) => page.length === 12)).toBe(true)
  }
})
