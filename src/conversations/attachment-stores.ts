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
/** The error codes of Ceph and MinIO for a full bucket or store. */
const FULL_CODES = new Set([
  'QuotaExceeded',
  'StorageFull',
  'XMinioStorageFull',
  'XMinioAdminBucketQuotaExceeded',
]);

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

/** A bucket of S3 or of a compatible store. */
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

/** Sorts errors of the bucket: full, away for now, or (rights, names) our own fault, passed on as it is. */
function told(error: unknown): unknown {
  if (!(error instanceof S3ServiceException)) return new StorageAwayError(error);
  const { httpStatusCode = 500 } = error.$metadata;
  if (FULL_CODES.has(error.name) || httpStatusCode === 507) return new StorageFullError(error);
  return httpStatusCode >= 500 || httpStatusCode === 429 ? new StorageAwayError(error) : error;
}

/** The store chosen in the settings. */
export function createAttachmentStore(settings: Settings): AttachmentStore {
  if (settings.ATTACHMENT_STORE === 's3') {
    return new S3AttachmentStore(settings.ATTACHMENT_BUCKET ?? '', settings.ATTACHMENT_ENDPOINT);
  }
  return new LocalAttachmentStore(path.resolve(settings.DATA_DIR, 'attachments'));
}
