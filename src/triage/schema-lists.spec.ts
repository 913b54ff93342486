import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowDirectory } from './flow-schema.js';
import { SCHEMAS_WITH_LISTS } from './schema-lists.js';

const read = (name: string) => JSON.parse(readFileSync(join(flowDirectory(), `${name}.schema.json`), 'utf8'));

describe('The schemas of the flows', () => {
  it.each(Object.entries(SCHEMAS_WITH_LISTS))(
    '%s has the lists of the contracts (else: npm run flows:schema)',
    (name, withLists) => {
      expect(withLists(read(name))).toEqual(read(name));
    },
  );

  it('are written anew where a list has drifted', () => {
    const drifted = read('flow');
    drifted.$defs.competence.enum = ['nurse'];
    drifted.$defs.outcome.allOf = [];
    expect(SCHEMAS_WITH_LISTS.flow(drifted)).toEqual(read('flow'));
  });
});
