/** An address that a secret may be sent to: encrypted, unless it never leaves this machine. */
import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

export const safeAddress = z
  .url('must be an address, such as https://hr.example.nhs.uk')
  .refine((address) => {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  }, 'must begin with https:// (http:// is only for this machine itself)')
  .refine((address) => {
    const { username, password, search, hash } = new URL(address);
    return `${username}${password}${search}${hash}` === '';
  }, 'must hold no user, password, "?" or "#"')
  .transform((address) => address.replace(/\/+$/, ''));
