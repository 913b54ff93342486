import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { HIGHEST_NUMBER } from './timeline.js';

const NUMBER = { message: `must be a whole number from 0 to ${HIGHEST_NUMBER}` };

export class TimelineQuery {
  /** The highest number that the client has. */
  @Type(() => Number)
  @IsInt(NUMBER)
  @Min(0, NUMBER)
  @Max(HIGHEST_NUMBER, NUMBER)
  after = 0;
}
