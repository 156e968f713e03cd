import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '.ci/',
      'dist/',
      'node_modules/',
      '.data/',
      '*.cjs',
      '*.mjs',
      'bot/web/assets/',
      'test/**/*.{cjs,mjs}',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An async method of a port may have nothing to wait for in one adapter.
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'no-console': 'error',
    },
  },
  {
    // Time, chance and settings come in as arguments, so that every test is deterministic.
    files: ['bot/**/*.ts', 'knowledge/**/*.ts', 'dialogs/**/*.ts'],
    ignores: [
      'bot/config.ts',
      'bot/main.ts',
      'bot/answering/thread.ts',
      'bot/desk/main.ts',
      'bot/cli/**',
      'bot/assemble*.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Settings are read once, in bot/config.ts.',
        },
        { object: 'Date', property: 'now', message: 'Take `now` as an argument.' },
        { object: 'Math', property: 'random', message: 'Take chance as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Take `now` as an argument.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines-per-function': 'off',
      // Jest's own matchers (expect.any, expect.stringMatching) are typed as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'jest', property: 'mock', message: 'Use a fake behind the port.' },
      ],
    },
  },
);
