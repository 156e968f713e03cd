/**
 * A real OpenID provider on a free port, which prints its address: who signs in types
 * `<tenant>|<object id>` as their name and any password. As Entra does, it puts both into the ID
 * token, as `tid` and `oid`.
 */
import { Provider } from 'oidc-provider';

const server = (await import('node:http')).createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
// Another site than ours, which is at 127.0.0.1, as it is in life.
const issuer = `http://localhost:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'assistant',
      client_secret: 'made-up-client-secret',
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: ['http://127.0.0.1/signed-in'],
    },
  ],
  cookies: { keys: ['made-up-cookie-key'] },
  claims: { openid: ['sub', 'tid', 'oid'] },
  conformIdTokenClaims: false,
  findAccount: (_, id) => {
    const [tid, oid] = id.split('|');
    return { accountId: id, claims: () => ({ sub: id, ...(oid && { tid, oid }) }) };
  },
  // Who signs in is not asked whether our own program may know it.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});
// The port of a test's server is known only when it listens.
provider.Client.prototype.redirectUriAllowed = (uri) =>
  /^http:\/\/127\.0\.0\.1:\d+\/signed-in$/.test(uri);

server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);
