import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../contracts/index.js';

const listeners = new Set<() => void>();
let isOld = false;

/** Whether the server has been upgraded since this page was loaded, so that the two no longer understand each other. */
export const oldPage = {
  isOld: (): boolean => isOld,

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** The server said so. It stays so until the page is loaded anew. */
  tell(): void {
    if (isOld) return;
    isOld = true;
    for (const listener of [...listeners]) listener();
  },

  /** Looks at what an answer says of the server; one that is not ours says nothing. */
  look({ headers }: Pick<Response, 'headers'>): void {
    const version = headers.get(PROTOCOL_HEADER);
    if (version !== null && version !== PROTOCOL_VERSION) oldPage.tell();
  },
};
