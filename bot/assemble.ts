/** The one place where ports meet adapters: settings in, a running assistant out. */
import { randomBytes, randomUUID } from 'node:crypto';
import { dialogs } from '../dialogs';
import { createPolicySet, readPolicies } from '../knowledge';
import { startLoops } from './assemble-background';
import { openDirectory } from './assemble-directory';
import { readDelivering } from './assemble-connectors';
import { sendsMails, startMailingOf } from './assemble-mailing';
import { leavingOut } from './answering/leaving-out';
import type { AnsweringThread } from './answering/start-answering';
import { createIntake } from './attachments/take-in';
import { keepMonthsOf, type Config } from './config';
import { converseOn } from './converse-on';
import { consoleRoutes } from './console/console-routes';
import { deskClient } from './desk/desk-client';
import { deskRoutes } from './desk/desk-routes';
import { openDeskStore } from './desk/desk-store';
import { databaseOf } from './database-of';
import type { Directory } from './directory/directory';
import { healthRoutes } from './http/health-routes';
import { startServer } from './http/server';
import type { Log } from './log';
import { newCallReference, newHandoverReference, newReference } from './new-reference';
import { policiesFileOf } from './project-root';
import { signInOf } from './sign-in-of';
import { receiverRoutes } from './receivers/status-route';
import { createStores } from './storage/create-stores';
import { migrations } from './storage/migrations';
import { openDatabase } from './storage/open-database';
import { openFiles } from './storage/open-files';
import { openReader } from './storage/open-reader';
import type { AssistantTables } from './storage/tables';
import { createLookAtTask } from './conversation/look-at-task';
import { teamsDoor } from './teams/teams-door';
import { warmUpSoon } from './warm-up';
import { createSessions } from './web/sessions';
import { readAssets } from './web/assets';
import { createRenderer } from './web/render';
import { webRoutes } from './web/web-routes';

const MEGABYTE = 1024 * 1024;

export interface Running {
  readonly port: number;
  readonly directory: Directory;
  stop(): Promise<void>;
}

