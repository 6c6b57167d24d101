import { defineConfig } from 'vitest/config';

// Two kinds of tests: of rooms on a real database, and of the whole demo town: journeys in a real browser, strangers at every door.
export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'tests/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: ['tests/global-setup.ts'],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/*.test.ts', 'tests/strangers/*.test.ts'],
          globalSetup: ['tests/journeys/start-town.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
