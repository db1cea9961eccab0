/** `83.4 %`. */
export function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

/** A difference in parts of 1, with its sign: `+1.5 points`. */
export function points(part: number): string {
  return `${signedPoints(part)} points`;
}

/** `−6.5`; what rounds to nothing is `0.0`. */
export function signedPoints(part: number): string {
  const shown = Math.abs(100 * part).toFixed(1);
  if (Number(shown) === 0) return shown;
  return `${part < 0 ? '−' : '+'}${shown}`;
}

/** `5 points`, of a margin. */
export function size(part: number): string {
  return `${whole(100 * part)} points`;
}

/** `−1.2 to +4.2`. */
export function range([low, high]: readonly [number, number]): string {
  return `${signedPoints(low)} to ${signedPoints(high)}`;
}

/** `95 %`, of an error allowed. */
export function confidence(alpha: number): string {
  return `${whole(100 * (1 - alpha))} %`;
}

export function pValue(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
}

/** `1,250 ms`, `12.4 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 10_000 ? `${Math.round(milliseconds).toLocaleString('en-GB')} ms` : seconds(milliseconds);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`;
}

/** Four digits that tell something, so that a small run does not cost nothing. */
export function dollars(amount: number | null): string {
  if (amount === null) return 'no price known';
  if (amount > 0 && amount < 0.0001) return 'less than $0.0001';
  const digits = amount < 0.1 ? 4 : 2;
  return `$${amount.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

export function whole(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}
