const language = 'en'
const whole = new Intl.NumberFormat(language)
const shares = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
const exactShares = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1, minimumFractionDigits: 1 }) // prettier-ignore
const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: 3 })

export const count = (value: number) => whole.format(value)
/** A share in [0, 1] on an axis. */
export const share = (value: number) => shares.format(value)
/** With one decimal, to read off; a dash where there is none. */
export const exactShare = (value: number | null) => (value === null ? '–' : exactShares.format(value))
export const decimal = (value: number) => decimals.format(value)
/** For tables that programs read, too: six decimals at most. */
export const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(6)))
export const works = (value: number) => (value === 1 ? '1 work' : `${count(value)} works`)
