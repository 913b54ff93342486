import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';

export class TimelineQuery {
  /** The highest number one has. */
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number, 0 or more' })
  @Min(0, { message: 'must be a whole number, 0 or more' })
  after = 0;
}
