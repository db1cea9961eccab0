/** That a process died, as far as a test is concerned. */
export class Killed extends Error {}

/**
 * Calls of somebody who is killed at the nth of them: before it reaches AWS, or after it was done and before the answer came. Nothing is called
 * after that. `counts` says from when on calls are counted.
 */
export function mortality(at: number, when: 'before' | 'after', counts: () => boolean = () => true) {
  let calls = 0;
  let dead = false;
  return {
    died: () => dead,
    mortal:
      <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
      async (...given: Given): Promise<Answer> => {
        if (dead) throw new Killed();
        if (counts()) calls += 1;
        dead = calls >= at;
        if (dead && when === 'before') throw new Killed();
        const answer = await call(...given);
        if (dead) throw new Killed();
        return answer;
      },
  };
}
