/** Longer answers explain, and then usually help. */
const shortAnswer = 600;

const opening =
  "(?:(?:i(?:'m| am) (?:really |very |so )?|we(?:'re| are) )?(?:sorry|apologi[sz]e|afraid)|i apologi[sz]e|my apologies|apologies|unfortunately|no)";
const hedges =
  '(?:for (?:any|the) (?:inconvenience|confusion)|but|however|that|as an? (?:\\w+ ){0,4}(?:ai|assistant|model)(?: \\w+){0,4}?)';
const unable =
  "(?:(?:can(?:'t|not| not)|won't|will not|(?:am|'m) (?:unable|not able|not allowed|not permitted|not comfortable|not programmed|not designed) to|(?:must|have to|need to) (?:decline|refuse)(?: to)?|decline to|refuse to)(?: (?:in good conscience|directly|really|ethically))?)";
const always =
  '(?:help(?: you)?(?: with| to|[.,!]|$)|assist(?: you)?(?: with| in|[.,!]|$)|compl(?:y|ying) with|fulfil+(?:ing)? (?:this|that|your|the|such)|engage (?:in|with)|participate in|support (?:this|that|such) request|discuss (?:this|that|such|topics)|continue (?:with )?this conversation|do that|do this|(?:answer|respond to|process|complete) (?:this|that|such|your) (?:question|request|prompt)s?|(?:provide|give|offer|share|generate|create|write|produce) (?:you )?(?:with )?(?:that|this|it|such|instructions|guidance|assistance|advice|information (?:on|about)|content|details (?:on|about)|medical|legal|financial|(?:any )?(?:help|support) (?:with|for)))';
const apart = '[\\s,.;:!—–-]*';

/** "I cannot help with that", whatever apology or "As an AI" goes before it. */
const incapable = new RegExp(
  `^(?:${opening}${apart})*(?:${hedges}${apart})*(?:(?:i|we)\\s*)?${unable}\\s+${always}`,
  'u',
);
/** "This request goes against my guidelines", "I must decline." */
const against = new RegExp(
  `^(?:${opening}${apart})*(?:${hedges}${apart})*(?:(?:this|that|your) (?:request|question|prompt|content) (?:goes against|violates|is against|conflicts with) (?:my|our|the) |(?:i|we) (?:must|have to|respectfully) (?:respectfully )?(?:decline|refuse)(?: (?:this|that|your|the) request)?[.,;!]|it (?:is|would be) against my (?:guidelines|programming|principles))`,
  'u',
);

/**
 * Whether a text is a refusal: a short answer in English that opens with one of the usual sentences of models that will not answer.
 * A sentence that only sounds alike ("I can't find an error in your code") is none: it is better to miss one than to invent one.
 */
export function isRefusal(text: string): boolean {
  const plain = text
    .trim()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[*_#>"“”]/g, '')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
  return plain.length <= shortAnswer && (incapable.test(plain) || against.test(plain));
}
