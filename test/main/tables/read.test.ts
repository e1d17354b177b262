import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { columnFacts, guessUses } from '#main/tables/guess.ts'
import { cellValue, readTable, shownRow, type Table } from '#main/tables/read.ts'
import { replaceCells } from '#main/tables/replaceCells.ts'
import { defuse, tableLine } from '#main/tables/write.ts'

const read = (text: string | Buffer) => readTable(Buffer.from(text), 'labels.csv')
const values = (table: Table) =>
  table.data.map((_, row) => table.columns.map((_name, column) => cellValue(table, row, column)))

const encodings = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true }),
  'utf-16be': (text: string) => iconv.encode(text, 'utf-16be', { addBOM: true }),
  'windows-1252': (text: string) => iconv.encode(text, 'windows-1252'),
}

describe('tables in every encoding and with every delimiter are read and changed', () => {
  for (const [encoding, encode] of Object.entries(encodings))
    for (const delimiter of [',', ';', '\t', '|'])
      test(`${encoding}, ${JSON.stringify(delimiter)}`, () => {
        const first = ['"a.jpg"', '"Café, ""blau""; rot"', 'Barock']
        const lines = [['file', 'title', 'style'], first, ['b.jpg', 'Größe', '']]
        const bytes = encode(lines.map((cells) => `${cells.join(delimiter)}\r\n`).join(''))
        const table = readTable(bytes, 'labels.csv')
        expect(table.delimiter).toBe(delimiter)
        expect(encoding).toContain(table.encoding)
        expect(values(table)[0]).toEqual(['a.jpg', 'Café, "blau"; rot', 'Barock'])
        const changed = readTable(replaceCells(bytes, table, [{ row: 1, column: 2, value: 'Jugendstil é' }]), 'x.csv')
        expect(changed.encoding).toBe(table.encoding)
        expect(values(changed)).toEqual([values(table)[0], [...values(table)[1]!.slice(0, 2), 'Jugendstil é']])
      })
})

test('line ends may be mixed, rows short, long or blank, and the last line open', () => {
  const table = read('file,style\na.jpg,X\r\n\r\nb.jpg\rc.jpg,Y,extra\n\nd.jpg,"two\nlines"')
  expect(values(table)).toEqual([['a.jpg', 'X'], ['b.jpg', ''], ['c.jpg', 'Y'], ['d.jpg', 'two\nlines']]) // prettier-ignore
  expect([0, 1, 2, 3].map((row) => shownRow(table, row))).toEqual([2, 4, 5, 7])
})

test('a line that announces the delimiter is obeyed', () => {
  const table = read('sep=;\r\nfile;style\r\na,b,c.jpg;X\r\n')
  expect(values(table)).toEqual([['a,b,c.jpg', 'X']])
})

test('columns without a name are called by their number', () => {
  expect(read('file,,style,\na,b,c,d').columns).toEqual(['file', 'Column 2', 'style', 'Column 4'])
})

describe('what is wrong with a table is said in a sentence', () => {
  const cases: [string, string | Buffer, string, RegExp][] = [
    ['a quote that is never closed', 'file,title\na.jpg,x\r\nb.jpg,"y\nc.jpg,z', 'table-open-quote', /Line 3 of labels.csv/],
    ['a column twice', 'file,style,style\na,b,c', 'table-duplicate-column', /“style”/],
    ['nothing', '\r\n\r\n', 'table-empty', /empty/],
    ['a workbook', Buffer.from('504b0304ff', 'hex'), 'not-a-table', /save it as CSV/],
    ['an image', Buffer.from('ffd8ffe000104a46', 'hex'), 'not-a-table', /CSV/],
  ] // prettier-ignore
  for (const [name, content, code, sentence] of cases)
    test(name, () => {
      expect(() => read(content)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(sentence) }))
    })
})

