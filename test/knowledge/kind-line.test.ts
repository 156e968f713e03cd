/** A kind word is for what happened, and for whom it happened to. */
import { createKnowledge } from '../../knowledge';
import { aQuestion } from '../support/a-question';
import { built } from '../support/built';

const knowledge = createKnowledge(built);
const signal = new AbortController().signal;

async function told(text: string) {
  const outcome = await knowledge.answer(aQuestion(text), signal);
  if (outcome.kind !== 'answered') throw new Error(`${text}: ${outcome.kind}`);
  return { opening: outcome.opening, policy: outcome.citations[0].policy };
}

describe('the kind line above an answer', () => {
  it.each([
    ['my mum died last night what time off do i get', 'bereavement'],
    ['what time off do i get when a parent dies', 'none'],
    ['how long do i get off if my dad dies', 'none'],
    ['my dad might die this week, how many days do i get when he dies', 'none'],
  ])('“%s”: %s', async (text, opening) => {
    expect(await told(text)).toEqual({
      opening,
      policy: 'bereavement-and-child-bereavement-leave',
    });
  });

  it('has no rule for after a death for somebody whose father is dying', async () => {
    expect(await told('my dad is dying do i get time off with pay')).toEqual({
      opening: 'none',
      policy: 'special-leave',
    });
  });

  it('wishes nobody to get better who says nothing of illness', async () => {
    expect(await told('im off sick and my manager rings me every day')).toMatchObject({
      opening: 'illness',
    });
    expect(await told('can i bring my union rep to an attendance review meeting')).toMatchObject({
      opening: 'none',
    });
  });
});
