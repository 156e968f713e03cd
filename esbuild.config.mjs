/**
 * Bundles our own code into dist/, one file a program; packages stay in node_modules.
 * Quick (a blink), so that every npm command can build first and never run stale code.
 */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
/** These are ES modules only; inside the bundle they need no loader. */
const bundled = new Set([
  'birpc',
  'd3-scale',
  'd3-shape',
  'flesch-kincaid',
  'oauth4webapi',
  'openid-client',
  'syllable',
]);

await build({
  entryPoints: {
    main: 'bot/main.ts',
    answering: 'bot/answering/thread.ts',
    reading: 'bot/storage/reading-thread.ts',
    desk: 'bot/desk/main.ts',
    ask: 'bot/cli/ask.ts',
    'build-policies': 'bot/cli/build-policies.ts',
    'golden-record': 'test/golden/record.ts',
    'sensitive-learn': 'test/conversation/learn/learn-sensitive.ts',
    'requests-learn': 'test/dialogs/learn/learn-requests.ts',
    policies: 'bot/cli/policies.ts',
    bench: 'bot/cli/bench.ts',
    'bench-turns': 'bot/cli/bench-turns.ts',
    'bench-knowledge': 'bot/cli/bench-knowledge.ts',
    'bench-requests': 'bot/cli/bench-requests.ts',
    'bench-measures': 'bot/cli/bench-measures.ts',
    'bench-console': 'bot/cli/bench-console.ts',
    evaluate: 'bot/cli/evaluate.ts',
    'teams-package': 'deployment/teams-app/package.ts',
    'echo-bot': 'test/support/run-echo-bot.ts',
  },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: Object.keys(dependencies)
    .filter((name) => !bundled.has(name))
    .flatMap((name) => [name, `${name}/*`]),
});
