import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { ProblemCode, RouteName } from '../contracts/index.js';

/** Written when the server is built, from the types of the contracts. */
export const SCHEMA_FILE = path.join(PROJECT_ROOT, 'dist', 'routes.schema.json');

/** As much of JSON Schema as is looked into here. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  [keyword: string]: unknown;
}

export interface RoutesSchema {
  routes: Record<RouteName, JsonSchema>;
  types: Record<string, JsonSchema>;
}

/** The map of routes as the compiler read it. */
export function readRoutesSchema(): RoutesSchema {
  return JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
}

/** What the map says of one route. */
export interface DescribedRoute {
  query?: JsonSchema;
  body?: JsonSchema;
  upload?: JsonSchema;
  answer?: JsonSchema;
  file?: string;
  stream?: JsonSchema;
  status: number;
  problems: ProblemCode[];
}

/** One line of the map, with its single values taken out of their schemas. */
export function describedRoute({ properties = {} }: JsonSchema): DescribedRoute {
  const { query, body, upload, answer, file, stream, status, problems } = properties;
  return {
    query,
    body,
    upload,
    answer,
    stream,
    file: file?.const as string | undefined,
    status: (status?.const as number | undefined) ?? 200,
    problems: (problems ? (problems.enum ?? [problems.const]) : []) as ProblemCode[],
  };
}
