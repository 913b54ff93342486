import type { Browser, BrowserContext, CDPSession, Frame, Locator, Page } from 'playwright-core';
import { openOwnCase } from './chat.js';
import type { NetworkLine } from './network-line.js';
import { Resident } from './people.js';
import { samirWrites } from './samir.js';
import type { Scene, WidgetPage } from './scene.js';
import { until } from './until.js';

/** Keeps every peer connection of a page where the test can read its figures. */
const KEEP_PEERS = `(() => {
  const Original = window.RTCPeerConnection;
  if (!Original || window.slussenPeers) return;
  window.slussenPeers = [];
  window.RTCPeerConnection = class extends Original {
    constructor(...given) {
      super(...given);
      window.slussenPeers.push(this);
    }
  };
})()`;

/**
 * Locks that hold a page's screen on, kept where the test can count them. A browser without a screen gives none, so they
 * are made up; whether the page may ask is the browser's own answer.
 */
const KEEP_LOCKS = `(() => {
  if (!navigator.wakeLock || window.slussenLocks) return;
  window.slussenLocks = [];
  navigator.wakeLock.request = async (kind) => {
    if (!document.featurePolicy.allowsFeature('screen-wake-lock')) throw new DOMException('Not here', 'NotAllowedError');
    const lock = { kind, released: false, release: async () => { lock.released = true; } };
    window.slussenLocks.push(lock);
    return lock;
  };
})()`;

/** How many locks hold the screen of a page on now. */
export function locksOf(place: Page | Frame): Promise<number> {
  return place.evaluate<number>('(window.slussenLocks ?? []).filter(({ released }) => !released).length');
}

/** Figures of what a page has received by now, over all its peer connections that are open. */
export interface Received {
  frames: number;
  width: number;
  /** Sum of the energy of the sound that was received: grows only while something sounds. */
  soundEnergy: number;
  soundPackets: number;
}

const READ = `(async () => {
  const sum = { frames: 0, width: 0, soundEnergy: 0, soundPackets: 0 };
  for (const peer of window.slussenPeers ?? []) {
    if (peer.connectionState === 'closed') continue;
    for (const report of (await peer.getStats()).values()) {
      if (report.type !== 'inbound-rtp') continue;
      if (report.kind === 'video') {
        sum.frames += report.framesDecoded ?? 0;
        sum.width = Math.max(sum.width, report.frameWidth ?? 0);
      } else {
        sum.soundEnergy += report.totalAudioEnergy ?? 0;
        sum.soundPackets += report.packetsReceived ?? 0;
      }
    }
  }
  return sum;
})()`;

/**
 * Prepares a browser: its peer connections can be read, and it may use camera and microphone or not. For a frame it is
 * the page around that is asked.
 */
export async function prepareForCalls(
  context: BrowserContext,
  { origin, hostOrigin }: { origin: string; hostOrigin: string },
  allowed = true,
): Promise<void> {
  await context.addInitScript(KEEP_PEERS);
  await context.addInitScript(KEEP_LOCKS);
  for (const asked of [origin, hostOrigin]) {
    await context.grantPermissions(allowed ? ['camera', 'microphone'] : [], { origin: asked });
  }
}

/** One end of the way that a call takes through the network now. */
export interface WayEnd {
  /** host, srflx, prflx or relay. */
  type: string;
  address: string;
  port: number;
  /** Of the relay that gave it. */
  url?: string;
}

const READ_WAY = `(async () => {
  for (const peer of window.slussenPeers ?? []) {
    if (peer.connectionState === 'closed') continue;
    const reports = await peer.getStats();
    for (const transport of reports.values()) {
      if (transport.type !== 'transport') continue;
      const pair = reports.get(transport.selectedCandidatePairId);
      if (!pair) continue;
      const end = (id) => {
        const { candidateType: type, address, port, url } = reports.get(id) ?? {};
        return { type, address, port, url };
      };
      return { local: end(pair.localCandidateId), remote: end(pair.remoteCandidateId) };
    }
  }
  return null;
})()`;

/** The way that the call of a page takes now: the candidate pair that is in use. Null while there is none. */
export function wayOf(place: Page | Frame): Promise<{ local: WayEnd; remote: WayEnd } | null> {
  return place.evaluate(READ_WAY);
}

