import { describe, expect, it } from 'vitest';
import { timeAxis } from '../../../templates/console/time-axis.ts';
import { aCatalogue, aCatalogueModel, aSituation, aWord, sonnet45, sonnetCatalogue } from '../../builders/situation.ts';

describe('timeAxis', () => {
  it('names fewer months where many have to fit', () => {
    const words = [aWord('legacy', '2021-03-10'), aWord('endOfLife', '2027-04-08')];
    const axis = timeAxis(aSituation({ catalogue: sonnetCatalogue({ words }) }), 330, 'axis');

    const months = /<g class="months">.*?<\/g>/.exec(axis)?.[0].match(/[A-Z][a-z]+ \d{4}/g);
    expect(months).toEqual(['Jan 2022', 'Jan 2024', 'Jan 2026']);
  });

  it('shows the floor under an end that nobody gives, and what comes then as open', () => {
    const words = [aWord('legacy', '2026-10-08'), aWord('noSoonerThan', '2027-01-08')];
    const axis = timeAxis(aSituation({ catalogue: sonnetCatalogue({ words }) }), 960, 'axis');

    expect(axis).toContain('No sooner than</tspan>');
    expect(axis).toContain('Legacy, end not known');
    expect(axis).toContain('End of life: not known.');
  });

  it('shows today where nobody gives any date', () => {
    const axis = timeAxis(aSituation({ catalogue: aCatalogue(aCatalogueModel(sonnet45)) }), 330, 'axis');

    expect(axis).toContain('Active, end not known');
    expect(axis.match(/class="flag/g)).toHaveLength(1);
  });

  it('shows a question mark where the words for an open end do not fit', () => {
    const words = [aWord('legacy', '2026-11-19')];
    const situation = aSituation({ catalogue: sonnetCatalogue({ words }), now: '2026-11-20T09:00:00Z' });

    expect(timeAxis(situation, 60, 'axis')).toContain('>?</text>');
  });
});
