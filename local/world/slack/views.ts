import { randomUUID } from 'node:crypto';
import type { HomeView, ModalView } from '@slack/types';
import type { Json } from '../call.ts';

/** A view that somebody has before them. */
export interface ShownView<View = ModalView> {
  readonly id: string;
  readonly user: string;
  readonly hash: string;
  readonly view: View;
}

/** Forms and homes as each person sees them. They last as long as the process: Slack's own last as long as somebody looks. */
export interface Views {
  readonly open: (user: string, view: ModalView) => ShownView;
  /** Takes the place of what the view showed; `null` where nobody has it open. */
  readonly update: (id: string, view: ModalView) => ShownView | null;
  readonly close: (id: string) => void;
  readonly modal: (user: string) => ShownView | null;
  readonly shown: (id: string) => ShownView | null;
  readonly publish: (user: string, view: HomeView) => ShownView<HomeView>;
  readonly home: (user: string) => ShownView<HomeView> | null;
}

export function views(): Views {
  const modals = new Map<string, ShownView>();
  const homes = new Map<string, ShownView<HomeView>>();
  let count = 0;
  const hash = () => `hash.${(count += 1)}`;
  const show = <View>(id: string, user: string, view: View): ShownView<View> => ({ id, user, view, hash: hash() });

  return {
    open: (user, view) => {
      const shown = show(viewId(), user, view);
      modals.set(shown.id, shown);
      return shown;
    },
    update: (id, view) => {
      const before = modals.get(id);
      if (!before) return null;
      const shown = show(id, before.user, view);
      modals.set(id, shown);
      return shown;
    },
    close: (id) => void modals.delete(id),
    modal: (user) => [...modals.values()].findLast((shown) => shown.user === user) ?? null,
    shown: (id) => modals.get(id) ?? null,
    publish: (user, view) => {
      const shown = show(homes.get(user)?.id ?? viewId(), user, view);
      homes.set(user, shown);
      return shown;
    },
    home: (user) => homes.get(user) ?? null,
  };
}

/** As Slack tells it. */
export function told({ id, hash, view }: ShownView<ModalView | HomeView>): Json {
  return { ...(view as unknown as Readonly<Record<string, Json>>), id, hash };
}

function viewId(): string {
  return `V${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
}
