import type { PageLinks } from './page-links.ts';
import type { Held, Person, Place, SlackSeat } from './slack-seat.ts';

/** What blocks are shown on. */
export interface Surface {
  readonly links: PageLinks;
  readonly people: readonly Person[];
  /** Begins every id given here, so that none is given twice on a page. */
  readonly scope: string;
  /** `live`: pressing does something; `shown`: looks alike and does nothing; `off`: shown as what cannot be pressed. */
  readonly controls: Live | { readonly kind: 'shown' } | { readonly kind: 'off' };
  readonly held: Held;
  readonly errors: Readonly<Record<string, string>>;
}

interface Live {
  readonly kind: 'live';
  readonly where: Place;
}

/** Where nobody can act: a workspace that is not simulated. */
export function silentSurface(links: PageLinks, people: readonly Person[] = []): Surface {
  return { links, people, scope: '', controls: { kind: 'off' }, held: {}, errors: {} };
}

export function liveSurface(
  seat: SlackSeat | null,
  where: Place,
  scope: string,
  links: PageLinks,
  form: Partial<Pick<Surface, 'held' | 'errors'>> = {},
): Surface {
  const surface = { ...silentSurface(links, seat?.people), ...form, scope };
  return seat ? { ...surface, controls: { kind: 'live', where } } : surface;
}

/** What every form sends beside its own fields. */
export function seatFields({ token, acting }: SlackSeat, escape: (text: string) => string): string {
  return `<input type="hidden" name="token" value="${escape(token)}"><input type="hidden" name="as" value="${escape(acting.id)}">`;
}
