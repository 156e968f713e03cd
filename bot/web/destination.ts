/** Where somebody was going when they had to say who they are first. Never an address of a caller's. */
import { z } from 'zod';
import type { HttpRequest } from '../http/route';

export const Destination = z.enum(['chat', 'console']).catch('chat');
export type Destination = z.infer<typeof Destination>;

export const destinationIn = ({ query }: Pick<HttpRequest, 'query'>): Destination =>
  Destination.parse(query.get('to'));

/** Where they say who they are, to go on from there. */
export const wayInTo = (destination: Destination): string =>
  destination === 'chat' ? '/who' : `/who?to=${destination}`;
