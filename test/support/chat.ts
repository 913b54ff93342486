import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { StoredTimelineEntry } from '../../src/cases/timeline-entry.entity.js';
import type { NetworkLine } from './network-line.js';
import { Resident } from './people.js';
import { samirWrites } from './samir.js';
import type { Scene, WidgetPage } from './scene.js';
import { until } from './until.js';

/** A broken line is noticed when acknowledgements stay away, or at the latest when the heartbeat does. */
export const NOTICED_MS = 40_000;
export const NOT_SENT = 'Inte skickat än, vi försöker igen';

/** Samir's widget and Anna's desk in the middle of their chat, and what has been said so far. */
export class Chat {
  /** Texts in the order in which they must stand with everyone. */
  readonly said: string[] = [];

  private constructor(
    private readonly scene: Scene,
    readonly caseId: string,
    readonly samir: WidgetPage,
    readonly anna: Page,
  ) {}

  /** Samir has written about his breath and was sent to the chat; Anna has taken the case, and both look at it. */
  static async open(scene: Scene, lines: { samir?: NetworkLine; anna?: NetworkLine } = {}): Promise<Chat> {
    const { id: caseId } = await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
    const samir = await scene.resident('herrgardet', { line: lines.samir });
    await openOwnCase(samir, /Samir/, /Svårt att andas/);
    const anna = await scene.staff(/Anna/, { line: lines.anna });
    await anna.getByRole('button', { name: /Nästa ärende/ }).click();
    const chat = new Chat(scene, caseId, samir, anna);
    await chat.replyField.waitFor();
    await chat.messageField.waitFor();
    return chat;
  }

  get messageField(): Locator {
    return this.samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' });
  }

  get replyField(): Locator {
    return this.anna.getByRole('textbox', { name: 'Svar till Samir' });
  }

  /** The thin line that tells the resident that there is no connection. */
  get samirAway(): Locator {
    return this.samir.frame.getByText(/^Ingen kontakt just nu/);
  }

  /** The same at the desk. */
  get annaAway(): Locator {
    return this.anna.getByText(/^Ingen kontakt med Slussen/);
  }

  /** Samir writes and presses send. */
  async samirSends(text: string): Promise<void> {
    await this.messageField.fill(text);
    await this.samir.press('Skicka');
  }

  async annaSends(text: string): Promise<void> {
    await this.replyField.fill(text);
    await this.replyField.press('Enter');
  }

  /** All that has been said stands once and in order with both and on the timeline. */
  async bothSeeAll(): Promise<void> {
    const widget = () =>
      this.samir.frame.getByRole('list', { name: 'Meddelanden' }).locator('.written').allInnerTexts();
    // Before the messages stand the words with which the case began.
    const desk = async () =>
      (await this.anna.getByRole('log').locator('.bubble-text').allInnerTexts()).slice(1);
    for (const shown of [widget, desk]) {
      const same = async () => isDeepStrictEqual(await shown(), this.said);
      await until('all is shown', same, NOTICED_MS).catch(async () =>
        expect(await shown()).toEqual(this.said),
      );
    }
    expect(await this.stored()).toEqual(this.said);
  }

  /**
   * Waits until what was written while a line was broken is stored, and notes in which order. Each is there once, and
   * each writer's in the order of writing.
   */
  async arrive(texts: { samir: string[]; anna: string[] }): Promise<void> {
    const writers = Object.values(texts);
    const whole = this.said.length + writers.flat().length;
    await until('all is stored', async () => (await this.stored()).length >= whole, NOTICED_MS);
    const fresh = (await this.stored()).slice(this.said.length);
    expect(fresh.toSorted()).toEqual(writers.flat().toSorted());
    for (const own of writers) expect(fresh.filter((text) => own.includes(text))).toEqual(own);
    this.said.push(...fresh);
  }

  /** The messages on the timeline, in order of number, which has no gaps. */
  private async stored(): Promise<string[]> {
    const entries = await this.scene.test.dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId: this.caseId },
      order: { number: 'ASC' },
    });
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
    return entries.flatMap(({ kind, body }) => (kind === 'message' ? [(body as { text: string }).text] : []));
  }
}

/** Signs in from the menu and opens a case in "my cases". */
export async function openOwnCase(widget: WidgetPage, who: RegExp, reason: RegExp): Promise<void> {
  await widget.press('Meny');
  await widget.press('Logga in');
  // The page before it has such a link, too.
  await widget.frame.getByRole('heading', { level: 1, name: 'Mina ärenden' }).waitFor();
  await widget.signIn(who);
  await widget.press(reason);
}
