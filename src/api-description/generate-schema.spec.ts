import { PROJECT_ROOT } from '../config/project-root.js';
import { ROUTES } from '../identity/access-table.js';
import { generateSchema } from './generate-schema.js';

describe('generateSchema', () => {
  const schema = generateSchema(PROJECT_ROOT);

  it('knows every route of the table', () => {
    expect(Object.keys(schema.routes).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('closes every object, and names no type that it does not hold', () => {
    const text = JSON.stringify(schema);
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(Object.keys(schema.types)).toEqual(expect.arrayContaining(named));
    expect(text).not.toContain('#/definitions/');
    const { properties, additionalProperties } = schema.types.ResidentCase ?? {};
    expect(Object.keys(properties ?? {})).toContain('canWrite');
    expect(additionalProperties).toBe(false);
  });
});
