/** The built product in Microsoft's Agents Playground: `npm run test:playground`. */
module.exports = {
  ...require('./jest.config.cjs'),
  globalSetup: '<rootDir>/test/playground/prepare.ts',
  roots: ['<rootDir>/test/playground'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
};
