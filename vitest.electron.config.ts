import { defineConfig } from 'vitest/config'

/** The built app in a real Electron, one at a time: each test owns the screen. */
export default defineConfig({
  test: {
    include: ['test/electron/**/*.test.ts'],
    globalSetup: 'test/electron/runtime.ts',
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
