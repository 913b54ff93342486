import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Settings } from '../config/environment.js';
import { AttachmentStore, StorageAwayError, StorageFullError } from './attachment-store.js';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** The codes of Ceph and MinIO for a full bucket or store. */
const FULL_CODES = new Set([
  'QuotaExceeded',
  'StorageFull',
  'XMinioStorageFull',
  'XMinioAdminBucketQuotaExceeded',
]);

/** Files in a folder; written beside and renamed, so that a half-written image is never read. */
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

  /** Keys are UUIDs; two letters of each make folders, so that none grows without end. */
  private fileOf(key: string): string {
    return path.join(this.folder, key.slice(0, 2), key);
  }
}

/** A bucket of S3 or of a store that speaks like it. */
export class S3AttachmentStore extends AttachmentStore {
  private readonly client: S3Client;

  constructor(
    private readonly bucket: string,
    endpoint: string | undefined,
  ) {
    super();
    this.client = new S3Client(endpoint ? { endpoint, forcePathStyle: true } : {});
  }

  async put(key: string, bytes: Buffer, contentType: string): Promise<void> {
    try {
      await this.client.send(
        new PutObjectCommand({
          Bucket: this.bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          ServerSideEncryption: 'AES256',
        }),
      );
    } catch (error) {
      throw told(error);
    }
  }

  async get(key: string): Promise<Buffer | null> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
      return Body ? Buffer.from(await Body.transformToByteArray()) : null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw told(error);
    }
  }
}

/** What went wrong at the bucket: full, away for now, or (rights, names) a fault of ours that stays as it is. */
function told(error: unknown): unknown {
  if (!(error instanceof S3ServiceException)) return new StorageAwayError(error);
  const { httpStatusCode = 500 } = error.$metadata;
  if (FULL_CODES.has(error.name) || httpStatusCode === 507) return new StorageFullError(error);
  return httpStatusCode >= 500 || httpStatusCode === 429 ? new StorageAwayError(error) : error;
}

/** The store that the settings name. */
export function createAttachmentStore(settings: Settings): AttachmentStore {
  if (settings.ATTACHMENT_STORE === 's3') {
    return new S3AttachmentStore(settings.ATTACHMENT_BUCKET ?? '', settings.ATTACHMENT_ENDPOINT);
  }
  return new LocalAttachmentStore(path.resolve(settings.DATA_DIR, 'attachments'));
}
