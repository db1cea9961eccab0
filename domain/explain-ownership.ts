import type { Configuration } from './configuration.ts';
import type { Caller, Dependent } from './dependent.ts';
import { claimsOf, teamOf } from './ownership.ts';
import type { Unheld } from './route-conditions.ts';
import { firstUnheld } from './route-conditions.ts';

/** What became of one route: the first that matched decided, and those after it were not asked. */
export type RouteVerdict = { readonly route: number; readonly team: string } & (
  { readonly kind: 'matched' } | ({ readonly kind: 'notHeld' } & Unheld) | { readonly kind: 'notAsked' }
);

/** Why a dependent, or one of its callers, is a team's. */
export interface OwnershipExplanation {
  readonly dependent: Dependent;
  /** Whose use this explains; `null` for the dependent as a whole. */
  readonly caller: Caller | null;
  readonly team: string;
  /** `null`: no route matched, so the default team looks after what nobody owns. */
  readonly route: number | null;
  /** Every route of `sundial.yml`, in its order. */
  readonly verdicts: readonly RouteVerdict[];
}

/** Route by route, why a dependent belongs to whom it belongs; one explanation for each part that is decided apart. */
export function explainOwnership(dependent: Dependent, configuration: Configuration): readonly OwnershipExplanation[] {
  return claimsOf(dependent, configuration).map((claimed) => {
    let decided: number | null = null;
    const verdicts = configuration.routes.map((asked, route): RouteVerdict => {
      const at = { route, team: asked.team };
      if (decided !== null) return { ...at, kind: 'notAsked' };
      const unheld = firstUnheld(asked, claimed);
      if (unheld) return { ...at, kind: 'notHeld', ...unheld };
      decided = route;
      return { ...at, kind: 'matched' };
    });
    return { dependent, caller: claimed.caller, team: teamOf(decided, configuration), route: decided, verdicts };
  });
}
