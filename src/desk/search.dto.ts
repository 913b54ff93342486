import { IsIn, IsISO8601, IsString, Length, Matches, ValidateIf } from 'class-validator';
import {
  CLOSED_BY,
  type ClosedBy,
  type ListClosed,
  SEARCH_TEXT,
  type SearchCases,
} from '../contracts/index.js';

const TEXT = { message: `must be a text of ${SEARCH_TEXT.least} to ${SEARCH_TEXT.most} characters` };
const REASON = {
  message: `must be a text of ${SEARCH_TEXT.least} to ${SEARCH_TEXT.most} characters, or null`,
};
const DAY = { message: 'must be a date, YYYY-MM-DD, or null' };

/** What does not narrow is said to be null, so that a body that was not read narrows by nothing unseen. */
const isSaid = (_: object, value: unknown) => value !== null;

export class SearchCasesDto implements SearchCases {
  @IsString(TEXT)
  @Length(SEARCH_TEXT.least, SEARCH_TEXT.most, TEXT)
  text: string;
}

export class ListClosedDto implements ListClosed {
  @ValidateIf(isSaid)
  @IsISO8601({ strict: true }, DAY)
  @Matches(/^(19|20)\d{2}-\d{2}-\d{2}$/, DAY)
  from: string | null;

  @ValidateIf(isSaid)
  @IsISO8601({ strict: true }, DAY)
  @Matches(/^(19|20)\d{2}-\d{2}-\d{2}$/, DAY)
  to: string | null;

  @ValidateIf(isSaid)
  @IsString(REASON)
  @Length(SEARCH_TEXT.least, SEARCH_TEXT.most, REASON)
  reason: string | null;

  @ValidateIf(isSaid)
  @IsIn(CLOSED_BY, { message: `must be one of ${CLOSED_BY.join(', ')}, or null` })
  closedAs: ClosedBy | null;
}
