// Writes catalogue/prices.json: what @pydantic/genai-prices says of the models in the catalogue. Run it after the package is renewed:
// node scripts/prices.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calcPrice } from '@pydantic/genai-prices';

const { version } = JSON.parse(readFileSync('node_modules/@pydantic/genai-prices/package.json', 'utf8'));
const models = readdirSync('catalogue')
  .filter((file) => file.endsWith('.json') && file !== 'prices.json')
  .flatMap((file) => JSON.parse(readFileSync(join('catalogue', file), 'utf8')));

const prices = Object.fromEntries(models.flatMap(({ id }) => priceOf(id)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const document = { source: `@pydantic/genai-prices ${version}`, asOf: new Date().toISOString().slice(0, 10), prices };
writeFileSync('catalogue/prices.json', `${JSON.stringify(document, null, 2)}\n`);

/** US dollars per 1,000 tokens, on demand in one Region or geography. Only a price of this very model will do. */
function priceOf(id) {
  const found = calcPrice({ input_tokens: 1_000_000, output_tokens: 1_000_000 }, id, { providerId: 'aws' });
  if (!found || bare(found.model.id) !== bare(id)) return [];
  return [[id, { input: perThousand(found.input_price), output: perThousand(found.output_price) }]];
}

function bare(id) {
  return id.replace(/^(regional|global|us|eu|apac)\./, '').replace(/(-v\d+)?(:\d+)?$/, '');
}

function perThousand(perMillion) {
  return Number((perMillion / 1000).toPrecision(12));
}
