import { describe, expect, it } from 'vitest';
import { fitsPath } from '../../domain/path-pattern.ts';
import { waiverFor } from '../../domain/waiver.ts';

describe('fitsPath', () => {
  it.each`
    pattern         | path               | fits     | why
    ${'src/app.py'} | ${'src/app.py'}    | ${true}  | ${'the file itself'}
    ${'legacy'}     | ${'legacy/a/b.ts'} | ${true}  | ${'a folder stands for all in it'}
    ${'legacy/'}    | ${'legacy/a.ts'}   | ${true}  | ${'also with a slash'}
    ${'legacy/**'}  | ${'legacy/a/b.ts'} | ${true}  | ${'across folders'}
    ${'**/*.tf'}    | ${'main.tf'}       | ${true}  | ${'also at the top'}
    ${'**/*.tf'}    | ${'a/b/main.tf'}   | ${true}  | ${'anywhere'}
    ${'*.tf'}       | ${'a/main.tf'}     | ${false} | ${'one star stays in its folder'}
    ${'./src/?.py'} | ${'src/a.py'}      | ${true}  | ${'one letter'}
    ${'src/a.py'}   | ${'src/aXpy'}      | ${false} | ${'a dot is a dot'}
    ${'legacy'}     | ${'legacy-2/a.ts'} | ${false} | ${'not the beginning of a name'}
  `('$pattern, $path: $why', ({ pattern, path, fits }: { pattern: string; path: string; fits: boolean }) => {
    expect(fitsPath(pattern, path)).toBe(fits);
  });
});

describe('waiverFor', () => {
  const waiver = {
    model: 'anthropic.claude-3-*',
    path: 'legacy/**',
    reason: 'moves with the platform',
    until: '2026-12-31',
  };
  const model = 'anthropic.claude-3-haiku-20240307-v1:0';

  it.each`
    modelId               | file             | today           | holds    | why
    ${model}              | ${'legacy/a.ts'} | ${'2026-12-31'} | ${true}  | ${'its last day counts'}
    ${model}              | ${'legacy/a.ts'} | ${'2027-01-01'} | ${false} | ${'after it the finding counts again'}
    ${model}              | ${'src/a.ts'}    | ${'2026-12-01'} | ${false} | ${'another path'}
    ${'amazon.nova-lite'} | ${'legacy/a.ts'} | ${'2026-12-01'} | ${false} | ${'another model'}
  `('$modelId in $file on $today: $why', ({ modelId, file, today, holds }: Record<string, string>) => {
    expect(waiverFor([waiver], modelId ?? '', [file ?? ''], today ?? '') !== null).toBe(holds);
  });
});
