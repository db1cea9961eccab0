import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';
import aslValidator from 'asl-validator';
import { parse } from 'yaml';

const template = '.serverless/cloudformation-template-update-stack.json';
const stateMachines = 'state-machines';

/** Checks the packaged CloudFormation template and every state machine. Answers one line a finding. */
export function checkTemplate() {
  if (!existsSync(template)) throw new Error(`${template} is not there: run npm run package`);
  return [...templateFindings(), ...stateMachineFindings()];
}

function templateFindings() {
  const engine = new RegoEngine();
  try {
    const { status, diagnostics } = engine.validateStandard(new TemplateFile(template), { severityLevel: 'WARN' });
    const incomplete = status === 'OK' ? [] : [`${template}: the check ended as ${status}`];
    const findings = diagnostics.map(
      ({ severity, ruleId, message, entity }) =>
        `${template}: ${severity} ${ruleId} ${entity?.logicalId ?? ''}: ${message}`,
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
