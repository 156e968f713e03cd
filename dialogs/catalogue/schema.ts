/**
 * A ServiceDefinition is one thing that staff can ask for: its questions, the ways in which
 * people ask for it, and every sentence about it that they read.
 *
 * It is data. A rule that two services need becomes a named property of a field (`onOrAfter`),
 * and what the policies ask becomes a rule (`rule-schema.ts`): never a function in a service's file.
 */
import { z } from 'zod';
import { FieldName, ServiceId } from './names';
import { Rule } from './rule-schema';

/** The notation of `dialogs/catalogue/phrases.ts`: words, `a|b`, `{group}`, `{when}`, `…`. */
const Phrase = z.string().min(2).max(120);

/** Words with `{slots}`; a piece is left out unless all of its slots are known. */
const Piece = z.string().min(1).max(300);

export const Choice = z.strictObject({
  value: z.string().min(1),
  /** What stands on the button. */
  label: z.string().min(1).max(60),
  /** How the read-back tells it; the label where it is not given. */
  shown: z.string().min(1).optional(),
  /** Other ways to say it when it is asked for. */
  words: z.array(z.string()).default([]),
  /** Phrases that say it unasked. */
  saidBy: z.array(Phrase).default([]),
});
export type Choice = z.infer<typeof Choice>;

const FIELD_KINDS = [
  'date',
  'month',
  'hours',
  'number',
  'text',
  'name',
  'job',
  'person',
  'choice',
] as const;

export const FieldDefinition = z.strictObject({
  name: FieldName,
  kind: z.enum(FIELD_KINDS),
  ask: z.string().min(5).max(200),
  /** What a form asks, where the question speaks of what a form need not know, or of what one says in a chat. */
  inForm: z.string().min(5).max(200).optional(),
  /** "the first day": as it stands on a button and in "What would you like to change?". */
  label: z.string().min(2).max(40),
  /** What people call it when they change it: "date", "start". */
  words: z.array(z.string()).default([]),
  optional: z.boolean().default(false),
  /** Whether an optional field is asked for; the others are always asked for. */
  askIfMissing: z.boolean().default(false),
  maxLength: z.int().positive().optional(),
  /** Of a number: whole weeks, or pounds with pence. */
  unit: z.enum(['weeks', 'pounds']).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Hours a week of a whole-time post, by which "0.6 wte" and "full time" are read. */
  fullTimeHours: z.number().positive().optional(),
  /** For hours of a job that has none yet: "full time" and a bare "37.5" are read wherever they are said. */
  ofNewJob: z.boolean().default(false),
  /** `today`, or a date field that stands before this one. */
  onOrAfter: z.string().optional(),
  /** For a date: how many days it may lie back and ahead of today. */
  within: z.strictObject({ back: z.int().nonnegative(), ahead: z.int().nonnegative() }).optional(),
  /** For a date: how many days it may lie before and after another date that stands before it ("the 12th" beside a due date in July). */
  around: z
    .strictObject({
      field: z.string(),
      back: z.int().nonnegative(),
      ahead: z.int().nonnegative(),
    })
    .optional(),
  /** For a date that tells what has begun: without a year it is the last such day, or a near one to come. */
  begun: z.boolean().default(false),
  /** For a date that mostly lies ahead: phrases that tell that it has been ("left {when}"). */
  pastWith: z.array(Phrase).default([]),
  /** For a date beside the span of the service ("due 14 August"): read beside its words in `saidAfter`. */
  apart: z.boolean().default(false),
  /** For a day of the span: a story tells other days too, so the first message says it beside `saidAfter` or not at all. */
  onlyBeside: z.boolean().default(false),
  /** Forgotten, and asked again, when that other field changes. */
  belongsTo: z.string().optional(),
  /** For the last day of a span of months: without a year, it is the next one after the first day. */
  overNewYear: z.boolean().default(false),
  /** For the last day of a span: a request that names one day means this day too. */
  sameWhenAlone: z.boolean().default(false),
  /** For a date: "from September" means the first of the month. */
  monthMeansFirst: z.boolean().default(false),
  /** For the first day of a span long past: a month and its year will do for both of its days. */
  monthWillDo: z.boolean().default(false),
  choices: z.array(Choice).min(2).optional(),
  /** For an optional choice: phrases by which it is none of them after all ("the whole day"). */
  takenBackBy: z.array(Phrase).default([]),
  /** For text: ways of asking for the service that already say what this field asks. */
  saidBy: z.array(Phrase).default([]),
  /** For text: the message that starts the service is its value, unless it only names the service. */
  isMessage: z.boolean().default(false),
  /** For such a message: words that say no more than what it is about. */
  saysLittle: z.array(z.string().min(2)).default([]),
  /** And phrases one of which it must hold; any message will do where there are none. */
  speaksOf: z.array(Phrase).default([]),
  /** For text: phrases of a clause that is its value when the request starts. They start nothing. */
  saidIn: z.array(Phrase).default([]),
  /**
   * For text, and for a date apart: the words that come before it, wherever it is said: "because of".
   * For a day of the span, or the only date: the words that tell which it is, where several days are said.
   * For a job: the words after which it stands first: "as".
   */
  saidAfter: z.array(z.string().min(2)).default([]),
  /** For a date: words beside which the first message tells another day, which is not this one: "his contract runs out on". */
  notAfter: z.array(z.string().min(2)).default([]),
  /** For the only date of a service: of a span its last day is meant ("put back from 1 May to 1 August"). */
  endsSpan: z.boolean().default(false),
  /** For text that names an organisation: it ends where its clause does, and capitals tell it too ("for Halifax"). */
  isOrganisation: z.boolean().default(false),
  /** For an organisation: phrases that are the answer itself, wherever they are said: "my landlord". */
  saidAs: z.array(Phrase).default([]),
  /** For text: what it is often about; a message of little else is this answer at the read-back. */
  topics: z.array(z.string().min(2)).default([]),
});
export type FieldDefinition = z.infer<typeof FieldDefinition>;

