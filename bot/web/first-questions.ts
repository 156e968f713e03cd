/** What a new conversation offers to ask, so that nobody faces an empty box. */
import { z } from 'zod';
import type { PolicySet } from '../../knowledge';
import data from './first-questions.json';
import type { ShownButton } from './show-button';

const ids = z.array(z.string()).parse(data);

/** Only questions that the set in force answers. */
export const firstQuestions = (set: PolicySet): readonly ShownButton[] =>
  ids.flatMap((id) => {
    const question = set.clause(id)?.question;
    if (question === undefined) return [];
    const press = JSON.stringify({ kind: 'say', text: question });
    return [{ label: question, press, look: 'choice' }];
  });
