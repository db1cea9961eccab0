import { expect, it } from 'vitest';
import { surveyDataset } from '../../../domain/cases/dataset.ts';
import { aCase } from '../../builders/case.ts';

it('knows of each case what can be passed in it', async () => {
  // eslint-disable-next-line @typescript-eslint/require-await -- cases come one by one, wherever they are
  async function* cases() {
    yield aCase('calls', { checks: [], expectedToolCalls: [{ name: 'refund' }] });
    yield aCase('says', { checks: [{ kind: 'exact' }] });
  }

  expect((await surveyDataset(cases())).cases).toEqual([
    { id: 'calls', checks: [], expectsCalls: true },
    { id: 'says', checks: ['exact'] },
  ]);
});
