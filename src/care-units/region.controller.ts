import { Controller, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ATTACHMENT_MAX_BYTES } from '../config/limits.js';
import { NewCases } from '../config/new-cases.js';
import { ProblemException } from '../config/problem.exception.js';
import { Serves } from '../config/serves.js';
import type { RegionInformation, RegionView } from '../contracts/index.js';
import type { CareUnit } from './care-unit.entity.js';
import { CareUnits, careUnitName } from './care-unit.service.js';
import { Information } from './information.service.js';
import { closingAt, nextOpening } from './opening-hours.rule.js';
import { RegionQuery } from './region.dto.js';

/** What the widget and the pages need before anyone has signed in. */
@ApiTags('region')
@Controller()
export class RegionController {
  constructor(
    private readonly careUnits: CareUnits,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly about: Information,
    private readonly newCases: NewCases,
  ) {}

  @Serves('GET /api/information')
  @ApiOperation({ summary: 'What the region tells of privacy, accessibility and help' })
  information(): RegionInformation {
    return this.about.texts;
  }

  /** @throws ProblemException not-found for a slug that no unit has */
  @Serves('GET /api/region')
  @ApiOperation({ summary: 'The region, its emergency departments, and the unit on whose page this is' })
  async show(@Query() { unit: slug }: RegionQuery): Promise<RegionView> {
    const now = this.clock.now();
    const units = await this.careUnits.all();
    const unit = slug === undefined ? null : found(units, slug);
    const closing = unit && closingAt(unit.openingHours, now);
    return {
      regionName: this.settings.REGION_NAME,
      unit: unit && careUnitName(unit),
      closing: closing && {
        reason: closing.reason,
        opensAt: nextOpening(unit.openingHours, now)?.toISOString() ?? null,
      },
      takesCases: this.newCases.open,
      unitPhone: unit?.phone ?? null,
      hotlinePhone: this.settings.HOTLINE_PHONE,
      emergencyDepartments: units
        .filter((unit) => unit.kind === 'emergency-department')
        .map(({ name, address, phone }) => ({ name, address, phone })),
      attachmentMaxBytes: ATTACHMENT_MAX_BYTES,
      demo: this.settings.DEMO,
      now: now.toISOString(),
    };
  }
}

function found(units: readonly CareUnit[], slug: string): CareUnit {
  const unit = units.find((each) => each.slug === slug);
  if (unit) return unit;
  throw new ProblemException(
    'not-found',
    `No unit has the slug ${slug}. Leave unit out to begin on the region's page.`,
    [{ field: 'unit', message: `must be one of ${units.map((each) => each.slug).join(', ')}` }],
  );
}
