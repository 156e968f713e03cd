/** A hospital whose people are in Microsoft Graph, and a directory that reads them there. */
import { rmSync } from 'node:fs';
import type { GraphDirectoryOptions } from '../../bot/directory/graph/graph-directory';
import { openGraphDirectory } from '../../bot/directory/graph/graph-directory';
import { type FakeGraph, GRAPH_CLIENT, startFakeGraph } from '../fakes/fake-graph';
import { addPeopleTo, writeStaffRecord } from '../support/people-in-graph';

export const FELLBRIDGE = '55ed2f8f-25e7-4de1-a1f3-5d9299b32c9b';
export const ANA = '026488b5-6475-4955-aaba-ccb1ee31e450';
export const GRACE = '2fbc440b-b2f3-4807-a005-d9c5f91cb6af';

type Opened = Awaited<ReturnType<typeof openGraphDirectory>>;

export interface Hospital {
  readonly graph: FakeGraph;
  /** Of the staff record. */
  readonly folder: string;
  /** How long the directory rested between its tries, in milliseconds. */
  readonly rests: readonly number[];
  open(changes?: Partial<GraphDirectoryOptions>): Promise<Opened>;
  passTime(milliseconds: number): void;
  close(): Promise<void>;
}

export const never = new AbortController().signal;

export async function aHospital(): Promise<Hospital> {
  const graph = await startFakeGraph();
  await addPeopleTo(graph);
  const folder = writeStaffRecord();
  const rests: number[] = [];
  let now = new Date('2027-01-05T12:00:00Z');
  const settings = {
    url: graph.url,
    loginUrl: graph.url,
    clientId: GRAPH_CLIENT.id,
    proof: { kind: 'secret' as const, secret: GRAPH_CLIENT.secret },
  };
  return {
    graph,
    folder,
    rests,
    open: (changes) =>
      openGraphDirectory(
        {
          settings,
          folder,
          clock: () => now,
          rest: async (milliseconds) => {
            rests.push(milliseconds);
          },
          answerWithinMs: 5_000,
          ...changes,
        },
        never,
      ),
    passTime: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    close: async () => {
      await graph.close();
      rmSync(folder, { recursive: true });
    },
  };
}
