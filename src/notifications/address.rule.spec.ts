import { emailAddress, mobileNumber, nextCodeAt } from './address.rule.js';

describe('an e-mail address', () => {
  it.each([
    ['samir@example.se', 'samir@example.se'],
    ['  Sam.Ir+vard@Example.SE ', 'Sam.Ir+vard@example.se'],
    ['åsa@exempel.se', 'åsa@exempel.se'],
  ])('%s', (written, kept) => expect(emailAddress(written)).toBe(kept));

  it.each([
    'samir',
    'samir@',
    'samir@localhost',
    '@example.se',
    'a@b.se, c@d.se',
    'a@b.se\r\nBcc: c@d.se',
    '<a@b.se>',
    'a b@c.se',
    'a@-b.se',
    'a@b..se',
    'a@127.0.0.1',
    `${'a'.repeat(65)}@b.se`,
    `a@${'b.'.repeat(130)}se`,
  ])('is not %j', (written) => expect(emailAddress(written)).toBeNull());
});

describe('a mobile number', () => {
  it.each([
    ['070-123 45 67', '+46701234567'],
    ['+46 (0)70 123 45 67', '+46701234567'],
    ['0046701234567', '+46701234567'],
    ['+47 912 34 567', '+4791234567'],
  ])('%s', (written, kept) => expect(mobileNumber(written)).toBe(kept));

  it.each([
    '112',
    '1177',
    '08-123 456 78',
    '070-123',
    '+46 900 123 45 67',
    'sjuttio',
    '+0701234567',
    '',
    '+4670123456789',
  ])('is not %j', (written) => expect(mobileNumber(written)).toBeNull());
});

describe('codes', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const five = [50, 40, 30, 20, 10].map(ago);

  it('are sent at once while there were few', () => {
    expect(nextCodeAt({ person: five.slice(1), own: five.slice(1), address: five.slice(1) }, now)).toBeNull();
  });

  it('are at most five an hour for one person: then the oldest must have passed', () => {
    expect(nextCodeAt({ person: five, own: [], address: [] }, now)).toEqual(ago(50 - 60));
  });

  it('are at most ten a day for one person', () => {
    const ten = Array.from({ length: 10 }, (_, each) => ago(100 * (each + 1)));
    expect(nextCodeAt({ person: ten, own: [], address: [] }, now)).toEqual(ago(1000 - 1440));
  });

  it('are at most five a day of one person to one address', () => {
    const today = [500, 400, 300, 200, 100].map(ago);
    expect(nextCodeAt({ person: today, own: today, address: today }, now)).toEqual(ago(500 - 1440));
  });

  it('are at most ten a day to one address, but for the first two of each who asks: nobody can use up another’s', () => {
    const ten = Array.from({ length: 10 }, (_, each) => ago(100 * (each + 1)));
    expect(nextCodeAt({ person: [], own: [], address: ten }, now)).toBeNull();
    const [last] = ten;
    const once = last ? [last] : [];
    expect(nextCodeAt({ person: once, own: once, address: ten }, now)).toBeNull();
    const twice = ten.slice(0, 2);
    expect(nextCodeAt({ person: twice, own: twice, address: ten }, now)).toEqual(ago(1000 - 1440));
    const before = [1500, 1450].map(ago);
    expect(nextCodeAt({ person: before, own: before, address: ten }, now)).toBeNull();
  });
});
