/**
 * The quick suite, `npm test`: room by room, because loading the product anew for each file took
 * as long as the tests (deployment/decisions/0038-the-quick-suite.md). One file: `npx jest FILE`.
 */
module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: ['<rootDir>/test/rooms/*.ts'],
  testPathIgnorePatterns: ['<rootDir>/test/rooms/play-room.ts'],
};
