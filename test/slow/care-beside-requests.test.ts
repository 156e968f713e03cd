import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { careFor } from '../../bot/conversation/begun-with-care';
import { detectSensitivity } from '../../bot/conversation/sensitive/detect';
import { projectRoot } from '../../bot/project-root';
import { findService, recognise } from '../../dialogs';
import { aManager, anAsker } from '../dialogs/an-asker';

const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.filter(is).length / all.length;

describe('the ways of asking for a service', () => {
  const folder = path.join(projectRoot(), 'dialogs', 'catalogue', 'asks');
  const begun = readdirSync(folder)
    .filter((file) => file !== 'none.txt')
    .flatMap((file) => {
      const isStaffs = findService(path.basename(file, '.txt'))?.audience === 'staff';
      const asker = isStaffs ? anAsker() : aManager();
      return readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .filter((text) => recognise(text, asker)?.certain === true)
        .map((text) => ({ text, asker }));
    });

  it('hardly ever stand under a word of support, or are cut', () => {
    const cared = begun.map(({ text, asker }) => ({ text, ...careFor(text, asker) }));
    const ordinary = cared.filter(({ text }) => detectSensitivity(text).level === 'none');

    expect(begun.length).toBeGreaterThan(9000);
    expect(share(ordinary, ({ trouble }) => trouble !== undefined)).toBeLessThan(0.018);
    expect(share(ordinary, ({ text, asked }) => asked !== text)).toBeLessThan(0.0005);
  });
});

describe('what is told in the same breath as a wish', () => {
  const rowsOf = (name: string) =>
    readFileSync(path.join(projectRoot(), 'test/conversation/data', name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly text: string; readonly level: string });
  const beside = (level: string) =>
    [...rowsOf('sensitive-held.jsonl'), ...rowsOf('stories-held.jsonl')]
      .filter((row) => row.level === level)
      .map(({ text }) => `${text.replace(/[.!?\s]+$/, '')}, i need friday off`);
  const isHeard = (text: string): boolean =>
    detectSensitivity(text).level !== 'none' || careFor(text, anAsker()).trouble !== undefined;

  it('is heard in four of five, and seldom where it is plain', () => {
    expect(share(beside('disclosure'), isHeard)).toBeGreaterThan(0.75);
    expect(share(beside('none'), isHeard)).toBeLessThan(0.2);
  });
});
