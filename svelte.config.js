/** Here so that svelte-check need not load vite.config.ts, whose `serve` starts the app. */
export default {}
