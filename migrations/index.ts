import { Foundation1795392000000 } from './1795392000000-foundation.js';

/** Migrations in their order. */
export const MIGRATIONS = [Foundation1795392000000];
