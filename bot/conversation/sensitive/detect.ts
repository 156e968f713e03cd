/**
 * Tells the three sensitive levels from everything else, before any room is chosen.
 *
 * Pure and local: the words go nowhere. Where it must err, it errs towards help: a kind line too
 * many costs little, a cry for help that is answered with a policy costs much.
 */
import type { Heard } from './heard';
import { normalise } from './normalise';
import type { Patterns } from './pattern';
import { piecesOf } from './pieces';
import { scoreOf, type Score } from './scorer';
import { everyday, happened, hear, lifeAtRisk, question, topics, type Topic } from './rules';

/** What a rule hears of these is believed where nothing is asked: few other things are told in such words. */
export const NEVER_DOUBTED: ReadonlySet<Topic> = new Set(['sexual', 'domestic-abuse']);

/** Of a grievance, or of a suicide that is not feared but spoken of, there is only a question. */
const ASKED_ONLY = ['grievance', 'suicide'] as const;
export type DisclosureTopic = Exclude<Topic, (typeof ASKED_ONLY)[number]>;

/** Set where no rule heard it: then the reply always offers the nearest rule too, in one press. */
interface Doubt {
  readonly unsure?: true;
}

/**
 * Set where a long message asks, and a piece of it may tell of something that happened: it is
 * answered under the line of support. Where nothing answers it, `orElse` is what to meet it as.
 */
interface AnsweredInDoubt {
  readonly orElse?: Disclosure;
}

export interface Disclosure extends Doubt {
  readonly level: 'disclosure';
  readonly about: DisclosureTopic;
}

export interface LifeAtRisk extends Doubt {
  readonly level: 'life-at-risk';
}

export type Sensitivity =
  | LifeAtRisk
  | Disclosure
  | ({ readonly level: 'question'; readonly about: Topic } & AnsweredInDoubt)
  | { readonly level: 'none' };

const FEW_WORDS = 3;

/** A message that asks about one of the topics is taken for more than a question only where that is sure. */
const SURE = 1.5;
/** So sure of what happened to somebody; a life at risk is heard at nothing. */
export const RATHER_SURE = 0.5;
/** A rule that hears "who do I hit up" is not believed; what it heard still earns a line of support. */
const NOT_AT_ALL = -5;
/** A piece of a story lacks the rest of it: it must be surer than the whole. */
export const SURE_IN_A_PIECE = 1.75;
/** Less sure, where it speaks of a life and of nothing else; above what it does so. */
const SURE_OF_A_LIFE = 0.75;
export const CLEARLY_LIFE = 1.8;
/** Less sure, where the whole is not far from an alarm itself. */
const AGREED_IN_A_PIECE = 0.5;
const NOT_FAR = 1;
/** So sure that people come first though the whole is quiet; less sure, the question is answered too. */
const VERY_SURE_IN_A_PIECE = 3;
/** Above it, rather a life at risk than something that happened. */
export const RATHER_LIFE = -0.4;

/** A message over several lines is heard with its lines apart and as one: the more serious counts. */
export function detectSensitivity(text: string): Sensitivity {
  const apart = levelOf(text);
  if (!text.includes('\n') || apart.level === 'life-at-risk') return apart;
  const joined = levelOf(text.replace(/\s*\n\s*/g, ' '));
  return SERIOUSNESS.indexOf(joined.level) > SERIOUSNESS.indexOf(apart.level) ? joined : apart;
}

const SERIOUSNESS: readonly Sensitivity['level'][] = [
  'none',
  'question',
  'disclosure',
  'life-at-risk',
];

function levelOf(text: string): Sensitivity {
  const said = normalise(text);
  const told = sensitivityByRules(said);
  if (told.level === 'life-at-risk') return told;
  const enough = told.level === 'question' ? SURE : 0;
  const left = everyday.without(said, hear(said)).trim();
  if (left === '') return told;
  const { alarm, life, about, isQuiet } = loudestOf(left, enough + RATHER_SURE);
  if (told.level === 'disclosure') {
    const isBelieved = NEVER_DOUBTED.has(told.about) && !asksSomething(text);
    return alarm < NOT_AT_ALL && !isBelieved ? { level: 'question', about: told.about } : told;
  }
  const isLife = life > RATHER_LIFE;
  if (alarm < (isLife ? enough : enough + RATHER_SURE)) return told;
  if (isLife) return { level: 'life-at-risk', unsure: true };
  const heard: Disclosure = { level: 'disclosure', about, unsure: true };
  return isQuiet ? { level: 'question', about, orElse: heard } : heard;
}

