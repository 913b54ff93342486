import type { Locator, Page } from 'playwright-core';
import { StoredTimelineEntry } from '../../src/cases/timeline-entry.entity.js';
import type { TestApp } from './app.js';
import type { NetworkLine } from './network-line.js';
import { Resident } from './people.js';
import { samirWrites } from './samir.js';
import type { Scene, WidgetPage } from './scene.js';

/** Samir's widget and Anna's desk in the middle of their chat. */
export interface Chat {
  caseId: string;
  samir: WidgetPage;
  anna: Page;
}

/** Samir has written about his breath and has been sent to the chat; Anna has taken the case, and both look at it. */
export async function openChat(
  scene: Scene,
  lines: { samir?: NetworkLine; anna?: NetworkLine } = {},
): Promise<Chat> {
  const byApi = await Resident.signedIn(scene.test.origin, /Samir/);
  const { id: caseId } = await samirWrites(byApi);
  const samir = await scene.resident('herrgardet', { line: lines.samir });
  await openOwnCase(samir, /Samir/, /Svårt att andas/);
  const anna = await scene.staff(/Anna/, { line: lines.anna });
  await anna.getByRole('button', { name: /Nästa ärende/ }).click();
  await replyField(anna).waitFor();
  await messageField(samir).waitFor();
  return { caseId, samir, anna };
}

/** Signs in from the menu and opens a case in "my cases". */
export async function openOwnCase(widget: WidgetPage, who: RegExp, reason: RegExp): Promise<void> {
  await widget.press('Meny');
  await widget.press('Logga in');
  await widget.signIn(who);
  await widget.press(reason);
}

export const messageField = (widget: WidgetPage): Locator =>
  widget.frame.getByRole('textbox', { name: 'Skriv ett meddelande' });

export const replyField = (desk: Page): Locator => desk.getByRole('textbox', { name: /^Svar till/ });

/** The resident writes and sends. */
export async function residentSays(widget: WidgetPage, text: string): Promise<void> {
  await messageField(widget).fill(text);
  await widget.press('Skicka');
}

/** Staff write and send. */
export async function staffSay(desk: Page, text: string): Promise<void> {
  await replyField(desk).fill(text);
  await replyField(desk).press('Enter');
}

/** The messages that a resident sees, from the top. */
export function shownToResident(widget: WidgetPage): Promise<string[]> {
  return widget.frame.getByRole('list', { name: 'Meddelanden' }).locator('.written').allInnerTexts();
}

/** The messages that staff see, from the top; the resident's first words stand before them. */
export async function shownToStaff(desk: Page): Promise<string[]> {
  return (await desk.getByRole('log').locator('.bubble-text').allInnerTexts()).slice(1);
}

/** The messages on the timeline, in order of number. Fails when a number is missing. */
export async function stored(test: TestApp, caseId: string): Promise<string[]> {
  const entries = await test.dataSource.manager.find(StoredTimelineEntry, {
    where: { caseId },
    order: { number: 'ASC' },
  });
  const gap = entries.findIndex(({ number }, index) => number !== index + 1);
  if (gap >= 0) throw new Error(`The timeline has no number ${gap + 1}`);
  return entries.flatMap(({ kind, body }) => (kind === 'message' ? [(body as { text: string }).text] : []));
}
