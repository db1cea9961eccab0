import { casesStyle } from './style-cases.ts';
import { chartsStyle } from './style-charts.ts';
import { coloursStyle } from './style-colours.ts';
import { frameStyle } from './style-frame.ts';
import { verdictStyle } from './style-verdict.ts';

/** The page's only style sheet. */
export const reportStyle = [coloursStyle, frameStyle, verdictStyle, chartsStyle, casesStyle]
  .join('')
  .replaceAll('\n', '');
