import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
} from 'typeorm';
import type { RecordedEvent } from '#libs/contracts';
import type { ReferralAnswer } from '../../../apps/referrals/src/referral/answer.js';

/** What an event carries beside its content: the fields of the bus's own meta that this way of writing has a use for. */
export type EventMeta = Pick<
  RecordedEvent['meta'],
  'ordinal' | 'of' | 'claimedAt' | 'actor' | 'correlation' | 'causation' | 'synthetic'
>;

/** The state of a referral, and the answer that its idempotency key gives again. */
@Entity()
@Unique(['agency', 'idempotencyKey'])
export class ReferralEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column()
  agency!: string;

  @Column()
  idempotencyKey!: string;

  @Column('bytea')
  request!: Buffer;

  @Column()
  status!: string;

  @Column()
  receiver!: string;

  @Column('jsonb')
  answer!: Omit<ReferralAnswer, 'id'>;

  @VersionColumn()
  version!: number;
}

/** The stream's version is the check: two writers of one version cannot both commit. */
@Entity()
@Unique(['stream', 'version'])
export class EventEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column()
  stream!: string;

  @Column()
  version!: number;

  @Column()
  type!: string;

  @Column('jsonb')
  data!: object;

  @Column('jsonb')
  meta!: EventMeta;

  @CreateDateColumn({ type: 'timestamptz' })
  acceptedAt!: Date;
}

/** What is still to be published, oldest first; a row goes when the broker has confirmed it. */
@Entity()
export class OutboxEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id!: string;

  @Column()
  key!: string;

  @Column('jsonb')
  message!: object;
}

/** The reader's own row: what an agency has been sent. */
@Entity()
export class InboxItemEntity {
  @PrimaryColumn('uuid')
  referral!: string;

  @Index()
  @Column()
  receiver!: string;

  @Column()
  sender!: string;

  @Column('varchar', { nullable: true })
  reference!: string | null;

  @Column()
  status!: string;

  @Column('varchar', { nullable: true })
  priority!: string | null;

  @Column('jsonb')
  submission!: object;
}
