import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { Clock } from '../config/clock.js';
import { Metrics } from './metrics.js';

/** Figures to alarm on: cases that no rule could place, and cases whose target has passed. Read when scraped. */
@Injectable()
export class CaseGauges {
  constructor(@InjectDataSource() dataSource: DataSource, clock: Clock, { registry }: Metrics) {
    new Gauge({
      name: 'slussen_cases_unplaced',
      help: 'Waiting cases that no rule could place and that lie in the catch-all queue',
      registers: [registry],
      async collect() {
        const [row]: { count: number }[] = await dataSource.query(
          `SELECT count(*)::int AS count FROM care_case
           WHERE state = 'waiting' AND placement->'reason'->>'code' = 'catch-all'`,
        );
        this.set(row?.count ?? 0);
      },
    });
    new Gauge({
      name: 'slussen_cases_overdue',
      help: 'Waiting cases whose target has passed, by urgency',
      labelNames: ['urgency'],
      registers: [registry],
      async collect() {
        const rows: { urgency: number; count: number }[] = await dataSource.query(
          `SELECT urgency, count(*) FILTER (WHERE due_at < $1)::int AS count FROM care_case
           WHERE state = 'waiting' AND set_aside_until IS NULL GROUP BY urgency`,
          [clock.now()],
        );
        this.reset();
        for (const { urgency, count } of rows) this.set({ urgency }, count);
      },
    });
  }
}
