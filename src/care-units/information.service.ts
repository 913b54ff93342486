import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { PROJECT_ROOT } from '../config/project-root.js';
import { StartError } from '../config/start-error.js';
import { RESIDENT_SESSION_HOURS, type RegionInformation, VISITOR_SESSION_HOURS } from '../contracts/index.js';
import { readInformation } from './region-information.rule.js';

/** What the region tells residents of privacy, accessibility and help; read when the program starts. */
@Injectable()
export class Information implements OnModuleInit {
  private read?: RegionInformation;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** @throws StartError with the file, and the place of every fault in it */
  onModuleInit(): void {
    const { settings } = this;
    const file = path.resolve(PROJECT_ROOT, settings.REGION_INFORMATION);
    const read = readInformation(readText(file), {
      region: settings.REGION_NAME,
      phone: settings.HOTLINE_PHONE,
      noticeDays: String(settings.NOTICES_KEPT_DAYS),
      reopenHours: String(settings.REOPEN_HOURS),
      signedInHours: String(RESIDENT_SESSION_HOURS),
      visitorHours: String(VISITOR_SESSION_HOURS),
    });
    if ('faults' in read) {
      const lines = read.faults.map((fault) => `  ${fault}`).join('\n');
      throw new StartError(`The texts of REGION_INFORMATION, ${file}, are not right:\n${lines}`);
    }
    this.read = read.content;
  }

  get texts(): RegionInformation {
    if (!this.read) throw new Error('The texts are asked for before they were read');
    return this.read;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartError(`REGION_INFORMATION cannot be read: ${(error as Error).message}`);
  }
}
