import type { Finding } from '../../domain/finding.ts';
import { HttpFailure } from './http-failure.ts';
import type { TrackerHttp } from './tracker-http.ts';

/** Whether anything is there; a message would be a ticket, so none is sent. */
export async function checkWebhook(http: TrackerHttp, where: string): Promise<readonly Finding[]> {
  const subject = `Webhook ${where}`;
  const status = await http({ method: 'HEAD', path: '' }).then(
    () => 200,
    (fault: unknown) => {
      if (fault instanceof HttpFailure) return fault.status;
      throw fault;
    },
  );
  if (status === null)
    return [
      { subject, state: 'unknown', seen: 'nothing answers', fix: 'Check that the address is right and reachable' },
    ];
  if (status === 404 || status === 410)
    return [
      {
        subject,
        state: 'missing',
        seen: `the address answers ${status}`,
        fix: "Correct the url of the team's tracker",
      },
    ];
  return [{ subject, state: 'fine', seen: 'the address answers, and the secret is well formed', fix: null }];
}
