/** Tests run offline, in-process, through swc; types are checked by `tsc` in `npm run check`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/test/slow/', '<rootDir>/test/browser/'],
  transform: {
    '^.+\\.(t|j)s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  // These two are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(flesch-kincaid|syllable)/)'],
};
