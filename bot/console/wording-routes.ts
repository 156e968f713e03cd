/** The pages on which organisations' own wording is changed, approved and looked back on. */
import { NEW_RULE, WITHDRAW, WORDING, WORDING_HISTORY } from './clause-address';
import { decideWording } from './decide-wording';
import type { Handle, Needs } from './for-reader';
import { showNewRule, takeNewRule } from './new-rule-page';
import { showWordingChange } from './wording-change-page';
import { showWithdrawal, takeWithdrawal } from './withdraw-page';
import { putWordingBack, showWordingHistory } from './wording-history-page';
import { showWording, takeWording } from './wording-page';

type Page = readonly [path: string, needs: Needs, handle: Handle];

export const WORDING_PAGES: readonly Page[] = [
  [WORDING, 'wording', showWording],
  [NEW_RULE, 'wording', showNewRule],
  [WITHDRAW, 'wording', showWithdrawal],
  [WORDING_HISTORY, 'knowledge', showWordingHistory],
  [`${WORDING}/changes/:change`, 'knowledge', showWordingChange],
];

export const WORDING_FORMS: readonly Page[] = [
  [WORDING, 'wording', takeWording],
  [NEW_RULE, 'wording', takeNewRule],
  [WITHDRAW, 'wording', takeWithdrawal],
  [WORDING_HISTORY, 'wording', putWordingBack],
  [`${WORDING}/changes/:change`, 'wording', decideWording],
];
