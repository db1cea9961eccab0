/** How far long work is, on stderr: one line that is written over on a terminal, a line for each tenth elsewhere. */
export function progress(what: string, total: number) {
  const { stderr } = process;
  let done = 0;
  let told = 0;
  return {
    step(note = ''): void {
      done += 1;
      const line = `${what}: ${done} of ${total}${note === '' ? '' : `, ${note}`}`;
      if (stderr.isTTY) stderr.write(`\r\u001B[2K${line}`);
      else if (Math.floor((done * 10) / total) > told) {
        told = Math.floor((done * 10) / total);
        stderr.write(`${line}\n`);
      }
    },
    end(): void {
      if (stderr.isTTY && done > 0) stderr.write('\r\u001B[2K');
    },
  };
}
