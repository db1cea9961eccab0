import type { Notice } from '../../domain/notice.ts';
import { healthEvent, sonnet45 } from './situation.ts';

/** What AWS Health said of Sonnet 4.5 in one account and Region. */
export function aNotice(overrides: Partial<Notice> = {}): Notice {
  return {
    modelId: sonnet45,
    regions: ['us-east-1'],
    accounts: ['111122223333'],
    dates: { legacy: '2026-10-08', extendedAccess: '2027-01-08', endOfLife: '2027-04-08' },
    prices: [],
    replacements: [],
    replacementNames: [],
    withdrawn: null,
    closed: false,
    asOf: '2026-10-08T07:00:00.000Z',
    sentAt: '2026-10-08T07:00:00.000Z',
    reference: healthEvent,
    source: 'health',
    ...overrides,
  };
}
