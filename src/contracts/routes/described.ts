import type { Problem } from '../problem.js';
import type { Routes } from './routes.js';

/** What the description of the API is made of. */
export interface Described {
  routes: Routes;
  problem: Problem;
}
