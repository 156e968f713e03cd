/** The rules of the detector, read from the data files beside this one and checked once. */
import { z } from 'zod';
import disclosureFile from './disclosure.json';
import lifeFile from './life-at-risk.json';
import everydayFile from './everyday.json';
import { groups } from './normalise';
import { patternBook } from './pattern';
import questionsFile from './questions.json';
import sidewaysFile from './sideways.json';

const TOPICS = [
  'domestic-abuse',
  'sexual',
  'discrimination',
  'violence',
  'bullying',
  'wrongdoing',
  'grievance',
  'suicide',
] as const;
export type Topic = (typeof TOPICS)[number];

const { anyOf, hear } = patternBook(groups);
export { hear };

const Patterns = z.array(z.string().min(1));
const LifeFile = z.strictObject({ harmless: Patterns, patterns: Patterns });
const TopicRules = z.strictObject({ toMe: Patterns, seen: Patterns, words: Patterns });
const DisclosureFile = z.strictObject({
  harmless: Patterns,
  supposed: Patterns,
  reported: Patterns,
  hypothetical: Patterns,
  asking: Patterns,
  here: Patterns,
  topics: z.record(z.enum(TOPICS), TopicRules),
});
/** What is said without any of the usual words: letters left, a wage paid into his account. */
const SidewaysFile = z.strictObject({
  lifeAtRisk: Patterns,
  disclosure: z.partialRecord(z.enum(TOPICS), Patterns),
});
const QuestionsFile = z.strictObject({ starts: Patterns, anywhere: Patterns, beside: Patterns });

const life = LifeFile.parse(lifeFile);
const disclosure = DisclosureFile.parse(disclosureFile);
const sideways = SidewaysFile.parse(sidewaysFile);
const questions = QuestionsFile.parse(questionsFile);

export const lifeAtRisk = {
  harmless: anyOf(life.harmless),
  patterns: anyOf([...life.patterns, ...sideways.lifeAtRisk]),
};

/** Not for the rules: they hear what they hear in it all the same. */
export const everyday = anyOf(Patterns.parse(everydayFile.everyday));

export const happened = {
  harmless: anyOf(disclosure.harmless),
  supposed: anyOf(disclosure.supposed),
  reported: anyOf(disclosure.reported),
  hypothetical: anyOf(disclosure.hypothetical),
  asking: anyOf(disclosure.asking),
  here: anyOf(disclosure.here),
};

/** In the order in which they are tried: the more particular first. */
export const topics = TOPICS.map((about) => {
  const { toMe, seen, words } = disclosure.topics[about];
  return {
    about,
    toMe: anyOf([...toMe, ...(sideways.disclosure[about] ?? [])]),
    seen: anyOf(seen),
    words: anyOf(words),
  };
});

export const question = {
  starts: anyOf(questions.starts.map((start) => `(?:^|\\. )(?:~ )?${start}`)),
  anywhere: anyOf(questions.anywhere),
  /** Asked beside what is told: stricter, as most stories have a "would" in them. */
  beside: anyOf(questions.beside),
};
