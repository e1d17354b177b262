import { expect, test } from 'vitest'
import { yearsOf } from '#main/catalogue/years.ts'

test.each<[string, [number, number] | null]>([
  ['1889', [1889, 1889]],
  [' c. 1889 ', [1889, 1889]],
  ['ca.1650', [1650, 1650]],
  ['1889-92', [1889, 1892]],
  ['1889–1892', [1889, 1892]],
  ['1590 - 1610', [1590, 1610]],
  ['1889-05', [1889, 1889]],
  ['1889-05-24', [1889, 1889]],
  ['24 May 1889', [1889, 1889]],
  ['um 1507', [1507, 1507]],
  ['vers 1880', [1880, 1880]],
  ['hacia 1635', [1635, 1635]],
  ['between 1501 and 1504', [1501, 1504]],
  ['before 1700', [1700, 1700]],
  ['1920s', [1920, 1920]],
  ['17th century', [1600, 1699]],
  ['17th c.', [1600, 1699]],
  ['late 15th to early 16th century', [1500, 1599]],
  ['18. Jh.', [1700, 1799]],
  ['19. Jahrhundert', [1800, 1899]],
  ['XVIIe siècle', [1600, 1699]],
  ['siglo XVIII', [1700, 1799]],
  ['300 BC', [-300, -300]],
  ['um 450 v. Chr.', [-450, -450]],
  ['2nd century BC', [-200, -101]],
  ['1923.1450', null],
  ['Inv. 1923', null],
  ['oil on canvas', null],
  ['12', null],
  ['', null],
  ['Rembrandt 1650', null],
  ['A street in Delft in the year 1650, seen from the old town hall on a market day', null],
])('"%s" is a date from %s', (text, years) => {
  expect(yearsOf(text)).toEqual(years && { from: years[0], to: years[1] })
})
