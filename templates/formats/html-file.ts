import { escaped } from '../console/html.ts';
import { markdownHtml } from '../console/ticket-markdown.ts';
import type { Attachment, Ticket } from '../ticket.ts';

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2125}' +
  'table{border-collapse:collapse}th,td{border:1px solid #d5d9e0;padding:.3rem .6rem;text-align:left;vertical-align:top}' +
  'code{background:#f1f2f4;padding:0 .2rem}.wide{overflow-x:auto}li{margin:.2rem 0}' +
  'h5{font-size:1.15rem;margin:1.6rem 0 .5rem}.box{margin-right:.4rem}li:has(.box){list-style:none;margin-left:-1.2rem}';

/** A ticket whole, as a page that opens by itself: for trackers whose own text is short and plain. */
export function htmlFile({ title, parts }: Pick<Ticket, 'title' | 'parts'>): Attachment {
  const heading = escaped(title);
  const content = [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${heading}</title><style>${style}</style></head>`,
    `<body><h1>${heading}</h1>`,
    markdownHtml(parts.join('\n\n'), (url) => url),
    '</body></html>\n',
  ].join('\n');
  return { name: 'sundial-ticket.html', mediaType: 'text/html', content };
}
