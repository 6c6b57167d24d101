import { defineConfig } from 'vitest/config';

// Three kinds of tests: of rooms on a real database; of every door of an empty house, with everybody before it; and of the
// whole demo town: journeys in a real browser.
export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/fuzz/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: ['tests/global-setup.ts'],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'doors',
          include: ['tests/matrix/*.test.ts'],
          globalSetup: ['tests/matrix/start-house.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/*.test.ts', 'tests/torture/*.test.ts'],
          globalSetup: ['tests/journeys/start-town.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
