import fc from 'fast-check';
import { PROFILES, ProviderSettingsError, parseProviderSettings } from './provider-settings.js';

const faultsOf = (json: string, audience: 'resident' | 'staff' = 'resident'): readonly string[] => {
  try {
    parseProviderSettings(audience, 'demo', json);
    return [];
  } catch (error) {
    if (error instanceof ProviderSettingsError) return error.faults;
    throw error;
  }
};

describe('parseProviderSettings', () => {
  it('is the profile when nothing is said', () => {
    expect(parseProviderSettings('resident', 'oidc-sweden', undefined)).toEqual(
      PROFILES.resident['oidc-sweden'],
    );
    expect(parseProviderSettings('staff', 'inera-idp', '{}')).toEqual(PROFILES.staff['inera-idp']);
  });

  it('replaces single keys and leaves the rest', () => {
    const json =
      '{"acr":"urn:level","scopes":"openid pnr","prompt":null,"maxAgeSeconds":60,"claims":{"identityNumber":"nin"}}';
    expect(parseProviderSettings('resident', 'oidc-sweden', json)).toEqual({
      ...PROFILES.resident['oidc-sweden'],
      acr: ['urn:level'],
      scopes: ['openid', 'pnr'],
      prompt: null,
      maxAgeSeconds: 60,
      claims: { identityNumber: ['nin'], givenName: 'given_name', familyName: 'family_name' },
    });
  });

  it.each([
    ['not JSON', '{acr}', 'RESIDENT_OIDC_SETTINGS must be JSON such as {"acr":"…","claims":{"…":"…"}}'],
    [
      'a list',
      '[]',
      'RESIDENT_OIDC_SETTINGS: the whole must be an object with some of the keys scopes, acr, prompt, maxAgeSeconds, clientAuthentication, claims',
    ],
    [
      'an unknown key',
      '{"arc":"x"}',
      'RESIDENT_OIDC_SETTINGS: arc is not known; the keys are scopes, acr, prompt, maxAgeSeconds, clientAuthentication, claims',
    ],
    [
      'an unknown claim',
      '{"claims":{"nin":"x"}}',
      'RESIDENT_OIDC_SETTINGS: claims.nin is not known; the keys are identityNumber, givenName, familyName',
    ],
    ['a number', '{"acr":3}', 'RESIDENT_OIDC_SETTINGS: acr must be a text, or a list of texts'],
    [
      'an empty claim',
      '{"claims":{"givenName":""}}',
      'RESIDENT_OIDC_SETTINGS: claims.givenName must be a text',
    ],
    [
      'no claim for the number',
      '{"claims":{"identityNumber":[]}}',
      'RESIDENT_OIDC_SETTINGS: claims.identityNumber must name at least one claim',
    ],
    [
      'an age that is none',
      '{"maxAgeSeconds":"600"}',
      'RESIDENT_OIDC_SETTINGS: maxAgeSeconds must be a whole number of seconds, or null',
    ],
    ['scopes without openid', '{"scopes":["pnr"]}', 'RESIDENT_OIDC_SETTINGS: scopes must include openid'],
    [
      'no such authentication',
      '{"clientAuthentication":"none"}',
      'RESIDENT_OIDC_SETTINGS: clientAuthentication must be client_secret_basic or client_secret_post',
    ],
    [
      'a key of every object',
      '{"__proto__":{"acr":"x"}}',
      'RESIDENT_OIDC_SETTINGS: __proto__ is not known; the keys are scopes, acr, prompt, maxAgeSeconds, clientAuthentication, claims',
    ],
  ])('names the variable and key of %s', (_name, json, fault) => {
    expect(faultsOf(json)).toEqual([fault]);
  });

  it('tells of all faults at once', () => {
    expect(faultsOf('{"acr":1,"prompt":2,"claims":{"givenName":3}}')).toHaveLength(3);
    expect(faultsOf('{"purposes":7}', 'staff')).toEqual([
      'STAFF_OIDC_SETTINGS: purposes must be a text, or a list of texts',
    ]);
  });

  it('takes any JSON without failing otherwise, and never changes the profile itself', () => {
    const before = JSON.stringify(PROFILES);
    fc.assert(
      fc.property(fc.json(), (json) => {
        faultsOf(json);
      }),
    );
    expect(JSON.stringify(PROFILES)).toBe(before);
  });
});
