import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import compression from 'compression';
import express from 'express';
import request from 'supertest';
import { precompressed } from './precompressed.js';

const SCRIPT = `console.log('${'slussen '.repeat(400)}');`;
const folder = mkdtempSync(path.join(tmpdir(), 'slussen-assets-'));
writeFileSync(path.join(folder, 'a.js'), SCRIPT);
writeFileSync(path.join(folder, 'a.js.br'), brotliCompressSync(SCRIPT));
writeFileSync(path.join(folder, 'plain.js'), SCRIPT);

const app = express().use(
  compression(),
  precompressed(folder),
  express.static(folder, { fallthrough: false }),
);

describe('precompressed', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('sends what the build compressed, with the type of the file itself', async () => {
    const answer = await request(app).get('/a.js').set('accept-encoding', 'gzip, br').expect(200);
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(brotliCompressSync(SCRIPT).length),
    });
    expect(answer.headers.vary).toMatch(/Accept-Encoding/i);
    expect(answer.text).toBe(SCRIPT);
  });

  it('sends the file itself to those who do not take Brotli, and where nothing was made', async () => {
    const gzip = await request(app).get('/a.js').set('accept-encoding', 'gzip').expect(200);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gzip.text).toBe(SCRIPT);
    await request(app).get('/plain.js').set('accept-encoding', 'identity').expect(200, SCRIPT);
    await request(app).get('/missing.js').expect(404);
  });
});
