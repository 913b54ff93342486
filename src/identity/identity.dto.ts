import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsId } from '../config/uuid.js';
import {
  CARE_UNIT_KINDS,
  type CareUnitKind,
  type CareUnitName,
  type ChooseCommission,
  COMPETENCES,
  type Commission,
  type Competence,
  LANGUAGES,
  type Language,
  MANAGES,
  type Manages,
  type PersonName,
  type RedeemCode,
  type ResidentSession,
  type SignedInResident,
  type StaffSession,
} from '../contracts/index.js';
import { TOKEN } from './tokens.js';

export class RedeemCodeDto implements RedeemCode {
  /** The one-time code that the sign-in window posted. */
  @ApiProperty({ pattern: TOKEN.source })
  @Matches(TOKEN, { message: 'must be the code that the sign-in window posted' })
  code: string;

  /** The verifier whose S256 challenge the sign-in began with. */
  @ApiProperty({ pattern: '^[A-Za-z0-9._~-]{43,128}$' })
  @Matches(/^[A-Za-z0-9._~-]{43,128}$/, { message: 'must be 43 to 128 characters of A-Z a-z 0-9 - . _ ~' })
  verifier: string;
}

export class ChooseCommissionDto implements ChooseCommission {
  @ApiProperty({ format: 'uuid' })
  @IsId({ message: 'must be a UUID' })
  commissionId: string;
}

class CareUnitNameDto implements CareUnitName {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  slug: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ enum: CARE_UNIT_KINDS })
  kind: CareUnitKind;
}

class PersonNameDto implements PersonName {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  givenName: string;
  @ApiProperty()
  familyName: string;
}

class ChildDto extends PersonNameDto {
  @ApiProperty()
  ageMonths: number;
}

class SignedInResidentDto extends PersonNameDto implements SignedInResident {
  @ApiProperty({ enum: LANGUAGES })
  language: Language;
  @ApiProperty({ type: CareUnitNameDto, nullable: true })
  listing: CareUnitNameDto | null;
  @ApiProperty({ type: [ChildDto] })
  children: ChildDto[];
}

export class ResidentSessionDto implements ResidentSession {
  @ApiProperty()
  token: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
  @ApiProperty({ format: 'date-time' })
  renewableUntil: string;
  @ApiProperty({ type: SignedInResidentDto, nullable: true })
  person: SignedInResidentDto | null;
}

export class MeDto {
  @ApiProperty({ type: SignedInResidentDto, nullable: true })
  person: SignedInResidentDto | null;
}

class CommissionDto implements Commission {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: COMPETENCES })
  role: Competence;
  @ApiProperty({ type: CareUnitNameDto })
  unit: CareUnitNameDto;
  @ApiProperty({ enum: MANAGES, nullable: true })
  manages: Manages | null;
  @ApiProperty()
  available: boolean;
}

export class StaffSessionDto implements StaffSession {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: [CommissionDto] })
  commissions: CommissionDto[];
  @ApiProperty({ type: CommissionDto, nullable: true })
  commission: CommissionDto | null;
  @ApiProperty()
  csrfToken: string;
}
