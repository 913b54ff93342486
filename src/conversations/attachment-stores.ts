import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../config/environment.js';
import { AttachmentStore, StorageFullError } from './attachment-store.js';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Files in a folder, written to a temporary file and then renamed, so no half-written image is ever read. */
export class LocalAttachmentStore extends AttachmentStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    const file = this.fileOf(key);
    const part = `${file}.${randomUUID()}.part`;
    try {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(part, bytes, { mode: 0o600 });
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      if (FULL.has((error as NodeJS.ErrnoException).code ?? '')) throw new StorageFullError(error);
      throw error;
    }
  }

  async get(key: string): Promise<Buffer | null> {
    try {
      return await readFile(this.fileOf(key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Keys are UUIDs; their first two characters name the folder, so that no folder grows too large. */
  private fileOf(key: string): string {
    return path.join(this.folder, key.slice(0, 2), key);
  }
}

/** The store chosen in the settings. What speaks to S3 is loaded only when it is chosen. */
export async function createAttachmentStore(settings: Settings): Promise<AttachmentStore> {
  if (settings.ATTACHMENT_STORE === 's3') {
    const { S3AttachmentStore } = await import('./s3-attachment-store.js');
    return new S3AttachmentStore(settings.ATTACHMENT_BUCKET ?? '', settings.ATTACHMENT_ENDPOINT);
  }
  return new LocalAttachmentStore(path.resolve(settings.DATA_DIR, 'attachments'));
}
