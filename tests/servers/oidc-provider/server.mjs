// An authorization server for the tests: oidc-provider with everything in memory.
// It takes a free port of 127.0.0.1 and prints "listening on 127.0.0.1:PORT".
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const REDIRECT_URIS = ['http://127.0.0.1:8765/callback', 'https://client.example/cb'];
const USER = { login: 'alice', password: 'wonderland' };

const web = (client_id, token_endpoint_auth_method, client_secret, ...moreGrants) => ({
  client_id,
  client_secret,
  token_endpoint_auth_method,
  redirect_uris: REDIRECT_URIS,
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token', ...moreGrants],
});

const service = (client_id, client_secret, scope) => ({
  client_id,
  client_secret,
  scope,
  token_endpoint_auth_method: 'client_secret_basic',
  redirect_uris: [],
  response_types: [],
  grant_types: ['client_credentials'],
});

const clients = [
  web('web-basic', 'client_secret_basic', 'basic-secret-0123456789', 'client_credentials'),
  web('web-post', 'client_secret_post', 'post-secret-0123456789', 'client_credentials'),
  web('spa', 'none'),
  web('consent', 'client_secret_basic', 'consent-secret-0123456789'),
  service('service', 'service-secret-0123456789', 'read'),
  service('special chars+%', 'p /+%&=:?#s', 'read write'),
];

const configuration = {
  clients,
  // Made anew at every start: nobody but this process signs ID tokens or cookies with them.
  jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
  cookies: { keys: [randomUUID()] },
  scopes: ['openid', 'offline_access', 'read', 'write'],
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  pkce: { required: () => true },
  issueRefreshToken: (ctx, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  ttl: {
    AccessToken: 3600,
    AuthorizationCode: 60,
    ClientCredentials: 600,
    Grant: 86400,
    IdToken: 3600,
    Interaction: 3600,
    RefreshToken: 86400,
    Session: 86400,
  },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    introspection: {
      enabled: true,
      allowedPolicy: (ctx, client, token) =>
        client.clientAuthMethod !== 'none' || token.clientId === client.clientId,
    },
    revocation: { enabled: true },
  },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
};

const html = (ctx, title, form) => {
  ctx.type = 'html';
  ctx.body = `<!DOCTYPE html><title>${title}</title><h1>${title}</h1><form method="post">${form}</form>`;
};
const LOGIN_FORM =
  '<input name="login"><input name="password" type="password"><button>Sign in</button>';
const CONSENT_FORM =
  '<button name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button>';

// The pages on which a user signs in and decides, for the client `consent`; without a page, and in
// one step, for every other client.
const interactions = (provider) => async (ctx, next) => {
  if (!ctx.path.startsWith('/interaction/')) return next();
  const { prompt, params, session, grantId } = await provider.interactionDetails(ctx.req, ctx.res);

  const finish = async (result) => {
    ctx.respond = false; // oidc-provider writes the answer
    await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: true });
  };
  const login = { accountId: USER.login };
  const consent = async () => {
    const grant = grantId
      ? await provider.Grant.find(grantId)
      : new provider.Grant({ accountId: session?.accountId ?? USER.login, clientId: params.client_id });
    grant.addOIDCScope(params.scope ?? '');
    return { grantId: await grant.save() };
  };

  if (params.client_id !== 'consent') return finish({ login, consent: await consent() });
  if (ctx.method === 'GET') {
    return prompt.name === 'login'
      ? html(ctx, 'Sign in', LOGIN_FORM)
      : html(ctx, 'Allow access', CONSENT_FORM);
  }

  let body = '';
  for await (const chunk of ctx.req) body += chunk;
  const form = new URLSearchParams(body);
  if (prompt.name === 'login') {
    if (form.get('login') === USER.login && form.get('password') === USER.password) return finish({ login });
    ctx.status = 401;
    return html(ctx, 'Sign in', LOGIN_FORM);
  }
  return form.get('decision') === 'allow'
    ? finish({ consent: await consent() })
    : finish({ error: 'access_denied', error_description: 'the user said no' });
};

// The issuer contains the port: the provider is made once that is known.
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const address = `127.0.0.1:${server.address().port}`;
  const provider = new Provider(`http://${address}`, configuration);
  provider.use(interactions(provider));
  provider.on('server_error', (ctx, error) => console.error(error));
  server.on('request', provider.callback());
  console.log(`listening on ${address}`);
});

// Never outlives the script that started it, even one that was killed.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(), 1000);
