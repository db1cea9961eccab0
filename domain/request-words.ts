import type { Request } from './request.ts';

/** A request as somebody would type it after `/sundial`; `readRequest` reads the same again. */
export function requestWords(request: Request): string {
  switch (request.kind) {
    case 'status':
      return words('status', request.about);
    case 'mine':
    case 'digest':
      return request.kind;
    case 'timeline':
      return words('timeline', request.model, request.region);
    case 'watch':
      return words('watch', request.model);
    case 'custom':
      return request.act === 'show'
        ? words('custom', request.model)
        : request.act === 'start'
          ? words(
              'custom',
              request.model,
              'start',
              after('on', request.replacement),
              ...Object.entries(request.hyperParameters).map(([name, value]) => `${name}=${value}`),
              request.serving,
            )
          : words('custom', request.model, request.act);
    case 'acknowledge':
      return words('ack', request.model);
    case 'compare':
      return words(
        'compare',
        request.current,
        after('with', request.candidate),
        after('on', request.dataset),
        request.engine === 'batch' ? '--batch' : null,
      );
    case 'snooze':
      return words('snooze', request.model, after('until', request.until), after('because', request.reason));
    case 'waive':
      return words('waive', request.model, after('until', request.until), after('because', request.reason));
    case 'owner':
      return words('owner', request.model, request.person === null ? 'me' : `<@${request.person}>`);
    case 'replace':
      return words('replace', request.model, after('with', request.candidate));
  }
}

function after(word: string, value: string | null): string | null {
  return value === null ? null : `${word} ${value}`;
}

function words(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' ');
}
