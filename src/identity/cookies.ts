import type { Response } from 'express';
import type { Settings } from '../config/environment.js';
import { SIGN_IN_MS } from './session-times.js';

export function readCookie(header: string | undefined, name: string): string | undefined {
  return header
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([key]) => key === name)?.[1];
}

/** One cookie for each sign-in in progress, so that two at once in one browser do not collide. */
function signInCookieName(settings: Settings, signInId: string): string {
  return `${settings.DEMO ? '' : '__Host-'}slussen-sign-in-${signInId}`;
}

/** Binds a sign-in to this browser until the provider sends it back. */
export function setSignInCookie(
  response: Response,
  settings: Settings,
  signInId: string,
  value: string,
): void {
  response.cookie(signInCookieName(settings, signInId), value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: !settings.DEMO,
    path: '/',
    maxAge: SIGN_IN_MS,
  });
}

/** Takes the browser's half of a sign-in: reads it and removes the cookie. */
export function takeSignInCookie(
  response: Response,
  settings: Settings,
  signInId: string,
  header: string | undefined,
): string | undefined {
  const name = signInCookieName(settings, signInId);
  response.clearCookie(name, { httpOnly: true, sameSite: 'lax', secure: !settings.DEMO, path: '/' });
  return readCookie(header, name);
}
