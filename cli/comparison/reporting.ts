import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ConcludedHere } from './conclude-here.ts';

/** `cli/conclude.ts`, which the build puts beside the command. */
const program = fileURLToPath(new URL('./conclude.js', import.meta.url));

interface Reported {
  /** The folder of the run. */
  readonly run: string;
  /** The file of the cases. */
  readonly file: string;
  readonly skipBad: boolean;
  /** The folder of an earlier run. */
  readonly against: string | null;
}

type Answer = ({ readonly kind: 'concluded' } & ConcludedHere) | { readonly kind: 'failed'; readonly message: string };

/**
 * Makes the reports of a run apart, in a process that gets ready while the models answer: so it takes none of the time that a person waits,
 * and none of this process's memory.
 */
export function reporting({ run, file, skipBad, against }: Reported) {
  const begin = () => {
    const terms = [run, file, skipBad ? '--skip-bad' : '--all', ...(against === null ? [] : [against])];
    const child = fork(program, terms, { serialization: 'advanced' });
    const answer = new Promise<Answer>((resolve, reject) => {
      child.once('message', (message) => {
        resolve(message as unknown as Answer);
      });
      child.once('error', reject);
      child.once('exit', (code) => {
        reject(new Error(`exit ${code ?? 'by a signal'}`));
      });
    });
    // Whoever waits for the reports hears of it.
    answer.catch(() => undefined);
    // It ends when it is left: nobody waits for that.
    const leave = () => {
      child.unref();
      if (child.connected) child.disconnect();
    };
    return { child, answer, leave };
  };
  let begun: ReturnType<typeof begin> | undefined;

  return {
    begin: (): void => void (begun ??= begin()),
    /** All answers are written down. */
    async conclude(): Promise<ConcludedHere> {
      const { child, answer } = (begun ??= begin());
      if (child.connected) child.send('all is there');
      const told = await answer.catch((cause: unknown) => ({ kind: 'failed', message: String(cause) }) as const);
      if (told.kind === 'failed') throw new Error(`the reports could not be made: ${told.message}`);
      return told;
    },
    /** Nobody waits for it any more: what is never ended keeps the command from ending. */
    end: (): void => begun?.leave(),
  };
}
