import { type Aligned, said } from './aligned.js';
import type { Candidate } from './candidate.js';

const CAUSE = /^(because|due|over|after|following|amid|for|citing|owing|since|as)$/;
const STRONG = /^(because|due|citing|owing)$/;
const LONGEST = 12;

/** The clauses of an event that tell a reason: "because of …", "due to …", "over …", "in protest at …", "after …". */
export function reasonCandidates(aligned: Aligned): Candidate[] {
  const { tokens } = aligned;
  const found: Candidate[] = [];
  tokens.forEach((token, i) => {
    const protest =
      token.lower === 'in' && /^(protest|response|retaliation|connection)$/.test(tokens[i + 1]?.lower ?? '');
    if (!CAUSE.test(token.lower) && !protest) return;
    if (token.lower === 'for' && tokens[i + 1]?.capital) return;
    let from = i;
    if (/^(due|owing)$/.test(token.lower)) from = i + (tokens[i + 1]?.lower === 'to' ? 2 : 1);
    else if (token.lower === 'because') from = i + (tokens[i + 1]?.lower === 'of' ? 2 : 1);
    let to = from + 1;
    while (to < tokens.length && to - from < LONGEST && !/^[,;.)]$/.test(tokens[to]?.text ?? '')) to++;
    if (said(aligned, from, to) > 0.6) return;
    const strength =
      STRONG.test(token.lower) || protest
        ? 1.4
        : /^(over|amid)$/.test(token.lower)
          ? 1.2
          : /^(after|following)$/.test(token.lower)
            ? 1.05
            : 0.9;
    const features = { cause: strength };
    found.push({ from, to, features, score: 3 * (strength - 0.7) });
  });
  return found;
}
