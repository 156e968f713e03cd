/** Kills the built product and gives it bad input, as a real process: `npm run test:faults`. */
module.exports = {
  ...require('./jest.config.cjs'),
  roots: ['<rootDir>/test/faults'],
  testPathIgnorePatterns: [],
  testTimeout: 60_000,
};
