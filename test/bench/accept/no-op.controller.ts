import { idempotencyKeyFrom, readContent } from '#libs/accepting';
import { BodyLimit, type Caller, CallerOf, type HttpReply, type HttpRequest } from '#libs/platform';
import { Controller, Post, Req, Res } from '@nestjs/common';
import { refusePersonalData } from '../../../apps/referrals/src/content/personal-data.js';
import { submissionSchema } from '../../../apps/referrals/src/content/submission.schema.js';
import { Members } from '#libs/membership';
import { Admission } from '../../../apps/referrals/src/limits/admission.js';
import { standingOf } from '../../../apps/referrals/src/limits/standings.js';

const ID = 'PH.36.0198c0de-0000-7000-8000-000000000000';

/** A submission that is authenticated, admitted and validated by the code of the real one, and answered with as many bytes. */
@Controller('v1/no-op')
export class NoOpController {
  constructor(
    private readonly admission: Admission,
    private readonly members: Members,
  ) {}

  @Post()
  @BodyLimit({ bytes: 64 * 1024, values: 2_000 })
  submit(
    @CallerOf() caller: Caller,
    @Req() { headers, body }: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<object> {
    return this.admission.one(caller, standingOf(this.members.directory, body), async () => {
      idempotencyKeyFrom(headers['idempotency-key']);
      refusePersonalData(body);
      const { to, priority } = readContent(submissionSchema, body);
      void reply.headers({ Location: `/v1/referrals/${ID}`, 'Bus-Position': 'MTd-MTIzNDV-MTIzNDQuMTIzNDU' });
      const party = { agency: to.agency, role: to.role, country: 'PH' };
      return { id: ID, status: 'SUBMITTED', since: new Date().toISOString(), to: party, priority: priority.level };
    });
  }
}
