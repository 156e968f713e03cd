/** Tests in a real browser, with the keyboard and a checker of accessibility: `npm run test:browser`. */
module.exports = {
  ...require('./jest.config.cjs'),
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: [],
  testTimeout: 60_000,
};
