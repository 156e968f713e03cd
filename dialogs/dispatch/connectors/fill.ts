/**
 * Fills templates with facts: any JSON in whose texts `{name}` stands for a fact.
 *
 * A text that is nothing but one slot becomes the fact as it is, number or not. A text of which a
 * fact is not known is left out, with the name it stands under: there is no "undefined" in it.
 */
import type { z } from 'zod';
import type { Facts } from '../facts';

export type Json = z.core.util.JSONType;

const SLOT = /\{([^{}]*)\}/g;
const ONLY_SLOT = /^\{([^{}]*)\}$/;

/** @returns undefined where a fact of it is not known */
export function fillText(
  template: string,
  facts: Facts,
  write: (fact: string) => string = (fact) => fact,
): string | undefined {
  if (slotsIn(template).some((name) => facts[name] === undefined)) return undefined;
  return template.replace(SLOT, (_, name: string) => write(String(facts[name])));
}

/** @returns undefined where nothing of it is left */
export function fill(template: Json, facts: Facts): Json | undefined {
  if (typeof template === 'string') {
    const [, only] = ONLY_SLOT.exec(template) ?? [];
    return only === undefined ? fillText(template, facts) : facts[only];
  }
  if (template === null || typeof template !== 'object') return template;
  if (Array.isArray(template)) return template.flatMap((item) => fill(item, facts) ?? []);
  return Object.fromEntries(
    Object.entries(template).flatMap(([name, value]) => {
      const filled = fill(value, facts);
      return filled === undefined ? [] : [[name, filled]];
    }),
  );
}

/** The names of all facts that a template asks for. */
export function slotsIn(template: Json): string[] {
  if (typeof template === 'string')
    return [...template.matchAll(SLOT)].map(([, name = '']) => name);
  if (template === null || typeof template !== 'object') return [];
  return Object.values(template).flatMap(slotsIn);
}
