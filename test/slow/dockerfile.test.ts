import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Settings } from '../../bot/config';
import { projectRoot } from '../../bot/project-root';
import { copiesOf, readDockerfile, type Copy } from './read-dockerfile';

const root = projectRoot();
const stages = readDockerfile(readFileSync(path.join(root, 'deployment/Dockerfile'), 'utf8'));
const image = stages.at(-1) ?? [];
const restOf = (name: string): string[] =>
  image.filter((each) => each.name === name).map(({ rest }) => rest);
const fromProject = stages.flatMap(copiesOf).filter(({ from }) => from === undefined);

describe('the image', () => {
  it('starts from a Node that the project supports, by its tag', () => {
    const bases = stages.map(([from]) => from?.rest.split(' ')[0]);

    expect(new Set(bases)).toEqual(new Set(['node:20-bookworm-slim']));
  });

  it('does not run as root', () => {
    expect(restOf('USER')).toEqual(['node']);
  });

  it('runs the built program, and nothing else, so that signals reach it', () => {
    expect(restOf('CMD')).toEqual(['["node", "dist/main.js"]']);
    expect(restOf('ENTRYPOINT')).toEqual([]);
    expect(restOf('STOPSIGNAL')).toEqual(['SIGTERM']);
  });

  it('keeps what it writes on a volume, in the folder of the settings', () => {
    expect(restOf('VOLUME')).toEqual(['/data']);
    expect(restOf('ENV').join(' ')).toContain(' DATA_DIR=/data');
  });

  it('is in production, without development packages and install scripts', () => {
    expect(restOf('ENV').join(' ')).toContain('NODE_ENV=production');
    for (const { rest } of stages.flat().filter((each) => each.rest.includes('npm ci')))
      expect(rest).toContain('--ignore-scripts');
    expect(restOf('RUN').find((rest) => rest.includes('npm ci'))).toContain('--omit=dev');
  });

  it('holds no secret and no setting of one organisation', () => {
    const set = stages.flat().filter(({ name }) => name === 'ENV' || name === 'ARG');
    const names = set.flatMap(({ rest }) => rest.split(/\s+/)).map((pair) => pair.split('=')[0]);

    expect(names.toSorted()).toEqual(['DATA_DIR', 'DESK_DATA_DIR', 'NODE_ENV']);
    expect(Object.keys(Settings.shape)).toEqual(expect.arrayContaining(['DATA_DIR', 'NODE_ENV']));
  });
});

describe('what goes into the image', () => {
  const allowed = readFileSync(path.join(root, '.dockerignore'), 'utf8').split('\n');

  it.each([...new Set(fromProject.flatMap(({ sources }) => sources))])(
    '%s is there, and is let through',
    (source) => {
      expect(existsSync(path.join(root, source))).toBe(true);
      expect(allowed).toContain(`!${source.split('/')[0]}`);
    },
  );

  it.each([
    'bot/directory/data',
    'bot/routing/routes.csv',
    'bot/conversation/sensitive/learnt',
    'knowledge/policies',
  ])('what the program reads when first needed is there too: %s', (folder) => {
    expect(copiesOf(image).flatMap(({ sources }) => sources)).toContain(folder);
  });

  it('is named: all else stays outside', () => {
    expect(allowed.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
    for (const line of ['**/.data', '**/.env*', '**/*.db', '**/*.pem', '**/*.key'])
      expect(allowed).toContain(line);
  });
});

/** The Dockerfile's own steps, in folders: all but the installing of packages. */
describe('the files of the image', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'image-'));
  const [built, final] = [path.join(scratch, 'build'), path.join(scratch, 'final')];
  let program: ChildProcess | undefined;

  beforeAll(() => {
    for (const copy of copiesOf(stages[0] ?? [])) lay(copy, root, built);
    symlinkSync(path.join(root, 'node_modules'), path.join(built, 'node_modules'));
    // What the build learned a moment ago is the same here, and learning takes half a minute.
    cpSync(path.join(root, 'dist'), path.join(built, 'dist'), { recursive: true });
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: built, stdio: 'pipe' });
    for (const copy of copiesOf(image)) lay(copy, copy.from === 'build' ? built : root, final);
    symlinkSync(path.join(root, 'node_modules'), path.join(final, 'node_modules'));
  }, 60_000);
  afterAll(async () => {
    if (program?.exitCode === null) {
      program.kill();
      await once(program, 'close');
    }
    rmSync(scratch, { recursive: true });
  });

  it('are enough to start, to be found healthy, to answer, and to stop', async () => {
    const started = spawn(process.execPath, ['dist/main.js'], {
      cwd: final,
      env: { PORT: '0', DATA_DIR: path.join(scratch, 'data'), LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    program = started;
    const port = await portOf(started);

    expect(isHealthy(port)).toBe(true);
    const shown = ['/policies', '/who', '/help'].map((page) =>
      fetch(`http://127.0.0.1:${port}${page}`).then(({ status }) => status),
    );
    expect(await Promise.all(shown)).toEqual([200, 200, 200]);

    started.kill('SIGTERM');
    await once(started, 'close');
    expect(started.exitCode).toBe(0);
    expect(isHealthy(port)).toBe(false);
  }, 60_000);
});

const lay = ({ sources, target }: Copy, from: string, to: string): void => {
  for (const source of sources) {
    const place = target.endsWith('/') ? path.join(target, path.basename(source)) : target;
    cpSync(path.join(from, source.replace(/^\/app\//, '')), path.join(to, place), {
      recursive: true,
    });
  }
};

async function portOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The program was started without an output to read.');
  for await (const line of createInterface({ input: stdout })) {
    const found = /localhost:(\d+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error('The program ended before it said where it is.');
}

/** Runs the image's own health check. */
function isHealthy(port: string): boolean {
  const [check = ''] = restOf('HEALTHCHECK');
  const command = JSON.parse(check.slice(check.indexOf('CMD') + 'CMD'.length)) as string[];
  return spawnSync(process.execPath, command.slice(1), { env: { PORT: port } }).status === 0;
}
