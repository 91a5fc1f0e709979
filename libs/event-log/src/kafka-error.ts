export interface KafkaCause {
  readonly name: string;
  /** The broker's own code, such as TOPIC_AUTHORIZATION_FAILED, where a broker answered. */
  readonly type?: string;
}

/** What lies under kafkajs's wrappers: the class of the outer error varies, the innermost says what happened. */
export function causeOf(error: unknown): KafkaCause {
  if (!(error instanceof Error)) return { name: 'unknown' };
  if ('type' in error && typeof error.type === 'string') return { name: error.name, type: error.type };
  return error.cause instanceof Error ? causeOf(error.cause) : { name: error.name };
}
