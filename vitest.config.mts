import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const shared = {
  setupFiles: ['tests/support/setup.ts'],
  testTimeout: 30_000,
  maxWorkers: availableParallelism(),
  // To load the program anew for every file took a third of the whole time. No test leaves anything behind in its modules. `npm test`
  // runs one project after the other, since a worker that is given a file of another one begins anew.
  isolate: false,
};

/** The tests that open a book: they run again on a server, which is PGlite unless `FOLLOWUP_TEST_DB` names one. */
const WITH_A_BOOK = [
  'tests/commands/*.test.ts',
  'tests/store/*.test.ts',
  'tests/hostile/*.test.ts',
  'tests/exchange/roundtrip.test.ts',
  'tests/core/scenarios.test.ts',
  'tests/{stories,transcripts}.test.ts',
];

/** What these test is the file of a book: its locks, copies, damage, old versions; the sample book always is one. */
const ABOUT_THE_FILE = [
  'tests/commands/{backup,completion,demo,doctor,move}.test.ts',
  'tests/store/{baddays,migrations,oldbooks,open,queries}.test.ts',
];

/** PGlite takes a minute over these; what a text does to an engine, the server of the gate is asked as well. */
const LEFT_TO_THE_GATE = process.env.FOLLOWUP_TEST_DB ? [] : ['tests/hostile/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'sqlite',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/server/*.test.ts'],
          globalSetup: ['tests/support/temporary.ts'],
          env: { FOLLOWUP_TEST_DB: 'sqlite' },
        },
      },
      {
        test: {
          ...shared,
          name: 'server',
          testTimeout: 120_000,
          // Neither server has encryption: to try that first would double the lines that thousands of commands open.
          env: { PGSSLMODE: 'disable' },
          include: [...WITH_A_BOOK, 'tests/server/*.test.ts'],
          exclude: [...ABOUT_THE_FILE, ...LEFT_TO_THE_GATE],
          globalSetup: ['tests/support/temporary.ts', 'tests/support/servers.ts'],
        },
      },
    ],
  },
});
