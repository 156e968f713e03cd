/** What takes long, or is tried with hundreds of made-up cases, or needs a program beside ours: a real PostgreSQL, started for the test and stopped after it. */
const { testPathIgnorePatterns: _, ...quick } = require('./jest.config.cjs');

module.exports = {
  ...quick,
  testMatch: ['<rootDir>/test/slow/**/*.test.ts'],
  testTimeout: 180_000,
};
