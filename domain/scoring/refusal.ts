/** Longer answers explain, and then usually help. */
const shortAnswer = 600;

const anyOf = (...ways: readonly string[]) => `(?:${ways.join('|')})`;
const gap = '[\\s,.;:!—–-]*';
const end = '(?=[.,;:!]|$)';
const such = anyOf('this', 'that', 'these', 'those', 'such', 'your', 'the');

const apology = anyOf(
  "(?:(?:i(?:'m| am)|we(?:'re| are)) (?:really |very |so )?)?(?:sorry|afraid)",
  '(?:i |we |my )?apolog(?:i[sz]e|ies)',
  'unfortunately',
  'no',
);
const hedge = anyOf(
  'for (?:any|the) (?:inconvenience|confusion)',
  'but',
  'however',
  'that',
  'as an? (?:\\w+ ){0,4}(?:ai|assistant|model)(?: \\w+){0,4}?',
);
const unable = anyOf(
  "can(?:'t|not| not)",
  "won't",
  'will not',
  "(?:am|'m) (?:unable|not able|not allowed|not permitted|not programmed|not designed) to",
  "(?:am|'m) not comfortable(?: to)?",
  '(?:(?:must|have to|need to) )?(?:decline|refuse) to',
);
const toServe = anyOf(
  `(?:help|assist)(?:ing)?(?: you)?(?: with| in \\w+ing|${end})`,
  `(?:comply|complying) with ${such} (?:request|instruction|prompt)`,
  `fulfil+(?:ing)? ${such} `,
  `(?:engage|engaging|participate|participating) (?:in|with) (?:this|that|such|any)`,
  `support(?:ing)? ${such} request`,
  'discuss(?:ing)? (?:this|that|such|these)',
  'continue (?:with )?this conversation',
  `do(?:ing)? (?:this|that)${end}`,
  `(?:answer|respond(?:ing)? to|process|complete)(?:ing)? ${such} (?:question|request|prompt)`,
  anyOf(
    'provid(?:e|ing)',
    'giv(?:e|ing)',
    'offer(?:ing)?',
    'shar(?:e|ing)',
    'generat(?:e|ing)',
    'creat(?:e|ing)',
    'writ(?:e|ing)',
    'produc(?:e|ing)',
  ) +
    ' (?:you )?(?:with )?' +
    anyOf(
      `(?:this|that|such)(?:${end}| (?:request|information|content|kind|type|sort))`,
      'such ',
      '(?:instructions|guidance|assistance|advice) (?:for|on|to|with|about)',
      'information (?:on|about) (?:how|\\w+ing)\\b',
      `content(?: that| of| which|${end})`,
      '(?:medical|legal|financial|investment) advice',
    ),
);
const declining = anyOf(
  '(?:this|that|your) (?:request|question|prompt|content) (?:goes against|violates|is against|conflicts with) (?:my|our|the) ',
  `(?:i|we) (?:(?:must|have to) (?:respectfully )?|respectfully )(?:decline|refuse)(?: ${such} (?:request|question)|${end})`,
  '(?:it is|it would be) against my (?:guidelines|programming|principles)',
);
const refusal = new RegExp(
  `^(?:${apology}${gap})*(?:${hedge}${gap})*${anyOf(`(?:i|we)\\s?${unable} ${toServe}`, declining)}`,
);
/** Every refusal has one of these in it, and most answers have none: they need not be looked at any closer. */
const denial = /n't|not|unable|decline|refuse|against|violates|conflicts/;

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
  return plain.length <= shortAnswer && denial.test(plain) && refusal.test(plain.trim());
}
