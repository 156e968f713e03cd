import type { DeskRequestBody } from '../../bot/desk/desk-request';
import { aDeskRequest } from '../desk/a-desk-request';
import type { OpenConsole } from './open-console';

export type Hand = (changes?: Partial<DeskRequestBody>, confirmed?: Date) => Promise<string>;

/** Hands a request of Ana Pires in at the desk, at the moment it was confirmed. @returns the desk's reference */
export async function handIn(
  console: OpenConsole,
  changes: Partial<DeskRequestBody> = {},
  confirmed = console.now(),
): Promise<string> {
  const requestedBy = { id: 'ana-pires', name: 'Ana Pires', email: 'ana.pires@fellbridge.example' };
  const confirmedAt = confirmed.toISOString();
  const body = aDeskRequest({ requestedBy, confirmedAt, post: 'p001', ...changes });
  return (await console.desk.store.accept(body, confirmed)).reference;
}
