import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { Attachment } from '../src/cases/attachment.entity.js';
import type { AccessLogRow, AttachmentRef, Problem, ResidentCase } from '../src/contracts/index.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Bucket } from './support/bucket.js';
import { type Answered, type ApiUser, calmAnswer, Resident, StaffMember } from './support/people.js';
import { bomb, picture, pictureOfPhone } from './support/pictures.js';
import { samirWrites } from './support/samir.js';

function form(bytes: Buffer, { type = 'image/jpeg', name = 'bild.jpg', field = 'file' } = {}): FormData {
  const data = new FormData();
  data.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
  return data;
}

function put<T = AttachmentRef>(
  by: ApiUser,
  caseId: string,
  body: FormData,
  id: string = randomUUID(),
): Promise<Answered<T>> {
  const desk = by instanceof StaffMember ? '/desk' : '';
  return by.call<T>('PUT', `/api${desk}/cases/${caseId}/attachments/${id}`, body);
}

describe('images', () => {
  let server: TestApp;
  let lisa: Resident;
  let caseId: string;
  beforeAll(async () => {
    server = await startTestApp();
    lisa = await Resident.visit(server.origin);
    caseId = (await lisa.start('Utslag på armen')).id;
  });
  afterAll(() => server?.close());

  const count = () => server.dataSource.manager.countBy(Attachment, {});

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'are taken as %s and kept as JPEG',
    async (format) => {
      const taken = await put(lisa, caseId, form(await picture(format), { type: `image/${format}` }));
      expect(taken).toMatchObject({ status: 200, body: { width: 60, height: 40 } });
      const { body } = await lisa.call<Buffer>('GET', `/api/attachments/${taken.body.id}`);
      expect(await sharp(body).metadata()).toMatchObject({ format: 'jpeg', width: 60, height: 40 });
    },
  );

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['a text named .jpg', () => Buffer.from('Hej, jag är ingen bild')],
    ['nothing', () => Buffer.alloc(0)],
    ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'SVG',
      () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    [
      'SVG without a head',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['PDF', () => Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>')],
    ['a zip', () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    ['a program', () => Buffer.from('7f454c4602010100', 'hex')],
    ['the beginning of a JPEG', async () => (await picture()).subarray(0, 200)],
    [
      'half a JPEG',
      async () => {
        const whole = await sharp({
          create: {
            width: 800,
            height: 800,
            channels: 3,
            background: '#fff',
            noise: { type: 'gaussian', mean: 99, sigma: 40 },
          },
        })
          .jpeg()
          .toBuffer();
        return whole.subarray(0, whole.length / 2);
      },
    ],
    ["a GIF's name on a script", () => Buffer.from('GIF89a/*\x00\x00\x00\x00\x00*/=1;alert(1)//')],
    ['a JPEG name on HTML', () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('<script>')])],
    ['a PNG that unpacks to 2.5 billion pixels', () => bomb(50_000)],
    ['a PNG that unpacks past any number', () => bomb(2_147_483_647)],
  ])('refuse %s, whatever its name says', async (_name, make) => {
    const before = await count();
    const refused = await put<Problem>(lisa, caseId, form(await make()));
    expect(refused.status).toBe(415);
    expect(refused.problem).toMatchObject({
      type: 'urn:slussen:problem:not-an-image',
      status: 415,
      errors: [{ field: 'file' }],
    });
    expect(await count()).toBe(before);
  });

  it('lose what was hidden behind or inside them', async () => {
    const hidden = Buffer.concat([await picture(), Buffer.from('<script>alert(1)</script>PK\x05\x06')]);
    const taken = await put(lisa, caseId, form(hidden));
    expect(taken.status).toBe(200);
    const { body } = await lisa.call<Buffer>('GET', `/api/attachments/${taken.body.id}`);
    expect(body.includes('script')).toBe(false);
    expect(body.includes('PK\x05\x06')).toBe(false);
  });

  it('lose the place and the camera, and stand upright', async () => {
    const sent = await pictureOfPhone();
    expect(await sharp(sent).metadata()).toMatchObject({ orientation: 6, exif: expect.anything() });
    expect(sent.includes('Telefonmakaren')).toBe(true);
    const taken = await put(lisa, caseId, form(sent));
    expect(taken.body).toMatchObject({ width: 40, height: 60 });
    const { body } = await lisa.call<Buffer>('GET', `/api/attachments/${taken.body.id}`);
    const kept = await sharp(body).metadata();
    expect([kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(kept).toMatchObject({ width: 40, height: 60 });
    expect(body.includes('Telefonmakaren')).toBe(false);
  });

  it('are made at most 2,400 pixels long', async () => {
    const taken = await put(lisa, caseId, form(await picture('jpeg', { width: 4800, height: 1200 })));
    expect(taken.body).toMatchObject({ width: 2400, height: 600 });
  });

  it.each<[string, () => Promise<FormData | object | undefined>]>([
    ['another field name', async () => form(await picture(), { field: 'picture' })],
    [
      'two files',
      async () => {
        const both = form(await picture());
        both.append('file', new Blob([new Uint8Array(await picture())]), 'b.jpg');
        return both;
      },
    ],
    [
      'a text beside it',
      async () => {
        const both = form(await picture());
        both.append('note', 'x');
        return both;
      },
    ],
    [
      'a text instead',
      async () => {
        const text = new FormData();
        text.append('file', 'x');
        return text;
      },
    ],
    ['an empty form', async () => new FormData()],
    ['JSON', async () => ({ file: 'x' })],
    ['nothing', async () => undefined],
  ])('with %s are refused by the name of the field', async (_name, make) => {
    const before = await count();
    const refused = await put<Problem>(lisa, caseId, (await make()) as FormData);
    expect(refused.problem).toMatchObject({
      type: 'urn:slussen:problem:bad-input',
      status: 400,
      errors: [{ field: 'file' }],
    });
    expect(await count()).toBe(before);
  });

  it('in a form that breaks off are refused, and the next one is taken', async () => {
    const response = await fetch(`${server.origin}/api/cases/${caseId}/attachments/${randomUUID()}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${lisa.token}`, 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc',
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as Problem).errors?.[0]?.field).toBe('file');
    expect((await put(lisa, caseId, form(await picture()))).status).toBe(200);
  });

  it('of 50 MB are refused with a problem, the connection whole and the memory small (P12)', async () => {
    const piece = Buffer.alloc(256 * 1024, 7);
    const megabytes = 50;
    const boundary = 'slussen';
    const before = process.memoryUsage();
    let most = 0;
    const answered = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sending = request(
        `${server.origin}/api/cases/${caseId}/attachments/${randomUUID()}`,
        {
          method: 'PUT',
          headers: {
            authorization: `Bearer ${lisa.token}`,
            'content-type': `multipart/form-data; boundary=${boundary}`,
          },
        },
        (response) => {
          let text = '';
          response.on('data', (bytes) => {
            text += bytes;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      sending.on('error', reject);
      sending.write(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
      );
      let left = (megabytes * 1024 * 1024) / piece.length;
      const more = (): void => {
        const { arrayBuffers } = process.memoryUsage();
        most = Math.max(most, arrayBuffers - before.arrayBuffers);
        while (left > 0) {
          left -= 1;
          if (!sending.write(piece)) {
            sending.once('drain', more);
            return;
          }
        }
        sending.end(`\r\n--${boundary}--\r\n`);
      };
      more();
    });
    expect(answered.status).toBe(413);
    expect(JSON.parse(answered.text)).toMatchObject({
      type: 'urn:slussen:problem:too-large',
      detail: expect.stringMatching(/10 MB/),
    });
    expect(most).toBeLessThan(40 * 1024 * 1024);
    expect((await put(lisa, caseId, form(await picture()))).status).toBe(200);
  });

  it('with the same id are one image, sent again or twice at once', async () => {
    const { id: own } = await lisa.start('Två gånger');
    const id = randomUUID();
    const bytes = await picture();
    const both = await Promise.all([put(lisa, own, form(bytes), id), put(lisa, own, form(bytes), id)]);
    const again = await put(lisa, own, form(await picture('png')), id.toUpperCase());
    expect([...both, again].map(({ status, body }) => [status, body.id])).toEqual([
      [200, id],
      [200, id],
      [200, id],
    ]);
    const seen = await lisa.ok<ResidentCase>('GET', `/api/cases/${own}`);
    expect(seen.images).toHaveLength(1);
    expect(await server.dataSource.manager.countBy(Attachment, { caseId: own })).toBe(1);
  });

  it("of another case are not taken over, and other people's cases take none", async () => {
    const { id } = (await put(lisa, caseId, form(await picture()))).body;
    const other = await Resident.visit(server.origin);
    const { id: others } = await other.start('Något annat');
    const over = await put<Problem>(other, others, form(await picture('png', { width: 9, height: 9 })), id);
    expect([over.status, over.problem.type]).toEqual([409, 'urn:slussen:problem:conflict']);
    const { body } = await lisa.call<Buffer>('GET', `/api/attachments/${id}`);
    expect(await sharp(body).metadata()).toMatchObject({ width: 60 });
    expect((await put(other, caseId, form(await picture()))).status).toBe(404);
    expect((await put(other, randomUUID(), form(await picture()))).status).toBe(404);
  });

  it('answer a question only if they are of this case', async () => {
    const { id } = (await put(lisa, caseId, form(await picture()))).body;
    const { id: rash } = await lisa.start('Utslag', { patientAgeMonths: 35 * 12, patientSex: 'female' });
    let seen = await lisa.ok<ResidentCase>('PUT', `/api/cases/${rash}/reason`, { flowId: 'rash' });
    while (seen.triage?.question && seen.triage.question.kind !== 'image') {
      const { question } = seen.triage;
      const value = question.kind === 'one' ? question.options?.at(-1)?.id : calmAnswer(question);
      seen = await lisa.ok('PUT', `/api/cases/${rash}/answers/${question.id}`, { value });
    }
    const address = `/api/cases/${rash}/answers/${seen.triage?.question?.id}`;
    const foreign = await lisa.call('PUT', address, { value: [id] });
    expect([foreign.status, foreign.problem.errors?.[0]?.field]).toEqual([422, 'value']);
    expect((await lisa.call('PUT', address, { value: [randomUUID()] })).status).toBe(422);
    const own = (await put(lisa, rash, form(await picture()))).body;
    const answered = await lisa.ok<ResidentCase>('PUT', address, { value: [own.id] });
    expect(answered.triage?.answered.at(-1)?.value).toEqual([own.id]);
  });

  it('are shown only to those who may see the case; reading by staff is logged', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const waiting = await samirWrites(samir);
    expect(waiting.state).toBe('waiting');
    const { id } = (await put(samir, waiting.id, form(await picture()))).body;
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    const sara = await StaffMember.signedIn(server.origin, /Sara/);
    const statusFor = async (by: ApiUser) => (await by.call('GET', `/api/attachments/${id}`)).status;
    expect(await statusFor(samir)).toBe(200);
    expect(await statusFor(anna)).toBe(200);
    expect(await statusFor(lisa)).toBe(404);
    expect(await statusFor(await Resident.signedIn(server.origin, /Lisa Bergman/))).toBe(404);
    expect(await statusFor(sara)).toBe(404);
    expect((await fetch(`${server.origin}/api/attachments/${id}`)).status).toBe(401);
    const log = await samir.ok<AccessLogRow[]>('GET', '/api/me/access-log');
    expect(log.map(({ who, action, caseId }) => ({ who, action, caseId }))).toEqual([
      { who: 'Anna Lindqvist', action: 'image', caseId: waiting.id },
    ]);
    expect((await put(anna, waiting.id, form(await picture()))).status).toBe(403);
    await anna.ok('POST', `/api/desk/cases/${waiting.id}/claim`, { id: randomUUID() });
    expect((await put(anna, waiting.id, form(await picture()))).status).toBe(200);
    expect((await put(sara, waiting.id, form(await picture()))).status).toBe(404);
  });

  it('are served so that no browser takes them for anything else or keeps them for others', async () => {
    const { id } = (await put(lisa, caseId, form(await picture()))).body;
    const { headers } = await fetch(`${server.origin}/api/attachments/${id}`, {
      headers: { authorization: `Bearer ${lisa.token}` },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      'cache-control': expect.stringMatching(/^private\b/),
    });
  });

  it('lie outside the web root', async () => {
    const { id } = (await put(lisa, caseId, form(await picture()))).body;
    const folder = path.join(server.settings.DATA_DIR, 'attachments', id.slice(0, 2));
    expect(await readdir(folder)).toContain(id);
    for (const address of [`/attachments/${id}`, `/${id}`, `/assets/${id}`, `/..%2f..%2f${id}`]) {
      expect((await fetch(server.origin + address)).status).toBe(404);
    }
  });

  it('are at most thirty in a case, and none in a closed one', async () => {
    const { id: own } = await lisa.start('Många');
    const bytes = await picture();
    for (let index = 0; index < 30; index += 1) expect((await put(lisa, own, form(bytes))).status).toBe(200);
    expect((await put<Problem>(lisa, own, form(bytes))).problem.type).toBe('urn:slussen:problem:wrong-state');
    const { id: gone } = await lisa.start('Tas tillbaka');
    await lisa.ok('POST', `/api/cases/${gone}/withdrawal`, {});
    expect((await put<Problem>(lisa, gone, form(bytes))).problem.type).toBe(
      'urn:slussen:problem:wrong-state',
    );
  });
});

