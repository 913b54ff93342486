import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import { IsText } from '../config/text.js';
import type { PolicyDocument, PutPolicy } from '../contracts/index.js';

/** PostgreSQL's largest `int`. */
const HIGHEST_VERSION = 2_147_483_647;
const DOCUMENT = { message: 'must be a policy document, as GET /api/desk/policy gives it' };

const VERSION = { message: 'must be the number of a version' };

export class PolicyQuery {
  /** Left out: the one in force. */
  @IsOptional()
  @Type(() => Number)
  @IsInt(VERSION)
  @Min(1, VERSION)
  @Max(HIGHEST_VERSION, VERSION)
  version?: number;
}

/** The document's own fields are checked as a whole, against the region's units. */
export class PreviewPolicyDto {
  @IsObject(DOCUMENT)
  document: PolicyDocument;
}

export class PutPolicyDto extends PreviewPolicyDto implements PutPolicy {
  @IsInt({ message: 'must be the version that the change was made from' })
  @Min(1, { message: 'must be the version that the change was made from' })
  @Max(HIGHEST_VERSION, { message: 'must be the version that the change was made from' })
  basedOn: number;

  @IsText(500)
  note: string;
}
