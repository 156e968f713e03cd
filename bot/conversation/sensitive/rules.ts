/** The rules of the detector, read from the data files beside this one and checked once. */
import { z } from 'zod';
import disclosureFile from './disclosure.json';
import lifeFile from './life-at-risk.json';
import { groups } from './normalise';
import { anyOf } from './pattern';
import questionsFile from './questions.json';
import sidewaysFile from './sideways.json';

export const TOPICS = [
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
const QuestionsFile = z.strictObject({ starts: Patterns, anywhere: Patterns });

const life = LifeFile.parse(lifeFile);
const disclosure = DisclosureFile.parse(disclosureFile);
const sideways = SidewaysFile.parse(sidewaysFile);
const questions = QuestionsFile.parse(questionsFile);

export const lifeAtRisk = {
  harmless: anyOf(life.harmless, groups),
  patterns: anyOf([...life.patterns, ...sideways.lifeAtRisk], groups),
};

export const happened = {
  harmless: anyOf(disclosure.harmless, groups),
  supposed: anyOf(disclosure.supposed, groups),
  reported: anyOf(disclosure.reported, groups),
  hypothetical: anyOf(disclosure.hypothetical, groups),
  asking: anyOf(disclosure.asking, groups),
  here: anyOf(disclosure.here, groups),
};

/** In the order in which they are tried: the more particular first. */
export const topics = TOPICS.map((about) => {
  const { toMe, seen, words } = disclosure.topics[about];
  return {
    about,
    toMe: anyOf([...toMe, ...(sideways.disclosure[about] ?? [])], groups),
    seen: anyOf(seen, groups),
    words: anyOf(words, groups),
  };
});

export const question = {
  starts: anyOf(
    questions.starts.map((start) => `(?:^|\\. )(?:~ )?${start}`),
    groups,
  ),
  anywhere: anyOf(questions.anywhere, groups),
};
