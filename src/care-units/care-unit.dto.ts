import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsDefined, IsInt, Max, Min } from 'class-validator';
import type { PreviewHours, SaveHours, SetAvailability } from '../contracts/index.js';

const REVISION = { message: 'must be the revision that GET answered, a whole number' };

export class AvailabilityDto implements SetAvailability {
  @ApiProperty()
  @IsBoolean({ message: 'must be true or false' })
  available: boolean;
}

/** Their inside is read by `checkOpeningHours`, which tells each fault at its own field. */
export class PreviewHoursDto implements Record<keyof PreviewHours, unknown> {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Opening hours, as GET answers them',
  })
  @IsDefined({ message: 'must hold opening hours' })
  hours: unknown;
}

export class SaveHoursDto extends PreviewHoursDto implements Record<keyof SaveHours, unknown> {
  @ApiProperty({ description: 'The revision that GET answered with the hours' })
  @IsInt(REVISION)
  @Min(0, REVISION)
  @Max(Number.MAX_SAFE_INTEGER - 1, REVISION)
  revision: number;
}
