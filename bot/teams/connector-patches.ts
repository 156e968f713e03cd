/**
 * Three cures for botbuilder 4.23.3, all in one place. It gets no more releases, so they stay
 * until this room moves to its successor. Each one says so at the start when it no longer fits.
 *
 * 1. The mapper that turns entities into JSON knows three fields and drops the rest: citations and
 *    the AI label would vanish without a word.
 * 2. The connector's client sends a message again by itself after a 5xx, up to four times, and
 *    follows redirects. A message is not idempotent, and a redirect leads past our list of hosts.
 * 3. The SDK prints errors of tokens to the console, where no log level or format holds them.
 */
import type { ConnectorClient } from 'botframework-connector';
import * as mappers from 'botframework-connector/lib/connectorApi/models/mappers';
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';

const EntityMapper = z.object({ type: z.object({ name: z.literal('Composite') }) });

/** @throws Error where the installed connector is not the one that this cure was made for */
export function letEntitiesThrough(): void {
  const mapper: unknown = mappers.Entity;
  if (!EntityMapper.safeParse(mapper).success)
    throw new Error(
      'botframework-connector has no mapper for entities where 4.23.3 has it, so citations would be lost. Install exactly 4.23.3, or mend bot/teams/connector-patches.ts.',
    );
  Object.assign(mappers.Entity.type, {
    additionalProperties: { type: { name: 'Object' } },
  });
}

interface Pipeline {
  removePolicy(policy: { name: string }): unknown[];
}

/** The client of this turn, made to try once and to follow nobody. */
export function connectorOf(context: TurnContext): ConnectorClient {
  const client = context.turnState.get<ConnectorClient | undefined>(
    context.adapter.ConnectorClientKey,
  );
  // The pipeline is private in the compatibility layer, and no option reaches its policies.
  const pipeline = (client as { client?: { pipeline?: Pipeline } } | undefined)?.client?.pipeline;
  if (client === undefined || pipeline === undefined)
    throw new Error('The turn has no connector client whose retries could be switched off.');
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  return client;
}

const LEVELS = ['error', 'warn', 'log', 'info'] as const;
const muffled = new WeakSet<object>();

/**
 * What SDK code says to the `console` goes nowhere; everybody else's lines are printed as ever.
 * The caller is read from the stack, which costs only where something is printed: following the
 * SDK through its promises would cost every promise of the process.
 */
export function muffleSdk(): void {
  const printer: Record<(typeof LEVELS)[number], (...words: unknown[]) => void> = console;
  for (const level of LEVELS) {
    const print = printer[level];
    if (muffled.has(print)) continue;
    printer[level] = (...words) => {
      if (!isSaidBySdk(new Error().stack)) print(...words);
    };
    muffled.add(printer[level]);
  }
}

const isSaidBySdk = (stack = ''): boolean =>
  /node_modules[\\/](?:botbuilder|botframework)/.test(stack);
