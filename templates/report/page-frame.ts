import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { escaped, momentOf } from '../console/html.ts';
import { oneLine } from '../text.ts';
import { reportScript } from './script.ts';
import { reportStyle } from './style.ts';
import { verdictHeadline } from './words-verdict.ts';

const icon =
  '<svg viewBox="0 0 32 32" aria-hidden="true" class="sun"><circle cx="16" cy="13" r="6"/><path d="M16 1v3M16 22v3M4 13h3M25 13h3M7.5 4.5l2.2 2.2M24.5 4.5l-2.2 2.2M2 29h28M8 29l8-5 8 5"/></svg>';

const contents = [
  ['breaks', 'Breaks'],
  ['metrics', 'Metrics'],
  ['latency', 'Latency'],
  ['cost', 'Cost'],
  ['cases', 'Cases'],
  ['evidence', 'Evidence'],
] as const;

/** Up to the first section. Only this very style and script may act; nothing may be loaded. */
export async function pageHead(report: ComparisonReport): Promise<string> {
  const policy = [
    "default-src 'none'",
    `style-src '${await hash(reportStyle)}'`,
    `script-src '${await hash(reportScript)}'`,
    "img-src data:; base-uri 'none'; form-action 'none'",
  ];
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`,
    `<title>${escaped(oneLine(verdictHeadline(report)))}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='3' fill='%23d97706'/%3E%3C/svg%3E\">",
    `<style>${reportStyle}</style></head><body><a class="skip" href="#cases">Skip to the cases</a>`,
    `<header class="top"><p class="brand">${icon}<span>Sundial</span></p><p class="quiet">Comparison of ${momentOf(report.evidence.startedAt, 'utc')} UTC</p>`,
    `<nav aria-label="Contents"><ul>${contents.map(([id, label]) => `<li><a href="#${id}">${label}</a></li>`).join('')}</ul></nav></header><main>`,
  ].join('');
}

export function pageFoot(html: string): string {
  return `</main><footer><p>${html}</p></footer><script>${reportScript}</script></body></html>\n`;
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
