import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { SeenUpTo } from '../contracts/index.js';

const NUMBER = { message: 'must be the highest number of the timeline that was shown' };

/** Of what judges a case: how far its timeline was shown. */
export class SeenUpToDto implements SeenUpTo {
  @IsOptional()
  @IsInt(NUMBER)
  @Min(0, NUMBER)
  @Max(2 ** 31 - 1, NUMBER)
  upTo: number | null = null;
}
