import { isPushService } from './push-channel.js';
import { isNoNumber, isSigned, mayBeTaken, signatureOf } from './sms-channel.js';

const SECRET = 'a-secret-of-the-gateway';
const NOW = new Date('2026-11-24T12:00:00Z');
const SECOND = String(NOW.getTime() / 1000);

describe('a signed request', () => {
  const body = '{"id":"x"}';
  const signature = signatureOf(SECRET, SECOND, body);

  it('is believed for five minutes', () => {
    expect(isSigned(SECRET, { timestamp: SECOND, signature }, body, NOW)).toBe(true);
    expect(isSigned(SECRET, { timestamp: SECOND, signature }, body, new Date(NOW.getTime() + 299_000))).toBe(
      true,
    );
  });

  it.each([
    ['with another body', SECOND, signature, '{"id":"y"}', NOW],
    ['of another second', String(Number(SECOND) + 1), signature, body, NOW],
    ['sent again later', SECOND, signature, body, new Date(NOW.getTime() + 301_000)],
    ['from the future', SECOND, signature, body, new Date(NOW.getTime() - 301_000)],
    ['without a signature', SECOND, undefined, body, NOW],
    ['without a time', undefined, signature, body, NOW],
    ['with nonsense for a time', '1e9', signature, body, NOW],
  ])('is not believed %s', (_what, timestamp, signed, text, now) => {
    expect(isSigned(SECRET, { timestamp, signature: signed }, text, now)).toBe(false);
  });
});

describe('46elks', () => {
  it.each([
    'Invalid to number',
    '"to" is not a valid phone number',
    "Invalid 'to' parameter",
    'The recipient does not exist',
  ])('says of the number that there is none: %s', (text) => expect(isNoNumber(text)).toBe(true));

  it.each([
    'Invalid from number',
    '"from" is not a valid sender, see the list of numbers to use',
    'Missing key to',
    'Your account is not allowed to send to this number',
    'Not enough credits to send',
    'The number of requests is too high',
  ])('says something else: %s', (text) => expect(isNoNumber(text)).toBe(false));
});

describe('an answer of a gateway that does not know a repeat', () => {
  it.each([408, 499, 500, 502, 503, 504])('%i says nothing certain', (status) =>
    expect(mayBeTaken(status)).toBe(true),
  );
  it.each([301, 400, 401, 403, 404, 413, 429])('%i refuses it', (status) =>
    expect(mayBeTaken(status)).toBe(false),
  );
});

describe('a push service', () => {
  const known = ['fcm.googleapis.com', '*.push.apple.com', 'http://127.0.0.1:9999'];
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://web.push.apple.com/Q1',
    'http://127.0.0.1:9999/x',
  ])('is asked: %s', (endpoint) => expect(isPushService(endpoint, known)).toBe(true));

  it.each([
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evilpush.apple.com/x',
    'https://user@fcm.googleapis.com/x',
    'https://169.254.169.254/latest',
    'http://localhost:5432/',
    'not an address',
  ])('is not asked: %s', (endpoint) => expect(isPushService(endpoint, known)).toBe(false));
});
