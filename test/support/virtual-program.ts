import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Texts of files instead of those on disk, by path from the root of the project. */
export type Patches = Readonly<Record<string, string>>;

/**
 * A project of TypeScript (the server, or the pages) that is compiled with some files as they are not. Files that stay as
 * they are, are parsed once.
 */
export class VirtualProject {
  private readonly parsed: ts.ParsedCommandLine;
  private readonly known = new Map<string, ts.SourceFile | undefined>();
  private program?: ts.Program;

  constructor(
    private readonly root: string,
    config: string,
  ) {
    const path = join(root, config);
    const { config: json, error } = ts.readConfigFile(path, ts.sys.readFile);
    if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
    const parsed = ts.parseJsonConfigFileContent(json, ts.sys, dirname(path));
    const fileNames = parsed.fileNames.filter((name) => this.isProduct(name));
    this.parsed = { ...parsed, fileNames, options: { ...parsed.options, incremental: false } };
  }

  /** What the compiler says of each file that does not compile, by path from the root. With `only`, no others are looked at. */
  faults(patches: Patches, only?: ReadonlySet<string>): Map<string, string> {
    this.program = ts.createProgram({
      rootNames: this.parsed.fileNames,
      options: this.parsed.options,
      host: this.host(patches),
      oldProgram: this.program,
    });
    const { program } = this;
    const said = (name: string) =>
      program
        .getSemanticDiagnostics(program.getSourceFile(name))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
        .join('\n');
    return new Map(
      this.parsed.fileNames
        .filter((name) => only?.has(relative(this.root, name)) ?? true)
        .map((name): [string, string] => [relative(this.root, name), said(name)])
        .filter(([, text]) => text !== ''),
    );
  }

  private isProduct(name: string): boolean {
    return relative(this.root, name).startsWith('src/') && !/\.spec\.tsx?$/.test(name);
  }

  private host(patches: Patches): ts.CompilerHost {
    const host = ts.createCompilerHost(this.parsed.options);
    const read = host.getSourceFile.bind(host);
    return {
      ...host,
      getSourceFile: (name, options, ...rest) => {
        const patched = patches[relative(this.root, name)];
        if (patched !== undefined) return ts.createSourceFile(name, patched, options);
        if (!this.known.has(name)) this.known.set(name, read(name, options, ...rest));
        return this.known.get(name);
      },
    };
  }
}

/** Something written into a file, before `place`, which must be found there once. */
export interface Insertion {
  path: string;
  place: RegExp;
  add: string;
}

/** The files with all of that in them. */
export function withInsertions(root: string, insertions: readonly Insertion[]): Patches {
  const patches: Record<string, string> = {};
  for (const { path, place, add } of insertions) {
    const text = patches[path] ?? readFileSync(join(root, path), 'utf8');
    const places = [...text.matchAll(new RegExp(place, 'g'))];
    if (places.length !== 1) throw new Error(`${path} has ${places.length} places like ${place}`);
    const at = places[0]?.index ?? 0;
    patches[path] = text.slice(0, at) + add + text.slice(at);
  }
  return patches;
}
