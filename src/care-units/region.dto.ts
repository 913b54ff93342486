import { IsOptional, Matches } from 'class-validator';

export class RegionQuery {
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/, { message: 'must be the slug of a unit, such as herrgardet' })
  unit?: string;
}
