/**
 * Listens to what is told beside a request. The wish itself ("i need friday off") is plain, and
 * makes a short story before it sound plain too; so the story is listened to alone.
 *
 * What is heard here stops nothing but where a life is at risk: the request goes on, under words of
 * support. What comes first (see detect.ts) has come first by then.
 */
import { z } from 'zod';
import {
  CLEARLY_LIFE,
  NEVER_DOUBTED,
  RATHER_LIFE,
  RATHER_SURE,
  sensitivityByRules,
  SURE_IN_A_PIECE,
  type DisclosureTopic,
  type Sensitivity,
} from './detect';
import raw from './hard-times.json';
import { groups, normalise } from './normalise';
import { patternBook } from './pattern';
import { everyday, hear } from './rules';
import { scoreOf, type Score } from './scorer';

const Patterns = z.array(z.string().min(1));
const file = z
  .strictObject({
    about: z.string(),
    groups: z.record(z.string(), Patterns),
    harmless: Patterns,
    patterns: Patterns,
  })
  .parse(raw);
const book = patternBook({ ...groups, ...file.groups });
const [harmless, hardTimes] = [book.anyOf(file.harmless), book.anyOf(file.patterns)];

export interface Trouble {
  /** A hard time is told of no wrong that was done. */
  readonly about: DisclosureTopic | 'hard-time' | 'life-at-risk';
  /** Whether a rule heard it, and its words are not kept. The listeners may be wrong where they hear it alone. */
  readonly inConfidence: boolean;
}

const HARD_TIME: Trouble = { about: 'hard-time', inConfidence: false };

/** So sure where no rule hears it: a few words alone say little. */
const SURE_ALONE = 1.5;
const FEWEST_WORDS = 5;
const FAR_FROM_ALARM = -1.5;
/** "Tested positive for covid, wont be in tonight": below it the sick leave that is surely asked for begins, under helplines. */
const SURE_OF_LIFE_BESIDE = 2;

/** @param told apart from what is asked for, as far as the two can be told apart */
export function troubleIn(told: string): Trouble | undefined {
  const said = normalise(told);
  const byRules = sensitivityByRules(said);
  if (byRules.level !== 'none' && !isOnlySuspected(byRules, told, told)) return troubleOf(byRules);
  const heard = book.hear(said);
  if (hardTimes.test(harmless.without(said, heard), heard)) return HARD_TIME;
  const learnt = surelyAlone(said);
  return (
    learnt && { about: learnt.life > RATHER_LIFE ? 'hard-time' : learnt.about, inConfidence: false }
  );
}

/**
 * Whether a life is at risk by what is told beside a wish: "nobody will miss me, cancel my leave".
 * Then helplines come before the request. The rules heard it in the whole; what was learnt is
 * doubted where the whole is far from an alarm: cut out, "hammered with shifts" sounds like one.
 */
export function lifeAtRiskIn(told: string, text: string): boolean {
  const learnt = surelyAlone(normalise(told));
  if (learnt === undefined || learnt.life <= CLEARLY_LIFE) return false;
  return scoreOf(normalise(text)).alarm >= FAR_FROM_ALARM;
}

function surelyAlone(said: string): Score | undefined {
  const left = everyday.without(said, hear(said)).trim();
  if (left.split(/[ .]+/).length < FEWEST_WORDS) return undefined;
  const score = scoreOf(left);
  return score.alarm < SURE_ALONE ? undefined : score;
}

function troubleOf(heard: Exclude<Sensitivity, { level: 'none' }>): Trouble | undefined {
  if (heard.level === 'life-at-risk') return { ...HARD_TIME, inConfidence: true };
  // "My grievance meeting is on friday" tells of no more than a meeting.
  if (heard.about === 'grievance') return undefined;
  const about = heard.about === 'suicide' ? 'hard-time' : heard.about;
  return { about, inConfidence: true };
}

/**
 * Whether a disclosure is only suspected: no rule heard it, and the listeners are not very sure of
 * it either; or a rule did, and they hear nothing of the kind. A life at risk that a rule heard is
 * never doubted, nor one that speaks from what is told beside the wish.
 */
export function isOnlySuspected(heard: Sensitivity, told: string, text: string): boolean {
  if (heard.level === 'life-at-risk')
    return (
      heard.unsure === true &&
      scoreOf(normalise(text)).alarm < SURE_OF_LIFE_BESIDE &&
      !lifeAtRiskIn(told, text)
    );
  if (heard.level !== 'disclosure') return false;
  if (heard.unsure !== true && NEVER_DOUBTED.has(heard.about)) return false;
  const enough = heard.unsure === true ? SURE_IN_A_PIECE : RATHER_SURE;
  return scoreOf(normalise(told)).alarm < enough;
}
