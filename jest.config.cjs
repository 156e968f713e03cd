/** Tests run offline, in-process, through swc; types are checked by `tsc` in `npm run check`. */
module.exports = {
  testEnvironment: 'node',
  // A test that fails half-way leaves its servers open: that must end the run, not hang it.
  forceExit: true,
  globalSetup: '<rootDir>/test/support/build-first.ts',
  // Half of them would leave a core idle; on a busy machine the first test that reads all policies takes seconds.
  maxWorkers: '100%',
  // What the modules of earlier files leave behind is slow to clear up: a fresh worker is quicker.
  workerIdleMemoryLimit: '600MB',
  testSequencer: '<rootDir>/test/longest-first.cjs',
  testTimeout: 20_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '<rootDir>/test/slow/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/faults/',
    '<rootDir>/test/playground/',
  ],
  transform: {
    '^.+\\.(t|[cm]?j)s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  // Named as an ES module only, which a test cannot import by name.
  moduleNameMapper: { '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs' },
  // Published as ES modules, in whole or in part.
  transformIgnorePatterns: [
    '/node_modules/(?!(birpc|d3-[a-z]+(?:-[a-z]+)?|flesch-kincaid|internmap|jose|oauth4webapi|openid-client|syllable|unpdf)/)',
  ],
};
