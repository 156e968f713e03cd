/**
 * botbuilder's CloudAdapter, with its two halves apart: who is calling, and what is done for them.
 *
 * Its own `process` runs both, prints every error and sends its text to the caller. A class,
 * because the halves are protected.
 */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Log } from '../log';
import { forSdk, type Activity } from './activity';
import type { Address } from './return-address';
import type { TeamsSettings } from './settings';
import { within } from './within';

export type Caller =
  | { readonly kind: 'known'; readonly result: AuthenticateRequestResult }
  | { readonly kind: 'refused' }
  /** Microsoft's keys could not be fetched, so nobody can say. */
  | { readonly kind: 'cannot-tell' };

type Logic = (context: TurnContext) => Promise<void>;

/** Teams has a handful of addresses; anything more is some other channel's. */
const MOST_CLIENTS = 20;

/**
 * The SDK makes two clients for each turn: one for its token service, which we never call, and
 * one for the connector, whose address hardly ever changes. Each is made once here. Their tokens
 * are the credentials' business, which fetch a new one in time.
 */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  #tokenClient: Promise<UserTokenClient> | undefined;
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();

  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    this.#tokenClient ??= super.createUserTokenClient(claims);
    return this.#tokenClient;
  }

  override async authenticateRequest(
    ...request: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(...request);
    const { connectorFactory, claimsIdentity } = result;
    return connectorFactory === undefined
      ? result
      : { ...result, connectorFactory: this.#keeping(connectorFactory, claimsIdentity) };
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return this.#keeping(super.createConnectorFactory(claims), claims);
  }

  #keeping(factory: ConnectorFactory, claims: ClaimsIdentity): ConnectorFactory {
    const whose = claims.getClaimValue(AuthenticationConstants.AudienceClaim) ?? '';
    return new KeepingFactory(factory, whose, this.#connectors);
  }
}

class KeepingFactory extends ConnectorFactory {
  constructor(
    private readonly factory: ConnectorFactory,
    private readonly whose: string,
    private readonly connectors: Map<string, Promise<ConnectorClient>>,
  ) {
    super();
  }

  create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const name = JSON.stringify([this.whose, serviceUrl, audience]);
    const known = this.connectors.get(name);
    if (known !== undefined) return known;
    const [oldest] = this.connectors.keys();
    if (this.connectors.size >= MOST_CLIENTS && oldest !== undefined)
      this.connectors.delete(oldest);
    const made = this.factory.create(serviceUrl, audience);
    this.connectors.set(name, made);
    made.catch(() => this.connectors.delete(name));
    return made;
  }
}

export class ChannelAdapter extends CloudAdapter {
  readonly #settings: TeamsSettings;
  readonly #log: Log;

  constructor(settings: TeamsSettings, log: Log) {
    super(new Authentication(sdkSettings(settings)));
    this.#settings = settings;
    this.#log = log;
    this.onTurnError = (_context, error) => Promise.reject(error);
  }

  async identify(activity: Activity, authorization: string, withinMs: number): Promise<Caller> {
    try {
      const result = await within(withinMs, () =>
        this.botFrameworkAuthentication.authenticateRequest(forSdk(activity), authorization),
      );
      return this.#mayCall(result) ? { kind: 'known', result } : { kind: 'refused' };
    } catch (error) {
      if (!isOurTrouble(error)) return { kind: 'refused' };
      this.#log.warn({ event: 'teams.keys-not-fetched', error: nameOf(error) });
      return { kind: 'cannot-tell' };
    }
  }

  /** @returns what the caller of an invoke is told */
  run(
    activity: Activity,
    { result }: { result: AuthenticateRequestResult },
    logic: Logic,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(result, forSdk(activity), logic);
  }

  speakAgain(address: Address, logic: Logic): Promise<void> {
    return this.continueConversationAsync(this.#settings.appId ?? '', sdkReference(address), logic);
  }

  /**
   * Emulators sign in with the bot's own secret, and their tokens do not bind the `serviceUrl`:
   * in production only the channel service itself may call.
   */
  #mayCall({ claimsIdentity }: AuthenticateRequestResult): boolean {
    if (!this.#settings.production) return true;
    const issuer = claimsIdentity.getClaimValue('iss');
    return issuer === 'https://api.botframework.com' || issuer === 'https://api.botframework.us';
  }
}

function sdkSettings({ appId, appType, tenantId, password }: TeamsSettings) {
  if (appId === undefined) return {};
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: appType ?? 'SingleTenant',
    ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
    ...(password !== undefined && { MicrosoftAppPassword: password }),
  };
}

/** The fetch of Microsoft's keys failed or hung; anything else is the token's fault. */
const isOurTrouble = (error: unknown): boolean => {
  const { name, statusCode } = error as { name?: unknown; statusCode?: unknown }; // thrown by the SDK: could be anything
  return name === 'TooSlow' || name === 'FetchError' || name === 'AbortError' || statusCode === 500;
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const sdkReference = ({ serviceUrl, channelId, bot, user, conversation }: Address) =>
  ({ serviceUrl, channelId, bot, user, conversation }) as Parameters<
    CloudAdapter['continueConversationAsync']
  >[1]; // names, which its type demands, are left out on purpose
