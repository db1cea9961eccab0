import * as z from 'zod/mini';
import { textIn } from './form-body.ts';
import type { Press } from '../../templates/console/slack-seat.ts';

const Press = z.object({
  where: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('message'), channel: z.string(), ts: z.string() }),
    z.object({ kind: z.literal('answer'), id: z.string() }),
    z.object({ kind: z.literal('modal'), viewId: z.string() }),
    z.object({ kind: z.literal('home') }),
  ]),
  actionId: z.string(),
  blockId: z.string(),
  value: z.nullable(z.string()),
  from: z.nullable(z.string()),
});

/** The button that sent a form, as it was written into its value; `null` where it was none of ours. */
export function pressOf(form: FormData): Press | null {
  try {
    return Press.parse(JSON.parse(textIn(form, 'press')));
  } catch {
    return null;
  }
}