describe('exactly the cells that were meant change', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'Baroque', 'a"b', ' padded ', '-5', 'x,y', 'x;y', 'two\nlines', 'é', '"'),
    fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('\0') && !/[\ud800-\udfff]/u.test(text)),
  ) // prettier-ignore
  const csv = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    always: fc.boolean(),
    encoding: fc.constantFrom(...(['utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be'] as const)),
    rows: fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
    open: fc.boolean(),
  })
  const make = ({
    delimiter,
    end,
    always,
    encoding,
    rows,
    open,
  }: typeof csv extends fc.Arbitrary<infer T> ? T : never) => {
    const quote = (value: string) => (always || /["\r\n,;\t|]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
    const lines = [['file', 'style', 'title'], ...rows].map((row) => row.map(quote).join(delimiter)).join(end)
    return encodings[encoding](lines + (open ? '' : end))
  }

  test('no change gives the same bytes', () => {
    fc.assert(
      fc.property(csv, (source) => {
        const bytes = make(source)
        const table = readTable(bytes, 'x.csv')
        expect(values(table)).toEqual(source.rows)
        expect(replaceCells(bytes, table, []).equals(bytes)).toBe(true)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test('a change shows in its cell and nowhere else, and taking it back gives the same values', () => {
    const change = fc.record({ row: fc.nat(), column: fc.nat({ max: 2 }), value: cell })
    fc.assert(
      fc.property(csv, fc.array(change, { minLength: 1, maxLength: 3 }), (source, wanted) => {
        const bytes = make(source)
        const table = readTable(bytes, 'x.csv')
        const changes = wanted.map((each) => ({ ...each, row: each.row % table.data.length }))
        const expected = values(table)
        for (const { row, column, value } of changes) expected[row]![column] = value
        const changed = replaceCells(bytes, table, changes)
        expect(values(readTable(changed, 'x.csv'))).toEqual(expected)
        const back = changes.map(({ row, column }) => ({ row, column, value: cellValue(table, row, column) }))
        expect(values(readTable(replaceCells(changed, readTable(changed, 'x.csv'), back), 'x.csv'))).toEqual(
          values(table),
        )
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  test('any text at all survives when nothing changes, and a short row grows to the cell', () => {
    const short = Buffer.from('a,b,c,d\r\n1\r\n"2","",x')
    const table = read(short)
    const changes = [{ row: 0, column: 3, value: 'D' }, { row: 0, column: 2, value: 'C' }, { row: 1, column: 1, value: 'B' }] // prettier-ignore
    expect(replaceCells(short, table, changes).toString()).toBe('a,b,c,d\r\n1,,C,D\r\n"2","B",x')
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', ' ', 'é') }), (text) => {
        const bytes = Buffer.from(`file,x\n${text}`)
        try {
          expect(replaceCells(bytes, readTable(bytes, 'x'), []).equals(bytes)).toBe(true)
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^table-/) })
        }
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  test('a character that the old encoding lacks is refused', () => {
    const bytes = encodings['windows-1252']('file,style\na.jpg,é\n')
    const table = readTable(bytes, 'x.csv')
    expect(() => replaceCells(bytes, table, [{ row: 0, column: 1, value: '浮世絵' }])).toThrow(/windows-1252/)
  })
})

describe('the use of a column is guessed', () => {
  const cases: [string, string[]][] = [
    ['file,style,genre,artist,title,year\na.jpg,X,Y,Z,T,1900', ['file', 'attribute', 'attribute', 'attribute', 'title', 'record']],
    ['Datei;Stil;Künstler;Titel;Inventarnummer\na.jpg;X;Y;Z;1', ['file', 'attribute', 'attribute', 'title', 'record']],
    ['fichier,artiste,école,titre\na.jpg,X,Y,Z', ['file', 'attribute', 'attribute', 'title']],
    ['id,archivo,título\n1,a.jpg,X', ['record', 'file', 'title']],
    ['what,picture of\na.jpg,X\nb.png,Y', ['file', 'record']],
    ['image_id,file_name\n1,a\n2,b', ['record', 'file']],
    [`file,room,note\n${Array.from({ length: 20 }, (_, i) => `${i}.jpg,R${'AB'[i % 2]},n${i}`).join('\n')}`, ['file', 'attribute', 'record']],
    ['style,genre\nX,Y', ['attribute', 'attribute']],
  ] // prettier-ignore
  for (const [text, uses] of cases)
    test(text.split('\n')[0]!, () => {
      const table = read(text)
      expect(guessUses(columnFacts(table), table.data.length)).toEqual(uses)
    })
})

test('a new table cannot run formulas, and numbers stay numbers', () => {
  for (const value of ['=1+1', '+cmd|x', '-2+3', '@sum(a)', '\tx', '\r=x', '-A'])
    expect(defuse(value)).toBe(`'${value}`)
  for (const value of ['-5', '+3.25', '-0,5', 'a=b', '', '0.98']) expect(defuse(value)).toBe(value)
  expect(tableLine(['=HYPERLINK("x")', 'a,b', 'plain'])).toBe(`"'=HYPERLINK(""x"")","a,b",plain\r\n`)
})
