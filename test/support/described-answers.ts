import { Ajv2020 as Ajv, type ValidateFunction } from 'ajv/dist/2020.js';

interface Description {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>;
}

/** What the API's description says, read once for all test files of a worker. */
class DescribedAnswers {
  private readonly ajv = new Ajv({
    strict: false,
    validateFormats: false,
    // What it would save in a check it costs tenfold in making the check.
    code: { optimize: false },
  });
  private readonly checks = new Map<string, ValidateFunction>();
  private readonly patterns: { template: string; pattern: RegExp }[];

  constructor(private readonly description: Description) {
    this.ajv.addSchema(description, 'api');
    this.patterns = Object.keys(description.paths)
      // A name that is written out goes before a param in its place.
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((template) => ({
        template,
        pattern: new RegExp(`^${template.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
      }));
  }

  /** What is wrong with an answer by the description; null when nothing is. */
  faultOf(method: string, path: string, status: number, type: string, body: unknown): string | null {
    const verb = method.toLowerCase();
    const found = this.patterns.find(
      ({ template, pattern }) => pattern.test(path) && this.description.paths[template]?.[verb],
    );
    // What is no route is refused, and nothing else.
    if (!found) return status >= 400 && status < 500 ? null : 'there is no such route';
    const { content } = this.description.paths[found.template]?.[verb]?.responses[status] ?? {};
    if (!this.description.paths[found.template]?.[verb]?.responses[status])
      return `status ${status} is not told of`;
    if (!content) return body === undefined ? null : 'there is an answer where none is told of';
    const media = Object.keys(content).find((each) => sameType(each, type));
    if (!media) return `${type} is not one of ${Object.keys(content).join(', ')}`;
    if (!media.includes('json')) return null;
    const at = ['paths', found.template, verb, 'responses', String(status), 'content', media, 'schema'];
    const ref = `api#/${at.map((each) => encodeURIComponent(each.replace(/~/g, '~0').replace(/\//g, '~1'))).join('/')}`;
    const check = this.checks.get(ref) ?? this.ajv.compile({ $ref: ref });
    this.checks.set(ref, check);
    return check(body) ? null : this.ajv.errorsText(check.errors?.slice(-4), { dataVar: 'answer' });
  }
}

function sameType(described: string, given: string): boolean {
  const [type] = given.split(';');
  return described.endsWith('/*') ? Boolean(type?.startsWith(described.slice(0, -1))) : described === type;
}

let described: Promise<DescribedAnswers> | undefined;

async function read(origin: string): Promise<DescribedAnswers> {
  const response = await fetch(new URL('/api/openapi.json', origin));
  return new DescribedAnswers((await response.json()) as Description);
}

/** Holds an answer against the API's description. @throws Error when the description does not tell of such an answer */
export async function expectDescribed(
  url: URL,
  method: string,
  answer: { status: number; type: string; body: unknown },
): Promise<void> {
  described ??= read(url.origin);
  const fault = (await described).faultOf(method, url.pathname, answer.status, answer.type, answer.body);
  if (fault)
    throw new Error(
      `${method} ${url.pathname} answered ${answer.status} otherwise than the API's description says: ${fault}\n${JSON.stringify(answer.body)?.slice(0, 600)}`,
    );
}
