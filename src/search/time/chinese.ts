import type { Rule } from './named-time.js';
export const chineseRules: readonly Rule[] = [];
