/**
 * How a REST interface is spoken to: data that whoever runs the receiving service can read.
 * deployment/connectors.md explains it; deployment/connectors/servicenow.yaml is a worked example.
 */
import { z } from 'zod';
import { ALWAYS_KNOWN, FACTS } from '../facts';
import { slotsIn, type Json } from './fill';
import { Path, Place, Query, Words } from './mapping-parts';
import { safeAddress } from './safe-address';
import { KEYS, StatusMapping } from './status-mapping';

export const RestMapping = z.strictObject({
  kind: z.literal('rest'),
  /** Where all paths begin. */
  address: safeAddress,
  token: z.strictObject({
    address: safeAddress,
    clientId: Words,
    /** Where the client's id and secret stand in the call for a token. */
    clientAuthentication: z.enum(['body', 'header']).default('header'),
    scope: Words.optional(),
  }),
  /** With each call, such as an idempotency key. */
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header'), Words)
    .refine((headers) => !Object.keys(headers).some((name) => /^authorization$/i.test(name)), {
      message: 'must not hold "authorization": the token goes there',
    })
    .default({}),
  /** Slots of one's own, whose value depends on the service; `*` for every other service. */
  perService: z.record(Words, z.record(Words, Words)).default({}),
  /** Asks for the request by our reference before each create. */
  lookUp: z
    .strictObject({
      path: Path,
      query: Query,
      /** Where the list stands in the answer. */
      records: Place,
      /** Where the receiver's reference stands in one of the list. */
      reference: Place,
      /** Where our own reference stands in one of the list. */
      key: Place,
      /** Where what files are attached to stands in one of the list. */
      record: Place.optional(),
    })
    .optional(),
  create: z.strictObject({
    path: Path,
    query: Query,
    body: z.record(z.string(), z.json()),
    /** Where the receiver's reference stands in the answer. */
    reference: Place,
    /** Where what files are attached to stands in the answer. */
    record: Place.optional(),
  }),
  /** How files are sent on: each by a call of its own. Without it, no files are taken for this system; with it, `lookUp` is needed too. */
  attach: z
    .strictObject({
      path: Path,
      query: Query,
      /** Asks which of the record's files are there, before each is sent. */
      lookUp: z.strictObject({
        path: Path,
        query: Query,
        records: Place,
        /** Where a file's name, and what it is attached to, stand in one of the list. */
        name: Place,
        record: Place,
      }),
    })
    .optional(),
  /** How it is asked what became of requests; without it, it has to tell us, or nobody knows. */
  status: StatusMapping.optional(),
});
export type RestMapping = z.infer<typeof RestMapping>;

/** What a mapping may name. */
export interface Mappable {
  readonly services: readonly string[];
  /** The names of all fields of all services. */
  readonly fields: readonly string[];
}

export interface MappingProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** What is asked for that no request has. */
export function mappingProblems(
  mapping: RestMapping,
  { services, fields }: Mappable,
): MappingProblem[] {
  const own = Object.keys(mapping.perService);
  const all = [...FACTS, ...own, ...fields.map((name) => `fields.${name}`)];
  const { create, lookUp, attach, headers, status } = mapping;
  const templates: readonly (readonly [readonly string[], Json, readonly string[]])[] = [
    [['create', 'path'], create.path, ALWAYS_KNOWN],
    [['create', 'query'], create.query, all],
    [['create', 'body'], create.body, all],
    [['headers'], headers, ALWAYS_KNOWN],
    [['lookUp', 'path'], lookUp?.path ?? '', ALWAYS_KNOWN],
    [['lookUp', 'query'], lookUp?.query ?? {}, ALWAYS_KNOWN],
    [['attach', 'path'], attach?.path ?? '', OF_A_FILE],
    [['attach', 'query'], attach?.query ?? {}, OF_A_FILE],
    [['attach', 'lookUp', 'path'], attach?.lookUp.path ?? '', OF_A_FILE],
    [['attach', 'lookUp', 'query'], attach?.lookUp.query ?? {}, OF_A_FILE],
    [['status', 'path'], status?.path ?? '', [KEYS]],
    [['status', 'query'], status?.query ?? {}, [KEYS]],
  ];
  const strangeSlots = templates.flatMap(([path, template, known]) =>
    slotsIn(template)
      .filter((slot) => !known.includes(slot))
      .map((slot) => ({
        path,
        message: `has a slot {${slot}}, but nothing has that name here. It can use: ${known.join(', ')}`,
      })),
  );
  return [
    ...strangeSlots,
    ...asksForAll(status),
    ...strangeServices(mapping, services),
    ...namedTwice(own),
    ...nothingToAttachTo(mapping),
  ];
}

/** What is known besides while a file is sent. */
const OF_A_FILE = [...ALWAYS_KNOWN, 'record', 'fileName', 'fileType'];

/** A file that fails is tried again with its request, which must not be made once more. */
function nothingToAttachTo({ create, lookUp, attach }: RestMapping): MappingProblem[] {
  if (attach === undefined) return [];
  if (lookUp === undefined) {
    const message =
      'needs "lookUp" beside it: without it, each new try of a file makes another record. Add lookUp, or take attach out';
    return [{ path: ['attach'], message }];
  }
  return Object.entries({ create, lookUp })
    .filter(([, { record }]) => record === undefined)
    .map(([name]) => ({
      path: [name],
      message: 'needs "record", where what files are attached to stands in the answer',
    }));
}

/** A question that names no request would be answered with everything there is. */
const asksForAll = (status: RestMapping['status']): MappingProblem[] =>
  status === undefined || slotsIn([status.path, status.query]).includes(KEYS)
    ? []
    : [{ path: ['status'], message: `must have the slot {${KEYS}} in its path or its query` }];

const strangeServices = ({ perService }: RestMapping, services: readonly string[]) =>
  Object.entries(perService).flatMap(([slot, values]) =>
    Object.keys(values)
      .filter((service) => service !== '*' && !services.includes(service))
      .map((service) => ({
        path: ['perService', slot, service],
        message: `is no service. The services are: ${services.join(', ')}`,
      })),
  );

const namedTwice = (own: readonly string[]) =>
  own
    .filter((slot) => (FACTS as readonly string[]).includes(slot))
    .map((slot) => ({
      path: ['perService', slot],
      message: 'is a slot already: choose another name',
    }));
