import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { developmentApp } from './vite.dev.ts'

/** The page. `vite` alone serves it with hot reload, in front of a running app. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [svelte({ configFile: false }), developmentApp()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Nothing inline: the content security policy allows files of our own only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
