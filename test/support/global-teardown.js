import { rm } from 'node:fs/promises';

export default async function tearDown() {
  const { postgres, folder, browser } = globalThis.forTests;
  await browser?.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
