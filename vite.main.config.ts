import { defineConfig } from 'vite'

/**
 * The app as plain JavaScript: the window's process for Electron; the app's process, its engine and the command line for
 * Node. Packages stay outside and are loaded from node_modules. The target is the oldest of them.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/main',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        electron: 'main/electron.ts',
        core: 'main/core/core.ts',
        engine: 'main/engine/engine.ts',
        reading: 'main/reading/thread.ts',
        cli: 'main/cli.ts',
      },
      external: ['electron'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})
