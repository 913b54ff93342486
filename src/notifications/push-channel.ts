import webPush from 'web-push';
import { Channel, type OutgoingNotice, SEND_TIMEOUT_MS, type SendResult } from './channel.js';
import type { NotificationSecrets } from './notification-secrets.service.js';
import { shortText } from './texts.js';

/** What the service worker shows; `tag` is the delivery, so that a repeat replaces the first. */
export interface PushPayload {
  tag: string;
  text: string;
  url: string;
}

/** Web push: encrypted for the browser, so that its push service reads nothing (RFC 8030, 8291, 8292). */
export class PushChannel extends Channel {
  readonly name = 'push';
  readonly knowsRepeats = true;

  constructor(
    private readonly secrets: NotificationSecrets,
    /** Whom push services may turn to about us: an `https:` or `mailto:` address. */
    private readonly subject: string,
    private readonly mayBeAsked: (endpoint: string) => boolean,
  ) {
    super();
  }

  async send({ id, event, language, point, openLink, until }: OutgoingNotice): Promise<SendResult> {
    const { address: endpoint, pushP256dh: p256dh, pushAuth: auth } = point;
    if (!p256dh || !auth || !this.mayBeAsked(endpoint))
      return { kind: 'refused', why: 'no push service that is known', pointIsBad: true };
    const payload: PushPayload = { tag: id, text: shortText(event, language), url: openLink };
    const { pushPublicKey: publicKey, pushPrivateKey: privateKey } = await this.secrets.get();
    const { headers, body, method } = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(payload),
      {
        vapidDetails: { subject: this.subject, publicKey, privateKey },
        TTL: Math.max(0, Math.min(86_400, Math.round((until.getTime() - Date.now()) / 1000))),
        urgency: event === 'call' ? 'high' : 'normal',
        topic: id.replaceAll('-', ''),
      },
    );
    let response: Response;
    try {
      response = await fetch(endpoint, {
        method,
        headers: headers as Record<string, string>,
        body: body && new Uint8Array(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
      });
      await response.arrayBuffer();
    } catch (error) {
      return { kind: 'later', why: `no answer: ${(error as Error).name}` };
    }
    const { status } = response;
    const why = `answer ${status}`;
    if (status >= 200 && status < 300) return { kind: 'sent', ref: null };
    if (status === 404 || status === 410) return { kind: 'refused', why, pointIsBad: true };
    if (status === 429 || status >= 500) return { kind: 'later', why };
    return { kind: 'refused', why, pointIsBad: false };
  }

  /** A browser has shown that it is there by subscribing. */
  sendCode(): Promise<SendResult> {
    return Promise.resolve({ kind: 'refused', why: 'browsers get no codes', pointIsBad: false });
  }
}

/** Whether an address that a browser gave is one of a push service that we turn to: never one of our own network. */
export function isPushService(endpoint: string, services: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { origin, protocol, hostname, username, password } = new URL(endpoint);
  if (username || password) return false;
  return services.some((service) =>
    service.includes('://')
      ? origin === service
      : protocol === 'https:' &&
        (service.startsWith('*.') ? hostname.endsWith(service.slice(1)) : hostname === service),
  );
}
