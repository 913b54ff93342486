import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Flow } from './flow.types.js';
import { FlowFileError } from './flow-file.js';
import { loadFlows } from './flow-loader.js';

/** What the build has read: the flows, and of which files and by which program. */
interface Prepared {
  key: string;
  flows: Flow[];
}

/** Where flows lie, what reads them, and where the build keeps what it read. */
export interface PreparedPlaces {
  /** The only directory that is prepared. */
  flows: string;
  /** Folders of the program that reads and checks flows. */
  program: readonly string[];
  file: string;
}

/** The flows of a directory: as the build read them, while no file and nothing of the program is another; else read anew. */
export function flowsOf(directory: string, places: PreparedPlaces): readonly Flow[] {
  return prepared(directory, places) ?? loadFlows(directory);
}

/** Reads the flows and keeps them for the starts to come. With a fault in them nothing is kept: the start tells of it. */
export function prepareFlows(places: PreparedPlaces): void {
  if (prepared(places.flows, places)) return;
  rmSync(places.file, { force: true });
  try {
    const kept: Prepared = { key: keyOf(places), flows: loadFlows(places.flows) };
    writeFileSync(places.file, JSON.stringify(kept));
  } catch (error) {
    if (!(error instanceof FlowFileError)) throw error;
  }
}

function prepared(directory: string, places: PreparedPlaces): Flow[] | null {
  if (resolve(directory) !== resolve(places.flows) || !existsSync(places.file)) return null;
  try {
    const { key, flows } = JSON.parse(readFileSync(places.file, 'utf8')) as Prepared;
    return key === keyOf(places) ? flows : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // cut off while it was written
    throw error;
  }
}

/** Another as soon as any file beside the flows, or any of the program's, has another content or name, is more or is gone. */
function keyOf({ flows, program }: PreparedPlaces): string {
  const hash = createHash('sha256');
  for (const folder of [flows, ...program]) {
    for (const file of filesIn(folder)) {
      const content = readFileSync(file);
      hash.update(`${relative(folder, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
