import type { PutPushBrowser } from '../../../contracts/index.js';

/** Whether this browser can show notices here: no · not in this page, which somebody else's surrounds · yes. */
export function pushHere(): 'no' | 'not-here' | 'yes' {
  const framed = window.top !== window.self;
  // A frame on another site may not even ask; in some browsers it does not see the interface at all.
  if (framed && (!('Notification' in window) || Notification.permission !== 'granted')) return 'not-here';
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  return able ? 'yes' : 'no';
}

/** Subscribes this browser. @returns null when the person does not allow it */
export async function subscribe(key: string): Promise<Omit<PutPushBrowser, 'name'> | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register('/widget/push-worker.js', { scope: '/widget/' });
  const registration = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytesOf(key) };
  const subscription = await registration.pushManager.subscribe(options).catch(async (error: unknown) => {
    // Subscribed with another key, as before the service's own was changed.
    const older = await registration.pushManager.getSubscription();
    if (!older) throw error;
    await older.unsubscribe();
    return registration.pushManager.subscribe(options);
  });
  const { endpoint, keys } = subscription.toJSON();
  if (!endpoint || !keys?.p256dh || !keys.auth) throw new Error('The browser gave no keys');
  return { endpoint, p256dh: keys.p256dh, auth: keys.auth };
}

/** What a resident may call this browser, from what it says of itself. */
export function browserName(agent: string): string {
  const browser =
    [
      ['Edg', 'Edge'],
      ['OPR', 'Opera'],
      ['Firefox', 'Firefox'],
      ['Chrome', 'Chrome'],
      ['Safari', 'Safari'],
    ].find(([sign]) => agent.includes(sign as string))?.[1] ?? 'Webbläsare';
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux'].find((each) =>
    agent.includes(each),
  );
  return system ? `${browser}, ${system}` : browser;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
