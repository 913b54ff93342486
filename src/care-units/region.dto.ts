import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export class RegionQuery {
  @ApiPropertyOptional({
    description: "Slug of the unit on whose page this is; left out on the region's own page",
  })
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/, { message: 'must be the slug of a unit, such as herrgardet' })
  unit?: string;
}
