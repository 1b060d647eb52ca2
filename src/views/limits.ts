/**
 * The numbers Discord sets, as its documentation gives them in late 2026. Lengths are in characters; a UTF-16 unit is
 * counted as one, which never undercounts.
 *
 * @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 * @see https://docs.discord.com/developers/components/reference
 */
export const limits = {
  content: 2000,
  embeds: 10,
  /** Over title, description, field names and values, footer text and author name of all embeds of a message. */
  allEmbeds: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  rows: 5,
  /** Components of a message of Components V2, nested ones counted. */
  components: 40,
  /** Over all text displays of such a message. */
  allText: 4000,
  buttonsInRow: 5,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  selectOptions: 25,
  selectLabel: 100,
  selectValue: 100,
  selectDescription: 100,
  placeholder: 150,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  commandDescription: 100,
  commandOptions: 25,
  threadName: 100,
  files: 10,
  altText: 1024,
} as const;
