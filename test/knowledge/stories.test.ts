import path from 'node:path';
import { loadPolicies } from '../../knowledge';
import asides from '../../knowledge/sense/asides.json';
import told from '../../knowledge/sense/stories.json';
import { createTeller } from '../../knowledge/sense/teller';

const ROOT = path.join(__dirname, '..', '..');
const policies = loadPolicies(path.join(ROOT, 'knowledge', 'policies'), ROOT);

describe('the stories that the build learns from', () => {
  it('each belongs to a clause that there is', () => {
    const clauses = new Set(policies.flatMap((policy) => policy.clauses.map(({ id }) => id)));

    expect(Object.keys(told.stories).filter((id) => !clauses.has(id))).toEqual([]);
  });

  it('leave no policy out', () => {
    const policiesTold = new Set(Object.keys(told.stories).map((id) => id.replace(/\.\d+$/, '')));

    expect(policies.map(({ meta }) => meta.id).filter((id) => !policiesTold.has(id))).toEqual([]);
  });

  it('put what is said around a question before or after it, and leave the question whole', () => {
    const messages = createTeller().tell(
      'annual-leave.1',
      ['how much leave do i get'],
      ['I am off in June. Is it paid?'],
    );

    expect(messages).toHaveLength(3);
    for (const message of messages) {
      expect(message).toMatch(/how much leave do i get|I am off in June\. Is it paid\?/);
      expect(asides.asides.some((aside) => message.includes(aside))).toBe(true);
    }
  });

  it('are told the same each time, whatever was told before, so that a change elsewhere moves nothing', () => {
    const asks = ['can i', 'may i', 'must i'];
    const after = createTeller();
    after.tell('another', ['how do i'], []);

    expect(after.tell('one', asks, [])).toEqual(createTeller().tell('one', asks, []));
    expect(after.tell('two', asks, [])).not.toEqual(after.tell('one', asks, []));
  });
});
