import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readWays } from '../../knowledge';
import asides from '../../knowledge/sense/asides.json';
import elsewhere from '../../knowledge/sense/elsewhere.json';
import elsewhereWays from '../../knowledge/sense/elsewhere-ways.json';
import { createTeller } from '../../knowledge/sense/teller';
import { checkWays } from '../../knowledge/sense/ways';
import { built } from '../support/built';

const ROOT = path.join(__dirname, '..', '..');
const { policies } = built;
const ways = readWays(path.join(ROOT, 'knowledge', 'sense', 'ways'));

describe('the ways of asking that the build learns from', () => {
  it('leave no clause out', () => {
    const clauses = policies.flatMap((policy) => policy.clauses.map(({ id }) => id));

    expect(clauses.filter((id) => !ways.has(id))).toEqual([]);
  });

  it('are for desks and groups that there are, where they are for others', () => {
    const groupsOf = (desks: object): string[] =>
      Object.entries(desks).flatMap(([desk, groups]) =>
        Object.keys(groups as object).map((group) => `${desk}: ${group}`),
      );
    const known = new Set(groupsOf(elsewhere.desks));

    expect(groupsOf(elsewhereWays.desks).filter((group) => !known.has(group))).toEqual([]);
  });

  it('stop the build where their clause is not there, and say what to do', () => {
    const known = new Set(ways.keys());
    known.delete('annual-leave-and-bank-holidays.1');

    expect(() => {
      checkWays(ways, known);
    }).toThrow(
      'there is no annual-leave-and-bank-holidays.1. Move the lines to the clause that answers them now',
    );
  });

  it.each([
    ['no JSON', '{"a.1": ['],
    ['a line in place of a list', '{"a.1": "can i have leave"}'],
  ])('name the file that cannot be read: %s', (_, text) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ways-'));
    writeFileSync(path.join(folder, 'a.json'), text);

    expect(() => readWays(folder)).toThrow(/a\.json: not lists of lines by clause\. \S+/);
  });
});

describe('the long messages made of a way of asking', () => {
  it('put what is said around a question before or after it, and leave the question whole', () => {
    const messages = createTeller().tell('annual-leave.1', ['how much leave do i get']);

    expect(messages).toHaveLength(1);
    for (const message of messages) {
      expect(message).toContain('how much leave do i get');
      expect(asides.asides.some((aside) => message.includes(aside))).toBe(true);
    }
  });

  it('are told the same each time, whatever was told before, so that a change elsewhere moves nothing', () => {
    const asks = ['can i', 'may i', 'must i'];
    const after = createTeller();
    after.tell('another', ['how do i']);

    expect(after.tell('one', asks)).toEqual(createTeller().tell('one', asks));
    expect(after.tell('two', asks)).not.toEqual(after.tell('one', asks));
  });
});
