import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Lets a static handler behind it send the `.br` that the build put beside a file, to browsers that take Brotli.
 * Compressing this hard is too slow for each request, and it keeps the widget's first load small.
 */
export function precompressed(directory: string): RequestHandler {
  const made = new Set(filesIn(directory).filter((name) => name.endsWith('.br')));
  return (request, response, next) => {
    const type = TYPES[path.extname(request.path)];
    if (type && made.has(`${request.path.slice(1)}.br`)) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('br')) {
        request.url = `${request.path}.br`;
        response.setHeader('Content-Encoding', 'br');
        response.setHeader('Content-Type', type);
      }
    }
    next();
  };
}

function filesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return []; // The web is not built; the pages then say so themselves.
  }
}
