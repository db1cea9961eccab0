import { escaped } from './html.ts';
import { consoleStyle } from './style.ts';

/** Up to the body. `looksAgain`: by itself, in a second, where something is about to come. */
export function pageHead(title: string, looksAgain = false): string {
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    looksAgain ? '<meta http-equiv="refresh" content="1">' : '',
    "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='3' fill='%23d97706'/%3E%3C/svg%3E\">",
    `<style>${consoleStyle}</style></head><body>`,
  ].join('');
}
