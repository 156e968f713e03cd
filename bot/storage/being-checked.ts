/** As answer-question.ts says why there is no answer, where a clause that would give it is out of answers. */
export const BEING_CHECKED = 'not-covered: being-checked';
