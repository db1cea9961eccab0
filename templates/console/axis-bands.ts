import type { Situation } from '../../domain/situation.ts';
import { localDay } from '../../domain/working-days.ts';
import type { AxisScale } from './axis-scale.ts';
import { tenth, textWidth } from './axis-scale.ts';
import { axisStages } from './axis-stages.ts';

/** Shapes, and the words that go on top of everything that crosses them. */
export interface Drawn {
  readonly shapes: string;
  readonly words: string;
}

export const stageHeight = 26;
export const phaseHeight = 22;

/** The stages one after the other; the last fades out where nobody says when it ends. */
export function stageBar(situation: Situation, y: number, { from, until, x }: AxisScale): Drawn {
  const drawn = axisStages(situation, from, until).map(({ kind, label, open, ...stretch }): Drawn => {
    const [start, end] = [x(stretch.from), x(stretch.until)];
    const candidates = open ? [`${label}, end not known`, 'end not known', '?'] : [label];
    const shown = candidates.find((words) => textWidth(words) + 12 <= end - start);
    const mask = open ? ' mask="url(#fading)"' : '';
    return {
      shapes: `<rect class="${kind}"${mask} x="${start}" y="${y}" width="${tenth(end - start)}" height="${stageHeight}"/>`,
      words: shown ? `<text class="${kind}" x="${start + 8}" y="${y + 17}">${shown}</text>` : '',
    };
  });
  return grouped('stages', drawn);
}

/** The phases of the plan by name, or by number where the name does not fit. */
export function phaseBands({ timeline, team, now }: Situation, y: number, { x }: AxisScale): Drawn {
  const today = localDay(now, team.timeZone);
  const drawn = timeline.phases.map(({ name, start, end }, index): Drawn => {
    const [from, until] = [x(start), x(end)];
    const width = Math.max(2, tenth(until - from - 2));
    const shown = [name, String(index + 1)].find((words) => textWidth(words) + 4 <= width);
    const kind = start <= today && today < end ? 'phase now' : 'phase';
    return {
      shapes: `<rect class="${kind}" x="${from + 1}" y="${y}" width="${width}" height="${phaseHeight}" rx="3"/>`,
      words: shown ? `<text class="${kind}" x="${tenth((from + until) / 2)}" y="${y + 15}">${shown}</text>` : '',
    };
  });
  return grouped('phases', drawn);
}

function grouped(name: string, drawn: readonly Drawn[]): Drawn {
  const group = (parts: readonly string[]) => `<g class="${name}">${parts.join('')}</g>`;
  return { shapes: group(drawn.map(({ shapes }) => shapes)), words: group(drawn.map(({ words }) => words)) };
}
