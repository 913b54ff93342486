import type { Settings } from '../config/environment.js';
import { EnvironmentError, parseEnvironment } from '../config/parse-environment.js';
import { readProviders } from './providers.js';

const environment = (more: Record<string, string>): Settings =>
  parseEnvironment({ NODE_ENV: 'test', PORT: '4000', ...more }, new Date(0), () => 'x'.repeat(32));

const production = (more: Record<string, string> = {}): Settings =>
  environment({
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://slussen.example.se',
    SESSION_SECRET: 's'.repeat(32),
    DATABASE_URL: 'postgresql://db/slussen?sslmode=verify-full',
    RESIDENT_OIDC_ISSUER: 'https://broker.example',
    RESIDENT_OIDC_CLIENT_ID: 'slussen',
    STAFF_OIDC_ISSUER: 'https://idp.example',
    STAFF_OIDC_CLIENT_ID: 'slussen',
    ...more,
  });

const faultsOf = (settings: Settings): readonly string[] => {
  try {
    readProviders(settings);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.faults;
    throw error;
  }
};

describe('readProviders', () => {
  it('takes the embedded provider for both in a demo without named ones', () => {
    const { resident, staff } = readProviders(environment({}));
    expect(resident).toMatchObject({
      embedded: true,
      issuer: 'http://localhost:4000/demo/idp',
      clientId: 'slussen-resident',
    });
    expect(staff.clientSecret).not.toBe(resident.clientSecret);
  });

  it('takes a named provider also in the demo', () => {
    const settings = environment({
      STAFF_OIDC_ISSUER: 'https://idp.example',
      STAFF_OIDC_CLIENT_ID: 'demo-client',
    });
    expect(readProviders(settings).staff).toMatchObject({
      embedded: false,
      clientId: 'demo-client',
      clientSecret: null,
    });
  });

  it('never has the embedded one in production', () => {
    const { resident, staff } = readProviders(production());
    expect([resident.embedded, staff.embedded]).toEqual([false, false]);
    expect(() => production({ DEMO: 'true' })).toThrow('DEMO');
  });

  it.each<[string, Settings, string]>([
    [
      'an issuer without TLS in production',
      production({ STAFF_OIDC_ISSUER: 'http://idp.example' }),
      'STAFF_OIDC_ISSUER must begin with https:// in production',
    ],
    [
      'an issuer without a client',
      environment({ RESIDENT_OIDC_ISSUER: 'https://b.example' }),
      'RESIDENT_OIDC_CLIENT_ID must be set beside RESIDENT_OIDC_ISSUER',
    ],
    [
      'a wrong key',
      environment({ STAFF_OIDC_SETTINGS: '{"claims":{"hsaId":"x"}}' }),
      'STAFF_OIDC_SETTINGS: claims.hsaId is not known; the keys are staffHsaId, commissionHsaId, commissionPurpose',
    ],
  ])('names the variable of %s', (_name, settings, fault) => {
    expect(faultsOf(settings)).toEqual([fault]);
  });

  it.each([
    ['RESIDENT', '{"acr":[]}', 'acr must name levels of assurance'],
    ['STAFF', '{"acr":[]}', 'acr must name levels of assurance'],
    ['RESIDENT', '{"acr":["http://id.elegnamnden.se/loa/1.0/loa2"]}', 'acr must name levels of assurance'],
    ['RESIDENT', '{"prompt":null}', 'prompt must include login'],
    ['RESIDENT', '{"maxAgeSeconds":601}', 'maxAgeSeconds must be a number up to 600'],
    ['STAFF', '{"maxAgeSeconds":null}', 'maxAgeSeconds must be a number up to 43200'],
    ['STAFF', '{"purposes":[]}', 'purposes must be ["Vård och behandling"]'],
    ['STAFF', '{"purposes":["Statistik"]}', 'purposes must be ["Vård och behandling"]'],
    ['STAFF', '{"purposes":["Vård och behandling","Statistik"]}', 'purposes must be ["Vård och behandling"]'],
  ])('refuses in production what weakens signing in: %s %s', (side, json, fault) => {
    const settings = { [`${side}_OIDC_SETTINGS`]: json };
    expect(faultsOf(production(settings))).toEqual([
      expect.stringContaining(`${side}_OIDC_SETTINGS: ${fault}`),
    ]);
    const elsewhere = {
      ...settings,
      [`${side}_OIDC_ISSUER`]: 'https://x.example',
      [`${side}_OIDC_CLIENT_ID`]: 'x',
    };
    expect(faultsOf(environment(elsewhere))).toEqual([]);
  });

  it('takes in production what only differs', () => {
    const staff = '{"maxAgeSeconds":43200,"acr":["urn:loa3","urn:loa4"],"prompt":"login"}';
    const resident = '{"prompt":"login consent","acr":"http://id.swedenconnect.se/loa/1.0/uncertified-loa3"}';
    expect(faultsOf(production({ STAFF_OIDC_SETTINGS: staff, RESIDENT_OIDC_SETTINGS: resident }))).toEqual(
      [],
    );
  });

  it('tells of the faults of both at once', () => {
    expect(faultsOf(environment({ RESIDENT_OIDC_SETTINGS: '[', STAFF_OIDC_SETTINGS: '[' }))).toHaveLength(2);
  });
});
