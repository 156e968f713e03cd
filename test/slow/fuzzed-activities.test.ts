/**
 * What comes to the door is answered, whatever it is. Here the conversation behind it says one
 * thing; test/faults/fuzzed.test.ts has the whole product there, and `npm run test:fuzz` 100,000.
 */
import fc from 'fast-check';
import { fuzzedBodies } from '../fakes/fuzzed-activities';
import { answersTo, PROPER } from '../fakes/post-many';
import { aMessage, openDoor } from '../teams/a-door';

const HOW_MANY = 5_000;

it(`answers each of ${HOW_MANY} activities that nobody should send, and goes on`, async () => {
  const door = await openDoor();
  const real = { serviceUrl: door.connector.url };
  const bodies = fc.sample(
    fuzzedBodies((index) => aMessage({ ...real, id: `real-${index}` })),
    { numRuns: HOW_MANY, seed: 47 },
  );
  const troubles: string[] = [];
  const seen = new Map<number, number>();
  for await (const { body, status, said } of answersTo(door.url, bodies)) {
    seen.set(status, (seen.get(status) ?? 0) + 1);
    if (!PROPER.has(status)) troubles.push(`${status} ${said} to ${body.slice(0, 2000)}`);
  }

  expect(troubles.slice(0, 5)).toEqual([]);
  // It is fuzz that gets somewhere: a good part is refused, and a good part is taken.
  expect(Math.min(seen.get(200) ?? 0, seen.get(400) ?? 0)).toBeGreaterThan(HOW_MANY / 10);
  expect(door.turns.length).toBeGreaterThan(HOW_MANY / 20);
  expect((await door.post(aMessage({ id: 'last' }))).status).toBe(200);
  await door.close();
}, 120_000);
