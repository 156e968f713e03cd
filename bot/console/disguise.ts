/**
 * A Disguise stands for a person or a conversation where their name must not.
 *
 * Ids tell who somebody is (`web:ana-pires`), so no page and no address shows one. The same
 * person has the same pseudonym for every reader and on every day, which is what lets a reviewer
 * see that two conversations are one person's; without the secret nobody can work out whose.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

export interface Disguise {
  /** For instance `Person 3F2A-91BC`. */
  person(id: string): string;
  /** For instance `C7D0-55E1`: what the audit and the pages call a conversation. */
  conversation(id: string): string;
  /** An id, such as a conversation's, as it stands in addresses. */
  seal(id: string): string;
  /** Undefined for text that is no sealed id. */
  unseal(address: string): string | undefined;
}

const IV_BYTES = 16;
const KEY_BYTES = 32;
const SHOWN = /^(.{4})(.{4})/;

/**
 * @param secret one for all processes, and the same after a restart: otherwise pseudonyms change
 *   and addresses that were kept lead nowhere
 */
export function createDisguise(secret: string): Disguise {
  const keyFor = (use: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `people-services console: ${use}`, KEY_BYTES));
  const [people, conversations, ivs, addresses] = [
    keyFor('people'),
    keyFor('conversations'),
    keyFor('address check'),
    keyFor('addresses'),
  ];
  // The first bytes are made from the id itself, so the same id has one address and a forged one is noticed.
  const ivOf = (id: Buffer) => createHmac('sha256', ivs).update(id).digest().subarray(0, IV_BYTES);
  return {
    person: (id) => `Person ${codeOf(people, id)}`,
    conversation: (id) => codeOf(conversations, id),
    seal(text) {
      const id = Buffer.from(text, 'utf8');
      const iv = ivOf(id);
      const cipher = createCipheriv('aes-256-ctr', addresses, iv);
      return Buffer.concat([iv, cipher.update(id), cipher.final()]).toString('base64url');
    },
    unseal(address) {
      const bytes = Buffer.from(address, 'base64url');
      if (bytes.length <= IV_BYTES) return undefined;
      const iv = bytes.subarray(0, IV_BYTES);
      const decipher = createDecipheriv('aes-256-ctr', addresses, iv);
      const id = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]);
      return ivOf(id).equals(iv) ? id.toString('utf8') : undefined;
    },
  };
}

function codeOf(key: Buffer, id: string): string {
  const digest = createHmac('sha256', key).update(id).digest('hex').toUpperCase();
  const [, first = '', second = ''] = SHOWN.exec(digest) ?? [];
  return `${first}-${second}`;
}
