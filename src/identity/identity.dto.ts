import { IsOptional, Matches } from 'class-validator';
import { IsId } from '../config/uuid.js';
import { type ChooseCommission, type RedeemCode } from '../contracts/index.js';
import { TOKEN } from './tokens.js';

export class RedeemCodeDto implements RedeemCode {
  /** The one-time code that the sign-in window posted. */
  @Matches(TOKEN, { message: 'must be the code that the sign-in window posted' })
  code: string;

  /** The verifier whose S256 challenge started the sign-in. */
  @Matches(/^[A-Za-z0-9._~-]{43,128}$/, { message: 'must be 43 to 128 characters of A-Z a-z 0-9 - . _ ~' })
  verifier: string;

  @IsOptional()
  @IsId({ message: 'must be the id of the case at hand, or null' })
  caseId?: string | null;
}

export class ChooseCommissionDto implements ChooseCommission {
  @IsId({ message: 'must be a UUID' })
  commissionId: string;
}
