import { type Aligned, nearness, said } from './aligned.js';
import { type Candidate, weighed } from './candidate.js';
import type { Token } from './tagged-text.js';

/** How surely the words that lead in a clause tell a reason: log-odds before anything else is known. */
const LEADS: readonly (readonly [pattern: RegExp, keep: number, sure: number])[] = [
  // The pattern is matched against the words from a place on; `keep` of them belong to what is said.
  [/^because of /, 0, 2],
  [/^because /, 0, 2],
  [/^(due|owing|thanks) (mainly |largely |partly )?to /, 0, 2],
  [/^(caused|triggered|prompted|sparked) by /, 0, 2],
  [/^(on|over) (suspicion|charges|accusations|allegations|fears|concerns|claims) /, 9, 1.6],
  [/^in (protest|response|retaliation|opposition) /, 9, 1.8],
  [/^(citing|blaming) /, 0, 1.8],
  [/^(suspected|accused|convicted) of /, 9, 1],
  [/^amid /, 0, 1],
  [/^over /, 0, 1],
  [/^for (allegedly |not )?\w+ing /, 9, 1.2],
  [/^for (a|an|his|her|its|their|the) \w+ (of|in|on|against) /, 9, 0.4],
  [/^while \w+ing /, 9, 0.5],
  [/^as (part of|a result of|punishment for) /, 9, 1.2],
  [/^on an? (charge|count|allegation) of /, 9, 1.6],
  [/^(on|over) an? (alleged|suspected) /, 9, 1.4],
  [/^(after|following|when) /, 9, 0.6],
  [/^(so that|in order to) /, 9, 0.3],
  [/^reason .{0,30}\b(is|was) /, 0, 1.8],
];
const NEAR = { sure: 0.8, near: 0.8, said: -1.5 };
const LONGEST = 12;

/** The clauses of an event that tell a reason: "because of …", "due to …", "in protest at …", "after …". */
export function reasonCandidates(aligned: Aligned): Candidate[] {
  const { tokens } = aligned;
  const found: Candidate[] = [];
  tokens.forEach((_, i) => {
    const text = tokens
      .slice(i, i + 10)
      .map((t) => t.lower)
      .join(' ');
    for (const [pattern, keep, sure] of LEADS) {
      const lead = pattern.exec(text);
      if (!lead) continue;
      const from = keep > 0 ? i : i + lead[0].trim().split(' ').length;
      const to = clauseEnd(tokens, from);
      if (to <= from || said(aligned, from, to) > 0.7 || !tellsDeed(tokens, from, to)) return;
      const features = { sure, near: nearness(aligned, from, to), said: said(aligned, from, to) };
      found.push({ from, to, features, score: weighed(features, NEAR) });
      return;
    }
  });
  return found;
}

/** "After Norland" names no action: a reason has a verb or a common noun. */
function tellsDeed(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((t) => !t.capital && /^(NOUN|VERB)$/.test(t.pos));
}

/** Where the clause from a token on ends: at a mark, at another lead, at most twelve tokens away. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length && to - from < LONGEST) {
    const token = tokens[to];
    if (!token || token.sentence !== tokens[from]?.sentence || /^[,;:.)]$/.test(token.text)) break;
    if (to > from + 3 && /^(after|following|because|while|who|which)$/.test(token.lower)) break;
    to++;
  }
  // No dangling small word at the end.
  while (to > from + 1 && /^(ADP|DET|CCONJ|PART|AUX|SCONJ)$/.test(tokens[to - 1]?.pos ?? '')) to--;
  return to;
}
