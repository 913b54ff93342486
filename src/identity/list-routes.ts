import type { INestApplication } from '@nestjs/common';

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
}

/** How Nest registers a middleware for all routes: with a route of its own, which serves nothing. */
const MIDDLEWARE = '/{*path}';

/** Every route of a running application, as `GET /api/cases/:caseId`, sorted; read from Express' own router. */
export function listRoutes(app: INestApplication): string[] {
  const express = app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  const lines = express.router.stack.flatMap(({ route }) => {
    if (!route || route.path === MIDDLEWARE) return [];
    const methods = Object.keys(route.methods).filter((method) => route.methods[method]);
    return [route.path].flat().flatMap((path) => methods.map((method) => `${method.toUpperCase()} ${path}`));
  });
  return [...new Set(lines)].sort();
}