/** A file system of 256 kB of our own, or null where we may not make one. */
function smallDisk(): { folder: string; remove: () => void } | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'slussen-small-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    remove();
    return null;
  }
  return {
    folder,
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      remove();
    },
  };
}

/** Adds images until there is no room; then everything but images goes on. */
async function fillUp(server: TestApp, before: () => void): Promise<void> {
  const lisa = await Resident.visit(server.origin);
  const { id: caseId } = await lisa.start('Utslag');
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const bytes = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#fff', noise } })
    .png()
    .toBuffer();
  const kept: string[] = [];
  let refused: Answered<AttachmentRef> | null = null;
  for (let index = 0; index < 12 && !refused; index += 1) {
    if (index === 2) before();
    const sent = await put(lisa, caseId, form(bytes));
    if (sent.status === 200) kept.push(sent.body.id);
    else refused = sent;
  }
  expect(refused?.problem).toMatchObject({ type: 'urn:slussen:problem:storage-full', status: 507 });
  expect(refused?.problem.detail).toMatch(/Go on without it/);
  expect(kept.length).toBeGreaterThan(0);
  expect(await server.dataSource.manager.countBy(Attachment, { caseId })).toBe(kept.length);
  for (const id of kept) expect((await lisa.call('GET', `/api/attachments/${id}`)).status).toBe(200);
  const seen = await lisa.ok<ResidentCase>('PUT', `/api/cases/${caseId}/reason`, { flowId: 'general' });
  expect(seen.images.map(({ id }) => id)).toEqual(kept);
  expect(seen.triage?.question).not.toBeNull();
}

