import { ProblemError } from '../problems/problem-error.js';
import { shapeOf } from './json-shape.js';

/** Deepest nesting of a body: a scalar has depth 0. */
export const MAX_DEPTH = 16;

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Without one of these in its text no body holds what `inspect` looks for: NUL and half a pair can only be written as escapes. */
const SUSPECT: readonly string[] = ['\\u', ...FORBIDDEN_KEYS];
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a request's body; none gives undefined.
 * @throws ProblemError MALFORMED_JSON, MALFORMED_TEXT, FORBIDDEN_KEY or TOO_DEEP
 */
export function parseJsonBody(bytes: Uint8Array, maxValues: number): unknown {
  if (bytes.length === 0) return undefined;
  const { depth, values } = shapeOf(bytes, { depth: MAX_DEPTH, values: maxValues });
  if (depth > MAX_DEPTH || values > maxValues) throw new ProblemError('TOO_DEEP');
  const { text, body } = parse(bytes);
  if (SUSPECT.some((part) => text.includes(part))) inspect(body);
  return body;
}

// The inner error quotes the body: it is dropped on purpose.
function parse(bytes: Uint8Array): { text: string; body: unknown } {
  try {
    const text = decoder.decode(bytes);
    return { text, body: JSON.parse(text) };
  } catch {
    throw new ProblemError('MALFORMED_JSON');
  }
}

// Recursion ends at MAX_DEPTH: what is deeper was not parsed.
function inspect(value: unknown): void {
  if (typeof value === 'string') inspectText(value);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const element of value) inspect(element);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) throw new ProblemError('FORBIDDEN_KEY');
    inspectText(key);
    inspect(member);
  }
}

// PostgreSQL cannot store a NUL, and half a surrogate pair does not come back as the bytes that were signed for.
function inspectText(text: string): void {
  if (text.includes('\0') || !text.isWellFormed()) throw new ProblemError('MALFORMED_TEXT');
}
