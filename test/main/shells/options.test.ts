import path from 'node:path'
import { expect, test } from 'vitest'
import { readOptions, withoutForeignSwitches } from '#main/options.ts'
import { usualDataFolder } from '#main/places.ts'
import { findObstacle } from '#main/start/electron.ts'

const base = path.resolve('/base')

test('without arguments the app opens in the usual data folder, on any free port', () => {
  expect(readOptions([])).toEqual({
    browser: false,
    port: 0,
    dataFolder: usualDataFolder(),
    collection: null,
    open: true,
    seed: null,
    build: true,
  })
})

test('paths are taken from the folder where the command was typed', () => {
  const options = readOptions(['--data', 'mine', '--collection', 'a/Prints.connoisseur'], base)
  expect(options.dataFolder).toBe(path.join(base, 'mine'))
  expect(options.collection).toBe(path.join(base, 'a/Prints.connoisseur'))
})

test('a collection may stand alone, as a double-click hands it over', () => {
  expect(readOptions(['Prints.connoisseur'], base).collection).toBe(path.join(base, 'Prints.connoisseur'))
})

test.each([['--port', '65536'], ['--port', 'a'], ['--port=-1'], ['--port', '1.5'], ['--colection', 'x']])(
  '%s %s is refused with a sentence',
  (...args) => expect(() => readOptions(args)).toThrow(/--port takes a number|--colection/),
)

test("switches of Chromium among the window's own are passed over", () => {
  const given = ['--no-sandbox', '--data=x', '--remote-debugging-port=0', '.', '--no-open', 'A.connoisseur', '-psn_0_1']
  expect(withoutForeignSwitches(given)).toEqual(['--data=x', '.', '--no-open', 'A.connoisseur'])
})

test('the data folder follows the custom of each system', () => {
  expect(usualDataFolder({ XDG_DATA_HOME: '/data' }, 'linux')).toBe('/data/connoisseur')
  expect(usualDataFolder({}, 'linux')).toMatch(/\/\.local\/share\/connoisseur$/)
  expect(usualDataFolder({}, 'darwin')).toMatch(/Library\/Application Support\/Connoisseur$/)
  expect(usualDataFolder({ APPDATA: '/Roaming' }, 'win32')).toBe('/Roaming/Connoisseur')
})

test('on Linux a window needs a screen and a user who is not root', () => {
  expect(findObstacle({}, 'linux', 1000)).toMatch(/no screen/)
  expect(findObstacle({ DISPLAY: ':0' }, 'linux', 0)).toMatch(/root/)
  expect(findObstacle({ DISPLAY: ':0' }, 'linux', 1000)).toBeNull()
  expect(findObstacle({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 1000)).toBeNull()
  expect(findObstacle({}, 'darwin', 0)).toBeNull()
})
