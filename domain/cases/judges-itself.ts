import { baseModelId } from '../model-id.ts';

/** Whether a judge is one of the models it judges, by whatever name: its id, a profile or an ARN. What was trained from it is another. */
export function judgesItself(judge: string, compared: readonly string[]): boolean {
  return compared.map(modelOf).includes(modelOf(judge));
}

function modelOf(reference: string): string {
  return reference.includes(':custom-model/') ? reference : (baseModelId(reference) ?? reference);
}