describe('images on a full disk', () => {
  const disk = smallDisk();
  const test = disk ? it : it.skip;
  if (!disk) process.stderr.write('Skipped, because no small file system can be mounted here: a full disk\n');

  test('are refused with 507, and the case goes on', async () => {
    const server = await startTestApp({ env: { DATA_DIR: disk?.folder ?? '' } });
    try {
      await fillUp(server, () => undefined);
      const folder = path.join(disk?.folder ?? '', 'attachments');
      const files = await readdir(folder, { recursive: true });
      expect(files.filter((name) => name.endsWith('.part'))).toEqual([]);
    } finally {
      await server.close();
      disk?.remove();
    }
  });
});

describe('images in a bucket', () => {
  let bucket: Bucket;
  let server: TestApp;
  const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'eu-north-1' };
  beforeAll(async () => {
    Object.assign(process.env, credentials);
    bucket = await Bucket.start();
    server = await startTestApp({
      env: { ATTACHMENT_STORE: 's3', ATTACHMENT_BUCKET: 'bilder', ATTACHMENT_ENDPOINT: bucket.endpoint },
    });
  });
  afterEach(() => {
    bucket.refuseWith = null;
  });
  afterAll(async () => {
    await server?.close();
    await bucket?.stop();
    for (const name of Object.keys(credentials)) delete process.env[name];
  });

  it('are put, encrypted at rest, and got', async () => {
    const lisa = await Resident.visit(server.origin);
    const { id: caseId } = await lisa.start('Utslag');
    const { id } = (await put(lisa, caseId, form(await picture()))).body;
    const stored = bucket.objects.get(`/bilder/${id}`);
    expect(stored?.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-amz-server-side-encryption': 'AES256',
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256/),
    });
    const { body } = await lisa.call<Buffer>('GET', `/api/attachments/${id}`);
    expect(body.equals(stored?.bytes ?? Buffer.alloc(0))).toBe(true);
    bucket.objects.clear();
    expect((await lisa.call('GET', `/api/attachments/${id}`)).status).toBe(404);
  });

  it.each([
    { status: 403, code: 'QuotaExceeded' },
    { status: 400, code: 'XMinioAdminBucketQuotaExceeded' },
    { status: 507, code: 'XMinioStorageFull' },
  ])('are refused with 507 when it says $code, and the case goes on', async (refusal) => {
    await fillUp(server, () => {
      bucket.refuseWith = refusal;
    });
  });

  it('are asked for again later when it does not answer', async () => {
    const lisa = await Resident.visit(server.origin);
    const { id: caseId } = await lisa.start('Utslag');
    bucket.refuseWith = { status: 503, code: 'SlowDown' };
    const id = randomUUID();
    const away = await put<Problem>(lisa, caseId, form(await picture()), id);
    expect([away.status, away.problem.type]).toEqual([503, 'urn:slussen:problem:database-away']);
    bucket.refuseWith = null;
    expect((await put(lisa, caseId, form(await picture()), id)).status).toBe(200);
  });
});