/** @throws Error that says what is wrong and what to do; nothing is left running then */
export async function assemble(
  config: Config,
  answering: AnsweringThread,
  log: Log,
  clock: () => Date,
): Promise<Running> {
  const people = await openDirectory(config, log, clock);
  const { directory } = people;
  const organisations = await directory.organisations();
  const delivering = readDelivering(config, organisations);
  const where = databaseOf(config, 'assistant.db');
  const db = await openDatabase<AssistantTables>(where, migrations);
  const { reader, end: endReader } = openReader(where, db, config.root);
  const stores = createStores(db, { newId: randomUUID }, reader);
  const files = openFiles(where, 'files', db);
  const intake = createIntake(files, {
    mostBytes: config.ATTACHMENT_MAX_MB * MEGABYTE,
    mostFiles: config.ATTACHMENT_MAX_FILES,
  });
  const { policies, seeds } = readPolicies(policiesFileOf(config.root));
  const set = createPolicySet(policies);
  const ids = organisations.map(({ id }) => id);
  await stores.variations.fillIfEmpty(seeds, ids, clock());
  const knowledge = leavingOut(await answering.connect(stores), stores.withheld);
  const desk =
    config.DESK_URL === undefined
      ? await openDeskStore(databaseOf(config, 'desk.db', 'desk'))
      : undefined;
  const deskSecret = config.DESK_SECRET ?? randomBytes(32).toString('base64url');

  const signIn = signInOf(config);
  const keepMonths = keepMonthsOf(config);
  const ownData = { ownData: stores.ownData, keepMonths };
  const wakers: (() => void)[] = [];
  const tellers: (() => void)[] = [];
  const converse = converseOn(
    stores,
    {
      knowledge,
      dialogs,
      directory,
      isTeamHere: signIn !== 'off',
      sendsMails: sendsMails(config),
      routes: delivering.routes,
      attaching: {
        most: intake.mostFiles,
        mostBytes: intake.mostBytes,
        isTakenBy: delivering.takesFiles,
        attachments: stores.attachments,
      },
      isFollowed: delivering.isFollowed,
      newId: randomUUID,
      newReference,
      newHandoverReference,
    },
    {
      stopwatch: () => performance.now(),
      onRequestSent: () => {
        for (const wake of wakers) wake();
      },
    },
  );
  const teams = teamsDoor({
    converse,
    lookAtTask: createLookAtTask({ tasks: stores.tasks, directory, dialogs }),
    intake,
    outgoing: stores.outgoing,
    directory,
    settings: {
      appId: config.MicrosoftAppId,
      appType: config.MicrosoftAppType,
      tenantId: config.MicrosoftAppTenantId,
      password: config.MicrosoftAppPassword,
      allowedTenants: organisations.map(({ tenantId }) => tenantId),
      production: config.production,
      publicUrl: config.PUBLIC_URL,
    },
    log,
    clock,
  });
  const assets = readAssets(config.root);
  const pages = { signIn, assets, render: createRenderer(config.root, assets) } as const;
  /** The embedded desk is at our own port, which is known once the server listens. */
  let port = config.PORT;
  const deskUrl = (): string => config.DESK_URL ?? `http://127.0.0.1:${port}`;
  const sessions = createSessions(() => randomBytes(32).toString('base64url'));
  const server = await startServer({
    host: config.HOST,
    port: config.PORT,
    proxies: config.PROXIES,
    log,
    clock,
    routes: [
      ...teams.routes,
      ...webRoutes({
        converse,
        intake,
        outgoing: stores.outgoing,
        mails: stores.mailNotices,
        directory,
        knowledge: { set },
        variations: stores.variations,
        documents: stores.documents,
        ownData,
        ...pages,
        sessions,
        root: config.root,
        publicUrl: config.PUBLIC_URL,
        newId: randomUUID,
        log,
      }),
      ...consoleRoutes({
        reading: stores.reading,
        ownData,
        leavers: stores.leavers,
        ofKnowledge: stores.ofKnowledge,
        withheld: stores.withheld,
        wordingChanges: stores.wordingChanges,
        reviews: stores.reviews,
        measures: stores.measures,
        regressions: stores.regressions,
        contentTasks: stores.contentTasks,
        answering: knowledge,
        variations: stores.variations,
        policies: set,
        desk: deskClient({ url: deskUrl, secret: deskSecret }),
        requestLog: stores.requestLog,
        outbox: stores.outbox,
        answers: stores.answers,
        onReplayed: () => {
          for (const wake of wakers) wake();
        },
        tasks: stores.tasks,
        handovers: stores.handovers,
        calls: stores.calls,
        converse,
        outgoing: stores.outgoing,
        newId: randomUUID,
        newCallReference,
        directory,
        ...pages,
        sessions,
        root: config.root,
        publicUrl: config.PUBLIC_URL,
        secret: deskSecret,
        log,
      }),
      ...receiverRoutes({
        reports: stores.reports,
        secrets: delivering.followed.statusSecrets,
        onNews: () => {
          for (const wake of tellers) wake();
        },
        log,
      }),
      ...(desk === undefined ? [] : deskRoutes({ store: desk, secret: deskSecret, clock })),
      ...healthRoutes(async () => true, people.health),
    ],
  });

  port = server.port;
  const deskAt = { url: deskUrl(), secret: deskSecret };
  const loops = startLoops({
    keepMonths,
    keepFilesDays: config.KEEP_FILES_DAYS,
    files,
    ownDesk: { desk, keepMonths: config.DESK_KEEP_MONTHS },
    stores,
    directory,
    log,
    clock,
    deskAt,
    connectors: delivering.connect({
      stores,
      directory,
      clock,
      deskAt,
      readFile: (id) => files.read(id),
    }),
    isFollowed: delivering.isFollowed,
    sources: delivering.followed.sources(clock),
    sender: teams.startSending(),
    mailing: startMailingOf(config, { mails: stores.mailNotices, directory, port, log, clock }),
  });
  const reading = people.startReading();
  wakers.push(loops.wakeDelivery);
  tellers.push(loops.wakeTelling);
  warmUpSoon(log, knowledge, dialogs, pages.render, organisations, clock());
  return {
    port: server.port,
    directory,
    stop: async () => {
      await Promise.all([loops.stop(), reading.stop()]);
      await server.close();
      await answering.stop();
      await desk?.close();
      await stores.close();
      await endReader();
      await db.destroy();
    },
  };
}
