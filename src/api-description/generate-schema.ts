import {
  AnyType,
  type CompletedConfig,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  DefinitionType,
  type Schema,
  SchemaGenerator,
  type SubNodeParser,
} from 'ts-json-schema-generator';
import { residentEntry } from './resident-entry.js';
import type { RoutesSchema } from './routes-schema.js';

const REF = '#/definitions/';
/** A type with a name of its own; what generic types are called tells where they stand in the source. */
const NAMED = /^\w+$/;
/** Its type is worked out from `TIMELINE_RULES`, which the generator cannot follow; so its schema is too. */
const LEFT_TO_THE_RULES: SubNodeParser = {
  supportsNode: (node) =>
    (node as { typeName?: { escapedText?: string } }).typeName?.escapedText === 'ResidentEntry',
  createType: () => new DefinitionType('ResidentEntry', new AnyType()),
};

/**
 * The routes and all types that they name as JSON Schema, read from the contracts by the compiler: for the build, not
 * for production.
 */
export function generateSchema(root: string): RoutesSchema {
  const settings: CompletedConfig = {
    ...DEFAULT_CONFIG,
    path: `${root}/src/contracts/routes/described.ts`,
    tsconfig: `${root}/tsconfig.json`,
    skipTypeCheck: true,
    additionalProperties: false,
    encodeRefs: false,
    expose: 'export',
    jsDoc: 'extended',
  };
  const program = createProgram(settings);
  const parser = createParser(program, settings, (chain) => chain.addNodeParser(LEFT_TO_THE_RULES));
  const generator = new SchemaGenerator(program, parser, createFormatter(settings), settings);
  const { definitions = {} } = generator.createSchema('Described');
  const whole = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(whole);
    if (typeof node !== 'object' || node === null) return node;
    const { $ref } = node as Schema;
    if ($ref?.startsWith(REF)) {
      const name = $ref.slice(REF.length);
      return NAMED.test(name) ? { $ref: `#/components/schemas/${name}` } : whole(definitions[name]);
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, whole(value)]));
  };
  const { Described, Routes, ...types } = definitions;
  const named = Object.entries(types).filter(([name]) => NAMED.test(name));
  const schema = {
    routes: whole((Routes as Schema).properties ?? {}),
    types: whole(Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)))),
  } as RoutesSchema;
  schema.types.ResidentEntry = residentEntry(schema.types);
  return schema;
}
