import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { InboxItemEntity } from './entities.js';
import { type Message, TOPIC } from './messages.js';

/** Saves what an event changes; saving it again changes nothing. */
@Controller()
export class InboxController {
  constructor(private readonly database: DataSource) {}

  @EventPattern<string>(TOPIC)
  async handle(@Payload() message: Message): Promise<void> {
    const items = this.database.getRepository(InboxItemEntity);
    const { referral } = message;
    if (message.type === 'ReferralSubmitted') {
      const { from, to, reference } = message.data;
      const parties = { receiver: to.agency, sender: from.agency };
      await items.save({ referral, ...parties, reference, status: 'SUBMITTED', submission: message.data });
    } else if (message.type === 'PrioritySet') await items.save({ referral, priority: message.data.level });
  }
}
