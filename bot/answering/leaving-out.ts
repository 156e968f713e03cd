/** Tells the knowledge room, with each question, which clauses the asker's organisation has taken out of answers. */
import type { Answering } from '../../knowledge';
import type { WithheldClauses } from './withheld';

export function leavingOut(answering: Answering, withheld: Pick<WithheldClauses, 'of'>): Answering {
  const withWithheld = async <Asked extends { readonly organisation: string | undefined }>(
    asked: Asked,
  ) => {
    const { organisation } = asked;
    const out = organisation === undefined ? [] : await withheld.of(organisation);
    return out.length === 0 ? asked : { ...asked, withheld: out };
  };
  return {
    ...answering,
    answer: async (question, ...rest) => answering.answer(await withWithheld(question), ...rest),
    clauses: async (asked) => answering.clauses(await withWithheld(asked)),
  };
}
