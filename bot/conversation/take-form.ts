/** A form that comes back: checked against the draft as it is now, then read as answers are. */
import type { FilledIn, Form } from '../../dialogs';
import { wording } from '../wording';
import { MISSES_BEFORE_A_PERSON } from './draft-shown';
import { again, below, offerPerson, playStep } from './play-step';
import type { FocusedDraft, Played, Scene } from './room';
import { detectSensitivity, type Sensitivity } from './sensitive/detect';
import { sensitivityOfEnds } from './sensitive/sensitivity-of-ends';
import { openForm, withForm } from './show-form';
import { signpost } from './signpost';
import { talkButtons } from './talk-to-person';
import type { Press } from './turn';

type FormPress = Extract<Press, { kind: 'fill-in' | 'leave-form' }>;

/** As long as one message may be. */
const LONGEST_MESSAGE = 4000;

/**
 * Words in a form are words like any others: where they need people first, they get them and
 * nothing of the form is kept. Also where the form is out of date: it was written all the same.
 */
export async function formToPeople(
  scene: Scene,
  { values = {} }: FormPress,
  found: FocusedDraft | undefined,
): Promise<Played | undefined> {
  const known = found === undefined ? [] : fieldsOf(scene, found);
  const isKnown = ([name, text]: readonly [string, string]): boolean =>
    known.some((field) => field.name === name && field.value === text);
  const heard = Object.entries(values)
    .filter((one) => one[1].trim() !== '' && !isKnown(one))
    .map(([, text]) => ({ text, sensitivity: needOf(text) }));
  const urgent =
    heard.find(({ sensitivity }) => sensitivity.level === 'life-at-risk') ??
    heard.find(({ sensitivity }) => sensitivity.level === 'disclosure');
  return urgent && signpost(scene, urgent.sensitivity, urgent.text);
}

const fieldsOf = ({ tools, asking }: Scene, { draft }: FocusedDraft): Form['fields'] =>
  tools.dialogs.form(draft, asking.asker).fields;

/** Nothing in a form answers a question, so what may tell that something happened is taken so. */
function needOf(text: string): Sensitivity {
  const sensitivity =
    text.length > LONGEST_MESSAGE
      ? sensitivityOfEnds(text, LONGEST_MESSAGE)
      : detectSensitivity(text);
  return sensitivity.level === 'question' ? (sensitivity.orElse ?? sensitivity) : sensitivity;
}

export async function takeForm(
  scene: Scene,
  press: FormPress,
  found: FocusedDraft,
): Promise<Played> {
  const { tools, asking, turn } = scene;
  const { draft, version } = found;
  const isCurrent = tools.dialogs.form(draft, asking.asker).mark === press.mark;
  const ids = { nonce: tools.newId(), now: turn.at };
  if (press.kind === 'leave-form') {
    const values = isCurrent ? (press.values ?? {}) : {};
    const step = tools.dialogs.leaveForm(draft, values, asking.asker, ids);
    const played = await playStep(scene, step, version);
    const isUnused = !isCurrent && Object.keys(press.values ?? {}).length > 0;
    return isUnused ? below(wording.form.old, played) : played;
  }
  if (!isCurrent) return again(scene, found, wording.form.old);
  const filled = tools.dialogs.fillIn(draft, press.values, asking.asker, ids);
  if (filled.kind === 'read') return playStep(scene, filled.step, version);
  return filled.kind === 'another' ? another(scene, found) : wrong(scene, filled, version);
}

/** After a new version of the service, say. */
function another(scene: Scene, found: FocusedDraft): Played {
  const played = openForm(scene, found);
  return { ...played, reply: { ...played.reply, text: wording.form.another } };
}

async function wrong(
  scene: Scene,
  { draft, form }: Extract<FilledIn, { kind: 'wrong' }>,
  version: number,
): Promise<Played> {
  const isLost = draft.misses >= MISSES_BEFORE_A_PERSON;
  const text = isLost ? `${await offerPerson(scene)}\n\n${wording.form.wrong}` : wording.form.wrong;
  return withForm(scene, { draft, version }, form, text, isLost ? talkButtons(scene) : []);
}
