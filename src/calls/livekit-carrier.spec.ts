import { Logger } from '@nestjs/common';
import { decodeJwt } from 'jose';
import { DirectCarrier, iceServers } from './direct-carrier.js';
import { LiveKitCarrier } from './livekit-carrier.js';
import { isFresh } from './webhook.rule.js';

const SETTINGS = {
  LIVEKIT_URL: 'wss://livekit.example.se',
  LIVEKIT_API_URL: 'http://127.0.0.1:1',
  LIVEKIT_API_KEY: 'slussen',
  LIVEKIT_API_SECRET: 'a-secret-of-at-least-32-characters',
};

describe('a token of LiveKit', () => {
  it('lets its owner into one room with camera and microphone, for two minutes, and into nothing else', async () => {
    const who = { room: 'call-of-samir', participantId: 'seat-of-anna', name: 'Anna Lindqvist' };
    const connection = await new LiveKitCarrier(SETTINGS).connection(who);
    if (connection.kind !== 'livekit') throw new Error('Not of LiveKit');
    expect(connection.url).toBe('wss://livekit.example.se');
    const { video, sub, iss, exp, nbf, iat, name, ...rest } = decodeJwt<{ video: unknown; name: string }>(
      connection.token,
    );
    expect({ sub, iss, name }).toEqual({ sub: 'seat-of-anna', iss: 'slussen', name: 'Anna Lindqvist' });
    expect((exp ?? 0) - (nbf ?? iat ?? 0)).toBeLessThanOrEqual(120);
    expect(video).toEqual({
      room: 'call-of-samir',
      roomJoin: true,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: ['camera', 'microphone'],
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    expect(Object.keys(rest)).toEqual([]);
  });
});

describe('a LiveKit server that cannot be reached', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('is told of as a problem that says that the chat goes on', async () => {
    await expect(new LiveKitCarrier(SETTINGS).open('call-x')).rejects.toMatchObject({
      code: 'calls-away',
      problem: { status: 503, detail: expect.stringMatching(/chat does/) },
    });
  });
});

describe('direct calls', () => {
  const who = { room: 'r', participantId: 'p', name: 'n' };
  it('need no servers', async () => {
    const none = {
      CALL_STUN_URLS: [],
      CALL_TURN_URLS: [],
      CALL_TURN_SECRET: undefined,
      CALL_RELAY_ONLY: false,
    };
    const expected = { kind: 'direct', iceServers: [], relayOnly: false };
    expect(await new DirectCarrier(none).connection(who)).toEqual(expected);
  });

  it('go through the relays only where the region says so', async () => {
    const settings = {
      CALL_STUN_URLS: [],
      CALL_TURN_URLS: ['turn:turn.example.se:3478'],
      CALL_TURN_SECRET: 'a-shared-secret-1',
      CALL_RELAY_ONLY: true,
    };
    expect(await new DirectCarrier(settings).connection(who)).toMatchObject({ relayOnly: true });
  });

  it('get a name and password for the relays that run out', () => {
    const settings = {
      CALL_STUN_URLS: ['stun:stun.example.se:3478'],
      CALL_TURN_URLS: ['turn:turn.example.se:3478'],
      CALL_TURN_SECRET: 'a-shared-secret-1',
    };
    expect(iceServers(settings, 'seat', new Date('2026-11-24T08:20:00Z'))).toEqual([
      { urls: ['stun:stun.example.se:3478'] },
      {
        urls: ['turn:turn.example.se:3478'],
        username: `${Date.parse('2026-11-24T12:20:00Z') / 1000}:seat`,
        credential: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
      },
    ]);
  });
});

describe('isFresh', () => {
  const now = new Date('2026-11-24T08:20:00Z');
  const seconds = now.getTime() / 1000;
  it.each([
    [0, true],
    [-299, true],
    [-301, false],
    [29, true],
    [31, false],
  ])('a word %i s from now: %s', (from, fresh) => expect(isFresh(seconds + from, now)).toBe(fresh));
});
