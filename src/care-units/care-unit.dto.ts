import { IsBoolean, IsDefined, IsInt, Max, Min } from 'class-validator';
import type { PreviewHours, SaveHours, SetAvailability } from '../contracts/index.js';

const REVISION = { message: 'must be the revision that GET answered, a whole number' };

export class AvailabilityDto implements SetAvailability {
  @IsBoolean({ message: 'must be true or false' })
  available: boolean;
}

/** Their inside is read by `checkOpeningHours`, which tells each fault at its own field. */
export class PreviewHoursDto implements Record<keyof PreviewHours, unknown> {
  @IsDefined({ message: 'must hold opening hours' })
  hours: unknown;
}

export class SaveHoursDto extends PreviewHoursDto implements Record<keyof SaveHours, unknown> {
  @IsInt(REVISION)
  @Min(0, REVISION)
  @Max(Number.MAX_SAFE_INTEGER - 1, REVISION)
  revision: number;
}
