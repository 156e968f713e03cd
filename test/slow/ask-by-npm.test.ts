import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectRoot } from '../../bot/project-root';

const run = promisify(execFile);

describe('npm run ask', () => {
  it('builds what needs building and says nothing but the answer and its sources', async () => {
    const args = ['run', '--silent', 'ask', '--', 'how many days leave after 6 years'];
    const { stdout, stderr } = await run('npm', args, { cwd: projectRoot() });

    expect(stderr).toBe('');
    expect(stdout).toMatch(/29 days[\s\S]*\[1\] Annual leave and bank holidays/);
  });
});
