import {
  type Claims,
  claimsOf,
  isStrongEnough,
  namesResident,
  namesStaff,
  residentOf,
  staffOf,
} from './claims.js';
import { PROFILES } from './provider-settings.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const broker = PROFILES.resident['oidc-sweden'];
const inera = PROFILES.staff['inera-idp'];
const PERSONNUMMER = 'https://id.oidc.se/claim/personalIdentityNumber';
const SAMORDNINGSNUMMER = 'https://id.oidc.se/claim/coordinationNumber';
const names = { given_name: 'Lisa', family_name: 'Andersson' };

describe('residentOf', () => {
  it('reads a personnummer, and a samordningsnummer where there is none', () => {
    expect(residentOf({ ...names, [PERSONNUMMER]: '199006172382' }, broker, NOW)).toMatchObject({
      identity: { kind: 'personnummer', birthDate: '1990-06-17' },
      givenName: 'Lisa',
    });
    expect(residentOf({ ...names, [SAMORDNINGSNUMMER]: '198707812387' }, broker, NOW)).toMatchObject({
      identity: { kind: 'samordningsnummer', number: '198707812387' },
    });
  });

  it('reads a samordningsnummer that leaves the month of birth open', () => {
    expect(residentOf({ ...names, [SAMORDNINGSNUMMER]: '191500722390' }, broker, NOW)).toMatchObject({
      identity: { kind: 'samordningsnummer', number: '191500722390', birthDate: '1915-07-01' },
    });
  });

  it.each<[string, Claims]>([
    ['no number', names],
    ['a wrong number', { ...names, [PERSONNUMMER]: '199006172383' }],
    ['a number that is no text', { ...names, [PERSONNUMMER]: 199006172382 }],
    ['no name', { [PERSONNUMMER]: '199006172382' }],
    ['a reserve number, which no e-ID holds', { ...names, [PERSONNUMMER]: '22850314ZY15' }],
  ])('names nobody with %s', (_name, claims) => {
    expect(residentOf(claims, broker, NOW)).toBeNull();
  });

  it('knows when the ID token is not enough', () => {
    expect(namesResident(names, broker)).toBe(false);
    expect(namesResident({ ...names, [SAMORDNINGSNUMMER]: '198707812387' }, broker)).toBe(true);
  });
});

describe('staffOf', () => {
  it.each<[string, Claims, ReturnType<typeof staffOf>]>([
    ['no commission, or none whose purpose is told', { employeeHsaId: 'SE1-1' }, null],
    [
      'a purpose, where the commission is chosen with us',
      { employeeHsaId: 'SE1-1', commissionPurpose: 'Vård och behandling' },
      { staffHsaId: 'SE1-1', commissionHsaId: null },
    ],
    ['a commission without its purpose', { employeeHsaId: 'SE1-1', commissionHsaId: 'SE1-C' }, null],
    [
      'a commission for care',
      { employeeHsaId: 'SE1-1', commissionHsaId: 'SE1-C', commissionPurpose: 'Vård och behandling' },
      { staffHsaId: 'SE1-1', commissionHsaId: 'SE1-C' },
    ],
    [
      'a commission for statistics',
      { employeeHsaId: 'SE1-1', commissionHsaId: 'SE1-C', commissionPurpose: 'Statistik' },
      null,
    ],
    ['no HSA-id', { sub: 'x' }, null],
  ])('%s', (_name, claims, expected) => {
    expect(staffOf(claims, inera)).toEqual(expected);
  });

  it('knows when the ID token is not enough', () => {
    expect(namesStaff({ employeeHsaId: 'SE1-1' }, inera)).toBe(false);
    expect(namesStaff({ employeeHsaId: 'SE1-1', commissionPurpose: 'Statistik' }, inera)).toBe(true);
  });
});

describe('claimsOf', () => {
  it('takes how somebody was identified from the ID token alone', () => {
    const beside = { given_name: 'Lisa', acr: 'high', auth_time: 9, amr: ['x'], sub: 'other' };
    expect(claimsOf({ sub: 'a' }, beside)).toEqual({ given_name: 'Lisa', sub: 'a' });
    expect(claimsOf({ sub: 'a', acr: 'low' }, beside)).toEqual({ given_name: 'Lisa', sub: 'a', acr: 'low' });
    expect(isStrongEnough(claimsOf({ sub: 'a' }, beside), ['high'])).toBe(false);
  });
});

describe('isStrongEnough', () => {
  it('asks for one of the levels, unless none is set', () => {
    expect(isStrongEnough({ acr: 'b' }, ['a', 'b'])).toBe(true);
    expect(isStrongEnough({ acr: 'c' }, ['a', 'b'])).toBe(false);
    expect(isStrongEnough({}, ['a'])).toBe(false);
    expect(isStrongEnough({ acr: ['a'] }, ['a'])).toBe(false);
    expect(isStrongEnough({}, [])).toBe(true);
  });
});
