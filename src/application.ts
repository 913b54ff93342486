import path from 'node:path';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import compression from 'compression';
import express, { type RequestHandler } from 'express';
import { Logger } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import { describeRoutes } from './api-description/describe-api.js';
import { AppModule } from './app.module.js';
import { WEBHOOK_TYPE } from './calls/livekit-events.controller.js';
import type { Clock } from './config/clock.js';
import type { Settings } from './config/environment.js';
import { precompressed } from './config/precompressed.js';
import { badInput, fieldErrors, ProblemFilter } from './config/problem.filter.js';
import { PROJECT_ROOT } from './config/project-root.js';
import { ReadableInputPipe } from './config/readable-input.pipe.js';
import { securityHeaders } from './config/security-headers.js';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from './contracts/index.js';
import { mountDemoProvider } from './identity/demo-provider/demo-provider.js';
import { STAFF_SESSION_MIDDLEWARE } from './identity/identity.module.js';
import type { FlowFiles } from './triage/flow-files.js';

const WEB = path.join(PROJECT_ROOT, 'dist', 'web');
const YEAR_MS = 365 * 86_400_000;

/**
 * The application, ready to listen: API, sockets and pages on one port.
 * @param dataSource connected, with its migrations run; closed with the application
 * @param flowFiles how the flows are read, if not anew from the directory of the settings
 * @throws Error when a flow file is wrong, naming file and line
 */
export async function createApplication(
  settings: Settings,
  dataSource: DataSource,
  clock?: Clock,
  flowFiles?: FlowFiles,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(settings, dataSource, clock, flowFiles),
    {
      bufferLogs: true,
      bodyParser: false,
      abortOnError: false,
    },
  );
  app.useLogger(app.get(Logger));
  app.set('trust proxy', settings.TRUSTED_PROXIES);
  app.disable('x-powered-by');
  const headers = securityHeaders(settings);
  app.use(headers.ofAnswer);
  app.use('/api', (_request: unknown, response: express.Response, next: express.NextFunction) => {
    response.setHeader(PROTOCOL_HEADER, PROTOCOL_VERSION);
    next();
  });
  app.use(compression());
  if (settings.DEMO) mountDemoProvider(app);
  app.useBodyParser('json', { limit: '100kb' });
  app.useBodyParser('raw', { type: WEBHOOK_TYPE, limit: '100kb' });
  app.use(app.get<RequestHandler>(STAFF_SESSION_MIDDLEWARE));
  app.useGlobalPipes(
    new ReadableInputPipe(),
    new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: (faults) => badInput(fieldErrors(faults)),
    }),
  );
  app.useGlobalFilters(new ProblemFilter());
  app.useWebSocketAdapter(new IoAdapter(app));
  app.use(
    '/assets',
    precompressed(path.join(WEB, 'assets')),
    express.static(path.join(WEB, 'assets'), {
      immutable: true,
      maxAge: YEAR_MS,
      fallthrough: false,
      setHeaders: (response, file) => headers.ofFile(response, path.relative(WEB, file)),
    }),
  );
  app.use(
    express.static(WEB, {
      index: 'index.html',
      redirect: true,
      cacheControl: false,
      setHeaders: (response, file) => {
        headers.ofFile(response, path.relative(WEB, file));
        // Pages and the loader keep their names, so browsers must ask whether they are new.
        response.setHeader('Cache-Control', 'no-cache');
      },
    }),
  );
  if (!settings.DEMO)
    app
      .getHttpAdapter()
      .getInstance()
      .get('/', (_request: unknown, response: express.Response) => response.redirect('/widget/'));
  describeApi(app);
  return app;
}

function describeApi(app: NestExpressApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Slussen')
    .setDescription('Chat and triage for primary care. Errors are problem details (RFC 9457).')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: "The widget frame's own token" })
    .addCookieAuth('slussen-staff', { type: 'apiKey', in: 'cookie', description: "Staff's session" })
    .build();
  // Made when somebody first asks for it: a start need not wait for it.
  const describe = () => describeRoutes(SwaggerModule.createDocument(app, description));
  SwaggerModule.setup('api/docs', app, describe, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Slussen API',
  });
}
