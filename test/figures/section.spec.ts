import { describe, expect, it } from '@jest/globals';
import { withSection } from './section.js';

describe('a measured section of the page', () => {
  const page = '# Benchmarks\n\nWritten by hand.\n';

  it('comes at the end, and the next time in its place', () => {
    const once = withSection(withSection(page, 'a', 'one'), 'b', 'two');
    expect(withSection(once, 'a', 'other')).toBe(once.replace('one', 'other'));
    expect(once).toContain('Written by hand.');
    expect(once.indexOf('one')).toBeLessThan(once.indexOf('two'));
  });

  it('without content leaves no trace, and keeps its place where it has one', () => {
    expect(withSection(page, 'a', '')).toBe(page);
    expect(withSection(withSection(page, 'a', 'one'), 'a', '')).not.toContain('one');
  });
});
