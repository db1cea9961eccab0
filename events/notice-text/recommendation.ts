import type { Span } from './mention.ts';

const cue =
  /\b(?:recommend\w*|suggest\w*|advis\w*|migrat(?:e|ing|ion)|transition(?:ing)?|mov(?:e|ing)\s+(?:your\s+\w+\s+)?(?:to|from)|switch(?:ing)?|upgrad(?:e|ing)|replac(?:e[sd]?|ing|ements?)|successors?|supersed(?:e[sd]?|ing)|alternatives?|consider)\b/i;

/** Whether a clause says where to go. */
export function recommends(text: string): boolean {
  return cue.test(text);
}

const leaving =
  /\b(?:from|off|leaving|for|of|replac(?:e|es|ing)|instead\s+of|alternatives?\s+to|supersed(?:es|ing)|using|(?:you|who|that|customers?|accounts?|currently|still)\s+use[sd]?)\s+(?:(?:the|your|this|model|models|ids?|existing|current|usage|use|workloads?|with)[\s:]+)*['"(]*$/i;
const replaced =
  /^['")]*\s*(?:\([^)]*\)\s*)?(?:(?:is|are|was|has|have|will|being|be|been)\s+)*(?:replaced|superseded)\b/i;
const going = /\b(?:migrat|transition|mov|switch|upgrad|recommend|suggest|consider)\w*\s+(?:to\s+)?(?:us(?:e|ing)\s+)/i;

/** Whether a model named in such a clause is the one to leave, not the one to go to. */
export function isLeft(text: string, clause: Span, model: Span): boolean {
  const before = text.slice(clause.start, model.start);
  if (replaced.test(text.slice(model.end, clause.end))) return true;
  if (/\b(?:replac(?:ement|ed)|superseded|successor)\b[^,;]*\b(?:is|are|by|with|:)\s*['"(]*$/i.test(before))
    return false;
  if (going.test(before.slice(-60)) && !/\bfrom\b/i.test(before.slice(-40))) return false;
  return leaving.test(before);
}
