/** A real desk, in memory, behind real HTTP on a loopback port. */
import { deskConnector } from '../../dialogs/dispatch/connectors/desk-connector';
import type { Connector } from '../../dialogs/dispatch/connector';
import { deskClient, type DeskClient } from '../../bot/desk/desk-client';
import { deskRoutes } from '../../bot/desk/desk-routes';
import { type DeskStore, openDeskStore } from '../../bot/desk/desk-store';
import { serveRoutes } from './serve-routes';

export const DESK_SECRET = 'a-secret-for-tests-that-nobody-else-has';

/** What the directory and the catalogue say of the request of `samples.ts`. */
export const describeRequest = async () => ({
  serviceTitle: 'Book annual leave',
  requester: { name: 'Ana Pires', email: 'ana.pires@fellbridge.example' },
  organisationName: 'Fellbridge Hospitals',
  serviceLevelDays: 5,
  isDecided: true,
  isPrivate: false,
});

export interface OpenDesk {
  readonly url: string;
  readonly store: DeskStore;
  readonly client: DeskClient;
  readonly connector: Connector;
  /** What is in the files that the connector may have to send, by id. */
  readonly toSend: Map<string, Uint8Array>;
  held(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openDesk(
  clock: () => Date,
  where: Parameters<typeof openDeskStore>[0] = { kind: 'memory' },
): Promise<OpenDesk> {
  const store = await openDeskStore(where);
  const toSend = new Map<string, Uint8Array>();
  const readFile = async (id: string) => toSend.get(id);
  const { url, close } = await serveRoutes(deskRoutes({ store, secret: DESK_SECRET, clock }));
  return {
    url,
    store,
    client: deskClient({ url, secret: DESK_SECRET }),
    connector: deskConnector({ url, secret: DESK_SECRET, describe: describeRequest, readFile }),
    toSend,
    held: async () => {
      const all = { statuses: [], organisations: [], page: 1 };
      return (await store.queue(all, clock())).requests.map(({ key }) => key);
    },
    close: async () => {
      await close();
      await store.close();
    },
  };
}
