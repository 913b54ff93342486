import { writeFileSync } from 'node:fs';
import { PROJECT_ROOT } from '../config/project-root.js';
import { generateSchema } from './generate-schema.js';
import { SCHEMA_FILE } from './routes-schema.js';

writeFileSync(SCHEMA_FILE, JSON.stringify(generateSchema(PROJECT_ROOT)));
