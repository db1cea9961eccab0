import { escaped } from './html.ts';
import type { Press } from './slack-seat.ts';
import type { Surface } from './slack-surface.ts';

/** What is pressed, but for where it stands. */
export type Pressable = Partial<Omit<Press, 'where'>>;

interface Look {
  /** In HTML. */
  readonly label: string;
  readonly style?: string | undefined;
  /** What screen readers hear instead of the label. */
  readonly spoken?: string | undefined;
}

/** A button that sends the form around it, and says in its value what was pressed. */
export function pressButton(surface: Surface, pressed: Pressable, { label, style, spoken }: Look): string {
  const kind = `button${style ? ` ${escaped(style)}` : ''}`;
  const aria = spoken ? ` aria-label="${escaped(spoken)}"` : '';
  if (surface.controls.kind === 'off') return `<span class="button off">${label}</span>`;
  if (surface.controls.kind === 'shown') return `<button type="button" class="${kind}"${aria}>${label}</button>`;
  const press: Press = {
    actionId: '',
    blockId: '',
    value: null,
    from: null,
    ...pressed,
    where: surface.controls.where,
  };
  return `<button class="${kind}" name="press" value="${escaped(JSON.stringify(press))}"${aria}>${label}</button>`;
}
