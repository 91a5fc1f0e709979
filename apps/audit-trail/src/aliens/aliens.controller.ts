import { type Caller, CallerOf } from '#libs/platform';
import { Controller, Get, Headers } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { alienEntity, type AlienRow } from '../database/entities.js';
import { ApiAudit } from '../door/api-audit.js';
import { AuditDoor } from '../door/audit-door.js';

/** Rows of about a week of the worst: every topic, lane and reason each day would be a thousand a day. */
const MOST_ROWS = 1_000;

const alienView = z.strictObject({
  id: z.string().meta({ description: '`<day>/<topic>/<lane>/<reason>`.' }),
  day: z.iso.date(),
  topic: z.string(),
  lane: z.int(),
  reason: z.string().meta({ description: 'Why the record has no place.' }),
  firstOffset: z.int().meta({ description: 'Kafka offset of the first one, in the topic and lane.' }),
  lastOffset: z.int(),
  readings: z.int().meta({ description: 'How often such a record was read; again after a restart.' }),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
});

const aliensView = z.strictObject({ items: z.array(alienView), next: z.null() }).meta({
  example: {
    items: [
      {
        id: '2026-11-24/bus.referral.v1/17/MAC_INVALID',
        day: '2026-11-24',
        topic: 'bus.referral.v1',
        lane: 17,
        reason: 'MAC_INVALID',
        firstOffset: 41,
        lastOffset: 44,
        readings: 4,
        firstSeen: '2026-11-24T09:12:44.310Z',
        lastSeen: '2026-11-24T09:12:45.002Z',
      },
    ],
    next: null,
  },
});

@ApiTags('audit')
@Controller('v1/audit/aliens')
export class AliensController {
  constructor(
    private readonly door: AuditDoor,
    private readonly database: DataSource,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Records on the topics that the relay did not sign: read past by every consumer, without effect',
    description: `One item a day, topic, lane and reason, newest first; the newest ${MOST_ROWS}.`,
  })
  @ApiAudit(aliensView, 'What was seen.')
  async list(
    @Headers('bus-purpose') purpose: string | undefined,
    @CallerOf() caller: Caller,
  ): Promise<z.output<typeof aliensView>> {
    this.door.enter({ caller, purpose, target: 'aliens' });
    const rows = await this.database
      .getRepository(alienEntity)
      .find({ order: { last_seen: 'DESC', topic: 'ASC', lane: 'ASC', reason: 'ASC' }, take: MOST_ROWS });
    return { items: rows.map(alienViewOf), next: null };
  }
}

function alienViewOf(row: AlienRow): z.output<typeof alienView> {
  const { day, topic, lane, reason } = row;
  return {
    id: `${day}/${topic}/${lane}/${reason}`,
    day,
    topic,
    lane,
    reason,
    firstOffset: row.first_offset,
    lastOffset: row.last_offset,
    readings: row.readings,
    firstSeen: row.first_seen.toISOString(),
    lastSeen: row.last_seen.toISOString(),
  };
}
