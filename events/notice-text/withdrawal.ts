const takenAway =
  /\b(?:revok(?:e[sd]?|ing)|withdr(?:a[wn]n?|ew)|rescind(?:ed)?|terminated|permanently\s+(?:unavailable|removed|disabled))\b|\bremains?\s+(?:\w+\s+)?unavailable\b|\b(?:access|availability)\b[^.]{0,80}\b(?:has|have|was|were|is|are)\s+(?:been\s+)?(?:removed|disabled|suspended|discontinued|ended|blocked)\b|\b(?:suspended|disabled|removed|blocked)\s+(?:all\s+)?(?:customer\s+)?access\b|\b(?:is|are|has|have)\s+(?:been\s+)?(?:no\s+longer\s+(?:available|offered|accessible)|removed\s+from)\b|\bexport\s+control/i;
const givenBack =
  /\b(?:access|availability|models?)\b[^.]{0,80}\b(?:restored|reinstated)\b|\b(?:restored|reinstated)\s+(?:access|availability)\b|\bavailable\s+(?:once\s+)?again\b|\bonce\s+again\s+available\b/i;
const stillGone = /\bremains?\s+(?:\w+\s+)?unavailable\b|\bnot\s+(?:be\s+)?(?:restored|reinstated)\b/i;
const passing =
  /\b(?:temporar(?:y|ily)|intermittent(?:ly)?|elevated|increased\s+(?:error|api|latenc)|error\s+rates?|latenc(?:y|ies)|degraded|throttl\w+)\b/i;

/** Whether a text takes a model away at once (`true`), gives it back (`false`) or does neither: an outage that passes is no withdrawal. */
export function withdrawalIn(text: string): boolean | null {
  if (givenBack.test(text) && !stillGone.test(text)) return takenAway.test(text) || !passing.test(text) ? false : null;
  if (!takenAway.test(text)) return null;
  const firm = /\brevok|\bwithdr|\brescind|\bexport\s+control|\bpermanently\b|\bremains?\s+(?:\w+\s+)?unavailable\b/i;
  return !passing.test(text) || firm.test(text) ? true : null;
}

const alreadyGone =
  /\b(?:has|have|had|was|were|is|are)\s+(?:(?:now|also|been|already|therefore)\s+)*(?:revoked|withdrawn|rescinded|suspended|removed|disabled|terminated)\b|\bwe\s+have\s+(?:revoked|withdrawn|suspended|removed|disabled)\b|\bpermanently\s+unavailable\b/i;

/** The same for a notice that is no issue and plans no dates: only what is gone already counts, not what Legacy may bring. */
export function announcedWithdrawalIn(text: string): boolean | null {
  const withdrawn = withdrawalIn(text);
  return withdrawn === true && !alreadyGone.test(text) ? null : withdrawn;
}