export function received(place: Page | Frame): Promise<Received> {
  return place.evaluate<Received>(READ);
}

/** Waits until pictures are decoded and sound comes, more than there was. */
export async function untilReceiving(
  who: string,
  place: Page | Frame,
  { pictures = true, ms = 20_000 }: { pictures?: boolean; ms?: number } = {},
): Promise<Received> {
  const before = await received(place);
  let now = before;
  const grows = async () => {
    now = await received(place);
    const sound = now.soundPackets > before.soundPackets + 20 && now.soundEnergy > before.soundEnergy;
    return sound && (!pictures || now.frames > before.frames + 10);
  };
  await until(`${who} receives ${pictures ? 'pictures and sound' : 'sound'}`, grows, ms).catch(
    (error: Error) => {
      throw new Error(`${error.message}; from ${JSON.stringify(before)} to ${JSON.stringify(now)}`);
    },
  );
  return now;
}

/** The way of a page's media through the network, that can fail. Choose it before there is a call. */
export class MediaLine {
  private constructor(private readonly devtools: CDPSession) {}

  static async of(place: Page | Frame, context: BrowserContext): Promise<MediaLine> {
    const devtools = await context.newCDPSession(place);
    await devtools.send('Network.enable');
    const line = new MediaLine(devtools);
    // Only sockets that are opened under some condition can be given another one later.
    await line.restore();
    return line;
  }

  /** Loses every packet, both ways. */
  lose(): Promise<void> {
    return this.set(100);
  }

  restore(): Promise<void> {
    return this.set(0);
  }

  private async set(packetLoss: number): Promise<void> {
    await this.devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 1,
      downloadThroughput: -1,
      uploadThroughput: -1,
      packetLoss,
    });
  }
}

/** Samir's widget and Anna's desk in a case that she holds, both ready for calls. */
export interface CallPlaces {
  caseId: string;
  samir: WidgetPage;
  anna: Page;
  /** The call at each side. */
  deskCall: () => Locator;
  widgetCall: () => Locator;
}

export async function openForCalls(
  scene: Scene,
  lines: { samir?: NetworkLine; anna?: NetworkLine } = {},
  { samirMay = true, samirsBrowser }: { samirMay?: boolean; samirsBrowser?: Browser } = {},
): Promise<CallPlaces> {
  const { id: caseId } = await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
  const samir = await scene.phone('herrgardet', { line: lines.samir, browser: samirsBrowser });
  await prepareForCalls(samir.context, scene.test, samirMay);
  await samir.open();
  await openOwnCase(samir, /Samir/, /Svårt att andas/);
  const anna = await scene.staff(/Anna/, { line: lines.anna });
  await prepareForCalls(anna.context(), scene.test);
  await anna.reload();
  await anna.getByRole('button', { name: /Nästa ärende/ }).click();
  await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).waitFor();
  const place = { name: 'Pågående samtal' };
  return {
    caseId,
    samir,
    anna,
    deskCall: () => anna.getByRole('region', place),
    widgetCall: () => samir.frame.getByRole('region', place),
  };
}

/** What says that a call goes on well: the words, and how long it has. */
export const inCall = (place: Locator) => place.getByText(/^Samtalet pågår\d/);

/** Anna calls Samir from her desk. */
export async function annaCalls(
  { anna, deskCall }: CallPlaces,
  kind: 'Video' | 'Bara ljud' = 'Video',
): Promise<void> {
  await anna.getByRole('button', { name: 'Ring', exact: true }).click();
  const dialog = anna.getByRole('dialog', { name: 'Ring Samir Haddad' });
  if (kind !== 'Video') await dialog.getByText(kind, { exact: true }).click();
  await dialog.getByText('Vi hör dig.').waitFor();
  await dialog.getByRole('button', { name: 'Ring upp' }).click();
  await deskCall().getByText('Ringer …').waitFor();
}

/** Samir answers with video; both are in the call. */
export async function samirAnswers({ samir, deskCall, widgetCall }: CallPlaces): Promise<void> {
  await samir.press('Svara med video');
  await samir.frame.getByText('Vi hör dig.').waitFor();
  await samir.press('Gå in i samtalet');
  await Promise.all([deskCall(), widgetCall()].map((place) => inCall(place).waitFor()));
}
