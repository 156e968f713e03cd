/** Buttons as a page draws them. */
import type { Button } from '../conversation/reply';

export interface ShownButton {
  readonly label: string;
  /** The press as JSON: it comes back as it was sent, and is believed no more than any form. */
  readonly press: string;
  readonly look: 'primary' | 'secondary' | 'choice';
}

/** What decides something looks so; everything else is a choice. */
const LOOKS: Readonly<Partial<Record<Button['press']['kind'], ShownButton['look']>>> = {
  confirm: 'primary',
  cancel: 'secondary',
  approve: 'primary',
  decline: 'secondary',
  'tell-reason': 'primary',
  'change-reason': 'secondary',
  'send-question': 'primary',
  'not-now': 'secondary',
  'take-out-file': 'secondary',
  'keep-files': 'secondary',
  withdraw: 'primary',
  keep: 'secondary',
  'reply-to-person': 'primary',
  'for-person': 'primary',
  'for-assistant': 'secondary',
  'drop-note': 'secondary',
};

export function showButton({ label, press }: Button): ShownButton {
  return { label, press: JSON.stringify(press), look: LOOKS[press.kind] ?? 'choice' };
}
