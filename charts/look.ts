import { english, type Speech } from './speech.ts'

/**
 * The colours of a figure and the language it speaks. A figure is drawn from its data and a look alone: the same on the screen, in a
 * file and in a report.
 */
export type Look = {
  speech: Speech
  ink: string
  soft: string
  faint: string
  line: string
  /** What is as it should be. */
  bar: string
  /** What the figure is about, or what is wrong. */
  accent: string
  /** Behind everything; null: what is there already shows through. */
  ground: string | null
  /** Words on a cell that is filled little, and much. */
  onPale: string
  onFull: string
  /** Told apart by people who see colours differently, too (after Okabe and Ito 2008); lines have dashes as well. */
  series: readonly string[]
}

/** Of the window: its tokens (renderer/theme/tokens.css), so that a figure changes with the theme without being drawn again. */
export const screenLook: Look = {
  speech: english,
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  faint: 'var(--ink-faint)',
  line: 'var(--line)',
  bar: 'var(--bar)',
  accent: 'var(--accent-fill)',
  ground: null,
  onPale: 'var(--on-pale)',
  onFull: 'var(--on-full)',
  series: ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `var(--series-${n})`),
}

/** For files and paper: no variables, so that every program shows it. */
export const paperLook: Look = {
  speech: english,
  ink: '#1a1a1a',
  soft: '#525252',
  faint: '#646464',
  line: '#dcdcdc',
  bar: '#8c8c8c',
  accent: '#b8740a',
  ground: '#ffffff',
  onPale: '#1a1a1a',
  onFull: '#1a1a1a',
  series: ['#0b6cb0', '#c8500a', '#00855f', '#a8437f', '#8a6200', '#2b86b8', '#6a51a3', '#4d4d4d'],
}

/** For the dots of the map, in a light and in a dark window, where variables mean nothing. */
export const dotColours = {
  light: [...paperLook.series.slice(0, 7), '#1f1f1f', '#c2185b', '#5a8f00', '#00857c', '#8d4a1e'],
  dark: [
    '#5aaef0',
    '#ff8f52',
    '#3fcf9e',
    '#ee9fcb',
    '#e8bd4a',
    '#93d3ff',
    '#b9a3ee',
    '#f2f2f2',
    '#ff5c8d',
    '#b5e04d',
    '#4fe0d6',
    '#d3986b',
  ],
}

/** Lines of a series differ by these, too. */
export const dashes: readonly (string | null)[] = [null, '6 3', '2 3', '8 3 2 3', '4 2', '1 2', '10 4', '5 5']
