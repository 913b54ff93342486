/** Where images are kept: outside the web root, by key. */
export abstract class AttachmentStore {
  /**
   * Stores bytes under a key, whole or not at all; the same key again is overwritten with the same bytes.
   * @throws StorageFullError when the store is full, StorageAwayError when it does not answer now
   */
  abstract put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /**
   * The bytes, or null when there are none under that key.
   * @throws StorageAwayError when the store does not answer now
   */
  abstract get(key: string): Promise<Buffer | null>;
}

export class StorageFullError extends Error {
  constructor(cause: unknown) {
    super('There is no room for more attachments', { cause });
    this.name = 'StorageFullError';
  }
}

/** The store cannot be reached, or fails on its side: a later attempt may succeed. */
export class StorageAwayError extends Error {
  constructor(cause: unknown) {
    super('The store of attachments does not answer', { cause });
    this.name = 'StorageAwayError';
  }
}
