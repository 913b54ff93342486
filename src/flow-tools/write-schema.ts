import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { flowDirectory } from '../triage/flow-schema.js';
import { SCHEMAS_WITH_LISTS } from '../triage/schema-lists.js';

/** `npm run flows:schema`: writes the lists of the contracts into the schemas of the flows, where they have drifted. */
for (const [name, withLists] of Object.entries(SCHEMAS_WITH_LISTS)) {
  const path = join(flowDirectory(), `${name}.schema.json`);
  const before = JSON.parse(readFileSync(path, 'utf8'));
  const schema = withLists(before);
  if (!isDeepStrictEqual(schema, before)) writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
}
