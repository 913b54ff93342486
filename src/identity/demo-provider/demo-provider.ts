import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import { exportJWK, generateKeyPair } from 'jose';
import type { Configuration, Provider } from 'oidc-provider';
import { DataSource } from 'typeorm';
import { Clock } from '../../config/clock.js';
import { SETTINGS } from '../../config/config.module.js';
import type { Settings } from '../../config/environment.js';
import { CALLBACK_PATH } from '../oidc-client.js';
import { renderPage, sendPage } from '../page.js';
import type { Audience } from '../provider-settings.js';
import { PROFILES } from '../provider-settings.js';
import { DEMO_PROVIDER_PATH, demoClientSecret, ownOrigin } from '../providers.js';
import { choosePersonPage, demoFaultPage } from './demo-pages.js';
import { DemoPeople } from './demo-people.js';
import { memoryAdapter } from './memory-adapter.js';

const AUDIENCES = ['resident', 'staff'] as const satisfies readonly Audience[];
const clientIdOf = (audience: Audience): string => `slussen-${audience}`;
const audienceOf = (clientId: unknown): Audience | undefined =>
  AUDIENCES.find((audience) => clientIdOf(audience) === clientId);

/**
 * Mounts the demo's OpenID provider on our own port, before the body parsers. It implements the whole
 * protocol; only its identification page is a choice among made-up people.
 * @throws Error outside the demo, and in production whatever the other settings
 */
export function mountDemoProvider(app: NestExpressApplication): void {
  const settings = app.get<Settings>(SETTINGS);
  if (!settings.DEMO || settings.NODE_ENV === 'production') {
    throw new Error('The demo provider lets anyone sign in as anyone and can be mounted in the demo only');
  }
  const people = new DemoPeople(app.get(DataSource), app.get(Clock));
  app.use(DEMO_PROVIDER_PATH, demoProvider(settings, people));
}

function demoProvider(settings: Settings, people: DemoPeople): RequestHandler {
  let made: Promise<Provider> | undefined;
  const provider = (): Promise<Provider> => {
    made ??= makeProvider(settings, people);
    return made;
  };
  const router = Router();
  router.use(asAskedAtOwnOrigin(new URL(ownOrigin(settings))));
  const form = express.urlencoded({ extended: false, limit: '2kb' });
  router.get('/interaction/:uid', async (request, response) => {
    await showPeople(await provider(), people, request, response);
  });
  router.post('/interaction/:uid', form, async (request, response) => {
    await takeChoice(await provider(), people, request, response);
  });
  router.use(async (request, response) => (await provider()).callback()(request, response));
  router.use((_error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    sendPage(response, 400, demoFaultPage());
  });
  return router;
}

/**
 * The package builds its addresses from the request's host; they must be the ones at which people reach us.
 */
function asAskedAtOwnOrigin({ host, protocol }: URL): RequestHandler {
  return (request, _response, next) => {
    Object.assign(request.headers, {
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
    });
    next();
  };
}

async function showPeople(
  provider: Provider,
  people: DemoPeople,
  request: Request,
  response: Response,
): Promise<void> {
  const audience = await audienceOfInteraction(provider, request, response);
  sendPage(response, 200, choosePersonPage(audience, await people.list(audience)));
}

async function takeChoice(
  provider: Provider,
  people: DemoPeople,
  request: Request,
  response: Response,
): Promise<void> {
  const audience = await audienceOfInteraction(provider, request, response);
  const body = request.body as { person?: unknown; cancel?: unknown };
  if (body.cancel !== undefined) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const person = typeof body.person === 'string' ? await people.find(audience, body.person) : undefined;
  if (!person) {
    sendPage(response, 400, choosePersonPage(audience, await people.list(audience)));
    return;
  }
  const [acr] = PROFILES[audience].demo.acr;
  await provider.interactionFinished(request, response, {
    login: { accountId: `${audience}:${person.id}`, acr, remember: false },
  });
}

async function audienceOfInteraction(
  provider: Provider,
  request: Request,
  response: Response,
): Promise<Audience> {
  const { params } = await provider.interactionDetails(request, response);
  const audience = audienceOf(params.client_id);
  if (!audience) throw new Error('The interaction is for none of our clients');
  return audience;
}

async function makeProvider(settings: Settings, people: DemoPeople): Promise<Provider> {
  const { Provider: OidcProvider } = await import('oidc-provider/lib/provider.js');
  const configuration = await configurationOf(settings, people);
  const provider = new OidcProvider(`${ownOrigin(settings)}${DEMO_PROVIDER_PATH}`, configuration);
  provider.proxy = true;
  return provider;
}

async function configurationOf(settings: Settings, people: DemoPeople): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { resident, staff } = PROFILES;
  const [info, number] = resident.demo.scopes.slice(1) as [string, string];
  return {
    adapter: memoryAdapter(),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'demo', use: 'sig', alg: 'ES256' }] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { interaction: 'demo-idp-interaction', resume: 'demo-idp-resume', session: 'demo-idp' },
      short: { signed: true, httpOnly: true, sameSite: 'lax', path: DEMO_PROVIDER_PATH },
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: DEMO_PROVIDER_PATH },
    },
    clients: AUDIENCES.map((audience) => ({
      client_id: clientIdOf(audience),
      client_secret: demoClientSecret(audience, settings),
      redirect_uris: [`${ownOrigin(settings)}${CALLBACK_PATH}`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: PROFILES[audience].demo.clientAuthentication,
      id_token_signed_response_alg: 'ES256',
    })),
    responseTypes: ['code'],
    pkce: { required: () => true },
    scopes: ['openid'],
    acrValues: [...resident.demo.acr, ...staff.demo.acr],
    claims: {
      acr: null,
      openid: ['sub'],
      [info]: ['given_name', 'family_name', 'birthdate'],
      [number]: [...resident.demo.claims.identityNumber],
      commission: [
        staff.demo.claims.staffHsaId,
        staff.demo.claims.commissionPurpose,
        'given_name',
        'family_name',
      ],
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, interaction) => `${DEMO_PROVIDER_PATH}/interaction/${interaction.uid}` },
    expiresWithSession: () => false,
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 900,
      Grant: 900,
      Session: 900,
    },
    /** Our own clients need no consent. */
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc;
      const grant = new oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope(String(oidc.params?.scope));
      grant.addOIDCClaims(['acr']);
      await grant.save();
      return grant;
    },
    async findAccount(_context, accountId) {
      const [audience, id = ''] = accountId.split(':');
      const person = AUDIENCES.includes(audience as Audience)
        ? await people.find(audience as Audience, id)
        : undefined;
      return person && { accountId, claims: () => ({ sub: accountId, ...person.claims }) };
    },
    renderError(context) {
      context.type = 'html';
      context.body = renderPage(demoFaultPage());
    },
  };
}
