export interface SendForm {
  method: string;
  path: string;
  headers: Record<string, string>;
  form: FormData;
  /** What is thrown when it does not get there. */
  failure: (code: 'away' | 'timeout', why: string) => Error;
  signal?: AbortSignal;
  /** How much of it has gone, from 0 to 1. */
  onProgress?: (share: number) => void;
}

const STILL_MS = 60_000;

/**
 * Sends a file, for as long as it gets on: a slow line takes its time, one on which nothing moves for a minute is given up.
 * `fetch` cannot tell how far it has come.
 */
export function sendForm({
  method,
  path,
  headers,
  form,
  failure,
  signal,
  onProgress,
}: SendForm): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let still: ReturnType<typeof setTimeout> | undefined;
    const end = (fault?: Error) => {
      clearTimeout(still);
      signal?.removeEventListener('abort', stop);
      if (fault) reject(fault);
    };
    const moves = () => {
      clearTimeout(still);
      still = setTimeout(() => {
        end(failure('timeout', 'No progress'));
        request.abort();
      }, STILL_MS);
    };
    const stop = () => {
      end(failure('away', 'Given up'));
      request.abort();
    };
    request.open(method, path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'blob';
    request.upload.onprogress = ({ loaded, total }) => {
      moves();
      if (total > 0) onProgress?.(loaded / total);
    };
    request.onprogress = moves;
    request.onerror = () => end(failure('away', 'No connection'));
    request.onload = () => {
      end();
      const lines = request
        .getAllResponseHeaders()
        .trim()
        .split(/[\r\n]+/);
      const answered = lines.map((line): [string, string] => {
        const at = line.indexOf(':');
        return [line.slice(0, at), line.slice(at + 1).trim()];
      });
      const { status } = request;
      resolve(new Response(status === 204 ? null : request.response, { status, headers: answered }));
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop);
    moves();
    request.send(form);
  });
}
