/** Whom to turn to with each kind of what happened: people of one's own employer, helplines, the rule. */
import type { ContactKind } from '../directory/directory';
import type { DisclosureTopic } from './sensitive/detect';

/** The nearest first. */
export const PEOPLE_FOR: Readonly<
  Record<DisclosureTopic, readonly [ContactKind, ...ContactKind[]]>
> = {
  sexual: ['freedom-to-speak-up', 'safeguarding', 'occupational-health', 'union'],
  bullying: ['freedom-to-speak-up', 'occupational-health', 'employee-assistance', 'union'],
  discrimination: ['freedom-to-speak-up', 'union', 'employee-assistance'],
  violence: ['safeguarding', 'occupational-health', 'freedom-to-speak-up', 'union'],
  'domestic-abuse': ['safeguarding', 'employee-assistance', 'occupational-health'],
  wrongdoing: ['freedom-to-speak-up', 'safeguarding', 'union'],
};

/** Ids of helplines. */
export const HELPLINES_FOR: Readonly<Record<DisclosureTopic, readonly string[]>> = {
  sexual: ['rape-crisis', 'samaritans'],
  bullying: ['samaritans'],
  discrimination: ['acas'],
  violence: ['samaritans'],
  'domestic-abuse': ['domestic-abuse', 'samaritans'],
  wrongdoing: ['protect'],
};

export const HELPLINES_FOR_LIFE = ['samaritans', 'nhs-111', 'shout'] as const;

export const POLICY_FOR: Readonly<
  Record<DisclosureTopic, { question: string; topic: readonly string[] }>
> = {
  sexual: {
    question: 'How do I report sexual harassment?',
    topic: ['sexual-misconduct', 'bullying-harassment-and-dignity-at-work'],
  },
  bullying: {
    question: 'How do I report bullying?',
    topic: ['bullying-harassment-and-dignity-at-work', 'freedom-to-speak-up'],
  },
  discrimination: {
    question: 'How do I report discrimination?',
    topic: ['bullying-harassment-and-dignity-at-work', 'freedom-to-speak-up'],
  },
  violence: {
    question: 'What support is there after violence at work?',
    topic: ['bullying-harassment-and-dignity-at-work', 'occupational-health-and-wellbeing-support'],
  },
  'domestic-abuse': {
    question: 'Who can I talk to at work about domestic abuse?',
    topic: ['domestic-abuse-support', 'special-leave'],
  },
  wrongdoing: {
    question: 'How do I speak up about a concern?',
    topic: ['freedom-to-speak-up', 'bullying-harassment-and-dignity-at-work'],
  },
};
