/** Where images lie: outside the web root, by key. */
export abstract class AttachmentStore {
  /**
   * Stores bytes under a key, whole or not at all; the same key again is overwritten with the same bytes.
   * @throws StorageFullError when there is no room
   */
  abstract put(key: string, bytes: Buffer, contentType: string): Promise<void>;
  /** The bytes, or null when there are none under that key. */
  abstract get(key: string): Promise<Buffer | null>;
}

/** There is no room for more. */
export class StorageFullError extends Error {
  constructor(cause: unknown) {
    super('There is no room for more attachments', { cause });
    this.name = 'StorageFullError';
  }
}
