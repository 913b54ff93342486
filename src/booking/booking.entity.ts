import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CareUnit } from '../care-units/care-unit.entity.js';
import { CareCase } from '../cases/case.entity.js';
import type { BookingKind } from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';

/** A time that can be booked. */
@Entity('bookable_time')
@Index('bookable_time_search', ['unitId', 'kind', 'startsAt'])
@Index('bookable_time_performer', ['performerCommissionId', 'startsAt'], { unique: true })
@Check('bookable_time_ends_after_start', '"ends_at" > "starts_at"')
@Exclusion(
  'bookable_time_no_overlap',
  `USING gist ("performer_commission_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&)`,
)
export class BookableTimeRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  kind: BookingKind;

  @Column('uuid', { name: 'performer_commission_id' })
  performerCommissionId: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @ManyToOne(() => CareUnit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'bookable_time_unit_fk' })
  unit?: CareUnit;
}

/** A patient's booking of a time. Two can never hold the same time: the unique index says so. */
@Entity('booking')
@Index('booking_one_per_time', ['timeId'], { unique: true, where: 'cancelled_at IS NULL' })
@Index('booking_case', ['caseId'])
@Index('booking_patient', ['patientId'])
export class BookingRow {
  /** Made by the client. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'time_id' })
  timeId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('text', { name: 'booked_by' })
  bookedBy: 'resident' | 'staff';

  @Column('timestamptz', { name: 'booked_at' })
  bookedAt: Date;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  /** Counts rebookings and the cancelling, for calendars (RFC 5545 SEQUENCE). */
  @Column('int', { default: 0 })
  sequence: number;

  @ManyToOne(() => BookableTimeRow)
  @JoinColumn({ name: 'time_id', foreignKeyConstraintName: 'booking_time_fk' })
  time?: BookableTimeRow;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'booking_case_fk' })
  case?: CareCase;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'patient_id', foreignKeyConstraintName: 'booking_patient_fk' })
  patient?: Person;
}

/** The right to book one kind of time at one unit oneself, for one case. */
@Entity('booking_ticket')
export class BookingTicket {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text')
  kind: BookingKind;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('timestamptz', { name: 'valid_until' })
  validUntil: Date;

  @ManyToOne(() => CareCase)
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'booking_ticket_case_fk' })
  case?: CareCase;

  @ManyToOne(() => CareUnit)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'booking_ticket_unit_fk' })
  unit?: CareUnit;
}
