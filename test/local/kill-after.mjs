// Preloaded into a child process: SIGKILLs it when the answer to its n-th call of a kind has arrived, before anybody reads it.
// What the simulated services say among themselves is not counted: Sundial's own calls carry a client's name.
import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';

const after = Number(process.env.KILL_AFTER ?? '0');
const kind = process.env.KILL_ON ?? 'changes';
let count = 0;

const isOurs = (agent) => /sundial|slack/i.test(agent);
const kinds = {
  changes: (method, path, agent) =>
    isOurs(agent) &&
    (/chat\.(postMessage|update)/.test(path) || (/^(POST|PATCH)$/.test(method) && path.startsWith('/repos/'))),
  calls: (_method, _path, agent) => isOurs(agent),
  // What costs money: jobs, deployments, shares, copies, and their removal; a thing that is gone is not removed again.
  customModels: (method, path, _agent, status) =>
    method !== 'GET' &&
    status < 400 &&
    /^\/(model-(customization|copy|import)|createresourceshare|custom-models\/)/.test(path.toLowerCase()),
  store: (_method, _path, agent) => /aws-sdk/i.test(agent),
};

function answered(method, path, agent, status) {
  if (!kinds[kind](method, path, agent, status)) return;
  count += 1;
  if (count !== after) return;
  writeSync(2, `killed after ${path}`);
  process.kill(process.pid, 'SIGKILL');
}

subscribe('http.client.response.finish', ({ request, response }) =>
  answered(request.method, request.path, String(request.getHeader('user-agent') ?? ''), response.statusCode),
);
subscribe('undici:request:headers', ({ request }) => {
  const headers = Array.isArray(request.headers) ? request.headers.join(' ') : String(request.headers);
  answered(request.method, request.path, headers);
});
