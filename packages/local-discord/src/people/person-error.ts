/** Something Discord's own app would not let a person do: no such command here, a required option missing. */
export class PersonError extends Error {
  override readonly name = 'PersonError';
}
