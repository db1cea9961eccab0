import { takenView } from './block-refusal.ts';
import type { Asked } from './asked.ts';
import { ok, refused, textOf } from './asked.ts';
import type { Desk } from './desk.ts';
import { isInhabitant } from './people.ts';
import { told } from './views.ts';

/** `views.*`. A form opens over another as `views.push` does: closing it shows the other again. */
export function viewMethods({ triggers, views }: Desk) {
  const open = (asked: Asked) => {
    const taken = takenView(asked['view'], 'modal');
    if ('refusal' in taken) return taken.refusal;
    const exchanged = triggers.exchange(textOf(asked, 'trigger_id'));
    if ('error' in exchanged) return refused(exchanged.error);
    return ok({ view: told(views.open(exchanged.user, taken.view)) });
  };

  return {
    'views.open': open,
    'views.push': open,
    'views.update': (asked: Asked) => {
      const taken = takenView(asked['view'], 'modal');
      if ('refusal' in taken) return taken.refusal;
      const hash = textOf(asked, 'hash');
      const before = views.shown(textOf(asked, 'view_id'));
      if (!before) return refused('not_found');
      if (hash !== '' && hash !== before.hash) return refused('hash_conflict');
      const shown = views.update(before.id, taken.view);
      return shown ? ok({ view: told(shown) }) : refused('not_found');
    },
    'views.publish': (asked: Asked) => {
      const user = textOf(asked, 'user_id');
      if (!isInhabitant(user)) return refused('user_not_found');
      const taken = takenView(asked['view'], 'home');
      return 'refusal' in taken ? taken.refusal : ok({ view: told(views.publish(user, taken.view)) });
    },
  };
}
