/** How people sign in to the web chat and the console: by the provider of the settings, or by choosing who they are. */
import type { Config } from './config';
import { openIdAt } from './web/open-id';
import type { SignIn } from './web/web-parts';

export function signInOf(config: Config): SignIn {
  const {
    OPENID_ISSUER: issuer,
    OPENID_CLIENT_ID: clientId,
    OPENID_CLIENT_SECRET: clientSecret,
  } = config;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined)
    return openIdAt({ issuer, clientId, clientSecret, prompt: config.OPENID_PROMPT });
  return config.authenticationOff ? 'choose-a-person' : 'off';
}
