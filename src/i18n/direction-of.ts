const rightToLeftScripts = /^(ar|fa|he|ur|ps|ckb|dv|yi|ug|sd|prs|azb|syr|arc)\b/i;

/** Writing direction of any BCP 47 tag, also of languages the interface does not have (`ckb`, `ur`). */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  if (/-Arab\b|-Hebr\b/i.test(tag)) return 'rtl';
  if (/-(Latn|Cyrl)\b/i.test(tag)) return 'ltr';
  return rightToLeftScripts.test(tag) ? 'rtl' : 'ltr';
}
