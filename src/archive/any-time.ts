import { trimEnd } from '../events/trim-end.js';

/** Words for any time at all. */
const ANY_TIME = /^(?:any ?time|all|all time|all of it|ever|everything|always|whenever)$/i;

/** Whether words mean all times: "any time", "all". */
export const meansAnyTime = (text: string) => ANY_TIME.test(trimEnd(text.trim(), /[?.!]/));
