import { rm } from 'node:fs/promises';

export default async function tearDown() {
  const { postgres, folder, browsers } = globalThis.forTests;
  for (const browser of browsers) await browser?.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
