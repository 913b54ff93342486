import type { OpenAPIObject } from '@nestjs/swagger';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { statusOfProblem } from '../config/problem.exception.js';
import type { ProblemCode, RouteName } from '../contracts/index.js';
import { ROUTES } from '../identity/access-table.js';
import { problemsOf } from './problems.rule.js';
import { type DescribedRoute, describedRoute, type JsonSchema, readRoutesSchema } from './routes-schema.js';

interface Operation {
  requestBody?: unknown;
  parameters?: unknown;
  responses: unknown;
  [part: string]: unknown;
}
type Types = Record<string, JsonSchema>;

const METHODS = ['get', 'post', 'put', 'delete'] as const;
const TYPE = '#/components/schemas/';
/** What the door asks of a field beyond its type. */
const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum', 'pattern', 'format'];

/**
 * Completes the description that Nest makes of the controllers: what each route takes and answers comes from the map of
 * routes, the limits of fields from what class-validator asks at the door, the problems from the map and from the table
 * of who may call what.
 */
export function describeRoutes(document: OpenAPIObject): OpenAPIObject {
  const { routes, types } = readRoutesSchema();
  const limits = validationMetadatasToSchemas() as Types;
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (!operation) continue;
      const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}` as RouteName;
      const described = describedRoute(routes[route]);
      const dto = dtoOf(operation);
      if (described.body && dto) addLimits(described.body, limits[dto], types);
      operation.parameters = parametersOf(route, described.query);
      operation.requestBody = requestBodyOf(described);
      operation.responses = {
        [described.status]: answerOf(described),
        ...problemAnswers(problemsOf(route, described, ROUTES[route].who)),
      };
    }
  }
  document.components = { ...document.components, schemas: types as Record<string, object> };
  return document;
}

/** The class that the door reads the body into, by Nest's own description. */
function dtoOf({ requestBody }: Operation): string | undefined {
  const body = requestBody as { content?: Record<string, { schema?: JsonSchema }> } | undefined;
  return body?.content?.['application/json']?.schema?.$ref?.slice(TYPE.length);
}

function addLimits(body: JsonSchema, asked: JsonSchema | undefined, types: Types): void {
  const schema = body.$ref ? types[body.$ref.slice(TYPE.length)] : body;
  if (!schema?.properties || !asked?.properties) return;
  for (const [name, field] of Object.entries(schema.properties)) {
    const limits = asked.properties[name] ?? {};
    for (const keyword of LIMITS) if (keyword in limits) field[keyword] = limits[keyword];
    if (limits.type === 'integer' && field.type === 'number') field.type = 'integer';
  }
  // What the door fills in may be left out.
  schema.required = schema.required?.filter((name) => asked.required?.includes(name));
}

function parametersOf(route: RouteName, query: JsonSchema | undefined): object[] {
  const inPath = [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'questionId' ? { type: 'string' } : { type: 'string', format: 'uuid' },
  }));
  const inQuery = Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query?.required?.includes(name) ?? false,
    schema,
  }));
  return [...inPath, ...inQuery];
}

function requestBodyOf({ body, upload }: DescribedRoute): object | undefined {
  if (body) return { required: true, content: { 'application/json': { schema: body } } };
  if (!upload) return undefined;
  const schema = {
    type: 'object',
    properties: { [String(upload.const)]: { type: 'string', format: 'binary' } },
    required: [upload.const],
  };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function answerOf({ answer, file, stream, status }: DescribedRoute): object {
  if (answer) return { description: 'The answer', content: { 'application/json': { schema: answer } } };
  if (stream)
    return { description: 'One event a line', content: { 'text/event-stream': { schema: stream } } };
  if (file)
    return { description: 'A file', content: { [file]: { schema: { type: 'string', format: 'binary' } } } };
  return { description: status === 204 ? 'Done' : 'The answer' };
}

/** By status, each with the codes that it may mean here. */
function problemAnswers(codes: readonly ProblemCode[]): Record<number, object> {
  const statuses = [...new Set(codes.map(statusOfProblem))];
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => statusOfProblem(code) === status);
      const type = { enum: here.map((code) => `urn:slussen:problem:${code}`) };
      const schema = { allOf: [{ $ref: `${TYPE}Problem` }, { properties: { type } }] };
      return [status, { description: here.join(', '), content: { 'application/problem+json': { schema } } }];
    }),
  );
}
