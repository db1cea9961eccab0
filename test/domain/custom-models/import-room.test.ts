import { describe, expect, it } from 'vitest';
import { importSupport } from '../../../catalogue/import-support.ts';
import type { ImportRoom } from '../../../domain/custom-models/import-room.ts';
import { importRoomReport } from '../../../domain/custom-models/import-room.ts';

const running = ['arn:job'];

describe('the room for an import', () => {
  it.each`
    room                                                              | problem                                                     | warning                                    | why
    ${{ models: 2, running: [], most: { models: 3, jobs: 1 } }}       | ${null}                                                     | ${null}                                    | ${'there is room'}
    ${{ models: 3, running: [], most: { models: 3, jobs: 1 } }}       | ${'there are 3 imported models, and the quota is 3: ask'}   | ${null}                                    | ${'it is full'}
    ${{ models: 3, running: [], most: { models: 10, jobs: null } }}   | ${null}                                                     | ${null}                                    | ${'somebody asked for more'}
    ${{ models: 1, running: [], most: { models: 0, jobs: 1 } }}       | ${'the quota is 0'}                                         | ${null}                                    | ${'the account may have none'}
    ${{ models: 0, running, most: { models: 3, jobs: 1 } }}           | ${'1 imports are in progress: arn:job, and the quota is 1'} | ${null}                                    | ${'another import runs'}
    ${{ models: 3, running: [], most: { models: null, jobs: null } }} | ${null}                                                     | ${'the quota is not known, by default it'} | ${'a default may have been raised'}
    ${{ models: 0, running, most: { models: null, jobs: null } }}     | ${null}                                                     | ${'wait until that is over'}               | ${'no quota of jobs is told'}
  `('$why', ({ room, problem, warning }: { room: ImportRoom; problem: string | null; warning: string | null }) => {
    const said = (text: string | null): unknown => (text === null ? [] : [expect.stringContaining(text)]);

    expect(importRoomReport(room, importSupport.quotas)).toEqual({ problems: said(problem), warnings: said(warning) });
  });
});
