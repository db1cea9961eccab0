/** The models that the story's accounts use, by the ids of the catalogue and of `uncatalogued-models.ts`. */
export const models = {
  sonnet4: 'anthropic.claude-sonnet-4-20250514-v1:0',
  sonnet45: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
  sonnet46: 'anthropic.claude-sonnet-4-6',
  sonnet5: 'anthropic.claude-sonnet-5',
  opus41: 'anthropic.claude-opus-4-1-20250805-v1:0',
  opus5: 'anthropic.claude-opus-5',
  haiku45: 'anthropic.claude-haiku-4-5-20251001-v1:0',
  jamba: 'ai21.jamba-1-5-large-v1:0',
  novaPro: 'amazon.nova-pro-v1:0',
  novaLite: 'amazon.nova-lite-v1:0',
  novaMicro: 'amazon.nova-micro-v1:0',
  novaCanvas: 'amazon.nova-canvas-v1:0',
  marengo27: 'twelvelabs.marengo-embed-2-7-v1:0',
  marengo30: 'twelvelabs.marengo-embed-3-0-v1:0',
} as const;

export const us = (model: string) => `us.${model}`;
export const eu = (model: string) => `eu.${model}`;
export const jp = (model: string) => `jp.${model}`;
