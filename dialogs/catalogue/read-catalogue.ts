/** Reads the services' data and refuses a catalogue that could fail in front of a member of staff. */
import { z } from 'zod';
import { CatalogueError } from './catalogue-error';
import { checkRulesData } from './check-rules-data';
import { compilePhrase } from './phrases';
import { ServiceDefinition, type FieldDefinition, type ServiceData } from './schema';

/** @throws {CatalogueError} at the first mistake found; called once, at start-up. */
export function readCatalogue(data: readonly ServiceData[]): readonly ServiceDefinition[] {
  const services = data.map(readService);
  for (const { id } of services) {
    if (services.filter((other) => other.id === id).length > 1)
      throw new CatalogueError(id, 'two services have this id.', 'Give one of them another id.');
  }
  checkRulesData(services);
  return services;
}

function readService(data: ServiceData): ServiceDefinition {
  const read = ServiceDefinition.safeParse(data);
  if (!read.success)
    throw new CatalogueError(data.id, `${z.prettifyError(read.error)}.`, 'See schema.ts.');
  const service = read.data;
  service.fields.forEach((field, index) => {
    checkField(service, field, service.fields.slice(0, index));
  });
  if (service.approver === 'manager' && !service.forPost)
    throw new CatalogueError(
      service.id,
      'a manager approves it, but it is for no post.',
      'Leave out forPost: the manager of the post decides.',
    );
  checkPhrases(service);
  checkSlots(service);
  return service;
}

function checkField(
  service: ServiceDefinition,
  field: FieldDefinition,
  before: readonly FieldDefinition[],
): void {
  const wrong = (problem: string, remedy: string) => {
    throw new CatalogueError(service.id, problem, remedy);
  };
  if (before.some((other) => other.name === field.name))
    wrong(`two fields are called "${field.name}".`, 'Rename one.');
  if ((field.kind === 'choice') !== (field.choices !== undefined))
    wrong(
      `"${field.name}" is of kind ${field.kind}.`,
      'A choice has choices, and nothing else has.',
    );
  if ((field.kind === 'number') !== (field.unit !== undefined))
    wrong(
      `"${field.name}" is of kind ${field.kind}.`,
      'A number has a unit, and nothing else has.',
    );
  if (field.kind === 'text' && field.maxLength === undefined)
    wrong(`"${field.name}" is free text without an end.`, 'Give it a maxLength.');
  if (field.belongsTo !== undefined && !before.some(({ name }) => name === field.belongsTo))
    wrong(
      `"${field.name}" belongs to "${field.belongsTo}", but no field before it has that name.`,
      `The fields before it are: ${before.map(({ name }) => name).join(', ')}.`,
    );
  const names = before.filter(({ kind }) => kind === 'date').map(({ name }) => name);
  if (field.around !== undefined && !names.includes(field.around.field))
    wrong(
      `"${field.name}" lies around "${field.around.field}", but no date before it has that name.`,
      `The dates before it are: ${names.join(', ')}.`,
    );
  if (field.inForm === undefined && slotsOf(field.ask).length > 0)
    wrong(
      `the question of "${field.name}" has a slot, which nothing fills while a form is filled in.`,
      'Give it inForm, in words that are true of anybody.',
    );
  const other = field.onOrAfter;
  if (other === undefined || other === 'today') return;
  if (!names.includes(other))
    wrong(
      `"${field.name}" must fall on or after "${other}", but no date before it has that name.`,
      `The dates before it are: ${names.join(', ')}.`,
    );
}

function checkPhrases(service: ServiceDefinition): void {
  const ofFields = service.fields.flatMap(({ saidBy, saidAs, saidIn, pastWith, choices = [] }) => [
    ...saidBy,
    ...saidAs,
    ...saidIn,
    ...pastWith,
    ...choices.flatMap((choice) => choice.saidBy),
  ]);
  for (const phrase of [...service.starts, ...service.heardWith, ...ofFields]) {
    try {
      compilePhrase(phrase);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new CatalogueError(service.id, `the phrase "${phrase}" cannot be read.`, why);
    }
  }
}

/** Slots that are not fields: the directory or the engine fills them. See `engine/read-back.ts`. */
const OTHER_SLOTS = [
  'post',
  'place',
  'placePhone',
  'givenName',
  'personPost',
  'hoursNow',
  'unchangedHours',
  'bankHoliday',
  'bankHolidays',
  'countedFrom',
] as const;

function checkSlots(service: ServiceDefinition): void {
  const known: readonly string[] = [...service.fields.map(({ name }) => name), ...OTHER_SLOTS];
  const texts = [
    ...(service.urgent ?? []),
    ...service.readBack.flat(),
    ...service.fields.map(({ ask }) => ask),
  ];
  for (const slot of texts.flatMap(slotsOf).flatMap((name) => name.split('..'))) {
    if (known.includes(slot)) continue;
    throw new CatalogueError(
      service.id,
      `its text has a slot {${slot}}, but nothing has that name.`,
      `It can use: ${known.join(', ')}.`,
    );
  }
}

/** The names in `{…}`; `{a..b}` is one span of days. */
export function slotsOf(text: string): string[] {
  return [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
}
