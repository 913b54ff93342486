import { Body, Controller, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Serves } from '../config/serves.js';
import type { SimulationLine, SimulationState } from '../contracts/index.js';
import { OwnRegion } from './own-region.service.js';
import { WhatIfDto } from './simulation.dto.js';
import { Simulations } from './simulations.service.js';

/** Managers ask what other staff or another demand would lead to. */
@ApiTags('desk: managers')
@ApiCookieAuth()
@Controller()
export class SimulationController {
  constructor(
    private readonly simulations: Simulations,
    private readonly ownRegion: OwnRegion,
  ) {}

  @Serves('GET /api/desk/simulations')
  @ApiOperation({ summary: 'Whether enough is known of the own region to play it' })
  async state(): Promise<SimulationState> {
    return { lacking: await this.ownRegion.lacking() };
  }

  /** An event for each step, and the answer as the last; whoever goes away stops it. */
  @Serves('POST /api/desk/simulations')
  @ApiOperation({ summary: 'Plays the region with other staff or another demand; one event for each step' })
  async play(@Body() body: WhatIfDto, @Res() response: Response): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const own = body.region === 'own' ? await this.ownRegion.toPlay() : null;
    const lines = this.simulations.play({ question: body, own }, gone.signal);
    // What is refused is refused before the first event, as a problem.
    response.set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    const write = (line: SimulationLine) => response.write(`data: ${JSON.stringify(line)}\n\n`);
    try {
      for await (const line of lines) write(line);
    } catch {
      if (!gone.signal.aborted) write({ failed: true });
    }
    response.end();
  }
}
