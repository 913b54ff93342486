import { Controller, Headers, Inject, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import { equalSecrets } from '../config/secrets.js';
import { Serves } from '../config/serves.js';
import { Flows } from '../triage/flows.service.js';
import { Metrics } from './metrics.js';

/** Probes and metrics for the operators of the service. */
@ApiTags('operation')
@Controller()
export class HealthController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly flows: Flows,
    private readonly metrics: Metrics,
  ) {}

  @Serves('GET /health/live')
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Serves('GET /health/ready')
  @ApiOperation({ summary: 'The database answers and the flows are loaded' })
  async ready(): Promise<{ status: 'ready'; flows: number }> {
    if (this.flows.count === 0)
      throw new ProblemException('database-away', 'The triage flows are not loaded yet.');
    await this.dataSource.query('SELECT 1');
    return { status: 'ready', flows: this.flows.count };
  }

  @Serves('GET /metrics')
  @ApiExcludeEndpoint()
  async scrape(@Headers('authorization') authorization: string | undefined, @Res() response: Response) {
    const { METRICS_TOKEN } = this.settings;
    if (!METRICS_TOKEN || !equalSecrets(authorization ?? '', `Bearer ${METRICS_TOKEN}`)) {
      throw new ProblemException('not-allowed', 'Metrics are open only with the token set as METRICS_TOKEN.');
    }
    response.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
