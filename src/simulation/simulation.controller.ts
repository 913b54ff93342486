import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { SimulationLine } from '../contracts/index.js';
import { WhatIfDto } from './simulation.dto.js';
import { Simulations } from './simulations.service.js';

/** Managers ask what other staff or another demand would lead to. */
@ApiTags('desk: managers')
@ApiCookieAuth()
@Controller('api/desk/simulations')
export class SimulationController {
  constructor(private readonly simulations: Simulations) {}

  /** An event for each step, and the answer as the last; whoever goes away stops it. */
  @Post()
  @HttpCode(200)
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: 'Plays the region with other staff or another demand; one event for each step' })
  async play(@Body() body: WhatIfDto, @Res() response: Response): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const lines = this.simulations.play(body, gone.signal);
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
