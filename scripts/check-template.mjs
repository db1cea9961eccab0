import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';
import aslValidator from 'asl-validator';
import { parse } from 'yaml';

const template = '.serverless/cloudformation-template-update-stack.json';
const standAlone = 'infrastructure/stand-alone';
const stateMachines = 'state-machines';

/**
 * It calls both sides of one `Fn::If` out of reach, where two conditions meet that have nothing to do with each other; and what
 * Serverless itself writes says one dependency twice.
 */
const mistaken = [
  'spoke-events.yml UndeliveredAlarm W1028',
  'cloudformation-template-update-stack.json HttpApiRoutePostSlackEvents W3005',
  'cloudformation-template-update-stack.json HttpApiRoutePostTicketsTrackerVar W3005',
];

/** Checks the packaged template, those that stand alone, and every state machine. Answers one line a finding. */
export function checkTemplate() {
  if (!existsSync(template)) throw new Error(`${template} is not there: run npm run package`);
  const files = readdirSync(standAlone).map((file) => join(standAlone, file));
  return [...[template, ...files].flatMap(templateFindings), ...stateMachineFindings()];
}

function templateFindings(file) {
  const engine = new RegoEngine();
  try {
    const { status, diagnostics } = engine.validateStandard(new TemplateFile(file), { severityLevel: 'WARN' });
    const incomplete = status === 'OK' ? [] : [`${file}: the check ended as ${status}`];
    const findings = diagnostics
      .filter(({ ruleId, entity }) => !mistaken.includes(`${basename(file)} ${entity?.logicalId ?? ''} ${ruleId}`))
      .map(
        ({ severity, ruleId, message, entity }) =>
          `${file}: ${severity} ${ruleId} ${entity?.logicalId ?? ''}: ${message}`,
      );
    return [...incomplete, ...findings];
  } finally {
    engine.free();
  }
}

function stateMachineFindings() {
  if (!existsSync(stateMachines)) return [];
  return readdirSync(stateMachines)
    .filter((file) => file.endsWith('.yml'))
    .flatMap((file) => {
      const path = join(stateMachines, file);
      const { isValid, errorsText } = aslValidator(parse(readFileSync(path, 'utf8')), { checkArn: false });
      return isValid ? [] : [`${path}: ${errorsText()}`];
    });
}

/** Prints what was found; nothing is what we want. */
export function report(findings) {
  for (const finding of findings) console.error(finding);
  console.log(findings.length === 0 ? 'The template holds.' : `${findings.length} findings in the template.`);
  if (findings.length > 0) process.exitCode = 1;
}

if (import.meta.filename === process.argv[1]) report(checkTemplate());
