/** A whole number with a comma between thousands, as English writes it; `toLocaleString` loads all that ICU knows before it does the same. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
