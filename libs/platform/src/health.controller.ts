import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './auth/decorators.js';
import { Health } from './health.js';
import type { HttpReply } from './http/http-types.js';

@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

  /** That the event loop answers is all there is to say. */
  @Get('livez')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** 200 when every check passes, or else 503 with the names of those that do not. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: HttpReply): Promise<object> {
    const { ready, failing } = await this.health.readiness();
    reply.status(ready ? 200 : 503);
    return ready ? { status: 'ready' } : { status: 'not ready', failing };
  }
}