interface Loudest extends Score {
  /** Whether no more than a piece is alarming, and that one not very. */
  readonly isQuiet: boolean;
}

/**
 * The score of the message, or of the piece of a long one that says more than the whole: what is
 * said once among much else is meant as much.
 * @param enough what an alarm must reach
 */
function loudestOf(said: string, enough: number): Loudest {
  const whole = scoreOf(said);
  return piecesOf(said)
    .map(scoreOf)
    .map((piece) => {
      const isLife = piece.life > CLEARLY_LIFE;
      return {
        ...piece,
        life: isLife ? piece.life : RATHER_LIFE,
        alarm: Math.max(
          piece.alarm - (isLife ? SURE_OF_A_LIFE : SURE_IN_A_PIECE),
          Math.min(piece.alarm - AGREED_IN_A_PIECE, whole.alarm + NOT_FAR),
        ),
        isQuiet: whole.alarm < enough && piece.alarm < enough + VERY_SURE_IN_A_PIECE,
      };
    })
    .reduce<Loudest>((loudest, each) => (each.alarm > loudest.alarm ? each : loudest), {
      ...whole,
      isQuiet: false,
    });
}

/** What the rules alone say. @param said normalised: see normalise.ts */
export function sensitivityByRules(said: string): Sensitivity {
  const heard = hear(said);
  if (lifeAtRisk.patterns.test(lifeAtRisk.harmless.without(said, heard), heard)) {
    return { level: 'life-at-risk' };
  }
  const meant = happened.harmless.without(said, heard);
  const about = topicThatHappened(happened.supposed.without(meant, heard), heard);
  if (about !== undefined) return { level: 'disclosure', about };

  const topic = topics.find(({ words }) => words.test(meant, heard));
  if (topic === undefined) return { level: 'none' };
  if (isAskedOnly(topic.about) || topic.about === 'wrongdoing' || isQuestion(said, heard)) {
    return { level: 'question', about: topic.about };
  }
  return {
    level: happened.here.test(meant, heard) ? 'disclosure' : 'question',
    about: topic.about,
  };
}

const isAskedOnly = (about: Topic): about is (typeof ASKED_ONLY)[number] =>
  ASKED_ONLY.some((each) => each === about);

function topicThatHappened(meant: string, heard: Heard): DisclosureTopic | undefined {
  for (const { about, toMe, seen } of topics) {
    if (isAskedOnly(about)) continue;
    if (toMe.test(meant, heard) || isTold(meant, seen, heard)) return about;
  }
  return undefined;
}

/**
 * Something that happens to others counts where it is told as having happened, not where the
 * sentence up to it asks about a rule ("can a patient …"), supposes ("if a patient …") or passes
 * on what a member of staff told their manager.
 */
function isTold(meant: string, seen: Patterns, heard: Heard): boolean {
  return meant.split(' . ').some((sentence) => {
    const match = seen.exec(sentence, heard);
    if (match === undefined) return false;
    const before = sentence.slice(0, match.index);
    const upTo = before + match.text;
    if (happened.hypothetical.test(before, heard) || happened.reported.test(upTo, heard))
      return false;
    return /^(?:my|our) /.test(match.text) || !happened.asking.test(before, heard);
  });
}

/** Whether something is asked beside what is told: "… anyway how do I hand in my notice". */
export function asksSomething(text: string): boolean {
  const said = normalise(text);
  return text.includes('?') || question.beside.test(said, hear(said));
}

/** A bare word or two ("bullying", "racist abuse") is someone looking for the rule. */
function isQuestion(said: string, heard: Heard): boolean {
  const words = said.split(' ').length;
  return (
    words <= FEW_WORDS || question.starts.test(said, heard) || question.anywhere.test(said, heard)
  );
}
