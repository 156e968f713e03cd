/** What is said to the assistant itself: hello, who reads this, where is my request, a person please. */
import { summaryOf } from '../own-data/sections';
import { wording } from '../wording';
import { ownDataWording } from '../wording-own-data';
import type { FollowedRequest } from '../../dialogs';
import { openQuestion, questionButton } from './answer-asked';
import { alreadySent } from './handle-press';
import { again } from './play-step';
import type { Intent } from './intent';
import { ownRequest } from './own-request';
import { contactOf, contactsOf, sayContact } from './people';
import { formForStart } from './show-form';
import type { Button } from './reply';
import { statusLine } from './status-line';
import { plainly, type Played, type Scene } from './room';
import { openHandover } from './own-handover';
import { handoverLine, talkButtons, talkToPerson } from './talk-to-person';
import { referencesIn } from './task-words';
import { wishForMails } from './wish-for-mails';

const MOST_REQUESTS_SHOWN = 5;

/** A form is of a request under way; without one it is a word like any other. */
export async function handleIntent(
  scene: Scene,
  intent: Exclude<Intent, 'form'>,
  text: string,
): Promise<Played> {
  const { asking } = scene;
  switch (intent) {
    case 'privacy':
      return plainly({ outcome: 'small-talk', text: await aboutThisProgram(scene) }, 'privacy');
    case 'delete':
      return {
        ...plainly(
          { outcome: 'small-talk', text: await deletedWords(scene) },
          'conversations deleted',
        ),
        effects: [{ kind: 'conversations-deleted', person: asking.id }],
        state: { last: null, choices: [], focus: null },
      };
    case 'my-data':
      return plainly(
        {
          outcome: 'small-talk',
          text: await ownDataInWords(scene),
          buttons: copyOfTheRest(scene),
        },
        'their data',
      );
    case 'no-mails':
    case 'mails':
      return wishForMails(scene, intent === 'mails');
    case 'status':
      return status(scene, text);
    case 'person':
      return talkToPerson(scene);
    case 'resume':
      return resume(scene);
    case 'greeting':
      return plainly({ outcome: 'small-talk', text: wording.hello(asking.givenName) }, 'greeting');
    case 'thanks':
      return plainly({ outcome: 'small-talk', text: wording.thanks }, 'thanks');
    case 'bye':
      return plainly({ outcome: 'small-talk', text: wording.bye }, 'bye');
    case 'how-to':
      return plainly({ outcome: 'small-talk', text: wording.howToUse }, 'how to');
    case 'not-that':
      return notThat(scene);
    case 'yes':
      return alreadySent(scene);
    case 'ok':
      // With nothing to agree to, it says that an answer was read.
      return scene.opened.state.lastSent === null ? noted() : alreadySent(scene);
    case 'noted':
      return noted();
    case 'remember':
      return plainly({ outcome: 'small-talk', text: wording.cannotLearn }, 'remember');
  }
}

const noted = (): Played => plainly({ outcome: 'small-talk', text: wording.noted }, 'noted');

/** The answer was wrong: what was asked is asked for again, and people are named who know. */
async function notThat(scene: Scene): Promise<Played> {
  const { asking, tools, turn } = scene;
  const contact = await contactOf('people-team', asking, tools.directory, turn.at);
  return plainly(
    { outcome: 'clarify', text: wording.notThat(contact), buttons: talkButtons(scene) },
    'not what was asked',
  );
}

/** The five sentences, with whom to speak to in confidence here. */
export async function aboutThisProgram({ asking, tools, turn }: Scene): Promise<string> {
  const guardian = (await contactsOf(asking, tools.directory)).find(
    ({ kind }) => kind === 'freedom-to-speak-up',
  );
  const sentences = wording.aboutThisProgram.join('\n\n');
  return guardian === undefined ? sentences : `${sentences}\n\n- ${sayContact(guardian, turn.at)}`;
}

/** How much of each there is: all of it is more than a chat can show. */
async function ownDataInWords({ asking, tools }: Scene): Promise<string> {
  const lines = summaryOf(await tools.ownData.of(asking.id)).map((line) => `- ${line}`);
  const { intro, staffRecord, readAll, toDelete, atEmployer } = ownDataWording;
  return [intro, lines.join('\n'), staffRecord, readAll, toDelete, atEmployer].join('\n\n');
}

/** What this service keeps is not what their employer does: a personnel file is asked for by a request. */
function copyOfTheRest({ asking, tools }: Scene): Button[] {
  const service = tools.dialogs.offer('subject-access-request', asking.asker);
  return service === undefined
    ? []
    : [{ label: service.title, press: { kind: 'start', service: service.id } }];
}

/** Where a person has a question of theirs, that goes too, and they are told. */
async function deletedWords(scene: Scene): Promise<string> {
  const open = await openHandover(scene);
  return open === undefined
    ? wording.deleted
    : `${wording.deleted}\n\n${wording.person.deletedToo}`;
}

/** Whoever names a request is told of that one: after a loss nobody is read the list of what went before. */
async function status(scene: Scene, said: string): Promise<Played> {
  const { asking, tools } = scene;
  const [reference] = referencesIn(said);
  const named = await namedIn(scene, said);
  if (reference !== undefined && named.length === 0)
    return plainly(
      { outcome: 'status', text: wording.approvals.withdraw.unknown(reference) },
      'no such request',
    );
  const handover = named.length > 0 ? undefined : await handoverLine(scene);
  const recent =
    named.length > 0 ? named : await tools.requests.ofPerson(asking.id, MOST_REQUESTS_SHOWN + 1);
  const requests = recent.slice(0, MOST_REQUESTS_SHOWN);
  const lines = await Promise.all(
    requests.map(async (request) => `- ${await statusLine(tools, request, scene.turn.at)}`),
  );
  if (handover !== undefined) lines.unshift(`- ${handover}`);
  const list = lines.length === 0 ? wording.status.none : lines.join('\n');
  const isMore = recent.length > requests.length;
  const text = isMore ? `${list}\n\n${wording.status.newest(MOST_REQUESTS_SHOWN)}` : list;
  return plainly({ outcome: 'status', text, buttons: questionsOf(requests) }, 'status');
}

async function namedIn(scene: Scene, text: string): Promise<readonly FollowedRequest[]> {
  const found = await Promise.all(
    referencesIn(text).map((reference) => ownRequest(scene, reference)),
  );
  return found.filter((request) => request !== undefined);
}

const questionsOf = (requests: readonly FollowedRequest[]): Button[] =>
  requests.flatMap((request) => {
    const question = openQuestion(request);
    const label = wording.ask.readOf(request.request.id);
    return question === undefined ? [] : [questionButton(label, question)];
  });

async function resume(scene: Scene): Promise<Played> {
  const [newest] = scene.opened.drafts;
  if (newest === undefined)
    return plainly({ outcome: 'small-talk', text: wording.request.noDraft }, 'nothing to resume');
  const title = scene.tools.dialogs.service(newest.draft.service)?.title ?? '';
  const played = await again(scene, newest, wording.request.resume(title));
  const form = played.reply.form ?? formForStart(scene, newest.draft);
  return { ...played, reply: { ...played.reply, form } };
}
