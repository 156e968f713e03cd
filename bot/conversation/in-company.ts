/**
 * What is said where others read along: in a group chat or a channel. The policies answer, for
 * nobody in particular. Of who asks nothing is known here (see `asking`) and nothing is started,
 * shown or counted aloud: what is somebody's own goes on in a chat with them alone.
 */
import { hasBankDetails } from '../../dialogs';
import type { Outcome } from '../../knowledge';
import { wording } from '../wording';
import { ask, asksForSum, replyTo } from './answer-question';
import { aside } from './aside';
import { sensitivityOf } from './heard-apart';
import { intentOf, type Intent } from './intent';
import { mayAnswer, mayAskForSum } from './is-request';
import { contactsOf, sayContact } from './people';
import type { Button } from './reply';
import { plainly, type Played, type Scene } from './room';
import { asksForSomeoneElsesData } from './sensitive/about-someone-else';
import { explain, rate, type Explained } from './take-feedback';
import { referencesIn, taskWordsIn, withdrawWordsIn } from './task-words';

export async function takeInCompany(scene: Scene): Promise<Played> {
  const { said } = scene.turn;
  if (said.kind === 'text') return takeText(scene, said.text);
  if (said.kind === 'files') {
    const effects = [{ kind: 'files-dropped', files: said.files.map(({ id }) => id) }] as const;
    return { ...inPrivate('files'), effects };
  }
  const { press } = said;
  if (press.kind === 'say') return takeText(scene, press.text);
  // Of Teams' own thumbs, which nobody else sees. The reply to them is not shown.
  if (press.kind === 'rate')
    return rate(scene, press.interaction, { rating: press.rating, reason: null, comment: null });
  return press.kind === 'explain' ? besideThumb(scene, press) : inPrivate(press.kind);
}

/** Nobody else sees what was written there: only helplines for a life are worth saying aloud. */
async function besideThumb(scene: Scene, press: Explained): Promise<Played> {
  const played = await explain(scene, press);
  const { reply, sensitivity } = played;
  const isAside = reply.outcome === 'signposted' && sensitivity !== 'life-at-risk';
  return isAside ? { ...played, reply: { ...reply, outcome: 'small-talk' } } : played;
}

/** A reply as others may read it: nothing to press but more to ask, and the way to a chat of one's own. */
export function forCompany(scene: Scene, played: Played): Played {
  const { reply } = played;
  const buttons = reply.buttons.filter((button) => isForAll(scene, button));
  return { ...played, reply: { ...reply, buttons, offers: [], inCompany: true } };
}

/** What would lead aside when it is pressed is not offered. */
const isForAll = ({ asking }: Scene, { press }: Button): boolean =>
  press.kind === 'say' && sensitivityOf(press.text, asking.asker).level === 'none';

async function takeText(scene: Scene, text: string): Promise<Played> {
  const { level } = sensitivityOf(text, scene.asking.asker);
  if (level !== 'none') return aside(scene, level);
  if (hasBankDetails(text)) return bankDetails();
  if (isOfTheirOwn(text)) return inPrivate('a request of theirs');
  if (asksForSomeoneElsesData(text))
    return plainly({ outcome: 'refused', text: wording.refused.someoneElse }, 'refused');
  const intent = intentOf(text);
  if (intent !== undefined) return takeIntent(scene, intent);
  return (await asksForService(scene, text)) ? inPrivate('a request') : answerForAll(scene, text);
}

const isOfTheirOwn = (text: string): boolean =>
  referencesIn(text).length > 0 ||
  taskWordsIn(text) !== undefined ||
  withdrawWordsIn(text) !== undefined;

const bankDetails = (): Played => ({
  ...plainly({ outcome: 'refused', text: wording.refused.bankDetails }, 'bank details'),
  keepWords: false,
});

const inPrivate = (what: string): Played =>
  plainly({ outcome: 'small-talk', text: wording.group.private }, `${what}, in company`);

async function takeIntent(scene: Scene, intent: Intent): Promise<Played> {
  const say = (text: string): Played => plainly({ outcome: 'small-talk', text }, intent);
  const { group, thanks, bye, noted } = wording;
  switch (intent) {
    case 'privacy':
      return say(await aboutThisProgram(scene));
    case 'greeting':
    case 'how-to':
      return say(group.howToUse);
    case 'not-that':
      return say(group.notThat);
    case 'thanks':
      return say(thanks);
    case 'bye':
      return say(bye);
    case 'yes':
    case 'ok':
    case 'noted':
      return say(noted);
    case 'remember':
      return say(group.cannotLearn);
    case 'delete':
    case 'my-data':
    case 'mails':
    case 'no-mails':
    case 'status':
    case 'person':
    case 'resume':
    case 'form':
      return inPrivate(intent);
  }
}

async function aboutThisProgram({ asking, tools, turn }: Scene): Promise<string> {
  const guardian = (await contactsOf(asking, tools.directory)).find(
    ({ kind }) => kind === 'freedom-to-speak-up',
  );
  const whom = guardian === undefined ? [] : [`- ${sayContact(guardian, turn.at)}`];
  return [...wording.group.aboutThisProgram, ...whom].join('\n\n');
}

/** Whoever manages somebody is not known here, so what only managers ask for counts too. */
async function asksForService(scene: Scene, text: string): Promise<boolean> {
  const { dialogs } = scene.tools;
  const { asker } = scene.asking;
  const found = dialogs.recognise(text, asker);
  if (found?.certain === true) {
    const isSum = mayAskForSum(text, found) && (await asksForSum(scene, text));
    return !isSum && !mayAnswer(scene, text, found);
  }
  return dialogs.recogniseForManagers(text, asker) !== undefined;
}

async function answerForAll(scene: Scene, text: string): Promise<Played> {
  const outcome = await ask(scene, text);
  if (isClose(outcome)) return aside(scene, 'question');
  const played = await replyTo(scene, text, outcome, false);
  const below = belowIn(scene, outcome);
  const { reply } = played;
  return below === ''
    ? played
    : { ...played, reply: { ...reply, text: `${reply.text}\n\n${below}` } };
}

type Answered = Extract<Outcome, { kind: 'answered' | 'partly-answered' }>;

const isAnswered = (outcome: Outcome): outcome is Answered =>
  outcome.kind === 'answered' || outcome.kind === 'partly-answered';

const isClose = (outcome: Outcome): boolean =>
  isAnswered(outcome) && (outcome.support || outcome.isClose);

/** Whom an answer was taken to be for; and, to somebody of one employer of several, where its own rules are. */
function belowIn({ asking: { organisation, staffGroup } }: Scene, outcome: Outcome): string {
  const { agendaForChange, ownContract, employerUnknown } = wording.group.forWhom;
  if (!isAnswered(outcome))
    return organisation === undefined && outcome.kind === 'not-covered' ? employerUnknown : '';
  if (organisation === undefined) return `${agendaForChange} ${employerUnknown}`;
  return staffGroup === 'local-contract' ? ownContract(organisation.shortName) : agendaForChange;
}
