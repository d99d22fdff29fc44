import { defineConfig } from 'vitest/config'

const unit = ['law', 'documents', 'report', 'screening', 'contract', 'cli', 'scripts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Readers and Typst run in workers, which a busy two-core machine starts slowly.
          testTimeout: 60_000,
          include: [...unit.map((folder) => `${folder}/**/*.test.ts`), 'server/src/**/*.unit.test.{ts,tsx}'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['server/src/**/*.test.{ts,tsx}'],
          exclude: ['server/src/**/*.unit.test.{ts,tsx}'],
          globalSetup: ['server/src/testing/global-setup.ts'],
          setupFiles: ['server/src/testing/clean-up.ts'],
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/**/*.test.ts'],
          isolate: true,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
