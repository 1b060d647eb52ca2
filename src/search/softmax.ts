/** Logits as probabilities, in their order; empty for none. */
export function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const all = logits.map((logit) => Math.exp(logit - most));
  const sum = all.reduce((a, b) => a + b, 0);
  return all.map((part) => part / sum);
}
