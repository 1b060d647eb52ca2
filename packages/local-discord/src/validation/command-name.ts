import type { Form, Path } from './form.js';

const chatInputName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Whether a chat-input name is one: letters, digits, - and _, in lower case where there is one. */
export function checkName(form: Form, name: string, path: Path): void {
  if (!chatInputName.test(name) || name !== name.toLowerCase())
    form.problem(
      path,
      'APPLICATION_COMMAND_INVALID_NAME',
      'Command name is invalid. It must be lowercase letters, digits, - and _',
    );
}
