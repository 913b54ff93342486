import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { AttachmentStore, StorageAwayError, StorageFullError } from './attachment-store.js';

/** The error codes of Ceph and MinIO for a full bucket or store. */
const FULL_CODES = new Set([
  'QuotaExceeded',
  'StorageFull',
  'XMinioStorageFull',
  'XMinioAdminBucketQuotaExceeded',
]);

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
