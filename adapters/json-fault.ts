/** How many letters around a fault JSON.parse shows on either side. */
const shown = 10;
const around = /^Unexpected token '(?<token>[^]+?)', (?<cut>\.\.\.)?"(?<near>[^]*)"(?<rest>\.\.\.)? is not valid JSON$/;

/** Where in a text the fault is that a message of JSON.parse is about: it gives a position, or the letters around it, or the end. */
export function positionOfFault(message: string, text: string): number {
  const position = /position (?<position>\d+)/.exec(message)?.groups?.['position'];
  if (position !== undefined) return Number(position);

  const { token = '', cut, near, rest } = around.exec(message)?.groups ?? {};
  if (near === undefined) return text.trimEnd().length;
  const within = cut ? shown : rest ? near.length - shown : near.indexOf(token);
  return text.indexOf(near) + within;
}
