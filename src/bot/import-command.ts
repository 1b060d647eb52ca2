/** What imports the world's news. */
export const IMPORT_COMMAND = 'npx dateline import --days 30';
