/**
 * Sensitive things go to people. Fixed words, written with care; nothing is generated, nothing
 * is started, and the person's own words are not kept. A draft under way is left as it is.
 */
import { wording } from '../wording';
import { nearestQuestion, ruleBeneath } from './answer-question';
import { aside } from './aside';
import { helplinesInWords, list } from './helplines';
import { contactsOf, sayContact } from './people';
import type { Button, Reply } from './reply';
import { plainly, type Played, type Scene } from './room';
import {
  asksSomething,
  NEVER_DOUBTED,
  type DisclosureTopic,
  type Sensitivity,
} from './sensitive/detect';
import { HELPLINES_FOR, HELPLINES_FOR_LIFE, PEOPLE_FOR, POLICY_FOR } from './whom-to-turn-to';

type Disclosure = Extract<Sensitivity, { level: 'disclosure' }>;

/** @returns undefined for words that need no people first */
export function signpost(
  scene: Scene,
  sensitivity: Sensitivity,
  said = '',
): Promise<Played> | undefined {
  const { level } = sensitivity;
  if (level === 'none' || level === 'question') return undefined;
  if (scene.turn.door === 'group') return aside(scene, level);
  return level === 'life-at-risk'
    ? signpostLifeAtRisk(scene, said, sensitivity.unsure === true)
    : signpostDisclosure(scene, sensitivity, said);
}

async function signpostLifeAtRisk(scene: Scene, said: string, unsure: boolean): Promise<Played> {
  const lifeAtRisk = lifeAtRiskWords(scene);
  const asked = await askedBeside(scene, said, unsure);
  // Who was taken wrongly may well speak of a death in the family.
  const offered = unsure ? asked : asked.filter(({ label }) => !OF_DYING.test(label));
  const lines = await helplinesInWords(scene.tools.directory, HELPLINES_FOR_LIFE);
  const text = [
    lifeAtRisk.first,
    lifeAtRisk.danger,
    list(lines),
    lifeAtRisk.program,
    ...(offered.length > 0 ? [lifeAtRisk.later] : []),
  ].join('\n\n');
  return unkept(text, offered, 'life-at-risk', ['occupational-health-and-wellbeing-support']);
}

/** What a death pays is no answer to give here. */
const OF_DYING = /\b(?:die|dies|dying|death|dead)\b/i;

/**
 * One press to the rule that was asked for. Where no rule of the detector heard it, the person may
 * have been taken wrongly ("pensions team not answering me"), so the nearest is offered even
 * where nothing was asked. It carries the policy's question and none of the person's words.
 */
async function askedBeside(scene: Scene, said: string, unsure: boolean): Promise<Button[]> {
  if (!unsure && !asksSomething(said)) return [];
  const question = await nearestQuestion(scene, said).catch(() => null);
  return question === null ? [] : [{ label: question, press: { kind: 'say', text: question } }];
}

/** To what people say when they have been given helplines and want no more of it. */
export function stayKind(scene: Scene): Played {
  return unkept(lifeAtRiskWords(scene).afterwards.join('\n\n'), [], 'life-at-risk', [
    'occupational-health-and-wellbeing-support',
  ]);
}

/** On the phone they are for the colleague who listens: a person is there, and hears it. */
const lifeAtRiskWords = ({ turn, asking }: Scene) =>
  turn.call === undefined ? wording.lifeAtRisk : wording.phone.lifeAtRisk(asking.givenName ?? '');

/** One of their staff, a colleague or a friend told them. */
const TOLD_OF_ANOTHER =
  /\b(?:one of my|member of (?:my|the) (?:team|staff)|someone (?:in|on) my team|my (?:colleague|friend|mate)|a colleague|a (?:nurse|hca|junior|student) (?:in|on) my)\b[^.?!]{0,60}\b(?:told me|says|said|confided|disclosed|is being|was|has been|is getting)\b/i;

async function signpostDisclosure(
  scene: Scene,
  { about, unsure }: Disclosure,
  said: string,
): Promise<Played> {
  const { disclosure } = wording;
  const ofAnother = TOLD_OF_ANOTHER.test(said);
  const contacts = await contactsOf(scene.asking, scene.tools.directory);
  const near = PEOPLE_FOR[about].flatMap((kind) =>
    contacts.filter((contact) => contact.kind === kind).slice(0, 1),
  );
  const lines = [
    ...near.map((contact) => sayContact(contact, scene.turn.at)),
    ...(await helplinesInWords(scene.tools.directory, HELPLINES_FOR[about])),
  ];
  const { turn, asking } = scene;
  const words =
    turn.call === undefined
      ? { ...disclosure, first: firstOf(about, ofAnother) }
      : wording.phone.disclosure(asking.givenName ?? '');
  const text = [
    words.first,
    words.people,
    list(lines),
    disclosure.also[about],
    words.danger,
    words.notKept,
  ].join('\n\n');
  const { question, topic } = POLICY_FOR[about];
  const rule = await ruleAsked(scene, said, about);
  const buttons: Button[] = [
    ...(rule === undefined || unsure ? await askedBeside(scene, said, unsure === true) : []),
    { label: disclosure.showPolicy, press: { kind: 'say', text: question } },
    {
      label: disclosure.showReporting,
      press: { kind: 'say', text: 'Can I report it without giving my name?' },
    },
  ];
  const played = unkept(text, buttons, 'disclosure', topic);
  return rule === undefined ? played : { ...played, reply: { ...played.reply, ...rule } };
}

/**
 * Whoever tells of a wrong and asks a question finds the rule below the people, folded away. Of
 * sexual harm and of harm at home, no other policy may answer there.
 */
async function ruleAsked(
  scene: Scene,
  said: string,
  about: DisclosureTopic,
): Promise<Pick<Reply, 'more' | 'citations'> | undefined> {
  if (!asksSomething(said)) return undefined;
  const own = NEVER_DOUBTED.has(about) ? POLICY_FOR[about].topic : undefined;
  return ruleBeneath(scene, said, own).catch(() => undefined);
}

const firstOf = (about: DisclosureTopic, ofAnother: boolean): string =>
  ofAnother && about !== 'wrongdoing'
    ? wording.disclosure.forAnother
    : wording.disclosure.first[about];

function unkept(
  text: string,
  buttons: Button[],
  sensitivity: 'life-at-risk' | 'disclosure',
  topics: readonly string[],
): Played {
  const played = plainly(
    { outcome: 'signposted', text, buttons, topics: [...topics] },
    sensitivity,
  );
  return { ...played, keepWords: false, sensitivity };
}
