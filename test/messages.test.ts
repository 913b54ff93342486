import { randomUUID } from 'node:crypto';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import type { MessageToSend } from '../src/contracts/index.js';
import type { TestApp } from './support/app.js';
import { Conversation } from './support/conversation.js';
import { hear, message, texts } from './support/messages.js';
import { Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

let test: TestApp;
let other: TestApp;
let anna: StaffMember;
let samir: Resident;
let talk: Conversation;

beforeAll(async () => {
  talk = await Conversation.start();
  ({ test, other, anna, samir } = talk);
});
afterEach(() => talk.closeSockets());
afterAll(() => talk.end());

describe('messages (P2)', () => {
  it('are each stored once and numbered without gaps when both write at once and everything is sent twice', async () => {
    const caseId = await talk.heldCase();
    const [annas, samirs] = [await talk.open(anna.socket()), await talk.open(samir.socket())];
    const [annaHears, samirHears] = [hear(annas), hear(samirs)];
    await annas.emitWithAck('case:watch', { caseId, have: 0 });
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    const fromAnna = Array.from({ length: 100 }, (_, index) => message(caseId, `anna ${index}`));
    const fromSamir = Array.from({ length: 100 }, (_, index) => message(caseId, `samir ${index}`));
    const sends = [annas, samirs].flatMap((socket, side) =>
      (side ? fromSamir : fromAnna).flatMap((each) => [
        socket.emitWithAck('message:send', each),
        socket.emitWithAck('message:send', each),
      ]),
    );
    const acknowledged = await Promise.all(sends);
    expect(acknowledged.every(({ ok }) => ok)).toBe(true);
    const stored = await test.dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId },
      order: { number: 'ASC' },
    });
    expect(stored.map(({ number }) => number)).toEqual(stored.map((_, index) => index + 1));
    expect(stored.filter(({ kind }) => kind === 'message')).toHaveLength(200);
    await until(
      'all are heard on both sides',
      () => texts(annaHears).length >= 200 && texts(samirHears).length >= 200,
    );
    expect(annaHears.map(({ number }) => number)).toEqual(
      [...annaHears.map(({ number }) => number)].sort((a, b) => a - b),
    );
    for (const heard of [annaHears, samirHears]) {
      expect(texts(heard).filter((text) => text.startsWith('anna'))).toEqual(
        fromAnna.map(({ text }) => text),
      );
      expect(texts(heard).filter((text) => text.startsWith('samir'))).toEqual(
        fromSamir.map(({ text }) => text),
      );
    }
  });

  it('that came while one was away are brought at "I have up to n", and only those', async () => {
    const caseId = await talk.heldCase();
    const annas = await talk.open(anna.socket());
    const first = await annas.emitWithAck('message:send', message(caseId, 'före'));
    await annas.emitWithAck('message:send', message(caseId, 'under tiden 1'));
    await annas.emitWithAck('message:send', message(caseId, 'under tiden 2'));
    const samirs = await talk.open(samir.socket());
    const answer = await samirs.emitWithAck('case:watch', { caseId, have: first.ok ? first.number : 0 });
    expect(answer.ok && texts(answer.entries)).toEqual(['under tiden 1', 'under tiden 2']);
  });

  it('committed by another process reach those connected here, in order', async () => {
    const caseId = await talk.heldCase();
    const here = await talk.open(samir.socket());
    const heard = hear(here);
    await here.emitWithAck('case:watch', { caseId, have: 0 });
    const annaThere = await StaffMember.signedIn(other.origin, /Anna/);
    const there = await talk.open(annaThere.socket());
    for (const text of ['ett', 'två', 'tre']) await there.emitWithAck('message:send', message(caseId, text));
    await until('the other process is heard', () => texts(heard).length >= 3);
    expect(texts(heard)).toEqual(['ett', 'två', 'tre']);
  });

  it('with the same id in two processes at once are stored once', async () => {
    const caseId = await talk.heldCase();
    const samirThere = await Resident.signedIn(other.origin, /Samir/);
    const [here, there] = [await talk.open(samir.socket()), await talk.open(samirThere.socket())];
    for (let round = 0; round < 10; round += 1) {
      const twice = message(caseId, `omgång ${round}`);
      const [a, b] = await Promise.all(
        [here, there].map((socket) => socket.emitWithAck('message:send', twice)),
      );
      expect(a).toMatchObject({ ok: true });
      expect(b).toMatchObject({ ok: true, number: a?.ok ? a.number : -1 });
    }
    expect(await test.dataSource.manager.countBy(StoredTimelineEntry, { caseId, kind: 'message' })).toBe(10);
  });

  it('never get into a case that closes in the same moment: each is either before the closing or refused', async () => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
    const closing = { id: randomUUID(), result: 'other', note: null };
    const [, ...sent] = await Promise.all([
      anna.ok('POST', `/api/desk/cases/${caseId}/closing`, closing),
      ...Array.from({ length: 50 }, (_, index) =>
        samirs.emitWithAck('message:send', message(caseId, String(index))),
      ),
    ]);
    const stored = await test.dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId },
      order: { number: 'ASC' },
    });
    const closed = stored.find(({ kind }) => kind === 'closed')?.number ?? 0;
    expect(stored.filter(({ kind, number }) => kind === 'message' && number > closed)).toEqual([]);
    expect(stored.filter(({ kind }) => kind === 'message')).toHaveLength(sent.filter(({ ok }) => ok).length);
    const refused = sent.filter(({ ok }) => !ok);
    for (const each of refused)
      expect(each).toMatchObject({ problem: { type: 'urn:slussen:problem:wrong-state' } });
  });

  it.each([
    ['a message of 100 kB', { text: 'å'.repeat(50_000) }, 'text'],
    ['text of the wrong type', { text: 7 }, 'text'],
    ['nothing at all', { text: '  ' }, 'text'],
    ['an unknown field', { text: 'x', html: '<b>' }, 'html'],
    ['no id of its own', { text: 'x', id: 'nej' }, 'id'],
    ["images that are not this case's", { text: 'x', attachmentIds: [randomUUID()] }, 'attachmentIds'],
  ])('refuse %s by the name of the field', async (_name, wrong, field) => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
    const sent = await samirs.emitWithAck('message:send', {
      ...message(caseId, ''),
      ...wrong,
    } as MessageToSend);
    expect(sent).toMatchObject({
      ok: false,
      problem: { type: 'urn:slussen:problem:bad-input', errors: [{ field }] },
    });
  });

  it("are not let into other people's cases, read or written", async () => {
    const caseId = await talk.heldCase();
    const lisa = await Resident.signedIn(test.origin, /Lisa.*55/);
    const lisas = await talk.open(lisa.socket());
    expect(await lisas.emitWithAck('message:send', message(caseId, 'x'))).toMatchObject({
      ok: false,
      problem: { status: 404 },
    });
    expect(await lisas.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({
      ok: false,
      problem: { status: 404 },
    });
    expect((await lisa.call('GET', `/api/cases/${caseId}`)).status).toBe(404);
    expect((await lisa.call('GET', `/api/cases/${caseId}/timeline?after=0`)).status).toBe(404);
  });
});