/** A field as a data file has it, before the defaults are filled in. */
export type FieldData = z.input<typeof FieldDefinition>;

export const ServiceDefinition = z.strictObject({
  id: ServiceId,
  /** Rises when a field joins; a field's name and format never change. */
  version: z.int().positive(),
  title: z.string().min(3).max(60),
  owner: z.string().min(3),
  audience: z.enum(['staff', 'manager']),
  policy: ServiceId,
  /** The usual time to finish it, in working days. */
  serviceLevelDays: z.int().positive(),
  /** A kind line, said once, before the first question. */
  opening: z.string().min(10).max(200).optional(),
  /** What must not wait for this service, and whom to tell: shown before the first question and on the receipt.
   *  The first of these of which all slots are known. */
  urgent: z.array(z.string().min(10).max(400)).min(1).optional(),
  /** What the person can do at once without this service, and where: shown before the first question. */
  guide: z.string().min(10).max(400).optional(),
  /** What may go with it, as photos or PDFs. Nobody has to add any. */
  attaches: z
    .strictObject({
      /** As the person calls it: "your fit note". */
      what: z.string().min(3).max(60),
      /** A sentence of the receipt where none went with it. */
      ifNone: z.string().min(5).max(300),
    })
    .optional(),
  /** Titles and notices of it say nothing of what it is about: lock screens are read by others. */
  isPrivate: z.boolean().default(false),
  /** Of a staff service: whether it is for one post. Of several, which one is asked. */
  forPost: z.boolean().default(true),
  /** Who decides: the requester's manager before people services get it, people services themselves, or nobody. */
  approver: z.enum(['manager', 'people-services', 'none']),
  fields: z.array(FieldDefinition).min(1),
  /** What the policies ask of it, checked before it is sent. */
  rules: z.array(Rule).default([]),
  /** Ways in which people start it. */
  starts: z.array(Phrase).min(1),
  /** False where asking would hurt: who has just lost somebody is not asked to rate it. */
  asksFeedback: z.boolean().default(true),
  /** Words that show that something else is meant, unless `named` is said too. */
  notWith: z.array(z.string()).default([]),
  /** Phrases by which something else may be meant, even where `named` is said: it is only offered. */
  unsureWith: z.array(Phrase).default([]),
  /** Phrases one of which must stand in what is only heard by what was learnt; none: any words will do. */
  heardWith: z.array(Phrase).default([]),
  /** Of what only managers ask for: what is meant where it is said of oneself ("change my hours"). */
  ofOneself: z.strictObject({ service: ServiceId, saidWith: z.array(Phrase).min(1) }).optional(),
  /** Asked for in the same words as another: that one of the two is asked for is as likely as both together. */
  alike: ServiceId.optional(),
  /**
   * Whom the story may tell of and still ask for oneself: a partner ("my wife has lost our baby"),
   * one's family ("my dad has dementia, i need friday"), anybody ("we do not speak, i want mediation").
   */
  mayTellOf: z.enum(['nobody', 'partner', 'family', 'anybody']).default('nobody'),
  /** What it is asked for may be long past: years worked elsewhere, a pay that was never put right. */
  isToldOfLongAgo: z.boolean().default(false),
  /** Other services whose drafts end when this one starts: nobody who lost a baby is read back a due date. */
  endsDraftsOf: z.array(ServiceId).default([]),
  /** The service's own name, as people say it. */
  named: z.array(z.string()).min(1),
  /** Joined without spaces; of a list of alternatives the first whose slots are all known. */
  readBack: z.array(z.union([Piece, z.array(Piece).min(1)])).min(1),
  /** The question after the read-back, where it is not the usual one of its approver. */
  confirm: z.string().min(5).optional(),
  /** Sentences of the receipt, after "Sent". */
  receipt: z.array(z.string().min(5)).min(1),
});
export type ServiceDefinition = z.infer<typeof ServiceDefinition>;

/** A service as its file has it, before the defaults are filled in. */
export type ServiceData = z.input<typeof ServiceDefinition>;
